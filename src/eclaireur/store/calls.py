"""The meter, read and written inside a transaction."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.call import Call, LedgerLine, Spent
from eclaireur.core.suggestion import RETAINED
from eclaireur.store.schema import call, suggestion

_ALIKE = (
    call.c.day,
    call.c.task,
    call.c.task_version,
    call.c.method,
    call.c.model,
    call.c.outcome,
    call.c.cached,
    call.c.energy_source,
)
"""What the calls that are added up have in common."""


async def record(connection: AsyncConnection, calls: Sequence[Call]) -> None:
    """Add calls."""
    await connection.execute(
        insert(call),
        [
            each.model_dump(exclude={"usage"})
            | each.usage.model_dump(mode="json")
            | {"key": secrets.token_hex(10)}
            for each in calls
        ],
    )


async def spent_on(connection: AsyncConnection, day: date) -> Mapping[str, Spent]:
    """What models were asked for on a day, by task."""
    tokens = func.coalesce(call.c.input_tokens, 0) + func.coalesce(call.c.output_tokens, 0)
    found = await connection.execute(
        select(
            call.c.task,
            func.sum(call.c["count"]).label("requests"),
            func.sum(tokens).label("tokens"),
            func.coalesce(func.sum(call.c.energy_wh), 0.0).label("energy_wh"),
        )
        .where(call.c.day == day, call.c.model.is_not(None), call.c.cached.is_(False))
        .group_by(call.c.task)
    )
    return {
        row.task: Spent(requests=row.requests, tokens=row.tokens, energy_wh=row.energy_wh)
        for row in found
    }


async def ledger(connection: AsyncConnection) -> tuple[LedgerLine, ...]:
    """Every call, added up with those that are alike. A sum leaves the unknown out."""
    added_up = (
        call.c.duration_s,
        call.c.cpu_s,
        call.c.input_tokens,
        call.c.output_tokens,
        call.c.energy_wh,
        call.c.carbon_g,
    )
    found = await connection.execute(
        select(
            *_ALIKE,
            func.sum(call.c["count"]).label("calls"),
            *(func.sum(each).label(each.name) for each in added_up),
        )
        .group_by(*_ALIKE)
        .order_by(call.c.day.desc(), *_ALIKE[1:])
    )
    return tuple(LedgerLine(**row) for row in found.mappings())


async def retained_counts(connection: AsyncConnection) -> Mapping[str, int]:
    """How many proposals people retained, by field."""
    found = await connection.execute(
        select(suggestion.c.field, func.count().label("retained"))
        .where(suggestion.c.state.in_(RETAINED))
        .group_by(suggestion.c.field)
    )
    return {row.field: row.retained for row in found}
