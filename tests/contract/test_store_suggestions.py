"""How every store keeps suggestions and decisions, on SQLite and on PostgreSQL."""

import asyncio
from collections import Counter
from collections.abc import Iterable

import pytest
from store_examples import DAY, FULL, RIVERS, decide, suggestion

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    DatasetNotFound,
    DecidedMeanwhile,
    SuggestedMeanwhile,
    SuggestionNotFound,
    TransitionRefused,
)
from eclaireur.core.evidence import Bearers, DatasetReference, Evidence, NamedConcept, Passage
from eclaireur.core.ports import DatasetQuery, ImportOutcome
from eclaireur.core.suggestion import Event, Reason, State, Suggestion
from eclaireur.core.usage import Usage
from eclaireur.store import SqlStore, open_store


class TestSuggestions:
    async def test_a_suggestion_comes_back_with_all_its_events(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        passage = Passage(field="title", start=0, end=7, text="Qualité")
        bearers = Bearers(count=3, examples=(DatasetReference(identifier="x", title="X\0"),))
        concept = NamedConcept(uri="https://voc/1", label="eau", vocabulary="voc", broader="air")
        made = suggestion(RIVERS, field="keywords").following(
            Event(
                state=State.PROPOSED,
                day=DAY,
                value=("eau\0", "\ud800"),
                evidence=(
                    Evidence(part="eau", support=passage),
                    Evidence(part="Q", offset=0, support=bearers),
                    Evidence(part="eau", support=concept),
                ),
                caution=Reason(code="cold-catalogue", params={"datasets": 2, "minimum": 50}),
                method="neighbours",
                usage=Usage(duration_s=0.25, cpu_s=0.1, energy_wh=0),
            )
        )
        made = made.following(
            Event(state=State.REJECTED, day=DAY, reason=Reason(code="too_long", params={"n": 3}))
        )
        await store.add_suggestions([made])
        assert await store.suggestion(made.key) == made

    @pytest.mark.parametrize("key", ["absent", "", "with\0nul", "lone\ud800surrogate"])
    async def test_an_unknown_key_is_said_so(self, store: SqlStore, key: str) -> None:
        with pytest.raises(SuggestionNotFound):
            await store.suggestion(key)
        with pytest.raises(SuggestionNotFound):
            await store.append_event(key, Event(sequence=1, state=State.PROPOSED, day=DAY))

    async def test_suggestions_are_recorded_all_or_none(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        sound = suggestion(RIVERS, State.PROPOSED)
        with pytest.raises(DatasetNotFound):
            await store.add_suggestions([sound, suggestion(FULL, State.PROPOSED)])
        assert await store.suggestions_of(["rivers", "full"]) == ()
        await store.add_suggestions([])

    async def test_a_number_is_taken_once(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        first, second = suggestion(RIVERS, State.PROPOSED), suggestion(RIVERS, State.WITHHELD)
        with pytest.raises(SuggestedMeanwhile):
            await store.add_suggestions([first, second])
        await store.add_suggestions([first])
        other = suggestion(RIVERS, State.PROPOSED, number=2)
        with pytest.raises(SuggestedMeanwhile):
            await store.add_suggestions([other, second])
        assert await store.suggestions_of(["rivers"]) == (first,)

    async def test_of_many_who_suggest_at_once_one_does(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        outcomes = await asyncio.gather(
            *(store.add_suggestions([suggestion(RIVERS, State.PROPOSED)]) for _ in range(20)),
            return_exceptions=True,
        )
        assert Counter(map(type, outcomes)) == {type(None): 1, SuggestedMeanwhile: 19}

    async def test_the_suggestions_of_datasets_by_field_then_number(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS, FULL])
        made = [
            suggestion(FULL, State.WITHHELD, field="keywords"),
            suggestion(FULL, State.FAILED, number=9),
            suggestion(FULL, State.PROPOSED, number=10),
            suggestion(RIVERS),
        ]
        await store.add_suggestions(reversed(made))
        assert await store.suggestions_of(["rivers", "full", "rivers", "absent"]) == tuple(made)
        assert await store.suggestions_of(["rivers"]) == (made[-1],)
        assert await store.suggestions_of([]) == ()

    async def test_suggestions_are_listed_by_key(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        made = [
            suggestion(RIVERS, *states, field=field, number=number)
            for number, states in enumerate(
                [(State.PROPOSED,), (State.WITHHELD,), (State.PROPOSED, State.ACCEPTED)] * 4, 1
            )
            for field in ("short_description", "keywords")
        ]
        await store.add_suggestions(made)
        ordered = sorted(made, key=lambda each: each.key)

        async def listed(**criteria: object) -> list[Suggestion]:
            asked = {"state": None, "field": None, "after": None, "limit": 100} | criteria
            return list(await store.find_suggestions(**asked))  # type: ignore[arg-type]

        assert await listed() == ordered
        assert await listed(limit=5) == ordered[:5]
        assert await listed(after=ordered[4].key, limit=5) == ordered[5:10]
        assert await listed(state=State.ACCEPTED) == [
            each for each in ordered if each.state is State.ACCEPTED
        ]
        assert await listed(state=State.WITHHELD, field="keywords") == [
            each for each in ordered if each.state is State.WITHHELD and each.field == "keywords"
        ]
        assert await listed(after=ordered[-1].key) == []


class TestDecisions:
    async def test_a_decision_and_its_undoing_are_kept(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        made = suggestion(RIVERS, State.PROPOSED)
        await store.add_suggestions([made])
        await decide(store, made.key, State.ACCEPTED)
        accepted = await store.suggestion(made.key)
        undone = accepted.undone(await store.dataset("rivers"), DAY)
        await store.append_event(made.key, undone.events[-1])
        assert await store.suggestion(made.key) == undone
        assert [event.state for event in undone.events] == [
            State.REQUESTED,
            State.PROPOSED,
            State.ACCEPTED,
            State.PROPOSED,
        ]

    @pytest.mark.parametrize("sequence", [0, 1, 3])
    async def test_an_event_out_of_turn_is_refused(self, store: SqlStore, sequence: int) -> None:
        await store.put_datasets([RIVERS])
        made = suggestion(RIVERS, State.PROPOSED)
        await store.add_suggestions([made])
        with pytest.raises(DecidedMeanwhile):
            await store.append_event(
                made.key, Event(sequence=sequence, state=State.ACCEPTED, day=DAY)
            )
        assert await store.suggestion(made.key) == made

    async def test_an_event_outside_the_table_is_refused(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        made = suggestion(RIVERS, State.WITHHELD)
        await store.add_suggestions([made])
        with pytest.raises(TransitionRefused):
            await store.append_event(made.key, Event(sequence=2, state=State.ACCEPTED, day=DAY))
        assert await store.suggestion(made.key) == made

    async def test_of_many_who_decide_at_once_one_does(self, address: str) -> None:
        async with open_store(address) as one, open_store(address) as two:
            await one.put_datasets([RIVERS])
            made = suggestion(RIVERS, State.PROPOSED)
            await one.add_suggestions([made])
            outcomes = await asyncio.gather(
                *(
                    store.append_event(made.key, made.following(Event(state=s, day=DAY)).events[-1])
                    for store in (one, two)
                    for s in (State.ACCEPTED, State.REJECTED) * 30
                ),
                return_exceptions=True,
            )
            assert Counter(map(type, outcomes)) == {type(None): 1, DecidedMeanwhile: 119}
            assert len((await two.suggestion(made.key)).events) == 3

    async def test_decisions_and_imports_at_once_lose_nothing(self, store: SqlStore) -> None:
        datasets = [Dataset(identifier=f"d{number:02}", title="Un titre") for number in range(40)]
        await store.put_datasets(datasets)
        made = [suggestion(each, State.PROPOSED) for each in datasets]
        await store.add_suggestions(made)
        changed = [each.model_copy(update={"title": "Un autre"}) for each in reversed(datasets)]
        outcome, *decisions = await asyncio.gather(
            store.put_datasets(changed),
            *(
                store.append_event(
                    each.key, each.following(Event(state=State.ACCEPTED, day=DAY)).events[-1]
                )
                for each in made
            ),
            return_exceptions=True,
        )
        assert isinstance(outcome, ImportOutcome)
        states = Counter([(await store.suggestion(each.key)).state for each in made])
        assert set(map(type, decisions)) <= {type(None), DecidedMeanwhile}
        assert states[State.ACCEPTED] == decisions.count(None)
        assert states[State.STALE] == outcome.made_stale == 40 - decisions.count(None)


class TestStaleness:
    async def test_a_changed_source_closes_open_proposals_alone(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS, FULL])
        histories: Iterable[tuple[State, ...]] = (
            (State.PROPOSED,),
            (State.WITHHELD,),
            (State.PROPOSED, State.ACCEPTED),
            (State.PROPOSED, State.REJECTED),
            (State.PROPOSED, State.REJECTED, State.PROPOSED),
        )
        made = [
            suggestion(RIVERS, *history, number=number)
            for number, history in enumerate(histories, 1)
        ]
        other = suggestion(FULL, State.PROPOSED)
        await store.add_suggestions([*made, other])
        outcome = await store.put_datasets(
            [RIVERS.model_copy(update={"description": "Autre."}), FULL]
        )
        assert outcome == ImportOutcome(changed=1, unchanged=1, made_stale=2)
        kept = await store.suggestions_of(["rivers"])
        assert [each.state for each in kept] == [
            State.STALE,
            State.WITHHELD,
            State.ACCEPTED,
            State.REJECTED,
            State.STALE,
        ]
        assert [each.events[:-1] for each in (kept[0], kept[4])] == [made[0].events, made[4].events]
        assert await store.suggestion(other.key) == other
        assert (await store.find_datasets(DatasetQuery(title="rivières"))).items[
            0
        ].open_proposals == 0

    async def test_a_change_elsewhere_leaves_proposals_open(self, store: SqlStore) -> None:
        await store.put_datasets([RIVERS])
        made = suggestion(RIVERS, State.PROPOSED)
        await store.add_suggestions([made])
        outcome = await store.put_datasets([RIVERS.model_copy(update={"license": "fr-lo"})])
        assert outcome == ImportOutcome(changed=1)
        assert await store.suggestion(made.key) == made

    async def test_a_proposal_made_from_a_former_source_is_never_open(
        self, store: SqlStore
    ) -> None:
        former = RIVERS.model_copy(update={"title": "Titre d’avant"})
        await store.put_datasets([RIVERS])
        made = suggestion(former, State.PROPOSED)
        await store.add_suggestions([made])
        assert (await store.suggestion(made.key)).state is State.STALE

    async def test_undoing_a_decision_on_a_former_source_makes_it_stale(
        self, store: SqlStore
    ) -> None:
        await store.put_datasets([RIVERS])
        made = suggestion(RIVERS, State.PROPOSED, State.ACCEPTED)
        await store.add_suggestions([made])
        undone = made.undone(RIVERS, DAY)
        await store.put_datasets([RIVERS.model_copy(update={"title": "Entre-temps"})])
        await store.append_event(made.key, undone.events[-1])
        assert (await store.suggestion(made.key)).state is State.STALE
