"""How far two looks agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.review import SecondLook
from eclaireur.core.suggestion import DECIDED, State
from eclaireur.evaluation.measures.agreement import cohen_kappa
from eclaireur.ledger.agreement import ReviewQuality

A, E, R = State.ACCEPTED, State.EDITED, State.REJECTED


def looks(*counts: tuple[State, State, int]) -> list[SecondLook]:
    return [SecondLook(first=first, second=second, count=count) for first, second, count in counts]


def test_the_share_that_is_the_same_and_beyond_chance() -> None:
    quality = ReviewQuality.of(looks((A, A, 20), (A, R, 5), (R, A, 10), (R, R, 15)))
    assert quality.looks == 50
    assert quality.same is not None
    assert quality.same.value == pytest.approx(0.7)
    # The example of Cohen's kappa that textbooks give.
    assert quality.kappa == pytest.approx(0.4)


def test_too_few_tell_nothing_and_none_is_none() -> None:
    few = ReviewQuality.of(looks((A, A, 3), (E, R, 1)))
    assert (few.looks, few.same, few.kappa) == (None, None, None)
    assert ReviewQuality.of([]).looks == 0


def test_where_all_say_one_thing_kappa_has_no_value() -> None:
    quality = ReviewQuality.of(looks((A, A, 9)))
    assert quality.same is not None
    assert (quality.same.value, quality.kappa) == (1, None)


decisions = st.sampled_from(sorted(DECIDED))


@given(st.lists(st.tuples(decisions, decisions), min_size=5, max_size=60))
def test_kappa_is_that_of_the_evaluation(pairs: list[tuple[State, State]]) -> None:
    quality = ReviewQuality.of(looks(*((first, second, 1) for first, second in pairs)))
    expected = cohen_kappa(*zip(*pairs, strict=True))
    assert quality.kappa == (None if expected is None else pytest.approx(expected))
