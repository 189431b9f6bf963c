"""The database behind the store: how it is opened, brought up to date, and fails."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import cast

import stamina
from sqlalchemy import (
    URL,
    Connection,
    NullPool,
    column,
    create_engine,
    event,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    IntegrityError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from eclaireur.core.errors import StoreUnavailable, system_problem
from eclaireur.store import sqlite

_DRIVERS = {
    "sqlite": sqlite.DRIVER,
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}

# FULL makes each commit wait for the disk, so that a power cut loses no decision.
# `secure_delete` overwrites what is deleted: an expired draft leaves nothing in the file.
# 16 MB of cache hold the index by title of 70,000 datasets.
_BUSY_TIMEOUT = "PRAGMA busy_timeout = 30000"
_SQLITE_SETTINGS = (
    _BUSY_TIMEOUT,
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -16000",
)

KEPT_CONNECTIONS, MOST_CONNECTIONS = 5, 15
"""Connections of a process to PostgreSQL that stay open, and all of them: more wait their turn."""

_BUSY_S = 30.0
"""Seconds that processes opening one file at once wait for each other."""

_NO_TRANSACTION = "eclaireur_no_transaction"
"""The option of a connection for what SQLite refuses inside a transaction."""

_MIGRATIONS = Path(__file__).parent / "migrations" / "versions"

_VERSION = table("alembic_version", column("version_num"))
"""Where Alembic keeps the name of the last migration that a database had."""

_FAULTS_OF_OURS = (IntegrityError, ProgrammingError, DataError)


@dataclass(frozen=True)
class Database:
    """A database and its two ways in; all that fails in them is `StoreUnavailable`."""

    place: str
    """Where it is, without user or password."""
    _readers: AsyncEngine
    _writers: AsyncEngine

    @cached_property
    def _few_readers(self) -> AsyncEngine:
        return self._readers.execution_options(**{sqlite.FEW: True})

    @cached_property
    def _few_writers(self) -> AsyncEngine:
        return self._writers.execution_options(**{sqlite.FEW: True})

    @asynccontextmanager
    async def reading(self, *, few: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that sees one state of the data; `few` rows of it, found by their keys."""
        with _failures_told(self.place):
            async with (self._few_readers if few else self._readers).connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self, *, few: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that is on disk once it has ended, or changed nothing.

        Args:
            few: it reads and writes a few rows, found by their keys.
        """
        with _failures_told(self.place):
            async with (self._few_writers if few else self._writers).begin() as connection:
                yield connection

    async def migrate(self) -> None:
        """Bring the schema up to date. Safe when several processes do so at once.

        Raises:
            StoreUnavailable: a later version of Éclaireur made it what it is.
        """
        if await self.is_current():
            return
        # Alembic takes longer to import than most commands have to do.
        from eclaireur.store.upgrade import upgrade  # noqa: PLC0415

        async with self.writing() as connection:
            await connection.run_sync(upgrade, self.place)

    async def is_current(self) -> bool:
        """Whether the schema is the one that this version brings a database to."""
        async with self.reading(few=True) as connection:
            if not await connection.run_sync(_has_version):
                return False
            found = await connection.scalars(select(_VERSION.c.version_num))
            return found.all() == [head()]

    async def forget(self) -> None:
        """Leave in no file of SQLite what was deleted. PostgreSQL does so on its own terms.

        The log holds what it wrote until it is emptied. A reader of another process that keeps
        it in use beyond the busy timeout puts that off to the next call.
        """
        if self._writers.dialect.name != "sqlite":
            return
        with _failures_told(self.place):
            async with self._writers.connect() as connection:
                await connection.execution_options(**{_NO_TRANSACTION: True})
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Give back every connection."""
        await self._readers.dispose()
        await self._writers.dispose()


def connect(address: str) -> Database:
    """Prepare a database at `sqlite:///PATH` or `postgresql://USER:PASSWORD@HOST/NAME`.

    Raises:
        StoreUnavailable: no database has such an address.
    """
    url = _url(address)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    engine = create_async_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=KEPT_CONNECTIONS,
        max_overflow=MOST_CONNECTIONS - KEPT_CONNECTIONS,
    )
    return Database(
        place=_place(url),
        _readers=engine.execution_options(isolation_level="REPEATABLE READ"),
        _writers=engine,
    )


def place_of(address: str) -> str:
    """Where the database of an address is, without user or password. Raises StoreUnavailable."""
    return _place(_url(address))


def _place(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    shown = URL.create("postgresql", host=url.host, port=url.port, database=url.database)
    return shown.render_as_string()


def _url(address: str) -> URL:
    # What cannot be read may hold a password anywhere, so it is not repeated.
    unreadable = StoreUnavailable(
        place="the address given", problem="it is neither sqlite:///PATH nor postgresql://…"
    )
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise unreadable from None
    if url.drivername not in _DRIVERS:
        raise unreadable
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        raise StoreUnavailable(place=address, problem="a database needs a file")
    return url.set(drivername=_DRIVERS[url.drivername])


def _sqlite(url: URL) -> Database:
    place = _place(url)
    with _failures_told(place):
        _keep_a_log(url.set(drivername="sqlite"))
    # SQLite takes one writer at a time. A pool of one connection makes those of this
    # process queue, which is fair; those of other processes poll until the busy timeout.
    return Database(
        place=place,
        _readers=_sqlite_engine(url, _begin_reading),
        _writers=_sqlite_engine(url, _begin_writing, pool_size=1, max_overflow=0),
    )


def _keep_a_log(url: URL) -> None:
    """Make the file, if it is not there, keep a write-ahead log, for good.

    SQLite refuses the change at once while another process uses the file, busy timeout or not.
    """
    engine = create_engine(url, poolclass=NullPool)
    for attempt in stamina.retry_context(
        on=_is_busy,
        attempts=None,
        timeout=_BUSY_S,
        wait_initial=0.01,
        wait_max=0.5,
        wait_jitter=0.05,
    ):
        with attempt, engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _is_busy(error: Exception) -> bool:
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", 0)
    return bool(code & 0xFF == sqlite3.SQLITE_BUSY)


def _sqlite_engine(url: URL, begin: Callable[[Connection], None], **pool: int) -> AsyncEngine:
    engine = create_async_engine(url, hide_parameters=True, pool_timeout=60, **pool)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(driver_connection: sqlite3.Connection, _record: object) -> None:
        for setting in _SQLITE_SETTINGS:
            driver_connection.execute(setting)

    @event.listens_for(engine.sync_engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        if not connection.get_execution_options().get(_NO_TRANSACTION):
            begin(connection)

    return engine


def _begin_reading(connection: Connection) -> None:
    _driver(connection).execute("BEGIN")


def _begin_writing(connection: Connection) -> None:
    """Become the one writer of the file, after those of other processes if there are some."""
    driver = _driver(connection)
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        driver.execute(_BUSY_TIMEOUT)
        # It may take a while: this runs in another thread.
        connection.execution_options(**{sqlite.FEW: False}).exec_driver_sql("BEGIN IMMEDIATE")
    else:
        driver.execute(_BUSY_TIMEOUT)


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)


@cache
def head() -> str:
    """The name of the last migration: each is a file, whose name begins with the migration's."""
    return max(each.name for each in _MIGRATIONS.glob("v*.py"))[1:4]


def _has_version(connection: Connection) -> bool:
    return inspect(connection).has_table(_VERSION.name)


@contextmanager
def _failures_told(place: str) -> Iterator[None]:
    try:
        yield
    except _FAULTS_OF_OURS:
        raise
    except DBAPIError as error:
        raise StoreUnavailable(place=place, problem=_problem(error.orig)) from error
    except sqlite3.Error as error:
        # The beginning of a transaction is not SQLAlchemy's.
        raise StoreUnavailable(place=place, problem=_problem(error)) from error
    except PoolTimeout as error:
        raise StoreUnavailable(place=place, problem="busy") from error
    except OSError as error:
        raise StoreUnavailable(place=place, problem=system_problem(error)) from error


_OF_SQLITE: Mapping[int, str] = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: "disk-full",
        sqlite3.SQLITE_READONLY: "read-only",
        sqlite3.SQLITE_BUSY: "busy",
        sqlite3.SQLITE_CORRUPT: "damaged",
        sqlite3.SQLITE_NOTADB: "damaged",
    }
)
_OF_POSTGRESQL: Mapping[str, str] = MappingProxyType(
    {
        "08": "unreachable",
        "25006": "read-only",
        "40": "busy",
        "53100": "disk-full",
        "53300": "busy",
        "57P": "unreachable",
    }
)
"""By the first characters of SQLSTATE; where there is none, there is no connection."""


def _problem(error: BaseException | None) -> str:
    """What a database says: a code of the message `system-problem`, or its own words."""
    if isinstance(error, sqlite3.Error):
        # The low byte is the error, the others its circumstances.
        known = _OF_SQLITE.get(error.sqlite_errorcode & 0xFF)
    else:
        known = _problem_of_postgresql(error)
    # A second line may quote the data.
    return known or (str(error).splitlines() or [type(error).__name__])[0]


def _problem_of_postgresql(error: BaseException | None) -> str | None:
    # Loaded long since where the error is its own, and never needed with SQLite.
    import psycopg  # noqa: PLC0415

    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate or ("08" if isinstance(error, psycopg.OperationalError) else "")
    return next((_OF_POSTGRESQL[each] for each in _OF_POSTGRESQL if state.startswith(each)), None)
