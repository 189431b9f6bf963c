"""The texts written for the masking, read whole."""

from pathlib import Path

import pytest

from benchmarks.personal_data import Case, marked_texts, measure
from eclaireur.guards.personal_data import PersonalData, find

HERE = Path(__file__).parent


def texts(name: str) -> list[Case]:
    return list(marked_texts(HERE / f"{name}.txt"))


def in_words(text: str, spans: tuple[PersonalData, ...]) -> list[tuple[str, str]]:
    return [(span.type.value, text[span.start : span.end]) for span in spans]


def test_every_text_that_guided_the_rules_is_read_exactly() -> None:
    wrong = {
        case.text: in_words(case.text, found)
        for case in texts("development")
        if (found := find(case.text)) != case.spans
    }
    assert wrong == {}


@pytest.mark.parametrize("case", texts("limits"), ids=lambda case: case.text[:30])
def test_what_the_documentation_says_is_missed_is_missed(case: Case) -> None:
    assert find(case.text) != case.spans, "now read: move it to development.txt"


@pytest.mark.parametrize("name", ["held_out", "blind"])
def test_the_texts_that_measure_the_rules_are_read_as_well_as_promised(name: str) -> None:
    figures = measure(texts(name), find)
    assert figures.found["structured"] >= 0.95 * figures.spans["structured"]
    assert figures.found["person"] >= 0.90 * figures.spans["person"]
    assert figures.right >= 0.95 * (figures.right + figures.wrong)
