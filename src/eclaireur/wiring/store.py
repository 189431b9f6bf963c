"""The store of an installation."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from eclaireur.core.errors import StoreUnavailable, system_problem
from eclaireur.core.ports import Store
from eclaireur.settings import Settings
from eclaireur.store import open_store


@asynccontextmanager
async def opened_store(settings: Settings) -> AsyncIterator[Store]:
    """Open the store, and close it at the end.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    make_data_directory(settings)
    async with open_store(settings.database_url) as store:
        yield store


def make_data_directory(settings: Settings) -> None:
    """Make the directory, if it is not there. Raises StoreUnavailable."""
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(place=str(settings.data), problem=system_problem(error)) from error
