"""What is turned off, read and written inside a transaction."""

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.switch import Switch
from eclaireur.store.schema import switch

_ALL = select(switch).order_by(*switch.primary_key.columns)

EVERYBODY = ""
"""Stands for no organisation in particular: a key cannot be null."""


async def load(connection: AsyncConnection) -> tuple[Switch, ...]:
    """All that is turned off."""
    found = await connection.execute(_ALL)
    return tuple(
        Switch(kind=row.kind, name=row.name, organisation=row.organisation or None) for row in found
    )


async def turn_off(connection: AsyncConnection, turned: Switch) -> None:
    """Turn something off; twice is once."""
    await turn_on(connection, turned)
    await connection.execute(
        insert(switch).values(
            kind=turned.kind.value, name=turned.name, organisation=turned.organisation or EVERYBODY
        )
    )


async def turn_on(connection: AsyncConnection, turned: Switch) -> None:
    """Turn something on again."""
    await connection.execute(delete(switch).where(_is(turned)))


def _is(turned: Switch) -> ColumnElement[bool]:
    return and_(
        switch.c.kind == turned.kind.value,
        switch.c.name == turned.name,
        switch.c.organisation == (turned.organisation or EVERYBODY),
    )
