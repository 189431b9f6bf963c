import asyncio

import pytest

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import WrongKindOfValue, WrongLength
from eclaireur.core.proposal import Proposal
from eclaireur.tasks.short_description import EXAMPLES, Example, task

TASK = task()


def dataset(title: str, description: str) -> Dataset:
    return Dataset(identifier="d", title=title, description=description)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_the_examples_hold(example: Example) -> None:
    source = dataset(example.title, example.description)
    assert TASK.shortfall(source) is None
    result = asyncio.run(TASK.methods[0].propose(source))
    assert (result.value if isinstance(result, Proposal) else None) == example.proposed


def test_asks_for_a_title() -> None:
    reason = TASK.shortfall(dataset("  ", "Liste des arbres. " * 30))
    assert reason is not None
    assert reason.code == "title-missing"


@pytest.mark.parametrize(
    "description",
    ["", "Trois mots seulement.", "<p></p>" * 100, "https://exemple.fr/" + "a" * 300],
)
def test_asks_for_a_description_that_says_enough(description: str) -> None:
    reason = TASK.shortfall(dataset("Arbres", description))
    assert reason is not None
    assert reason.code == "description-too-short"
    assert reason.params["minimum"] == 200


def test_takes_the_text_of_a_person_as_they_worded_it() -> None:
    assert TASK.accepts("  arbres, sans majuscule ni point ") == "arbres, sans majuscule ni point"


@pytest.mark.parametrize("value", ["", "   ", "a" * 201])
def test_refuses_what_the_portal_would(value: str) -> None:
    with pytest.raises(WrongLength):
        TASK.accepts(value)


def test_refuses_what_is_no_text() -> None:
    with pytest.raises(WrongKindOfValue):
        TASK.accepts(("arbre",))
