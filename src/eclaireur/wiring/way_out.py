"""The way out of an installation, and what left by it counted in its store."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from eclaireur.core.departure import DECLARED
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.ports import Store
from eclaireur.egress import Destination, Egress, open_egress
from eclaireur.wiring.today import today

COUNTING_S = 60.0
"""Seconds between two writings of what left: a process that is killed loses that much of them."""

logger = logging.getLogger(__name__)


@asynccontextmanager
async def way_out(destinations: Sequence[Destination], store: Store) -> AsyncIterator[Egress]:
    """Open the way out, and count in the store what leaves by it, and where it was open to."""
    async with open_egress(destinations) as egress:
        if egress.origins:
            opened = {(origin, DECLARED): 1 for origin in egress.origins}
            await store.count_departures(today(), opened)
        counting = asyncio.create_task(_count_regularly(egress, store))
        try:
            yield egress
        finally:
            counting.cancel()
            with suppress(asyncio.CancelledError):
                await counting
            await _count_departures(egress, store)


async def _count_regularly(egress: Egress, store: Store) -> None:
    while True:
        await asyncio.sleep(COUNTING_S)
        await _count_departures(egress, store)


async def _count_departures(egress: Egress, store: Store) -> None:
    taken = egress.take_departures()
    if not taken:
        return
    try:
        await store.count_departures(today(), taken)
    except StoreUnavailable:
        logger.exception("%d requests that left could not be counted", sum(taken.values()))
