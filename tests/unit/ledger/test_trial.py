"""A trial says what is seen, when there is enough to see it, and is not fooled by looking often."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.learning import Outcome, Tally
from eclaireur.core.trial import Trial
from eclaireur.ledger.trial import Cases, Finding, TrialResult, always_valid

DAY = date(2026, 11, 26)
TRIAL = Trial(
    name="essai",
    task="short_description",
    variants=("extraction", "small"),
    minimum=40,
    began_on=DAY,
    ends_on=date(2026, 12, 31),
)


def tally(
    variant: str, outcome: Outcome, count: int, detail: str = "", trial: str = "essai"
) -> Tally:
    return Tally(
        day=DAY,
        task="short_description",
        task_version="1",
        method="extraction" if variant == "extraction" else "generation",
        model="" if variant == "extraction" else variant,
        trial=trial,
        outcome=outcome,
        detail=detail,
        count=count,
    )


def decisions(variant: str, accepted: int, rejected: int) -> list[Tally]:
    return [
        tally(variant, Outcome.PROPOSED, accepted + rejected),
        tally(variant, Outcome.ACCEPTED, accepted),
        tally(variant, Outcome.REJECTED, rejected),
    ]


def test_too_few_decisions_say_nothing() -> None:
    counted = [*decisions("extraction", 40, 0), *decisions("small", 0, 39)]
    result = TrialResult.of(TRIAL, counted, DAY)
    assert (result.finding, result.better, result.p_value) == (Finding.TOO_FEW, None, None)


def test_a_difference_is_seen() -> None:
    counted = [*decisions("extraction", 90, 10), *decisions("small", 40, 60)]
    result = TrialResult.of(TRIAL, counted, DAY)
    assert (result.finding, result.better) == (Finding.DIFFERENCE, "extraction")
    assert result.p_value is not None
    assert result.p_value < 0.001


def test_none_is_seen_where_there_is_none() -> None:
    counted = [*decisions("extraction", 50, 50), *decisions("small", 52, 48)]
    result = TrialResult.of(TRIAL, counted, DAY)
    assert (result.finding, result.better) == (Finding.NO_DIFFERENCE, None)


def test_what_was_taken_back_and_what_is_of_another_trial_do_not_count() -> None:
    counted = [
        *decisions("extraction", 50, 50),
        tally("extraction", Outcome.UNDONE, 10, "accepted"),
        tally("extraction", Outcome.EDITED, 8, "2"),
        tally("extraction", Outcome.UNDONE, 3, "edited 2"),
        tally("extraction", Outcome.ACCEPTED, 70, trial=""),
    ]
    [first, second] = TrialResult.of(TRIAL, counted, DAY).variants
    assert first.decided == 95
    assert first.accepted_as_is is not None
    assert first.accepted_as_is.value == pytest.approx(40 / 95)
    assert (second.decided, second.accepted_as_is) == (0, None)


def test_few_decisions_are_not_published() -> None:
    [first, _] = TrialResult.of(TRIAL, decisions("extraction", 3, 1), DAY).variants
    assert (first.proposed, first.decided) == (4, None)


def test_a_trial_ends_on_its_day_or_when_it_is_stopped() -> None:
    assert not TrialResult.of(TRIAL, [], TRIAL.ends_on).over
    assert TrialResult.of(TRIAL, [], date(2027, 1, 1)).over
    assert TrialResult.of(TRIAL.model_copy(update={"stopped_on": DAY}), [], DAY).over


def found_by_peeking(chance: random.Random, one: float, other: float, people: int) -> bool:
    """Whether a difference is found at any of the moments when somebody could look."""
    accepted, decided = [0, 0], [0, 0]
    for _ in range(people):
        side = chance.randrange(2)
        decided[side] += 1
        accepted[side] += chance.random() < (one, other)[side]
        if min(decided) >= 30:
            cases = [Cases(a, d) for a, d in zip(accepted, decided, strict=True)]
            if always_valid(*cases) < 0.05:
                return True
    return False


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_looking_after_each_decision_finds_no_more_than_it_should(share: float) -> None:
    chance = random.Random(3)  # noqa: S311
    found = sum(found_by_peeking(chance, share, share, 400) for _ in range(200))
    assert found <= 0.05 * 200


def test_a_clear_difference_is_found_before_the_end() -> None:
    chance = random.Random(3)  # noqa: S311
    assert sum(found_by_peeking(chance, 0.5, 0.8, 400) for _ in range(50)) >= 45


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_order_of_the_variants_does_not_matter(one: int, other: int) -> None:
    first, second = Cases(one, 200), Cases(other, 200)
    assert always_valid(first, second) == always_valid(second, first)
    assert 0 <= always_valid(first, second) <= 1
