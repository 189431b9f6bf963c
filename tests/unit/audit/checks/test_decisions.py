"""An exported value without its decision is named."""

import sqlite3
from contextlib import closing
from datetime import date

from eclaireur.audit import Inspected
from eclaireur.audit.checks.decisions import check
from eclaireur.core.audit import Verdict
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import Event, State, Suggestion
from eclaireur.store import SqlStore

TREES = Dataset(identifier="trees", title="Arbres", description="Les arbres. " * 30)
DAY = date(2026, 11, 26)


async def stocked(inspected: Inspected) -> Suggestion:
    store = inspected.store
    assert isinstance(store, SqlStore)
    await store.put_datasets([TREES])
    asked = Suggestion.requested(
        TREES,
        field="short_description",
        number=1,
        task_version="1",
        reads=("title", "description"),
        day=DAY,
    )
    made = asked.following(
        Event(state=State.PROPOSED, day=DAY, value="Les arbres de la ville.", method="extraction")
    )
    await store.add_suggestions([made])
    return made


def execute(inspected: Inspected, statement: str) -> None:
    with closing(sqlite3.connect(inspected.settings.database_file)) as database:
        database.execute(statement)
        database.commit()


async def test_a_value_that_a_person_accepted_is_traced(inspected: Inspected) -> None:
    made = await stocked(inspected)
    await inspected.store.append_event(made.key, Event(sequence=2, state=State.ACCEPTED, day=DAY))
    verdict, [counted] = await check(inspected)
    assert verdict is Verdict.PASSED
    assert counted.params == {"values": 1, "stray": 0, "altered": 0}


async def test_a_proposal_that_nobody_decided_is_no_value(inspected: Inspected) -> None:
    await stocked(inspected)
    verdict, [counted] = await check(inspected)
    assert verdict is Verdict.PASSED
    assert counted.params["values"] == 0


async def test_a_state_without_its_decision_is_named(inspected: Inspected) -> None:
    made = await stocked(inspected)
    execute(inspected, "UPDATE suggestion SET state = 'accepted'")
    verdict, [_, fault] = await check(inspected)
    assert verdict is Verdict.FAILED
    assert (fault.code, fault.params) == ("audit-suggestion-stray", {"name": made.key})


async def test_a_decision_on_nothing_that_was_proposed_is_named(inspected: Inspected) -> None:
    made = await stocked(inspected)
    accepted = Event(sequence=2, state=State.ACCEPTED, day=DAY)
    await inspected.store.append_event(made.key, accepted)
    execute(inspected, "UPDATE event SET state = 'withheld' WHERE state = 'proposed'")
    verdict, [_, fault] = await check(inspected)
    assert verdict is Verdict.FAILED
    assert (fault.code, fault.params) == ("audit-suggestion-stray", {"name": made.key})


async def test_a_value_written_into_the_dataset_is_named(inspected: Inspected) -> None:
    await stocked(inspected)
    execute(
        inspected,
        "UPDATE dataset SET content ="
        " json_set(content, '$.short_description', 'Écrit par personne.')",
    )
    verdict, [_, fault] = await check(inspected)
    assert verdict is Verdict.FAILED
    assert (fault.code, fault.params) == ("audit-dataset-altered", {"name": "trees"})
