"""How every store makes its tables."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from eclaireur.store import open_store
from eclaireur.store.database import connect
from eclaireur.store.schema import metadata

OPENING = """
import asyncio, sys
from eclaireur.store import open_store

async def main():
    async with open_store(sys.argv[1]):
        pass

asyncio.run(main())
"""


async def test_migrations_lead_to_the_tables_that_the_store_knows(address: str) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with open_store(address) as store, store._database.reading() as connection:
        assert await connection.run_sync(differences) == []


def test_processes_that_start_together_make_one_schema(address: str) -> None:
    command = [sys.executable, "-c", OPENING, address]
    started = [subprocess.Popen(command) for _ in range(2)]
    assert [each.wait() for each in started] == [0, 0]


def test_a_file_that_somebody_begins_to_write_is_waited_for(tmp_path: Path) -> None:
    place = tmp_path / "eclaireur.sqlite"
    with closing(sqlite3.connect(place, isolation_level=None, check_same_thread=False)) as other:
        # SQLite refuses the change of journal at once in such a case, busy timeout or not.
        other.execute("BEGIN IMMEDIATE")
        with ThreadPoolExecutor(1) as threads:
            opening = threads.submit(connect, f"sqlite:///{place}")
            with pytest.raises(TimeoutError):
                opening.result(timeout=0.5)
            other.rollback()
            opening.result()
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
