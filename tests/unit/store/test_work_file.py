"""One process at a time does the work, and everybody reads how far it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from eclaireur.core.errors import StoreUnavailable, WorkUnderWay
from eclaireur.store import WorkFile

HOLDER = """
import sys, time
from pathlib import Path
from eclaireur.store import WorkFile
file = WorkFile(Path(sys.argv[1]))
with file.held():
    file.write("begun")
    print("held", flush=True)
    time.sleep(60)
"""


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
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(place)], stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert WorkFile(place).is_held
        holder.kill()
    assert not WorkFile(place).is_held
    assert WorkFile(place).read() == "begun"


def test_a_place_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    with pytest.raises(StoreUnavailable):
        WorkFile(tmp_path / "run.json").read()
