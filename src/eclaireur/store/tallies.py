"""What became of proposals, counted inside the transaction that changes them.

Counters outlive the drafts that are deleted after a day, and hold no key of anything.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.learning import Outcome, Tally
from eclaireur.core.suggestion import Event, State, Suggestion
from eclaireur.store.counting import add
from eclaireur.store.schema import tally
from eclaireur.text.distance import distance

_COUNTED = {State.PROPOSED, State.WITHHELD, State.FAILED}


async def count(connection: AsyncConnection, tallies: Iterable[Tally]) -> None:
    """Add to the counters, in one order, so that two transactions never wait for each other."""
    counts: Counter[tuple[object, ...]] = Counter()
    names = [column.name for column in tally.primary_key]
    for each in tallies:
        values = each.model_dump(mode="python")
        counts[tuple(values[name] for name in names)] += each.count
    for key, number in sorted(counts.items(), key=lambda item: tuple(map(str, item[0]))):
        await add(connection, tally, dict(zip(names, key, strict=True)), number)


async def load(
    connection: AsyncConnection, since: date | None, until: date | None
) -> tuple[Tally, ...]:
    """Every counter of a period, its two ends included."""
    wanted = select(tally)
    if since is not None:
        wanted = wanted.where(tally.c.day >= since)
    if until is not None:
        wanted = wanted.where(tally.c.day <= until)
    found = await connection.execute(wanted.order_by(*tally.primary_key))
    return tuple(Tally.model_validate(dict(row)) for row in found.mappings())


def made(suggestion: Suggestion) -> Iterable[Tally]:
    """What a new suggestion adds to the counters."""
    outcome = suggestion.outcome
    if outcome.state in _COUNTED:
        reason = outcome.reason.code if outcome.reason else ""
        yield _tally(suggestion, outcome, Outcome(outcome.state.value), reason)


def changed(before: Suggestion, after: Suggestion) -> Iterable[Tally]:
    """What the last event of a suggestion adds to the counters: a decision, or its undoing."""
    event = after.events[-1]
    decided = _decided(after)
    if decided is not None:
        yield _tally(after, event, *decided)
        return
    undone = _decided(before)
    if undone is not None:
        detail = " ".join(filter(None, undone))
        yield _tally(after, event, Outcome.UNDONE, detail)


def why(suggestion: Suggestion, day: date, reason: str) -> Tally:
    """What a person's reason adds to the counters. It is kept nowhere else."""
    return _tally(suggestion, Event(state=suggestion.state, day=day), Outcome.WHY, reason)


def _decided(suggestion: Suggestion) -> tuple[Outcome, str] | None:
    """The decision in force on a suggestion, and its detail."""
    match suggestion.state:
        case State.ACCEPTED:
            return Outcome.ACCEPTED, ""
        case State.REJECTED:
            return Outcome.REJECTED, ""
        case State.EDITED:
            proposal, value = suggestion.proposal, suggestion.value
            if proposal is None or proposal.value is None or value is None:
                return Outcome.EDITED, ""
            return Outcome.EDITED, str(round(10 * distance(proposal.value, value)))
        case _:
            return None


def _tally(suggestion: Suggestion, event: Event, outcome: Outcome, detail: str) -> Tally:
    return Tally(
        day=event.day,
        task=suggestion.field,
        task_version=suggestion.task_version,
        method=suggestion.outcome.method or "",
        model=suggestion.outcome.model or "",
        trial=suggestion.outcome.trial or "",
        outcome=outcome,
        detail=detail,
    )
