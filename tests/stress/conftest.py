"""What stresses are put on: the real server, the real command, both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on the sample catalogue, for the tests of one file."""
    with serving(tmp_path_factory.mktemp("sample") / "data", "--sample") as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty database of each kind in turn; None for the data directory's own."""
    if request.param == "sqlite":
        return None
    return str(request.getfixturevalue("postgres").new_database())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"
