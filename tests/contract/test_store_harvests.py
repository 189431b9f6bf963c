"""How every store remembers where its datasets come from."""

from datetime import date

from store_examples import DAY, FULL, NOON, RIVERS, decide, suggestion

from eclaireur.core.dataset import Dataset
from eclaireur.core.harvest import Run
from eclaireur.core.ports import ImportOutcome
from eclaireur.core.suggestion import State
from eclaireur.store import SqlStore


async def put(store: SqlStore, run: Run, *datasets: Dataset, cursor: str | None = None) -> None:
    stamps = {each.identifier: each.modified for each in datasets}
    await store.put_harvested(run, datasets, stamps, cursor)


async def test_a_reading_goes_on_until_it_has_ended(store: SqlStore) -> None:
    first = await store.begin_run("portal")
    assert first == Run(source="portal", number=1)
    await put(store, first, RIVERS, cursor="page 2")
    interrupted = await store.begin_run("portal")
    assert interrupted == Run(source="portal", number=1, cursor="page 2")
    await put(store, interrupted, FULL)
    await store.end_run(interrupted, (), DAY)
    second = await store.begin_run("portal")
    assert second == Run(source="portal", number=2, again=True)
    await put(store, second, RIVERS, cursor="page 2")
    assert await store.begin_run("portal") == second.model_copy(update={"cursor": "page 2"})
    assert await store.begin_run("other") == Run(source="other", number=1)


async def test_what_a_reading_has_not_met_is_told(store: SqlStore) -> None:
    first = await store.begin_run("portal")
    await put(store, first, RIVERS, FULL)
    await store.end_run(first, (), DAY)
    second = await store.begin_run("portal")
    assert await store.unseen(second) == ("full", "rivers")
    await store.put_harvested(second, [], {"rivers": "later", "unknown": None}, None)
    assert await store.unseen(second) == ("full",)
    assert await store.stamps("portal", ["rivers", "full", "unknown"]) == {
        "rivers": "later",
        "full": "2021",
    }
    other = await store.begin_run("other")
    await put(store, other, FULL)
    assert await store.unseen(second) == ()
    assert await store.stamps("portal", ["full"]) == {}


async def test_what_has_vanished_is_kept_and_comes_back(store: SqlStore) -> None:
    run = await store.begin_run("portal")
    await put(store, run, RIVERS, FULL)
    made = suggestion(RIVERS, State.PROPOSED)
    await store.add_suggestions([made])
    await decide(store, made.key, State.ACCEPTED)
    await store.end_run(run, ["rivers"], DAY)
    assert await store.vanished_on("rivers") == DAY
    assert await store.vanished_on("full") is None
    assert await store.dataset("rivers") == RIVERS
    assert await store.datasets_among(["rivers", "full"]) == {"full": FULL}
    assert [each.identifier async for each, _ in store.all_datasets()] == ["full"]
    assert [each.identifier async for each in store.keyword_uses()] == ["full"]
    assert [(each.identifier, each.dataset) async for each in store.changes_since(2)] == [
        ("rivers", None)
    ]
    again = await store.begin_run("portal")
    assert await store.stamps("portal", ["rivers"]) == {}
    outcome = await store.put_harvested(again, [RIVERS], {"rivers": None}, None)
    assert outcome == ImportOutcome(returned=1)
    assert await store.vanished_on("rivers") is None
    assert (await store.suggestion(made.key)).state is State.ACCEPTED
    assert [each.dataset async for each in store.changes_since(3)] == [RIVERS]
    assert await store.put_datasets([RIVERS]) == ImportOutcome(unchanged=1)


async def test_a_draft_that_says_what_is_imported_gives_its_decisions(store: SqlStore) -> None:
    own = suggestion(RIVERS, State.PROPOSED, State.REJECTED)
    await store.put_datasets([RIVERS.model_copy(update={"title": "Avant"})])
    await store.add_suggestions([own])
    draft = RIVERS.model_copy(update={"identifier": "draft-1", "other_identifier": "rivers"})
    other = draft.model_copy(update={"identifier": "draft-2", "title": "Autre chose"})
    await store.put_drafts([draft, other], NOON)
    accepted = suggestion(draft, State.PROPOSED, State.ACCEPTED)
    keywords = suggestion(draft, State.PROPOSED, field="keywords")
    elsewhere = suggestion(other, State.PROPOSED)
    await store.add_suggestions([accepted, keywords, elsewhere])
    await store.put_datasets([RIVERS])
    handed = {each.key: each for each in await store.suggestions_of(["rivers"])}
    assert set(handed) == {own.key, accepted.key, keywords.key}
    assert (handed[accepted.key].number, handed[accepted.key].state) == (2, State.ACCEPTED)
    assert (handed[keywords.key].number, handed[keywords.key].state) == (1, State.PROPOSED)
    assert await store.suggestions_of(["draft-1"]) == ()
    assert [each.key for each in await store.suggestions_of(["draft-2"])] == [elsewhere.key]
    assert await store.drop_expired_drafts(NOON) == 1
    assert await store.suggestion(accepted.key) == handed[accepted.key]


async def test_what_was_retained_before_stands_beside_a_draft_s_proposal(store: SqlStore) -> None:
    await store.put_datasets([RIVERS])
    retained = suggestion(RIVERS, State.PROPOSED, State.ACCEPTED)
    await store.add_suggestions([retained])
    draft = RIVERS.model_copy(update={"identifier": "draft-1", "other_identifier": "rivers"})
    await store.put_drafts([draft], NOON)
    proposed = suggestion(draft, State.PROPOSED)
    await store.add_suggestions([proposed])
    await store.put_datasets([RIVERS])
    assert (await store.suggestion(retained.key)).state is State.ACCEPTED
    assert (await store.suggestion(proposed.key)).state is State.STALE


async def test_a_date_is_all_that_is_kept_of_when(store: SqlStore) -> None:
    run = await store.begin_run("portal")
    await put(store, run, RIVERS)
    await store.end_run(run, ["rivers"], date(2026, 1, 2))
    assert type(await store.vanished_on("rivers")) is date
