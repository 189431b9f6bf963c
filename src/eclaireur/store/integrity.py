"""Whether what is kept beside the truth still agrees with it, read inside a transaction.

The state of a suggestion is derived from its events, and the hash of a dataset from its content.
Whoever changes the database by hand, past the one transition table, changes one without the other.
"""

import hashlib
from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import Connection, column, func, inspect, select
from sqlalchemy import table as sql_table
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.suggestion import TRANSITIONS, State
from eclaireur.store.schema import dataset, event, suggestion

CONTENTS = 100
"""Contents read at once: one may weigh megabytes."""

SUGGESTIONS = 500
"""Suggestions whose events are read at once."""


async def altered_datasets(connection: AsyncConnection) -> tuple[str, ...]:
    """The datasets and drafts whose content is not the one that was put, by identifier."""
    altered: list[str] = []
    last = ""
    columns = (dataset.c.identifier, dataset.c.content, dataset.c.content_hash)
    while True:
        wanted = select(*columns).where(dataset.c.identifier > last)
        found = await connection.execute(wanted.order_by(dataset.c.identifier).limit(CONTENTS))
        batch = found.all()
        if not batch:
            return tuple(altered)
        altered += [
            row.identifier
            for row in batch
            if hashlib.sha256(row.content.encode()).hexdigest() != row.content_hash
        ]
        last = batch[-1].identifier


async def stray_suggestions(connection: AsyncConnection) -> tuple[str, ...]:
    """The suggestions whose events are no life that leads to their state, by key."""
    stray: list[str] = []
    last = ""
    while True:
        some = select(suggestion.c.key, suggestion.c.state).where(suggestion.c.key > last)
        found = await connection.execute(some.order_by(suggestion.c.key).limit(SUGGESTIONS))
        states = {row.key: row.state for row in found}
        if not states:
            return tuple(stray)
        steps: dict[str, list[str]] = {key: [] for key in states}
        columns = (event.c.suggestion, event.c.sequence, event.c.state)
        told = select(*columns).where(event.c.suggestion.in_(states))
        for row in await connection.execute(told.order_by(event.c.suggestion, event.c.sequence)):
            life = steps[row.suggestion]
            # A sequence that is out of its place is no step.
            life.append(row.state if row.sequence == len(life) else "")
        stray += [key for key, state in states.items() if not leads_to(steps[key], state)]
        last = list(states)[-1]


def leads_to(steps: Sequence[str], state: str) -> bool:
    """Whether the states that a suggestion went through are a life, and end where it says it is.

    >>> leads_to(["requested", "proposed", "accepted"], "accepted")
    True
    >>> leads_to(["requested", "accepted"], "accepted")
    False
    """
    if not steps or steps[-1] != state or not set(steps) <= set(State):
        return False
    return steps[0] == State.REQUESTED and all(
        after in TRANSITIONS[State(before)] for before, after in pairwise(steps)
    )


def columns(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Every column of the database, with its table or view; `SCHEMA.TABLE` out of the usual one."""
    found = inspect(connection)
    usual = found.default_schema_name
    read: list[tuple[str, str]] = []
    for schema in found.get_schema_names():
        if schema == "information_schema" or schema.startswith("pg_"):
            continue
        for table in sorted([*found.get_table_names(schema), *found.get_view_names(schema)]):
            shown = table if schema == usual else f"{schema}.{table}"
            read += [(shown, each["name"]) for each in found.get_columns(table, schema)]
    return tuple(read)


async def rows_filled(connection: AsyncConnection, table: str, name: str) -> int:
    """How many rows of a table hold something in a column, by the names that `columns` gives."""
    schema, _, bare = table.rpartition(".")
    filled = select(func.count(column(name))).select_from(sql_table(bare, schema=schema or None))
    return await connection.scalar(filled) or 0
