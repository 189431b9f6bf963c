"""The stores that the contract of the store is tested on."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from empty_stores import empty_store

from eclaireur.store import SqlStore, open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store, in each kind of database in turn."""
    if request.param == "sqlite":
        yield empty_store(tmp_path / "eclaireur.sqlite")
        return
    with request.getfixturevalue("postgres").lent_store() as address:
        yield address


@pytest.fixture
async def store(address: str) -> AsyncIterator[SqlStore]:
    async with open_store(address) as opened:
        yield opened
