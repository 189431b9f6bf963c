"""Python's own driver of SQLite, used from an event loop.

Giving a statement to another thread and waiting for it takes longer than reading a few rows, and
much longer while that loop is busy answering others. So the statements of connections that read
or write a few rows run in the thread of the loop. Those of the others run in another thread, and
so does every commit, which waits for the disk.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVarTuple

from sqlalchemy import AsyncAdaptedQueuePool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.util import await_only

from eclaireur.core.uninterrupted import uninterrupted

DRIVER = "sqlite+loop"

FEW = "eclaireur_few"
"""The option of a connection that reads or writes a few rows, found by their keys."""

Given = TypeVarTuple("Given")


class LoopDialect(SQLiteDialect_pysqlite):
    """SQLite, for SQLAlchemy's engines that are awaited."""

    driver = "loop"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: object) -> type[AsyncAdaptedQueuePool]:  # noqa: ARG003
        return AsyncAdaptedQueuePool

    def create_connect_args(self, url: Any) -> Any:
        arguments, options = super().create_connect_args(url)
        # Transactions begin where the store says. A connection serves one thread at a time.
        own = {"isolation_level": None, "check_same_thread": False, "factory": _Connection}
        return arguments, {**options, **own}

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        if _is_brief(context):
            await_only(_here(cursor.execute, statement, parameters))
        else:
            rows = await_only(_aside(_whole, cursor, statement, parameters))
            context.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(
                cursor, initial_buffer=rows
            )

    def do_execute_no_params(self, cursor: Any, statement: str, context: Any = None) -> None:
        self.do_execute(cursor, statement, (), context)

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Any, context: Any = None
    ) -> None:
        run = _here if _is_brief(context) else _aside
        await_only(run(cursor.executemany, statement, parameters))

    def do_commit(self, dbapi_connection: Any) -> None:
        await_only(_aside(dbapi_connection.commit))


registry.register("sqlite.loop", __name__, LoopDialect.__name__)


class _Cursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """What SQLAlchemy calls when it has read everything: nothing is left open."""


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)


def _is_brief(context: Any) -> bool:
    return context is None or bool(context.execution_options.get(FEW))


def _whole(cursor: Any, statement: str, parameters: Any) -> list[Any]:
    """Run a statement and read all that it answers: SQLite computes rows as they are read."""
    rows: list[Any] = cursor.execute(statement, parameters).fetchall()
    return rows


async def _here(work: Callable[[*Given], Any], *given: *Given) -> Any:
    return work(*given)


async def _aside(work: Callable[[*Given], Any], *given: *Given) -> Any:
    """Work in another thread, whose end is waited for in every case.

    SQLite's cursors and connections belong to one thread at a time: to close one while another
    thread reads it ends the process. A loop that closes cancels every task, but not this future.
    """
    loop = asyncio.get_running_loop()
    return await uninterrupted(loop.run_in_executor(None, partial(work, *given)))
