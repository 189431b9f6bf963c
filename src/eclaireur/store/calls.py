"""The meter, read and written inside a transaction."""

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Executable, bindparam, case, func, insert, or_, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.call import Call, Durations, LedgerLine, Spent
from eclaireur.core.suggestion import State
from eclaireur.store.schema import call, spent, suggestion

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import Insert

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

_UNKNOWN: Mapping[str, ColumnElement[bool]] = MappingProxyType(
    {
        "unknown_tokens": or_(call.c.input_tokens.is_(None), call.c.output_tokens.is_(None)),
        "unknown_energy": call.c.energy_wh.is_(None),
        "unknown_carbon": call.c.carbon_g.is_(None),
    }
)
"""Where the calls that a sum leaves out are."""


async def record(connection: AsyncConnection, calls: Sequence[Call]) -> None:
    """Add calls, and what they spent."""
    await connection.execute(
        insert(call),
        [
            each.model_dump(exclude={"usage"})
            | each.usage.model_dump(mode="json")
            | {"key": secrets.token_hex(10)}
            for each in calls
        ],
    )
    spent_by: dict[tuple[date, str], Spent] = defaultdict(Spent)
    for each in calls:
        if each.model is not None and not each.cached:
            spent_by[each.day, each.task] += _spent(each)
    # In one order, so that two transactions never wait for each other.
    for (day, task), amount in sorted(spent_by.items(), key=lambda item: item[0]):
        values = {"day": day, "task": task, **amount.model_dump()}
        await connection.execute(_add(connection.dialect.name), values)


async def spent_on(connection: AsyncConnection, day: date) -> Mapping[str, Spent]:
    """What models were asked for on a day, by task."""
    found = await connection.execute(_SPENT, {"of_day": day})
    return {
        row.task: Spent(requests=row.requests, tokens=row.tokens, energy_wh=row.energy_wh)
        for row in found
    }


_SPENT = select(spent).where(spent.c.day == bindparam("of_day"))


def _spent(asked: Call) -> Spent:
    usage = asked.usage
    return Spent(
        requests=asked.count,
        tokens=(usage.input_tokens or 0) + (usage.output_tokens or 0),
        energy_wh=usage.energy_wh or 0.0,
    )


@cache
def _add(database: str) -> Executable:
    """Add an amount to what a day has spent for a task."""
    if database == "sqlite":
        return _added(sqlite.insert(spent))
    # SQLAlchemy itself loads it for that database alone.
    from sqlalchemy.dialects.postgresql import insert as insert_there  # noqa: PLC0415

    return _added(insert_there(spent))


def _added(amount: "sqlite.Insert | Insert") -> Executable:
    return amount.on_conflict_do_update(
        index_elements=[spent.c.day, spent.c.task],
        set_={
            name: spent.c[name] + amount.excluded[name]
            for name in ("requests", "tokens", "energy_wh")
        },
    )


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
            *(_calls(where).label(name) for name, where in _UNKNOWN.items()),
        )
        .group_by(*_ALIKE)
        .order_by(call.c.day.desc(), *_ALIKE[1:])
    )
    return tuple(LedgerLine(**row) for row in found.mappings())


async def durations(
    connection: AsyncConnection, bounds_s: Sequence[float]
) -> tuple[Durations, ...]:
    """How many calls of models took at most so many seconds, by task and model."""
    within = [_calls(call.c.duration_s <= bound) for bound in bounds_s]
    found = await connection.execute(
        select(
            call.c.task,
            call.c.model,
            func.sum(call.c["count"]).label("calls"),
            func.sum(call.c.duration_s).label("duration_s"),
            *within,
        )
        .where(call.c.model.is_not(None), call.c.cached.is_(False))
        .group_by(call.c.task, call.c.model)
        .order_by(call.c.task, call.c.model)
    )
    return tuple(
        Durations(task=task, model=model, calls=calls, duration_s=duration_s, within=tuple(counts))
        for task, model, calls, duration_s, *counts in found
    )


async def suggestion_counts(connection: AsyncConnection) -> Mapping[tuple[str, State], int]:
    """How many suggestions there are, by field and state."""
    found = await connection.execute(
        select(suggestion.c.field, suggestion.c.state, func.count().label("suggestions")).group_by(
            suggestion.c.field, suggestion.c.state
        )
    )
    return {(row.field, State(row.state)): row.suggestions for row in found}


def _calls(where: ColumnElement[bool]) -> ColumnElement[int]:
    """How many calls of a group there are where something holds."""
    return func.sum(case((where, call.c["count"]), else_=0))
