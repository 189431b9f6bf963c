"""What stresses are put on: the real server, the real command, both databases."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from empty_stores import empty_data
from served import Server, serving
from small_catalogue import RECORDS


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("catalogue") / "catalogue.jsonl"
    place.write_text("".join(json.dumps(each) + "\n" for each in RECORDS))
    return place


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, catalogue: Path) -> Iterator[Server]:
    """A server on the catalogue, for the tests of one file."""
    with serving(tmp_path_factory.mktemp("served") / "data", catalogue) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty store of each kind in turn; None for the data directory's own."""
    if request.param == "sqlite":
        return None
    return str(request.getfixturevalue("postgres").new_store())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with an empty store."""
    return empty_data(tmp_path / "data")
