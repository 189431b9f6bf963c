"""What is sent to portals, read and written inside a transaction.

Whoever writes has locked the row of the dataset first: see `datasets`.
"""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.sending import Sending, SendingChoice, SendingState, same
from eclaireur.core.suggestion import RETAINED, State, Suggestion
from eclaireur.store import datasets, rows, suggestions
from eclaireur.store.schema import dataset, event, sending, sighting, suggestion

CHECKED = 500
"""Suggestions whose events are read at once."""

STANDING = (SendingState.SENT, SendingState.ALTERED)
"""What was sent and stands at its portal, as far as is known here."""


def to_send(portal: str, choice: SendingChoice, after: str | None, limit: int) -> Select[str]:
    """The identifiers of the datasets of which a retained value was not sent to a portal."""
    decision = (
        select(func.max(event.c.sequence))
        .where(event.c.suggestion == suggestion.c.key)
        .scalar_subquery()
    )
    settled = exists().where(
        sending.c.portal == portal,
        sending.c.suggestion == suggestion.c.key,
        sending.c.decision == decision,
        sending.c.state != SendingState.UNDERWAY,
    )
    wanted = (
        select(suggestion.c.dataset)
        .join(dataset, dataset.c.identifier == suggestion.c.dataset)
        .where(
            datasets.LIVE,
            suggestion.c.state.in_(RETAINED),
            ~settled,
            *_chosen(choice, suggestion.c.field, suggestion.c.key),
        )
    )
    if choice.other_sources:
        elsewhere = exists().where(
            sighting.c.dataset == suggestion.c.dataset,
            sighting.c.source.in_(choice.other_sources),
        )
        wanted = wanted.where(~elsewhere)
    return _next(wanted, suggestion.c.dataset, after, limit)


def to_revert(portal: str, choice: SendingChoice, after: str | None, limit: int) -> Select[str]:
    """The identifiers of the datasets of which something sent to a portal stands there."""
    wanted = select(sending.c.dataset).where(
        sending.c.portal == portal,
        sending.c.state.in_(STANDING),
        *_chosen(choice, sending.c.field, sending.c.suggestion),
    )
    return _next(wanted, sending.c.dataset, after, limit)


def _chosen(
    choice: SendingChoice, field: ColumnElement[str], key: ColumnElement[str]
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if choice.fields:
        conditions.append(field.in_(choice.fields))
    if choice.suggestions:
        conditions.append(key.in_(choice.suggestions))
    return conditions


def _next(
    wanted: Select[str], identifier: ColumnElement[str], after: str | None, limit: int
) -> Select[str]:
    if after is not None:
        wanted = wanted.where(identifier > after)
    return wanted.distinct().order_by(identifier).limit(limit)


async def load(
    connection: AsyncConnection, portal: str, identifiers: Sequence[str]
) -> tuple[Sending, ...]:
    """What was sent of these datasets to a portal, by dataset, then by number."""
    found = await connection.execute(
        select(sending)
        .where(sending.c.portal == portal, sending.c.dataset.in_(identifiers))
        .order_by(sending.c.dataset, sending.c.number)
    )
    return tuple(_to_sending(row) for row in found)


async def begin(connection: AsyncConnection, begun: Sequence[Sending]) -> tuple[Sending, ...]:
    """Record values that are about to be written, in the place of those of the same decisions."""
    identifiers = sorted({each.dataset for each in begun})
    await datasets.lock(connection, identifiers)
    there = {
        (each.portal, each.dataset): list(await load(connection, each.portal, [each.dataset]))
        for each in begun
    }
    numbered: list[Sending] = []
    for each in begun:
        known = there[each.portal, each.dataset]
        number = next(
            (
                other.number
                for other in known
                if (other.suggestion, other.decision) == (each.suggestion, each.decision)
            ),
            None,
        )
        if number is None:
            number = max((other.number for other in known), default=0) + 1
        made = each.model_copy(update={"number": number})
        if any(other.number == number for other in known):
            await settle(connection, [made])
        else:
            await connection.execute(insert(sending).values(_values(made)))
        known.append(made)
        numbered.append(made)
    return tuple(numbered)


async def settle(connection: AsyncConnection, settled: Sequence[Sending]) -> None:
    """Write where values stand."""
    for each in settled:
        await connection.execute(update(sending).where(_is(each)).values(_values(each)))


async def forget(connection: AsyncConnection, dropped: Sequence[Sending]) -> None:
    """Drop values that were not written."""
    for each in dropped:
        await connection.execute(delete(sending).where(_is(each)))


async def counts(connection: AsyncConnection) -> Mapping[tuple[str, SendingState], int]:
    """How many values there are, by portal and by where they stand."""
    found = await connection.execute(
        select(sending.c.portal, sending.c.state, func.count())
        .group_by(sending.c.portal, sending.c.state)
        .order_by(sending.c.portal, sending.c.state)
    )
    return {(portal, SendingState(state)): number for portal, state, number in found}


async def stray(connection: AsyncConnection) -> tuple[str, ...]:
    """The suggestions of what was sent that no decision of theirs retained."""
    strays: list[str] = []
    last = ""
    while True:
        some = select(sending.c.suggestion).where(sending.c.suggestion > last).distinct()
        keys = (await connection.scalars(some.order_by(sending.c.suggestion).limit(CHECKED))).all()
        if not keys:
            return tuple(strays)
        found = await connection.execute(select(sending).where(sending.c.suggestion.in_(keys)))
        made = await suggestions.load(connection, suggestions.keys(suggestion.c.key.in_(keys)))
        by_key = {each.key: each for each in made}
        undecided = {
            sent.suggestion
            for sent in map(_to_sending, found)
            if not _is_decided(sent, by_key.get(sent.suggestion))
        }
        strays += sorted(undecided)
        last = keys[-1]


def _is_decided(sent: Sending, made: Suggestion | None) -> bool:
    """Whether the event that a value was sent for retained it."""
    if made is None or (made.dataset, made.field) != (sent.dataset, sent.field):
        return False
    if sent.decision >= len(made.events):
        return False
    decision = made.events[sent.decision]
    proposed = made.proposal.value if made.proposal else None
    retained = decision.value if decision.state is State.EDITED else proposed
    if decision.state not in RETAINED or retained is None:
        return False
    if sent.state is SendingState.ALTERED:
        return True
    if isinstance(retained, tuple):
        return set(retained) <= set(sent.sent)
    return same(retained, sent.sent)


def _is(each: Sending) -> ColumnElement[bool]:
    return and_(
        sending.c.portal == each.portal,
        sending.c.dataset == each.dataset,
        sending.c.number == each.number,
    )


def _values(each: Sending) -> rows.Values:
    return each.model_dump(exclude={"former", "sent", "state"}) | {
        "former": rows.to_json(each.former),
        "sent": rows.to_json(each.sent),
        "state": each.state.value,
    }


def _to_sending(row: rows.AnyRow) -> Sending:
    told = dict(row._mapping)  # noqa: SLF001
    return Sending.model_validate(
        told | {"former": json.loads(row.former), "sent": json.loads(row.sent)}
    )
