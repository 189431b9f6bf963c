"""The use cases, over a real SQLite store and a task whose method is easy to foresee."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from empty_stores import empty_store

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    AlreadyDecided,
    DatasetNotFound,
    NothingToUndo,
    PersonalDataInValue,
    SuggestionStale,
    UnknownField,
    ValueMissing,
    WrongKindOfValue,
)
from eclaireur.core.evidence import Evidence, Passage
from eclaireur.core.ports import DatasetQuery
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Action, Decision, DecisionReason, Reason, State, Value
from eclaireur.core.usage import EnergySource
from eclaireur.guards.reading import LONG
from eclaireur.ledger import energy
from eclaireur.search import SearchIndex
from eclaireur.store import SqlStore, open_store
from eclaireur.tasks import short_description
from eclaireur.tasks.task import Task

ACCEPT = Decision(action=Action.ACCEPT)
REJECT = Decision(action=Action.REJECT, reason=DecisionReason.OFF_TOPIC)
TREES = Dataset(identifier="trees", title="Arbres", description="Les arbres de la ville.")


QUESTION = short_description.task().question


class FirstSentence:
    """Proposes the first sentence, and breaks on purpose when a record says so."""

    name = "first-sentence"
    model = None

    def __init__(self) -> None:
        self.calls = 0

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        self.calls += 1
        if "boom" in dataset.description:
            raise RuntimeError(f"secret: {dataset.description}")
        text = dataset.description.strip().partition(".")[0] + "."
        start = dataset.description.find(text)
        if start < 0:
            return Withheld(Reason(code="no-sentence"))
        end = start + len(text)
        passage = Passage(field="description", start=start, end=end, text=text)
        return Proposal(text, (Evidence(part=text, offset=0, support=passage),))


def task(method: FirstSentence, version: str = "1") -> Task:
    def shortfall(dataset: Dataset) -> Reason | None:
        return None if dataset.title else Reason(code="title-missing")

    def accepts(value: Value) -> Value:
        if not isinstance(value, str):
            raise WrongKindOfValue(field="short_description", expected="a text")
        return value.strip()

    return Task(
        field="short_description",
        version=version,
        reads=("title", "description"),
        methods=(method,),
        shortfall=shortfall,
        accepts=accepts,
        question=QUESTION,
    )


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with open_store(empty_store(tmp_path / "eclaireur.sqlite")) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def method() -> FirstSentence:
    return FirstSentence()


@pytest.fixture
def index(tmp_path: Path, store: SqlStore) -> SearchIndex:
    return SearchIndex(tmp_path / "search", store)


@pytest.fixture
async def assistant(
    store: SqlStore, index: SearchIndex, method: FirstSentence, clock: Clock
) -> Assistant:
    assistant = Assistant(store, [task(method)], clock, search=index)
    await assistant.put_datasets([TREES])
    return assistant


async def test_a_proposal_tells_what_it_was_computed_from(assistant: Assistant) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    assert suggestion.state is State.PROPOSED
    assert suggestion.value == "Les arbres de la ville."
    assert suggestion.source == TREES.fingerprint(("title", "description"))
    assert suggestion.task_version == "1"
    proposal = suggestion.proposal
    assert proposal is not None
    assert proposal.method == "first-sentence"
    assert proposal.day.isoformat() == "2026-03-02"
    assert proposal.usage is not None
    assert proposal.usage.input_tokens == 0
    assert proposal.usage.energy_source is EnergySource.CPU_TIME
    assert proposal.usage.energy_wh == energy.of_processor(proposal.usage.cpu_s or 0)
    assert proposal.usage.carbon_g is None
    assert await assistant.suggestion(suggestion.key) == suggestion


async def test_the_same_question_is_computed_once(
    assistant: Assistant, method: FirstSentence
) -> None:
    first = await assistant.suggest("trees", "short_description")
    assert await assistant.suggest("trees", "short_description") == first
    rejected = await assistant.decide(first.key, REJECT)
    assert await assistant.suggest("trees", "short_description") == rejected
    assert method.calls == 1


async def test_people_who_ask_at_once_get_one_suggestion(assistant: Assistant) -> None:
    answers = await asyncio.gather(
        *(assistant.suggest("trees", "short_description") for _ in range(8))
    )
    assert len({answer.key for answer in answers}) == 1
    assert len((await assistant.view("trees")).suggestions) == 1


async def test_nothing_is_exported_without_a_decision(assistant: Assistant) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    [exported] = [each async for each in assistant.export()]
    assert exported.dataset == TREES
    assert exported.provenance == ()

    await assistant.decide(suggestion.key, ACCEPT)
    [exported] = [each async for each in assistant.export()]
    assert exported.dataset.short_description == "Les arbres de la ville."
    [provenance] = exported.provenance
    assert provenance.suggestion == suggestion.key
    assert provenance.decision is State.ACCEPTED

    await assistant.undo(suggestion.key)
    [exported] = [each async for each in assistant.export()]
    assert exported.dataset == TREES


async def test_an_edit_keeps_the_persons_value(assistant: Assistant) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    edit = Decision(action=Action.EDIT, value="  Les arbres plantés. ")
    edited = await assistant.decide(suggestion.key, edit)
    assert edited.state is State.EDITED
    assert edited.value == "Les arbres plantés."
    proposal = edited.proposal
    assert proposal is not None
    assert proposal.value == "Les arbres de la ville."


async def test_an_edit_that_changes_nothing_is_an_acceptance(assistant: Assistant) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    same = Decision(action=Action.EDIT, value="Les arbres de la ville. ")
    assert (await assistant.decide(suggestion.key, same)).state is State.ACCEPTED


@pytest.mark.parametrize(
    ("decision", "error"),
    [
        (Decision(action=Action.EDIT), ValueMissing),
        (Decision(action=Action.EDIT, value=("a", "list")), WrongKindOfValue),
    ],
)
async def test_an_edit_needs_a_value_the_field_can_keep(
    assistant: Assistant, decision: Decision, error: type[Exception]
) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    with pytest.raises(error):
        await assistant.decide(suggestion.key, decision)
    assert (await assistant.suggestion(suggestion.key)).state is State.PROPOSED


async def test_a_second_decision_is_refused_until_the_first_is_undone(
    assistant: Assistant,
) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    await assistant.decide(suggestion.key, ACCEPT)
    with pytest.raises(AlreadyDecided):
        await assistant.decide(suggestion.key, REJECT)
    assert (await assistant.undo(suggestion.key)).state is State.PROPOSED
    with pytest.raises(NothingToUndo):
        await assistant.undo(suggestion.key)
    rejected = await assistant.decide(suggestion.key, REJECT)
    assert rejected.reason is None
    [fate] = (await assistant.learning(threshold=1)).fates
    assert (fate.accepted, fate.rejected, fate.why) == (0, 1, {"off_topic": 1})
    states = [event.state for event in rejected.events]
    assert states == ["requested", "proposed", "accepted", "proposed", "rejected"]


async def test_a_changed_source_makes_proposals_stale(assistant: Assistant) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    changed = TREES.model_copy(update={"description": "Tous les arbres."})
    outcome = await assistant.put_datasets([changed])
    assert (outcome.changed, outcome.made_stale) == (1, 1)
    with pytest.raises(SuggestionStale):
        await assistant.decide(suggestion.key, ACCEPT)
    fresh = await assistant.suggest("trees", "short_description")
    assert fresh.number == suggestion.number + 1
    assert fresh.value == "Tous les arbres."


async def test_undo_after_the_source_changed_gives_a_stale_suggestion(
    assistant: Assistant,
) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    await assistant.decide(suggestion.key, ACCEPT)
    await assistant.put_datasets([TREES.model_copy(update={"title": "Arbres d’ornement"})])
    assert (await assistant.suggestion(suggestion.key)).state is State.ACCEPTED
    assert (await assistant.undo(suggestion.key)).state is State.STALE


async def test_a_new_version_of_a_task_closes_the_proposal_of_the_former(
    assistant: Assistant,
    store: SqlStore,
    index: SearchIndex,
    method: FirstSentence,
    clock: Clock,
) -> None:
    old = await assistant.suggest("trees", "short_description")
    upgraded = Assistant(store, [task(method, version="2")], clock, search=index)
    new = await upgraded.suggest("trees", "short_description")
    assert new.task_version == "2"
    assert (await upgraded.suggestion(old.key)).state is State.STALE


async def test_a_thin_source_is_withheld_with_what_to_write(assistant: Assistant) -> None:
    await assistant.put_datasets([Dataset(identifier="untitled", description="Un texte.")])
    suggestion = await assistant.suggest("untitled", "short_description")
    assert suggestion.state is State.WITHHELD
    assert suggestion.reason == Reason(code="title-missing")


async def test_a_method_that_breaks_fails_that_record_alone(
    assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    records = [
        Dataset(identifier="bad", title="Mauvais", description="boom"),
        Dataset(identifier="good", title="Bon", description="Une phrase."),
    ]
    with caplog.at_level(logging.ERROR):
        answers = [
            suggestion.state
            async for _, suggestion in assistant.suggest_for_records(records, ["short_description"])
        ]
    assert answers == [State.FAILED, State.PROPOSED]
    assert "RuntimeError" in caplog.text
    assert "boom" not in caplog.text


@pytest.mark.parametrize("length", [1, LONG])
async def test_a_shortfall_that_breaks_fails_that_record_alone(
    store: SqlStore, index: SearchIndex, method: FirstSentence, length: int
) -> None:
    def breaks(dataset: Dataset) -> Reason | None:
        raise RuntimeError(dataset.title)

    assistant = Assistant(store, [replace(task(method), shortfall=breaks)], search=index)
    record = TREES.model_copy(update={"description": "x" * length})
    suggestion = await assistant.preview(record, "short_description")
    assert suggestion.state is State.FAILED
    assert method.calls == 0


async def test_a_long_description_is_read_beside_the_other_requests(
    store: SqlStore, index: SearchIndex, method: FirstSentence
) -> None:
    reading_threads = []

    def shortfall(_dataset: Dataset) -> Reason | None:
        reading_threads.append(threading.get_ident())
        return None

    assistant = Assistant(store, [replace(task(method), shortfall=shortfall)], search=index)
    for length in (LONG - 1, LONG):
        description = "Les arbres." + " " * (length - 11)
        record = TREES.model_copy(update={"description": description})
        suggestion = await assistant.preview(record, "short_description")
        assert suggestion.value == "Les arbres."
    short, long = reading_threads
    assert short == threading.get_ident() != long


async def test_a_value_the_field_cannot_keep_is_not_read_for_personal_data(
    assistant: Assistant,
) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    several = Decision(action=Action.EDIT, value=("Mme Solenn Kervadec",))
    with pytest.raises(WrongKindOfValue):
        await assistant.decide(suggestion.key, several)


async def test_a_failure_is_tried_again(assistant: Assistant) -> None:
    await assistant.put_datasets([Dataset(identifier="bad", title="x", description="boom")])
    first = await assistant.suggest("bad", "short_description")
    second = await assistant.suggest("bad", "short_description")
    assert first.state is second.state is State.FAILED
    assert second.number == first.number + 1


async def test_records_come_back_in_their_order_whatever_they_are(
    assistant: Assistant,
) -> None:
    known = await assistant.suggest("trees", "short_description")
    other = TREES.model_copy(update={"description": "Des arbres remarquables."})
    answers = [
        (record.identifier, suggestion)
        async for record, suggestion in assistant.suggest_for_records(
            [other, TREES, TREES], ["short_description"]
        )
    ]
    assert [identifier for identifier, _ in answers] == ["trees"] * 3
    draft, first, again = (suggestion for _, suggestion in answers)
    assert first == again == known
    assert draft.dataset.startswith("draft-")
    assert (await assistant.view(draft.dataset)).published.portal_identifier == "trees"


async def test_a_draft_is_unlisted_and_deleted_after_a_day(
    assistant: Assistant, clock: Clock
) -> None:
    draft = await assistant.add_draft(TREES.model_copy(update={"identifier": "pasted"}))
    suggestion = await assistant.suggest(draft.identifier, "short_description")
    assert (await assistant.find_datasets(DatasetQuery())).total == 1
    assert (await assistant.view(draft.identifier)).expires_at == clock() + timedelta(hours=24)

    clock.time += timedelta(hours=23, minutes=59)
    assert await assistant.drop_expired_drafts() == 0
    clock.time += timedelta(minutes=2)
    assert await assistant.drop_expired_drafts() == 1
    with pytest.raises(DatasetNotFound):
        await assistant.view(draft.identifier)
    with pytest.raises(Exception, match=suggestion.key):
        await assistant.suggestion(suggestion.key)


async def test_a_draft_put_into_the_catalogue_keeps_its_decisions(
    assistant: Assistant, clock: Clock
) -> None:
    draft = await assistant.add_draft(TREES.model_copy(update={"identifier": "pasted"}))
    suggestion = await assistant.suggest(draft.identifier, "short_description")
    await assistant.decide(suggestion.key, ACCEPT)
    await assistant.keep_draft(draft.identifier)
    clock.time += timedelta(days=3)
    assert await assistant.drop_expired_drafts() == 0
    exported = {each.dataset.identifier: each async for each in assistant.export()}
    assert exported[draft.identifier].provenance[0].suggestion == suggestion.key
    with pytest.raises(DatasetNotFound):
        await assistant.keep_draft(draft.identifier)


async def test_changing_a_draft_makes_its_proposals_stale(assistant: Assistant) -> None:
    draft = await assistant.add_draft(TREES)
    suggestion = await assistant.suggest(draft.identifier, "short_description")
    changed = Dataset(identifier="ignored", title="Arbres", description="Autre texte.")
    await assistant.change_draft(draft.identifier, changed)
    assert (await assistant.suggestion(suggestion.key)).state is State.STALE
    with pytest.raises(DatasetNotFound):
        await assistant.change_draft("trees", changed)


async def test_a_preview_leaves_no_trace(assistant: Assistant) -> None:
    preview = await assistant.preview(TREES, "short_description")
    assert preview.state is State.PROPOSED
    assert await assistant.find_suggestions() == ()


async def test_a_field_that_nothing_proposes_is_refused(assistant: Assistant) -> None:
    with pytest.raises(UnknownField, match="short_description"):
        await assistant.suggest("trees", "licence")


TYPED = Dataset(
    identifier="typed",
    title="Registre tenu par Mme Solenn Kervadec",
    description="Les arbres de la ville. Écrire à solenn.kervadec@exemple.fr.",
    extras={"remarks": ["appeler le 06 39 98 12 34"]},
)


async def test_what_a_person_types_is_kept_without_personal_data(
    assistant: Assistant, store: SqlStore
) -> None:
    draft = await assistant.add_draft(TYPED)
    assert draft.title == "Registre tenu par Mme [personne]"
    assert draft.description == "Les arbres de la ville. Écrire à [e-mail]."
    assert draft.extras == {"remarks": ["appeler le [téléphone]"]}
    assert await store.dataset(draft.identifier) == draft
    changed = await assistant.change_draft(draft.identifier, TYPED)
    assert changed == draft


async def test_a_catalogue_is_kept_as_published(assistant: Assistant) -> None:
    await assistant.put_datasets([TYPED])
    assert (await assistant.view("typed")).published == TYPED


async def test_a_proposal_never_tells_of_someone(assistant: Assistant) -> None:
    told = "Liste dressée par Mme Solenn Kervadec. Les arbres de la ville."
    record = Dataset(identifier="told", title="Arbres", description=told)
    await assistant.put_datasets(
        [record, record.model_copy(update={"identifier": "only", "description": told[:38]})]
    )
    suggestion = await assistant.suggest("told", "short_description")
    [evidence] = suggestion.outcome.evidence
    assert suggestion.value == "Les arbres de la ville."
    assert isinstance(evidence.support, Passage)
    assert told[evidence.support.start : evidence.support.end] == evidence.support.text
    only = await assistant.suggest("only", "short_description")
    assert only.state is State.WITHHELD


async def test_an_edit_that_holds_personal_data_is_refused_and_given_back_masked(
    assistant: Assistant,
) -> None:
    suggestion = await assistant.suggest("trees", "short_description")
    typed = Decision(action=Action.EDIT, value="Arbres suivis par Mme Solenn Kervadec.")
    with pytest.raises(PersonalDataInValue) as refusal:
        await assistant.decide(suggestion.key, typed)
    masked = "Arbres suivis par Mme [personne]."
    assert refusal.value.params == {"field": "short_description", "masked": masked}
    assert (await assistant.suggestion(suggestion.key)).state is State.PROPOSED
    edited = await assistant.decide(suggestion.key, Decision(action=Action.EDIT, value=masked))
    assert edited.value == masked


async def test_a_text_is_confronted_with_its_dataset(assistant: Assistant) -> None:
    assert (await assistant.check("trees", "Les arbres de la ville.")).supported
    verdict = await assistant.check("trees", "Les arbres de la ville en 1998.")
    assert [claim.text for claim in verdict.claims if not claim.supported] == ["1998"]
    with pytest.raises(DatasetNotFound):
        await assistant.check("unknown", "Les arbres.")


async def test_a_field_asked_for_twice_is_answered_once(assistant: Assistant) -> None:
    fields = ["short_description", "short_description"]
    answers = [each async for each in assistant.suggest_for_records([TREES], fields)]
    assert len(answers) == 1
