"""Intervals, beside figures computed elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.ledger.intervals import mean, proportion


@pytest.mark.parametrize(
    ("successes", "cases", "low", "high"),
    # R: prop.test(successes, cases, correct = FALSE)$conf.int
    [
        (8, 10, 0.4901625, 0.9433178),
        (0, 10, 0.0, 0.2775328),
        (10, 10, 0.7224672, 1.0),
        (81, 263, 0.2552, 0.3662),
    ],
)
def test_wilson(successes: int, cases: int, low: float, high: float) -> None:
    found = proportion(successes, cases)
    assert found.value == successes / cases
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


@given(st.integers(1, 500).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases))))
def test_a_share_is_in_its_interval(counts: tuple[int, int]) -> None:
    found = proportion(*counts)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_the_bootstrap_comes_near_the_normal_interval() -> None:
    # 200 times 0 and 200 times 1: the standard error of the mean is 0.025.
    found = mean([0.0, 1.0] * 200)
    assert found.value == 0.5
    assert (found.low, found.high) == (
        pytest.approx(0.451, abs=0.01),
        pytest.approx(0.549, abs=0.01),
    )
    assert mean([0.0, 1.0] * 200) == found


def test_one_value_is_as_sure_as_it_looks() -> None:
    assert mean([0.3]).model_dump() == {"value": 0.3, "low": 0.3, "high": 0.3}
