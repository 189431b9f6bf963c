"""A backup: a data directory as it stands at one moment, without what is derived from it.

It can be taken while processes read and write, and served from as it is.
"""

import asyncio
import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from eclaireur.core.errors import (
    BackupPlaceTaken,
    BackupUnusable,
    RestorePlaceTaken,
    StoreUnavailable,
    system_problem,
)
from eclaireur.store.database import connect
from eclaireur.store.store import SqlStore

SQLITE = b"SQLite format 3\0"
"""How every file of SQLite begins."""

_COMPANIONS = ("-wal", "-shm", "-journal", ".lock")
"""What lies beside a file while it is in use."""

_FOUND_IN_ANY = frozenset({"lost+found"})
"""What a directory that is a disk of its own holds."""

_THE_LAST_DAY = datetime.max.replace(tzinfo=UTC)


def back_up(database: Path, target: Path, *, derived: Collection[Path]) -> tuple[str, ...]:
    """Copy a data directory, whole or not at all. Drafts stay behind: they live for a day.

    Args:
        database: the main database of the directory.
        target: the directory to make.
        derived: directories that are left out: what is in them is made again, or is backups.

    Returns:
        The files of the backup, from its top.

    Raises:
        BackupPlaceTaken: the target is there, or is itself among what is to be copied.
        StoreUnavailable: something cannot be read or written.
    """
    if not database.is_file():
        raise StoreUnavailable(place=str(database), problem=os.strerror(errno.ENOENT))
    data = database.parent.resolve()
    place = target.resolve()
    left_out = {each.resolve() for each in derived}
    inside = place.is_relative_to(data) and not any(map(place.is_relative_to, left_out))
    if inside or place.exists():
        raise BackupPlaceTaken(place=str(target))
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}-"))
        try:
            names = _copy(data, making, left_out)
            asyncio.run(_drop_drafts(making / database.name))
            _flush(making, names)
            making.rename(place)
        except BaseException:
            shutil.rmtree(making)
            raise
    except OSError as error:
        raise StoreUnavailable(place=str(target), problem=system_problem(error)) from error
    except sqlite3.Error as error:
        raise StoreUnavailable(place=str(target), problem=str(error)) from error
    return names


def put_back(backup: Path, database: Path) -> tuple[str, ...]:
    """Copy a backup into a data directory that holds nothing.

    Args:
        backup: the directory that `back_up` made.
        database: the main database of the data directory, which is there once all the rest is.

    Returns:
        The files put back.

    Raises:
        BackupUnusable: it holds no database, or one that is broken.
        RestorePlaceTaken: the data directory holds something, of a running installation perhaps.
        StoreUnavailable: something cannot be read or written.
    """
    data = database.parent
    _check(backup / database.name, backup)
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(each.name not in _FOUND_IN_ANY for each in data.iterdir()):
            raise RestorePlaceTaken(place=str(data))
        names = [str(each.relative_to(backup)) for each in _files(backup, ())]
        names.sort(key=lambda name: name == database.name)
        for name in names:
            place = data / name
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            arriving = place.with_name(f".{place.name}")
            shutil.copy2(backup / name, arriving)
            arriving.replace(place)
        _flush(data, names)
    except OSError as error:
        raise StoreUnavailable(place=str(data), problem=system_problem(error)) from error
    return tuple(sorted(names))


def problem_of(database: Path) -> str | None:
    """What is wrong in the database of a backup, if anything. Nothing is written beside it."""
    try:
        address = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as reading:
            answer: str = reading.execute("PRAGMA quick_check(1)").fetchone()[0]
            reading.execute("SELECT count(*) FROM dataset").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return None if answer == "ok" else answer


def _check(database: Path, backup: Path) -> None:
    problem = problem_of(database) if database.is_file() else f"no {database.name}"
    if problem is not None:
        raise BackupUnusable(place=str(backup), problem=problem)


def _files(top: Path, left_out: Collection[Path]) -> Iterator[Path]:
    for each in sorted(top.iterdir()):
        if each in left_out or each.is_symlink() or each.name.startswith("."):
            continue
        if each.is_dir() and each.name not in _FOUND_IN_ANY:
            yield from _files(each, left_out)
        elif each.is_file() and not each.name.endswith(_COMPANIONS):
            yield each


def _copy(data: Path, target: Path, left_out: Collection[Path]) -> tuple[str, ...]:
    names = []
    for each in _files(data, left_out):
        name = each.relative_to(data)
        place = target / name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_database(each):
            with closing(sqlite3.connect(each)) as read, closing(sqlite3.connect(place)) as written:
                read.backup(written)
        else:
            shutil.copy2(each, place)
        names.append(str(name))
    return tuple(names)


def _is_database(place: Path) -> bool:
    with place.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE


async def _drop_drafts(database: Path) -> None:
    copy = connect(f"sqlite:///{database}")
    try:
        # What an earlier version made stays as it is: that version may be gone back to.
        if await copy.is_current():
            await SqlStore(copy).drop_expired_drafts(_THE_LAST_DAY)
    finally:
        await copy.close()


def _flush(top: Path, names: Collection[str]) -> None:
    """Wait until the disk holds it."""
    for place in [*(top / name for name in names), top]:
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
