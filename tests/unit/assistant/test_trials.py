"""A trial is declared, chooses by the record, and ends."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from empty_stores import empty_store

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    TrialDates,
    TrialExists,
    TrialName,
    TrialNotFound,
    TrialOver,
    TrialOverlaps,
    TrialVariants,
    TrialVariantUnknown,
    UnknownField,
)
from eclaireur.core.proposal import Proposal
from eclaireur.core.suggestion import Action, Decision
from eclaireur.ledger.trial import Finding
from eclaireur.search import SearchIndex
from eclaireur.store import open_store
from eclaireur.tasks import short_description

TODAY = date(2026, 3, 14)
RECORDS = [
    Dataset(identifier=f"trees-{n}", title="Arbres", description="Les arbres de la ville. " * 20)
    for n in range(80)
]


class Saying:
    """A method that always proposes the same."""

    model = None

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self._value = value

    async def propose(self, _dataset: Dataset) -> Proposal:
        return Proposal(self._value, ())


METHODS = (Saying("short", "Des arbres."), Saying("long", "Des arbres, par ici."))


@pytest.fixture
async def assistant(tmp_path: Path) -> AsyncIterator[Assistant]:
    async with open_store(empty_store(tmp_path / "a.sqlite")) as store:
        assistant = Assistant(
            store,
            [replace(short_description.task(), methods=METHODS)],
            lambda: datetime(2026, 3, 14, tzinfo=UTC),
            search=SearchIndex(tmp_path / "search", store, popularity=1),
        )
        await assistant.put_datasets(RECORDS)
        yield assistant


async def start(assistant: Assistant, name: str = "essai", **changed: Any) -> None:
    about: dict[str, Any] = {
        "task": "short_description",
        "variants": ("short", "long"),
        "ends_on": TODAY + timedelta(30),
        "minimum": 30,
    }
    await assistant.trials.start(name, **(about | changed))


async def test_each_record_has_its_variant_whoever_asks(assistant: Assistant) -> None:
    await start(assistant)
    [trial] = [each.trial for each in await assistant.trials.results()]
    made = [await assistant.suggest(each.identifier, "short_description") for each in RECORDS]
    methods = [each.outcome.method for each in made]
    assert 25 < methods.count("long") < 55
    assert methods == [trial.variant_of(record) for record in RECORDS]
    assert {each.outcome.trial for each in made} == {"essai"}


async def test_a_trial_tells_what_people_did(assistant: Assistant) -> None:
    await start(assistant)
    for record in RECORDS:
        made = await assistant.suggest(record.identifier, "short_description")
        action = Action.ACCEPT if made.outcome.method == "long" else Action.REJECT
        await assistant.decide(made.key, Decision(action=action))
    result = await assistant.trials.result("essai")
    assert sum(each.proposed for each in result.variants) == len(RECORDS)
    assert (result.finding, result.better) == (Finding.DIFFERENCE, "long")


async def test_without_a_trial_the_first_method_is_asked(assistant: Assistant) -> None:
    made = await assistant.suggest("trees-1", "short_description")
    assert (made.outcome.method, made.outcome.trial) == ("short", None)


async def test_a_trial_that_is_over_chooses_no_more(assistant: Assistant) -> None:
    await start(assistant)
    await assistant.trials.stop("essai")
    made = [await assistant.suggest(each.identifier, "short_description") for each in RECORDS[:20]]
    assert {each.outcome.method for each in made} == {"short"}
    with pytest.raises(TrialOver):
        await assistant.trials.stop("essai")


async def test_another_proposal_is_of_no_trial(assistant: Assistant) -> None:
    await start(assistant)
    await assistant.suggest("trees-1", "short_description")
    other = await assistant.suggest_another("trees-1", "short_description")
    assert other.outcome.trial is None


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"name": "Essai n°1"}, TrialName),
        ({"task": "title"}, UnknownField),
        ({"variants": ("short", "other")}, TrialVariantUnknown),
        ({"variants": ("short",)}, TrialVariants),
        ({"variants": ("short", "short")}, TrialVariants),
        ({"ends_on": TODAY}, TrialDates),
    ],
)
async def test_what_cannot_be_compared_is_refused(
    assistant: Assistant, changed: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        await start(assistant, **changed)
    assert await assistant.trials.results() == ()


async def test_one_trial_at_a_time_for_a_field(assistant: Assistant) -> None:
    await start(assistant)
    with pytest.raises(TrialExists):
        await start(assistant)
    with pytest.raises(TrialOverlaps):
        await start(assistant, "autre")
    await assistant.trials.stop("essai")
    await start(assistant, "autre")
    assert [each.trial.name for each in await assistant.trials.results()] == ["autre", "essai"]


async def test_an_unknown_trial_is_not_found(assistant: Assistant) -> None:
    with pytest.raises(TrialNotFound):
        await assistant.trials.result("nope")
    with pytest.raises(TrialNotFound):
        await assistant.trials.stop("nope")
