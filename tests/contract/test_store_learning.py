"""What every store counts of what became of proposals."""

import asyncio
from datetime import timedelta

from sqlalchemy import text
from store_examples import DAY, FULL, NOON, RIVERS, decide, suggestion

from eclaireur.core.dataset import Dataset
from eclaireur.core.learning import Outcome, Tally
from eclaireur.core.suggestion import Event, Reason, State, Suggestion
from eclaireur.store import SqlStore


def proposed(dataset: Dataset = RIVERS) -> Suggestion:
    return suggestion(dataset).following(
        Event(state=State.PROPOSED, day=DAY, value="Les mesures.", method="extraction")
    )


def tally(outcome: Outcome, detail: str = "", count: int = 1, days: int = 0) -> Tally:
    return Tally(
        day=DAY + timedelta(days),
        task="short_description",
        task_version="1",
        method="extraction",
        model="",
        outcome=outcome,
        detail=detail,
        count=count,
    )


async def counted(store: SqlStore) -> set[Tally]:
    return set(await store.tallies())


async def test_each_step_is_counted_and_so_is_its_undoing(store: SqlStore) -> None:
    await store.put_datasets([RIVERS, FULL])
    made = proposed()
    await store.add_suggestions([made, proposed(FULL)])
    assert await counted(store) == {tally(Outcome.PROPOSED, count=2)}
    edit = Event(sequence=2, state=State.EDITED, day=DAY, value="Les mesures!")
    await store.append_event(made.key, edit, "incomplete")
    edited = {tally(Outcome.EDITED, "1"), tally(Outcome.WHY, "incomplete")}
    assert await counted(store) == {tally(Outcome.PROPOSED, count=2)} | edited
    await store.append_event(made.key, Event(sequence=3, state=State.PROPOSED, day=DAY))
    undone = {tally(Outcome.UNDONE, "edited 1")}
    assert await counted(store) == {tally(Outcome.PROPOSED, count=2)} | edited | undone


async def test_what_gives_nothing_is_counted_by_its_reason(store: SqlStore) -> None:
    await store.put_datasets([RIVERS])
    reason = Reason(code="description-too-short", params={"length": 3})
    withheld = suggestion(RIVERS).following(
        Event(state=State.WITHHELD, day=DAY, method="extraction", reason=reason)
    )
    await store.add_suggestions([withheld])
    assert await counted(store) == {tally(Outcome.WITHHELD, "description-too-short")}


async def test_a_reason_is_kept_with_no_decision(store: SqlStore) -> None:
    await store.put_datasets([RIVERS])
    made = proposed()
    await store.add_suggestions([made])
    rejection = Event(sequence=2, state=State.REJECTED, day=DAY)
    await store.append_event(made.key, rejection, "inaccurate")
    async with store._database.reading() as connection:
        bodies = await connection.scalars(text("SELECT body FROM event"))
        assert not [body for body in bodies if "inaccurate" in body]
    assert (await store.suggestion(made.key)).reason is None
    assert tally(Outcome.WHY, "inaccurate") in await counted(store)


async def test_counters_outlive_drafts(store: SqlStore) -> None:
    draft = RIVERS.model_copy(update={"identifier": "draft"})
    await store.put_drafts([draft], NOON)
    made = proposed().model_copy(update={"dataset": "draft"})
    await store.add_suggestions([made])
    await decide(store, made.key, State.ACCEPTED)
    await store.drop_expired_drafts(NOON + timedelta(days=2))
    assert await counted(store) == {tally(Outcome.PROPOSED), tally(Outcome.ACCEPTED)}


async def test_a_period_holds_its_two_ends(store: SqlStore) -> None:
    await store.put_datasets([RIVERS])
    made = proposed()
    await store.add_suggestions([made])
    await store.append_event(
        made.key, Event(sequence=2, state=State.ACCEPTED, day=DAY + timedelta(1))
    )
    first, second = tally(Outcome.PROPOSED), tally(Outcome.ACCEPTED, days=1)
    assert set(await store.tallies(DAY, DAY + timedelta(1))) == {first, second}
    assert await store.tallies(until=DAY) == (first,)
    assert await store.tallies(since=DAY + timedelta(1)) == (second,)
    assert await store.tallies(since=DAY + timedelta(2)) == ()


async def test_nothing_is_forgotten_of_what_happens_at_once(store: SqlStore) -> None:
    many = [RIVERS.model_copy(update={"identifier": f"rivers-{n}"}) for n in range(20)]
    await store.put_datasets(many)
    made = [proposed().model_copy(update={"dataset": each.identifier}) for each in many]
    made = [each.model_copy(update={"key": f"{number:020x}"}) for number, each in enumerate(made)]
    await asyncio.gather(*(store.add_suggestions([each]) for each in made))
    await asyncio.gather(*(decide(store, each.key, State.ACCEPTED) for each in made))
    assert await counted(store) == {
        tally(Outcome.PROPOSED, count=20),
        tally(Outcome.ACCEPTED, count=20),
    }
