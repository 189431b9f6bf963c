"""What a backup holds, what it leaves behind, and where it is put back."""

import asyncio
import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from empty_stores import empty_store

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    BackupPlaceTaken,
    BackupUnusable,
    RestorePlaceTaken,
    StoreUnavailable,
)
from eclaireur.store import back_up, open_store, problem_of, put_back

PERSON = "Soizic Kerbrat"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with something of every kind."""
    place = tmp_path / "data"
    place.mkdir()

    async def fill() -> None:
        async with open_store(empty_store(place / "eclaireur.sqlite")) as store:
            await store.put_datasets([Dataset(identifier="rivers", title="Rivières")])
            draft = Dataset(identifier="draft", title=PERSON, description=PERSON * 3_000)
            await store.put_drafts([draft], datetime.now(UTC) + timedelta(days=1))

    asyncio.run(fill())
    for name in ("search/v4/records.npz", "learned/1.npz", "vocabularies/a.json", "copies/old"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(name)
    for name in ("eclaireur.toml", "keywords.npz", "keywords-run.lock", ".keywords.npz1234"):
        (place / name).write_text(name)
    with closing(sqlite3.connect(place / "workflows.sqlite")) as other:
        other.execute("CREATE TABLE dataset (id)")
    return place


KEPT = (
    "eclaireur.sqlite",
    "eclaireur.toml",
    "keywords.npz",
    "vocabularies/a.json",
    "workflows.sqlite",
)


def backed_up(data: Path, target: Path) -> tuple[str, ...]:
    derived = [data / "search", data / "learned", data / "copies"]
    return back_up(data / "eclaireur.sqlite", target, derived=derived)


def titles(place: Path) -> set[str]:
    with closing(sqlite3.connect(place / "eclaireur.sqlite")) as read:
        return {row[0] for row in read.execute("SELECT title FROM dataset")}


@contextmanager
def writing(data: Path) -> Iterator[None]:
    """Add two rows to the table in each transaction, from another connection, again and again."""
    began, stop = Event(), Event()

    def write() -> None:
        with closing(sqlite3.connect(data / "eclaireur.sqlite", timeout=30)) as other:
            number = 0
            while not stop.is_set():
                number += 1
                with other:
                    for each in (f"a{number}", f"b{number}"):
                        other.execute(
                            "INSERT INTO harvest (source, run, whole) VALUES (?, 1, 0)", (each,)
                        )
                began.set()

    writer = Thread(target=write)
    writer.start()
    began.wait()
    yield
    stop.set()
    writer.join()


def test_what_makes_itself_again_and_drafts_stay_behind(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "backup"
    assert backed_up(data, target) == KEPT
    found = [each for each in target.rglob("*") if each.is_file()]
    assert {str(each.relative_to(target)) for each in found} == set(KEPT)
    assert titles(target) == {"Rivières"}
    assert [each for each in found if PERSON.encode() in each.read_bytes()] == []
    assert titles(data) == {"Rivières", PERSON}
    assert target.stat().st_mode & 0o077 == 0


def test_a_copy_taken_while_somebody_writes_is_of_one_moment(data: Path, tmp_path: Path) -> None:
    with writing(data):
        backed_up(data, tmp_path / "backup")
    database = tmp_path / "backup" / "eclaireur.sqlite"
    assert problem_of(database) is None
    with closing(sqlite3.connect(database)) as read:
        sources = {row[0] for row in read.execute("SELECT source FROM harvest")}
    assert sources
    assert {f"b{each[1:]}" for each in sources} | {f"a{each[1:]}" for each in sources} == sources


def test_backups_may_be_among_the_data_where_that_is_declared(data: Path) -> None:
    assert backed_up(data, data / "copies" / "new") == KEPT
    with pytest.raises(BackupPlaceTaken):
        backed_up(data, data / "inside")
    with pytest.raises(BackupPlaceTaken):
        backed_up(data, data / "copies" / "new")


def test_a_backup_is_whole_or_not_there(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(StoreUnavailable, match="disk-full"):
        backed_up(data, tmp_path / "copies" / "backup")
    assert list((tmp_path / "copies").iterdir()) == []


def test_nothing_is_backed_up_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        backed_up(tmp_path / "nowhere", tmp_path / "backup")
    assert list(tmp_path.iterdir()) == []


def test_what_is_put_back_is_what_was_there(data: Path, tmp_path: Path) -> None:
    backup, again = tmp_path / "backup", tmp_path / "again"
    backed_up(data, backup)
    assert put_back(backup, again / "eclaireur.sqlite") == KEPT
    for name in KEPT:
        assert (again / name).read_bytes() == (backup / name).read_bytes()
    assert again.stat().st_mode & 0o077 == 0


def test_nothing_is_put_back_over_anything(data: Path, tmp_path: Path) -> None:
    backed_up(data, tmp_path / "backup")
    for name in ("eclaireur.sqlite", "eclaireur.sqlite-wal", "anything"):
        place = tmp_path / f"there-{name}"
        place.mkdir()
        (place / name).write_text("there")
        with pytest.raises(RestorePlaceTaken):
            put_back(tmp_path / "backup", place / "eclaireur.sqlite")
        assert [each.read_text() for each in place.iterdir()] == ["there"]


def test_what_is_no_backup_is_not_put_back(data: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    backed_up(data, backup)
    database = backup / "eclaireur.sqlite"
    whole = database.read_bytes()
    for broken in (whole[: len(whole) // 2], b"", b"text" * 1_000):
        database.write_bytes(broken)
        with pytest.raises(BackupUnusable):
            put_back(backup, tmp_path / "again" / "eclaireur.sqlite")
    with pytest.raises(BackupUnusable):
        put_back(tmp_path / "nowhere", tmp_path / "again" / "eclaireur.sqlite")
    assert not (tmp_path / "again").exists()
