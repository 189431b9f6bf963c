"""What every store keeps of models: answers, calls, switches."""

import asyncio
from datetime import date, timedelta

import pytest
from store_examples import DAY, RIVERS, suggestion

from eclaireur.core.call import ANSWERED, Call, Spent
from eclaireur.core.ports import Completion
from eclaireur.core.suggestion import State
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.store import SqlStore, answers

USAGE = Usage(
    duration_s=0.5,
    input_tokens=100,
    output_tokens=10,
    energy_wh=0.25,
    energy_source=EnergySource.ESTIMATED,
)


def completion(text: str) -> Completion:
    return Completion(text=text, usage=USAGE, model="the-real-name")


def call(day: date = DAY, **changes: object) -> Call:
    values = {
        "day": day,
        "task": "keywords",
        "task_version": "1",
        "method": "generation",
        "model": "m",
        "outcome": ANSWERED,
        "usage": USAGE,
    }
    return Call.model_validate(values | changes)


async def test_an_answer_is_kept_as_it_came(store: SqlStore) -> None:
    assert (await store.standing("key", DAY)).answer is None
    await store.keep_answer("key", completion("Première."), call())
    await store.keep_answer("key", completion("Seconde."), call())
    assert (await store.standing("key", DAY)).answer == completion("Seconde.")


async def test_the_answers_of_the_oldest_days_are_dropped(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "BOUND", 2)
    for number in range(4):
        await store.keep_answer(
            f"key-{number}", completion("Texte."), call(DAY + timedelta(number))
        )
    kept = [(await store.standing(f"key-{number}", DAY)).answer is not None for number in range(4)]
    assert kept == [False, False, True, True]


async def test_what_was_spent_leaves_out_the_cache_other_days_and_embedded_methods(
    store: SqlStore,
) -> None:
    unknown = Usage(duration_s=1)
    await store.record_calls(
        [
            call(),
            call(usage=unknown, outcome="model-busy"),
            call(cached=True),
            call(model=None),
            call(DAY - timedelta(1)),
            call(task="short_description"),
        ]
    )
    assert await store.spent_on(DAY) == {
        "keywords": Spent(requests=2, tokens=110, energy_wh=0.25),
        "short_description": Spent(requests=1, tokens=110, energy_wh=0.25),
    }


async def test_an_answer_and_its_call_are_recorded_together(store: SqlStore) -> None:
    await asyncio.gather(
        *(store.keep_answer(f"key-{each}", completion("Texte."), call()) for each in range(20))
    )
    standing = await store.standing("key-7", DAY)
    assert standing.answer == completion("Texte.")
    assert standing.spent == {"keywords": Spent(requests=20, tokens=2200, energy_wh=5.0)}
    [line] = await store.ledger()
    assert line.calls == 20


async def test_calls_that_are_alike_are_added_up_and_the_unknown_stays_so(store: SqlStore) -> None:
    await store.record_calls([call(), call(), call(DAY - timedelta(1))])
    embedded = Usage(duration_s=1, cpu_s=0.5, input_tokens=0, output_tokens=0)
    await store.record_calls([call(model=None, method="extraction", count=7, usage=embedded)])
    lines = {(each.day, each.method): each for each in await store.ledger()}
    assert len(lines) == 3
    generated, extracted = lines[DAY, "generation"], lines[DAY, "extraction"]
    assert (generated.calls, generated.input_tokens, generated.energy_wh) == (2, 200, 0.5)
    assert (generated.cpu_s, generated.carbon_g) == (None, None)
    assert (generated.unknown_tokens, generated.unknown_energy) == (0, 0)
    assert generated.unknown_carbon == 2
    assert (extracted.calls, extracted.input_tokens, extracted.energy_wh) == (7, 0, None)
    assert (extracted.unknown_tokens, extracted.unknown_energy) == (0, 7)


async def test_calls_of_models_are_counted_by_how_long_they_took(store: SqlStore) -> None:
    assert await store.call_durations([1.0]) == ()
    await store.record_calls(
        [
            *(call(usage=Usage(duration_s=seconds)) for seconds in (0.5, 1.0, 20.0)),
            call(outcome="host-too-slow", usage=Usage(duration_s=30.0)),
            call(cached=True),
            call(model=None),
            call(task="short_description"),
        ]
    )
    first, second = await store.call_durations([0.5, 1.0, 30.0])
    assert (first.task, first.model, first.calls) == ("keywords", "m", 4)
    assert (first.within, first.duration_s) == ((1, 2, 4), 51.5)
    assert (second.task, second.within) == ("short_description", (1, 1, 1))


async def test_switches_are_off_until_they_are_on(store: SqlStore) -> None:
    everybody = Switch(kind=Switchable.MODEL, name="m")
    town = Switch(kind=Switchable.MODEL, name="m", organisation="Ville")
    for _ in range(2):
        await store.turn_off(everybody)
        await store.turn_off(town)
    assert set(await store.switches()) == {everybody, town}
    await store.turn_on(everybody)
    await store.turn_on(everybody)
    assert await store.switches() == (town,)


async def test_an_open_proposal_gives_way_to_the_next_but_not_to_a_vain_attempt(
    store: SqlStore,
) -> None:
    await store.put_datasets([RIVERS])
    first = suggestion(RIVERS, State.PROPOSED)
    await store.add_suggestions([first])
    await store.add_suggestions([suggestion(RIVERS, State.FAILED, number=2)])
    assert (await store.suggestion(first.key)).state is State.PROPOSED
    await store.add_suggestions([suggestion(RIVERS, State.PROPOSED, number=3)])
    assert (await store.suggestion(first.key)).state is State.STALE
    await store.add_suggestions([suggestion(RIVERS, State.PROPOSED, field="keywords")])
    assert (await store.suggestions_of(["rivers"]))[-1].state is State.PROPOSED


async def test_suggestions_are_counted_by_field_and_state(store: SqlStore) -> None:
    await store.put_datasets([RIVERS])
    await store.add_suggestions([suggestion(RIVERS, State.PROPOSED, State.ACCEPTED)])
    await store.add_suggestions([suggestion(RIVERS, State.PROPOSED, field="keywords")])
    assert await store.suggestion_counts() == {
        ("short_description", State.ACCEPTED): 1,
        ("keywords", State.PROPOSED): 1,
    }
