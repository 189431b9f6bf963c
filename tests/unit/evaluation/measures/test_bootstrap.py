import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireur.evaluation.measures.intervals import bootstrap, difference, mean

SCORES = st.floats(0, 1)
ITEMS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.lists(SCORES, min_size=1, max_size=3).map(tuple),
    min_size=1,
    max_size=8,
)


def test_the_mean_is_of_values_and_not_of_items() -> None:
    assert mean({"a": (1.0, 1.0, 1.0), "b": (0.0,)}) == 0.75


def test_bootstrap_of_a_known_law() -> None:
    items = {str(n): (float(n % 2),) for n in range(400)}
    # The mean of 400 fair draws has a standard deviation of 0.025.
    assert bootstrap(items, seed=1) == pytest.approx((0.451, 0.549), abs=0.005)


def test_values_of_one_item_are_drawn_together() -> None:
    spread = {str(n): (float(n % 2),) for n in range(400)}
    clustered = {str(n): (float(n % 2),) * 100 for n in range(4)}
    low, high = bootstrap(clustered, seed=1)
    assert high - low > 5 * (bootstrap(spread, 1).high - bootstrap(spread, 1).low)


@settings(max_examples=30)
@given(ITEMS, st.integers(0, 5))
def test_bootstrap_is_within_its_values_and_the_same_for_the_same_seed(
    items: dict[str, tuple[float, ...]], seed: int
) -> None:
    low, high = bootstrap(items, seed)
    values = [value for each in items.values() for value in each]
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert bootstrap(items, seed) == (low, high)


@settings(max_examples=30)
@given(ITEMS)
def test_nothing_differs_from_itself(items: dict[str, tuple[float, ...]]) -> None:
    assert difference(items, dict(reversed(items.items())), seed=3) == (0.0, 0.0)


def test_pairs_see_what_two_means_do_not() -> None:
    # Each item is 0.01 better, and items differ far more than that.
    former = {str(n): (n / 100,) for n in range(90)}
    latter = {key: (value + 0.01,) for key, (value,) in former.items()}
    assert difference(former, latter, seed=0) == pytest.approx((0.01, 0.01))
    alone = {f"other {key}": value for key, value in latter.items()}
    low, high = difference(former, alone, seed=0)
    assert low < 0 < high


@settings(max_examples=30)
@given(ITEMS, ITEMS)
def test_a_difference_is_bounded_by_the_values(
    one: dict[str, tuple[float, ...]], other: dict[str, tuple[float, ...]]
) -> None:
    low, high = difference(one, other, seed=2)
    assert -1 - 1e-9 <= low <= high <= 1 + 1e-9
