"""How every store makes its tables."""

import subprocess
import sys

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from eclaireur.store import open_store
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
