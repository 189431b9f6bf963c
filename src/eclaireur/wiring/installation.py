"""All that whoever serves an installation needs."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from eclaireur.assistant import Assistant, CampaignWork, KeywordWorkshop, SendingDesk
from eclaireur.core.ports import Tracer
from eclaireur.settings import Settings
from eclaireur.sign_in import Reception
from eclaireur.wiring.assistant import assembled
from eclaireur.wiring.campaigns import campaign_work
from eclaireur.wiring.keywords import workshop
from eclaireur.wiring.sending import desk_of
from eclaireur.wiring.sign_in import reception


@dataclass(frozen=True)
class Installation:
    """What an installation is made of, for whoever serves it."""

    assistant: Assistant
    tracer: Tracer
    workshop: KeywordWorkshop
    open_reception: Callable[[], Reception | None]
    """Return what signs people in; None where nobody does. Raises SecretMissing."""
    campaign_work: CampaignWork
    desk: SendingDesk


@asynccontextmanager
async def open_installation(settings: Settings) -> AsyncIterator[Installation]:
    """Open the installation, and close it at the end. Raises what `assembled` does."""
    desk = desk_of(settings)
    async with assembled(settings) as parts:
        try:
            yield Installation(
                parts.assistant,
                parts.tracer,
                workshop(settings),
                partial(reception, parts.configuration.sign_in, parts.store, parts.egress),
                campaign_work(settings, parts.assistant),
                desk,
            )
        finally:
            await desk.close()
