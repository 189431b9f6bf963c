import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.evaluation.measures.agreement import cohen_kappa, kappa_interval

JUDGED = st.lists(st.tuples(st.sampled_from("ab="), st.sampled_from("ab=")), min_size=1)


def test_kappa_by_hand() -> None:
    # 20 both yes, 5 and 10 apart, 15 both no: 0.7 observed, 0.5 expected.
    one = "y" * 25 + "n" * 25
    other = "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15
    assert cohen_kappa(one, other) == pytest.approx(0.4)
    interval = kappa_interval(one, other, seed=0)
    assert interval is not None
    # The large-sample standard error is about 0.127.
    assert interval == pytest.approx((0.15, 0.65), abs=0.04)


def test_one_answer_everywhere_has_no_kappa() -> None:
    assert cohen_kappa("aaa", "aaa") is None
    assert kappa_interval("aaa", "aaa", seed=0) is None


def test_two_judges_of_different_items_are_refused() -> None:
    with pytest.raises(ValueError, match="same items"):
        cohen_kappa("ab", "a")


@given(JUDGED)
def test_kappa_is_symmetrical_and_at_most_one(judged: list[tuple[str, str]]) -> None:
    one, other = zip(*judged, strict=True)
    kappa = cohen_kappa(one, other)
    assert kappa == (pytest.approx(cohen_kappa(other, one)) if kappa is not None else None)
    if kappa is not None:
        assert -1 <= kappa <= 1 + 1e-12
        assert (kappa == pytest.approx(1)) is (one == other)
