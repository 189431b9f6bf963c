"""An exported value without its decision is named."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from eclaireur.audit import Inspected
from eclaireur.audit.checks.decisions import check
from eclaireur.core.audit import Verdict
from eclaireur.core.dataset import Dataset
from eclaireur.core.sending import Sending, SendingState
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
    assert counted.params == {
        "values": 1,
        "stray": 0,
        "altered": 0,
        "sent": 0,
        "undecided": 0,
    }


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


async def sent(inspected: Inspected) -> Suggestion:
    made = await stocked(inspected)
    store = inspected.store
    await store.append_event(made.key, Event(sequence=2, state=State.ACCEPTED, day=DAY))
    await store.begin_sendings(
        [
            Sending(
                portal="https://portail.exemple.fr/",
                dataset="trees",
                field="short_description",
                suggestion=made.key,
                decision=2,
                former=None,
                sent="Les arbres de la ville.",
                state=SendingState.SENT,
                day=DAY,
            )
        ]
    )
    return made


async def test_a_value_that_was_sent_is_traced_to_its_decision(inspected: Inspected) -> None:
    made = await sent(inspected)
    verdict, [counted] = await check(inspected)
    assert verdict is Verdict.PASSED
    assert counted.params["sent"] == 1
    # Taken back since, it was decided all the same when it was sent.
    await inspected.store.append_event(made.key, Event(sequence=3, state=State.PROPOSED, day=DAY))
    assert (await check(inspected))[0] is Verdict.PASSED


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sending SET sent = '\"Autre chose.\"'",
        "UPDATE sending SET decision = 1",
        "UPDATE sending SET decision = 7",
        "UPDATE sending SET suggestion = 'nothing'",
        "UPDATE sending SET field = 'keywords'",
    ],
)
async def test_a_value_that_was_sent_without_a_decision_is_named(
    inspected: Inspected, change: str
) -> None:
    made = await sent(inspected)
    execute(inspected, change)
    verdict, [_, fault] = await check(inspected)
    assert verdict is Verdict.FAILED
    named = "nothing" if "nothing" in change else made.key
    assert (fault.code, fault.params) == ("audit-sending-stray", {"name": named})
