"""The one place where the parts are put together."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from eclaireur.assistant import Assistant
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.ports import Store
from eclaireur.methods.vocabulary import PortalVocabulary
from eclaireur.settings import Settings
from eclaireur.store import open_store
from eclaireur.tasks.registry import all_tasks


@asynccontextmanager
async def open_assistant(settings: Settings) -> AsyncIterator[Assistant]:
    """Open the installation, and close it at the end. Drafts that are due are deleted first.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(place=str(settings.data), problem=str(error)) from error
    async with open_store(settings.database_url) as store:
        assistant = Assistant(store, all_tasks(_vocabulary_of(store)))
        await assistant.drop_expired_drafts()
        yield assistant


def _vocabulary_of(store: Store) -> Callable[[], Awaitable[PortalVocabulary]]:
    """The vocabulary of the catalogue as it stands, learned again when it has changed."""
    learned: tuple[str, PortalVocabulary] | None = None
    learning = asyncio.Lock()

    async def current() -> PortalVocabulary:
        nonlocal learned
        async with learning:
            revision = await store.catalogue_revision()
            if learned is None or learned[0] != revision:
                uses = [use async for use in store.keyword_uses()]
                # It takes seconds on a large catalogue, and others are being answered.
                learned = revision, await asyncio.to_thread(PortalVocabulary.learn, uses)
            return learned[1]

    return current
