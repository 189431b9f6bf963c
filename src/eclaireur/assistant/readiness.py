"""What keeps an installation from serving, for whoever shares the requests out."""

import asyncio
from enum import StrEnum

from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.ports import Search, Store

PATIENCE_S = 2.0
"""What the store is given to answer: who asks every second does not wait for longer."""


class Unready(StrEnum):
    """Why this process cannot serve. None says where anything is."""

    STORE = "store-unavailable"
    SCHEMA = "schema-of-another-version"
    INDEX = "search-index-not-ready"


async def unready(store: Store, search: Search) -> tuple[Unready, ...]:
    """Return what keeps this process from serving, in one read of one row."""
    found = []
    try:
        async with asyncio.timeout(PATIENCE_S):
            if not await store.is_current():
                found.append(Unready.SCHEMA)
    except (StoreUnavailable, TimeoutError):
        found.append(Unready.STORE)
    if not search.is_ready:
        found.append(Unready.INDEX)
    return tuple(found)
