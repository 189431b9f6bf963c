"""The work on campaigns that a server has other processes do, and what is seen of it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

from eclaireur.assistant.campaigns import Campaigns, CampaignStanding, Prepared
from eclaireur.core.campaign import Campaign, CampaignState
from eclaireur.core.errors import CampaignNotFound, EclaireurError

FEW_BATCHES = 4
"""Batches that one process does in less time than another takes to begin."""

MOST_SHOWN = 4
"""Campaigns that are held while somebody looks at what they take. One may be of 70,000 records."""

logger = logging.getLogger(__name__)


class Phase(StrEnum):
    """Where a campaign is, and whether anybody works on it."""

    BEGINNING = "beginning"
    """Somebody asked for it just now; processes take a few seconds to begin."""
    UNDER_WAY = "under_way"
    LEFT = "left"
    """Records wait, nobody said to rest, and nobody works on it."""
    PAUSED = "paused"
    CANCELLED = "cancelled"
    FINISHED = "finished"
    """Every record has been tried."""


@dataclass(frozen=True)
class CampaignSight:
    """What is seen of a campaign."""

    standing: CampaignStanding
    phase: Phase
    obstacle: str | None = None
    """Why those who worked on it left: the code of a reason, or `stuck`."""
    failure: EclaireurError | None = None
    """What kept the processes of this server from beginning."""


@dataclass
class CampaignWork:
    """Has the long work of campaigns done elsewhere, and tells whether anybody is at it.

    Args:
        campaigns: those of the installation.
        workers: how many processes this machine has for one.
        choose: as `Campaigns.prepare`, while others are served.
        begin_worker: begins a process on the campaign of a key; returns once it takes part.
        is_attended: whether anybody works on the campaign of a key, on any machine.
        obstacle_of: what stopped those who last worked on it, if anything did.
    """

    campaigns: Campaigns
    workers: int
    choose: Callable[[str, str, str | None, int | None], Coroutine[None, None, Prepared]]
    begin_worker: Callable[[str], Coroutine[None, None, None]]
    is_attended: Callable[[str], bool]
    obstacle_of: Callable[[str], str | None]
    _choosing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _shown: dict[str, Prepared] = field(default_factory=dict)
    _beginning: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _failures: dict[str, EclaireurError] = field(default_factory=dict)

    async def prepare(
        self, field: str, selection: str, model: str | None, limit: int | None
    ) -> Prepared:
        """Choose records, and tell what proposing is expected to take. As `Campaigns.prepare`.

        The whole catalogue is read: one at a time.
        """
        async with self._choosing:
            return await self.choose(field, selection, model, limit)

    def remember(self, prepared: Prepared) -> None:
        """Hold what somebody is shown, for as long as they may start it as it is."""
        self._shown[prepared.campaign.key] = prepared
        for key in list(self._shown)[:-MOST_SHOWN]:
            del self._shown[key]

    async def start(self, key: str) -> Campaign | None:
        """Record a campaign as it was shown, then begin the work. Twice is once.

        None where it is not held any more.
        """
        async with self._starting:
            prepared = self._shown.pop(key, None)
            if prepared is None:
                with suppress(CampaignNotFound):
                    return await self.campaigns.one(key)
                return None
            await self.campaigns.open(prepared)
            await self._begin(key)
            return prepared.campaign

    async def go_on(self, key: str, *, retry_failed: bool = False) -> Campaign:
        """Let a campaign go on, and have this machine work on it. Raises as `Campaigns.go_on`."""
        before = await self.campaigns.one(key)
        campaign = await self.campaigns.go_on(key, retry_failed=retry_failed)
        # Those who still end what was under way when it was paused leave all the same.
        was_resting = before.state is not CampaignState.RUNNING
        if was_resting or not await asyncio.to_thread(self.is_attended, key):
            await self._begin(key)
        return campaign

    async def sight(self, key: str) -> CampaignSight:
        """Tell where a campaign is, and whether anybody works on it.

        Raises:
            CampaignNotFound: none bears the key.
            StoreUnavailable: a database does not answer.
        """
        standing = await self.campaigns.standing(key)
        match standing.campaign.state:
            case CampaignState.CANCELLED:
                return CampaignSight(standing, Phase.CANCELLED)
            case _ if standing.progress.pending == 0:
                return CampaignSight(standing, Phase.FINISHED)
            case CampaignState.PAUSED:
                return CampaignSight(standing, Phase.PAUSED)
        if await asyncio.to_thread(self.is_attended, key):
            return CampaignSight(standing, Phase.UNDER_WAY)
        if key in self._beginning:
            return CampaignSight(standing, Phase.BEGINNING)
        obstacle = await asyncio.to_thread(self.obstacle_of, key)
        return CampaignSight(standing, Phase.LEFT, obstacle, self._failures.get(key))

    async def _begin(self, key: str) -> None:
        batches = await self.campaigns.pending_batches(key)
        if not batches or key in self._beginning:
            return
        self._failures.pop(key, None)
        workers = 1 if len(batches) < FEW_BATCHES else self.workers
        self._beginning[key] = asyncio.create_task(self._begun(key, workers))

    async def _begun(self, key: str, workers: int) -> None:
        try:
            outcomes = await asyncio.gather(
                *(self.begin_worker(key) for _ in range(workers)), return_exceptions=True
            )
        finally:
            del self._beginning[key]
        for outcome in outcomes:
            if outcome is not None:
                logger.warning("a worker did not begin: %s", type(outcome).__name__)
                if isinstance(outcome, EclaireurError):
                    self._failures[key] = outcome
        if None in outcomes:
            self._failures.pop(key, None)
