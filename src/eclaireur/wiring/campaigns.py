"""The work of campaigns, shared by the processes of this machine."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from eclaireur.assistant import Assistant, CampaignWork, Prepared
from eclaireur.campaigns.place import Place
from eclaireur.processes import cores, start
from eclaireur.settings import Settings
from eclaireur.wiring.assistant import open_assistant

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Worked:
    """How a turn at a campaign ended."""

    stopped: str | None
    """None once every record has been tried; else what keeps the others from it: the code of a
    reason, a state of the campaign, `interrupted` or `stuck`."""


async def work_on_campaign(
    settings: Settings,
    assistant: Assistant,
    key: str,
    *,
    workers: int,
    tell: Callable[[], Awaitable[None]],
    begun: Callable[[], None] = lambda: None,
) -> Worked:
    """Propose for the records of a campaign, with the other workers that are there, to the end.

    SIGINT and SIGTERM end it once what is under way has ended.

    Args:
        settings: where the data is.
        assistant: what proposes.
        key: of the campaign.
        workers: processes of this machine that share the work, this one included.
        tell: called once in a while.
        begun: called once this process takes part.

    Raises:
        CampaignNotFound: none bears the key.
        UnknownModel: the model is not declared here.
        StoreUnavailable: the database does not answer.
    """
    # Only whoever works needs it, and it takes a while to load.
    from eclaireur.campaigns.engine import open_engine  # noqa: PLC0415

    campaigns = assistant.campaigns
    campaign = await campaigns.one(key)
    place = Place(settings.database, settings.campaigns_file)
    async with open_engine(place, campaign, campaigns, campaigns.turns(campaign)) as engine:
        begun()
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, engine.leave)
        beside = [
            asyncio.create_task(start(partial(_share_campaign, settings, key)))
            for _ in range(workers - 1)
        ]
        try:
            outcome = await engine.finish(tell)
        finally:
            for failure in await asyncio.gather(*beside, return_exceptions=True):
                if failure is not None:
                    logger.warning("a worker did not begin: %s", type(failure).__name__)
            for each in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(each)
    return Worked(outcome.stopped)


async def _share_campaign(settings: Settings, key: str, begun: Callable[[], None]) -> None:
    async with open_assistant(settings) as assistant:
        await work_on_campaign(settings, assistant, key, workers=1, tell=_silently, begun=begun)


async def _silently() -> None:
    """Tell nobody."""


def campaign_work(settings: Settings, assistant: Assistant) -> CampaignWork:
    """What works on campaigns, in other processes of this machine."""
    return CampaignWork(
        assistant.campaigns,
        cores(),
        choose=partial(_prepared, settings),
        begin_worker=lambda key: start(partial(_share_campaign, settings, key)),
        is_attended=partial(_is_attended, settings),
        obstacle_of=partial(_obstacle_of, settings),
    )


async def _prepared(
    settings: Settings, field: str, selection: str, model: str | None, limit: int | None
) -> Prepared:
    """Choose the records of a campaign in a thread: tens of thousands keep nobody waiting."""

    async def prepare() -> Prepared:
        async with open_assistant(settings) as assistant:
            return await assistant.campaigns.prepare(
                field, selection, model=model, limit=limit, workers=cores()
            )

    return await asyncio.to_thread(lambda: asyncio.run(prepare()))


def _is_attended(settings: Settings, key: str) -> bool:
    # It loads the engine, as `work_on_campaign` does.
    from eclaireur.campaigns.lookout import is_attended  # noqa: PLC0415

    return is_attended(Place(settings.database, settings.campaigns_file), key)


def _obstacle_of(settings: Settings, key: str) -> str | None:
    # It loads the engine too.
    from eclaireur.campaigns.lookout import obstacle_of  # noqa: PLC0415

    return obstacle_of(Place(settings.database, settings.campaigns_file), key)
