"""Counters: a row that several add to at once, made by the first of them."""

from collections.abc import Mapping

from sqlalchemy import Table, insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection


async def add(
    connection: AsyncConnection, table: Table, key: Mapping[str, object], number: int = 1
) -> None:
    """Add to the `count` of the row that bears a key, inside a transaction."""
    more = (
        update(table)
        .where(*(table.c[name] == value for name, value in key.items()))
        .values(count=table.c.count + number)
    )
    if (await connection.execute(more)).rowcount:
        return
    try:
        async with connection.begin_nested():
            await connection.execute(insert(table).values(**key, count=number))
    except IntegrityError:
        # Somebody else was the first meanwhile.
        await connection.execute(more)
