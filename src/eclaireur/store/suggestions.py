"""Suggestions and their events, read and written inside a transaction.

Whoever writes has locked the row of the dataset first: see `datasets`.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Select, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    DatasetNotFound,
    DecidedMeanwhile,
    SuggestedMeanwhile,
    SuggestionNotFound,
)
from eclaireur.core.suggestion import RETAINED, Event, State, Suggestion
from eclaireur.store import datasets, reviews, rows, tallies
from eclaireur.store.schema import dataset, event, suggestion


def keys(*conditions: ColumnElement[bool]) -> Select[tuple[str]]:
    """The keys of the suggestions that meet the conditions."""
    return select(suggestion.c.key).where(*conditions)


async def load(connection: AsyncConnection, wanted: Select[tuple[str]]) -> list[Suggestion]:
    """The suggestions whose keys a query selects, in the order of their keys."""
    return _read(await connection.execute(_EVENTS.where(suggestion.c.key.in_(wanted))))


async def load_of(connection: AsyncConnection, datasets: Sequence[str]) -> list[Suggestion]:
    """The suggestions made for these datasets, in the order of their keys."""
    return _read(await connection.execute(_OF_DATASETS, {"datasets": datasets}))


_EVENTS = (
    select(
        suggestion,
        event.c.sequence,
        event.c.state.label("event_state"),
        event.c.day,
        event.c.body,
    )
    .join_from(suggestion, event)
    .order_by(suggestion.c.key, event.c.sequence)
)
_OF_DATASETS = _EVENTS.where(suggestion.c.dataset.in_(bindparam("datasets", expanding=True)))


def _read(found: Iterable[rows.AnyRow]) -> list[Suggestion]:
    return [rows.to_suggestion(list(group)) for _, group in groupby(found, lambda row: row.key)]


async def load_one(connection: AsyncConnection, key: str) -> Suggestion:
    """The suggestion of that key. Raises SuggestionNotFound."""
    for found in await load(connection, keys(suggestion.c.key == key)):
        return found
    raise SuggestionNotFound(suggestion=key)


async def add(connection: AsyncConnection, added: Sequence[Suggestion]) -> None:
    """Record new suggestions with all their events.

    Raises:
        SuggestedMeanwhile: one bears a number already taken for its dataset and field.
        DatasetNotFound: one is about a dataset that is not there.
    """
    await _check_room(connection, added)
    proposed = {each.dataset for each in added if each.state is State.PROPOSED}
    sources = await datasets.load(connection, dataset.c.identifier.in_(proposed))
    current = {each.identifier: each for each in sources}
    added = [
        stale(each)
        if each.state is State.PROPOSED and each.outdated_by(current[each.dataset])
        else each
        for each in added
    ]
    await give_way(connection, added)
    await connection.execute(insert(suggestion), [rows.suggestion_values(each) for each in added])
    await connection.execute(
        insert(event), [rows.event_values(each.key, step) for each in added for step in each.events]
    )
    await tallies.count(connection, (each for new in added for each in tallies.made(new)))
    retained = {each.dataset for each in added if each.state in RETAINED}
    if retained:
        await datasets.count_lacks(connection, retained)


async def _check_room(connection: AsyncConnection, added: Sequence[Suggestion]) -> None:
    identifiers = {each.dataset for each in added}
    there = await datasets.lock(connection, identifiers)
    taken = await connection.execute(
        select(suggestion.c.dataset, suggestion.c.field, suggestion.c.number).where(
            suggestion.c.dataset.in_(identifiers)
        )
    )
    numbers = {tuple(row) for row in taken}
    for each in added:
        number = (each.dataset, each.field, each.number)
        if each.dataset not in there:
            raise DatasetNotFound(identifier=each.dataset)
        if number in numbers:
            raise SuggestedMeanwhile(field=each.field, dataset=each.dataset)
        numbers.add(number)


async def give_way(connection: AsyncConnection, added: Sequence[Suggestion]) -> None:
    """Make stale the open proposals that the newer suggestions of their fields replace."""
    newest = {(each.dataset, each.field): each for each in sorted(added, key=lambda e: e.number)}
    proposals = await load(
        connection,
        keys(
            suggestion.c.dataset.in_({identifier for identifier, _ in newest}),
            suggestion.c.state == State.PROPOSED,
        ),
    )
    replaced = [
        stale(each)
        for each in proposals
        if (newer := newest.get((each.dataset, each.field))) is not None
        and each.number < newer.number
        and each.gives_way_to(newer)
    ]
    if replaced:
        await record_last_events(connection, replaced)


async def append(
    connection: AsyncConnection, key: str, step: Event, why: str | None = None
) -> None:
    """Record the next event of a suggestion, and count what the person said of it.

    Where it retains a value, what the field says is kept beside: whoever sends the value elsewhere
    can tell whether it was decided on what is there.

    Raises:
        DecidedMeanwhile: another event has taken this sequence.
        SuggestionNotFound: no suggestion bears the key.
    """
    owner = (await load_one(connection, key)).dataset
    await datasets.lock(connection, [owner])
    before = await load_one(connection, key)
    if step.sequence != len(before.events):
        raise DecidedMeanwhile(suggestion=key)
    if step.state in RETAINED:
        said = getattr(await datasets.load_one(connection, owner), before.field, None)
        step = step.model_copy(update={"before": said or ""})
    after = before.following(step)
    await record_last_events(connection, [after])
    counted = [*tallies.changed(before, after)]
    if why is not None:
        counted.append(tallies.why(after, step.day, why))
    await tallies.count(connection, counted)
    if {before.state, after.state} & RETAINED:
        await datasets.count_lacks(connection, [owner])
    if after.state is State.PROPOSED:
        await close_outdated(connection, [await datasets.load_one(connection, owner)])


async def close_outdated(connection: AsyncConnection, sources: Iterable[Dataset]) -> int:
    """Make stale the open proposals whose source is not what these datasets say now."""
    current = {each.identifier: each for each in sources}
    proposals = await load(
        connection,
        keys(suggestion.c.dataset.in_(current), suggestion.c.state == State.PROPOSED),
    )
    outdated = [stale(each) for each in proposals if each.outdated_by(current[each.dataset])]
    if outdated:
        await record_last_events(connection, outdated)
    return len(outdated)


def stale(proposal: Suggestion) -> Suggestion:
    """The proposal, closed today because its source changed or another replaces it."""
    return proposal.following(Event(state=State.STALE, day=datetime.now(UTC).date()))


async def record_last_events(connection: AsyncConnection, changed: Sequence[Suggestion]) -> None:
    """Record the last event of known suggestions, and the state that it leads to."""
    await connection.execute(
        insert(event), [rows.event_values(each.key, each.events[-1]) for each in changed]
    )
    await connection.execute(
        update(suggestion).where(suggestion.c.key == bindparam("of_key")),
        [{"of_key": each.key, "state": each.state.value} for each in changed],
    )
    await reviews.follow(connection, changed)
