"""What left by the one way out, counted inside a transaction."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.departure import Departures
from eclaireur.store.counting import add
from eclaireur.store.schema import departure


async def count(
    connection: AsyncConnection, day: date, counts: Mapping[tuple[str, str], int]
) -> None:
    """Add counts to those of the day, by origin and outcome."""
    for (origin, outcome), number in sorted(counts.items()):
        await add(connection, departure, {"day": day, "origin": origin, "outcome": outcome}, number)


async def load(connection: AsyncConnection) -> tuple[Departures, ...]:
    """Every count, the latest day first."""
    columns = departure.c
    found = await connection.execute(
        select(departure).order_by(columns.day.desc(), columns.origin, columns.outcome)
    )
    return tuple(Departures.model_validate(dict(row)) for row in found.mappings())
