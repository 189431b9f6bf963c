"""The databases that the contract of the store is tested on."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from eclaireur.store import SqlStore, open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'eclaireur.sqlite'}"
    return request.getfixturevalue("postgres").new_database()


@pytest.fixture
async def store(address: str) -> AsyncIterator[SqlStore]:
    async with open_store(address) as opened:
        yield opened
