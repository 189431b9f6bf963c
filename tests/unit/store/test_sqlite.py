"""Python's driver of SQLite, under whoever leaves in the middle of a statement."""

import subprocess
import sys
from pathlib import Path

LEAVES = """
import asyncio, sys
from random import Random
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from eclaireur.store.sqlite import DRIVER

ROWS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) " \\
    "SELECT i, 'some text ' || i FROM n"
chance = Random(1)

async def read(engine):
    async with engine.connect() as connection:
        return len((await connection.execute(text(ROWS))).all())

async def leave(engine):
    for _ in range(40):
        leaving = asyncio.create_task(read(engine))
        await asyncio.sleep(chance.random() / 250)
        for _ in range(5):
            leaving.cancel()
            await asyncio.sleep(0)
        await asyncio.gather(leaving, return_exceptions=True)

async def leaves():
    engine = create_async_engine(f"{DRIVER}:///{sys.argv[1]}")
    await leave(engine)
    return engine

async def reads(engine):
    assert await read(engine) == 20000
    await engine.dispose()

asyncio.run(reads(asyncio.run(leaves())))
print("read afterwards")
"""


# In a process of its own, which a broken driver ends.
def test_a_statement_that_nobody_waits_for_any_more_breaks_nothing(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LEAVES, str(tmp_path / "some.sqlite")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "read afterwards\n", "")
