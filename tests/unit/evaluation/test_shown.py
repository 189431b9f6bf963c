"""Every measure has its name, its figures and its changes in both languages."""

from datetime import date

import pytest

from eclaireur.evaluation.comparison import Change, Comparison, Difference
from eclaireur.evaluation.measured import MEASURES, Cost, Evaluation, Figure, MethodMeasured
from eclaireur.evaluation.measures.form import RULES
from eclaireur.evaluation.page import page
from eclaireur.evaluation.wording import (
    SIGNS,
    difference_text,
    measure_title,
    notes,
    summary_text,
    title_text,
)
from eclaireur.guards.grounding import Kind
from eclaireur.guards.personal_data import PersonalDataType
from eclaireur.messages import LOCALES, Locale, messages

KINDS = (*Kind, *PersonalDataType, "question", "keywords", "typo")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_measure_and_kind_has_a_name(locale: Locale) -> None:
    say = messages(locale)
    named = {measure_title(measure, "", say) for measure in MEASURES if measure != "rule"}
    named |= {measure_title("rule", rule, say) for rule in RULES}
    assert len(named) == len(MEASURES) - 1 + len(RULES)
    kinds = {measure_title("found", kind, say) for kind in KINDS}
    assert len(kinds) == len(KINDS)
    assert measure_title("found", "market_ref", say).endswith("market ref")


def evaluation(*, task: str = "search", energy: float | None = 1.5) -> Evaluation:
    items = {str(number): (number % 2,) for number in range(10)}
    figures = (
        Figure.of_values("first", "", items, 0),
        Figure.of_values("found", "<b>", items, 0),
    )
    return Evaluation(
        task=task,
        version="1",
        program="0",
        day=date(2026, 11, 26),
        seed=0,
        items=10,
        left_out={"no-reference": 1, "dataset-unknown": 2},
        methods=(
            MethodMeasured(method="one", figures=figures, withheld={"not-in-french": 2}),
            MethodMeasured(
                method="<script>",
                model="m",
                figures=figures[:1],
                failed={"model-busy": 3},
                cost=Cost(tokens=7, energy_wh=energy, unknown=2),
            ),
        ),
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_table_does_not_show_is_told(locale: Locale) -> None:
    say = messages(locale)
    told = " ".join(notes(evaluation(), say))
    for part in ("not-in-french (2)", "model-busy (3)", "7 ", "Wh"):
        assert part in told
    assert "Wh" not in " ".join(notes(evaluation(energy=None), say))
    for task in ("search", "grounding", "personal_data", "keywords"):
        assert title_text(evaluation(task=task), say)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("change", Change)
def test_every_change_is_told(locale: Locale, change: Change) -> None:
    say = messages(locale)
    known = change is not Change.MISSING
    difference = Difference(
        method="one",
        measure="mrr",
        former=0.5,
        latter=0.25 if known else None,
        low=-0.5 if known else None,
        high=-0.125 if known else None,
        common=1,
        change=change,
    )
    sentence = difference_text(difference, say)
    assert ("0,250" if locale == "fr" else "0.250") in sentence or not known
    assert SIGNS[change]
    comparison = Comparison(task="search", differences=(difference,))
    assert ("REGRESSION" in summary_text(comparison, messages("en"))) is comparison.regressed


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_takes_nothing_of_a_file_for_markup(locale: Locale) -> None:
    told = page([evaluation()], [], messages(locale))
    assert "<script" not in told
    assert "<b>" not in told
    assert "&lt;script&gt;" in told
