"""Where the work of campaigns is written down, and who is at work."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from eclaireur.core.errors import StoreUnavailable, system_problem

# A power cut may lose the last lines of this file alone: what is left to do is read from the
# store, which waits for the disk.
_SQLITE_SETTINGS = (
    "PRAGMA busy_timeout = 30000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)

PATIENCE_S = 1.0
"""Seconds for which whoever only asks about a lock may be holding it, at most."""

_KEEPALIVE = {"keepalives_idle": 5, "keepalives_interval": 5, "keepalives_count": 3}
_SERVER_KEEPALIVE = (
    "SET tcp_keepalives_idle = 5",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)
"""A machine that loses its power says nothing: the server finds out in twenty seconds."""


@dataclass(frozen=True)
class Place:
    """The database of the work: PostgreSQL where the store is there, else a file of its own."""

    database: str | None
    """The address of PostgreSQL, if it is used."""
    file: Path
    """The SQLite file, without it. The locks of those at work lie beside."""

    @property
    def address(self) -> str:
        if self.database is None:
            return f"sqlite:///{self.file}"
        url = make_url(self.database).set(drivername="postgresql+psycopg")
        return url.render_as_string(hide_password=False)

    def engine(self) -> Engine:
        """Open the database, as DBOS wants it."""
        if self.database is not None:
            return create_engine(
                self.address, hide_parameters=True, pool_pre_ping=True, pool_size=5
            )
        engine = create_engine(self.address, hide_parameters=True)

        @event.listens_for(engine, "connect")
        def prepare(driver: sqlite3.Connection, _record: object) -> None:
            # Writers queue up as they begin, rather than fail at their first write.
            driver.isolation_level = "IMMEDIATE"
            for setting in _SQLITE_SETTINGS:
                driver.execute(setting)

        return engine

    def presence(self, campaign: str) -> "Presence":
        """Say who is at work on a campaign."""
        if self.database is not None:
            return _Sessions(self.address, campaign)
        return _Locks(self.file.with_suffix("") / campaign)


class Presence(Protocol):
    """Who works on a campaign: a lock each, which the system opens when its process ends.

    No clock has a say in it.
    """

    def hold(self, worker: str) -> None:
        """Be there from now on. Raises StoreUnavailable."""
        ...

    def hold_turns(self, wanted: int, every: int) -> int:
        """Hold so many of the turns that all workers share, or those that nobody else holds.

        Args:
            wanted: how many; those above are let go.
            every: how many there are for all.

        Returns:
            How many are held.

        Raises:
            StoreUnavailable: as it says.
        """
        ...

    def absent(self, worker: str) -> AbstractContextManager[bool]:
        """Whether nobody holds a worker's lock; it is held meanwhile, so that one asks at a time.

        Raises StoreUnavailable.
        """
        ...

    def is_anybody(self) -> bool:
        """Whether anybody is there. Raises StoreUnavailable."""
        ...

    def leave(self) -> None:
        """Be there no more."""
        ...


class _Locks:
    """Files in one directory for a campaign, on one machine."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._own: FileLock | None = None
        self._turns: list[FileLock] = []

    def hold(self, worker: str) -> None:
        if self._own is not None:
            return
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            own = FileLock(self._directory / worker, thread_local=False)
            own.acquire(timeout=PATIENCE_S)
        except (OSError, Timeout) as error:
            raise StoreUnavailable(
                place=str(self._directory), problem=system_problem(error)
            ) from error
        self._own = own

    def hold_turns(self, wanted: int, every: int) -> int:
        while len(self._turns) > wanted:
            self._turns.pop().release()
        for number in range(every):
            if len(self._turns) == wanted:
                break
            # Never deleted: whoever waits for it may have it open.
            turn = FileLock(self._directory / f"turn-{number}", thread_local=False)
            try:
                turn.acquire(timeout=0)
            except Timeout:
                continue
            except OSError as error:
                raise StoreUnavailable(
                    place=str(self._directory), problem=system_problem(error)
                ) from error
            self._turns.append(turn)
        return len(self._turns)

    @contextmanager
    def absent(self, worker: str) -> Iterator[bool]:
        place = self._directory / worker
        lock = FileLock(place, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            yield False
            return
        except OSError as error:
            raise StoreUnavailable(place=str(place), problem=system_problem(error)) from error
        try:
            yield True
            # It bears a random name, which nobody takes again.
            place.unlink(missing_ok=True)
        finally:
            lock.release()

    def is_anybody(self) -> bool:
        return any(_is_held(each) for each in self._directory.glob("*"))

    def leave(self) -> None:
        while self._turns:
            self._turns.pop().release()
        if self._own is not None:
            place = Path(self._own.lock_file)
            place.unlink(missing_ok=True)
            self._own.release()
            self._own = None


class _Sessions:
    """Advisory locks of PostgreSQL, each of the session that took it.

    A session has one of its own, and shares that of the campaign.
    """

    def __init__(self, address: str, campaign: str) -> None:
        self._engine = create_engine(
            address,
            hide_parameters=True,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args=_KEEPALIVE,
        )
        self._place = make_url(address).render_as_string(hide_password=True)
        self._campaign = _number(f"campaign {campaign}")
        self._turn = f"turn of campaign {campaign}"
        self._own: Connection | None = None
        self._turns: set[int] = set()

    def hold(self, worker: str) -> None:
        try:
            if self._own is not None:
                try:
                    self._own.execute(text("SELECT 1"))
                except SQLAlchemyError:
                    # The server was started again: the lock is gone with the session.
                    self._own.close()
                    self._own = None
                    self._turns.clear()
                else:
                    return
            own = self._engine.connect()
            for setting in _SERVER_KEEPALIVE:
                own.execute(text(setting))
            if not own.scalar(_TAKE, {"key": _number(worker)}):
                own.close()
                raise StoreUnavailable(place=self._place, problem="the lock is taken")
            own.execute(_SHARE, {"key": self._campaign})
            self._own = own
        except SQLAlchemyError as error:
            raise StoreUnavailable(place=self._place, problem=type(error).__name__) from error

    def hold_turns(self, wanted: int, every: int) -> int:
        own = self._own
        if own is None:
            return 0
        try:
            while len(self._turns) > wanted:
                number = max(self._turns)
                own.execute(_LET_GO, {"key": _number(f"{self._turn} {number}")})
                self._turns.remove(number)
            # A session may take again what it holds, and would have to let it go as often.
            for number in sorted(set(range(every)) - self._turns):
                if len(self._turns) == wanted:
                    break
                if own.scalar(_TAKE, {"key": _number(f"{self._turn} {number}")}):
                    self._turns.add(number)
        except SQLAlchemyError as error:
            raise StoreUnavailable(place=self._place, problem=type(error).__name__) from error
        return len(self._turns)

    @contextmanager
    def absent(self, worker: str) -> Iterator[bool]:
        try:
            with self._engine.connect() as session:
                yield bool(session.scalar(_TAKE, {"key": _number(worker)}))
        except SQLAlchemyError as error:
            raise StoreUnavailable(place=self._place, problem=type(error).__name__) from error

    def is_anybody(self) -> bool:
        try:
            with self._engine.connect() as session:
                # Let go at once: the statement is a transaction of its own.
                return not session.scalar(_TRY, {"key": self._campaign})
        except SQLAlchemyError as error:
            raise StoreUnavailable(place=self._place, problem=type(error).__name__) from error

    def leave(self) -> None:
        if self._own is not None:
            self._own.close()
            self._own = None
            self._turns.clear()


_TAKE = text("SELECT pg_try_advisory_lock(:key)")
_LET_GO = text("SELECT pg_advisory_unlock(:key)")
_SHARE = text("SELECT pg_advisory_lock_shared(:key)")
_TRY = text("SELECT pg_try_advisory_xact_lock(:key)")


def _is_held(place: Path) -> bool:
    """Whether the process that took a lock is still there. Raises StoreUnavailable."""
    lock = FileLock(place, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError as error:
        raise StoreUnavailable(place=str(place), problem=system_problem(error)) from error
    lock.release()
    return False


def _number(worker: str) -> int:
    """The 64 bits by which PostgreSQL knows a lock."""
    digest = hashlib.sha256(f"eclaireur {worker}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
