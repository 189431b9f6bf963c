"""One process at a time does the work, and everybody reads how far it is."""

import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from processes import FORKING

from eclaireur.core.errors import StoreUnavailable, WorkUnderWay
from eclaireur.store import WorkFile


def hold(place: Path, said: Connection) -> None:
    """Be at work until killed."""
    file = WorkFile(place)
    with file.held():
        file.write("begun")
        said.send("held")
        time.sleep(600)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "run.json"


def test_nothing_was_ever_done(place: Path) -> None:
    file = WorkFile(place)
    assert file.read() is None
    assert not file.is_held
    assert list(place.parent.iterdir()) == []


def test_one_at_a_time(place: Path) -> None:
    file, other = WorkFile(place), WorkFile(place)
    with file.held():
        file.write("{}")
        assert other.is_held
        assert other.read() == "{}"
        with pytest.raises(WorkUnderWay), other.held():
            pass
    assert not other.is_held
    with other.held():
        assert file.is_held


def test_a_process_that_is_killed_lets_go(place: Path) -> None:
    ours, theirs = FORKING.Pipe()
    holder = FORKING.Process(target=hold, args=(place, theirs), daemon=True)
    holder.start()
    assert ours.recv() == "held"
    assert WorkFile(place).is_held
    holder.kill()
    holder.join()
    assert not WorkFile(place).is_held
    assert WorkFile(place).read() == "begun"


def test_a_place_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    with pytest.raises(StoreUnavailable):
        WorkFile(tmp_path / "run.json").read()
