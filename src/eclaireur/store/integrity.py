"""Whether what is kept beside the truth still agrees with it, read inside a transaction.

The state of a suggestion is derived from its events, and the hash of a dataset from its content.
Whoever changes the database by hand, past the one transition table, changes one without the other.
"""

import hashlib

from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.store.schema import dataset, event, suggestion

CONTENTS = 100
"""Contents read at once: one may weigh megabytes."""


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
    """The suggestions whose state is not that of their last event, by key."""
    last = (
        select(event.c.suggestion, func.max(event.c.sequence).label("sequence"))
        .group_by(event.c.suggestion)
        .subquery()
    )
    wanted = (
        select(suggestion.c.key)
        .outerjoin(last, last.c.suggestion == suggestion.c.key)
        .outerjoin(
            event,
            (event.c.suggestion == last.c.suggestion) & (event.c.sequence == last.c.sequence),
        )
        .where((event.c.state.is_(None)) | (event.c.state != suggestion.c.state))
        .order_by(suggestion.c.key)
    )
    return tuple(await connection.scalars(wanted))


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
