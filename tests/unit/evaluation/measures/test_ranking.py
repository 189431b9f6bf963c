import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.evaluation.measures.ranking import ndcg, recall, reciprocal_rank

LETTERS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


def test_reciprocal_rank() -> None:
    assert reciprocal_rank("abc", {"c", "b"}, 10) == 1 / 2
    assert reciprocal_rank("abc", {"c"}, 2) == 0
    assert reciprocal_rank("", {"c"}, 10) == 0


def test_recall() -> None:
    assert recall("abcd", {"b", "d", "z"}, 10) == pytest.approx(2 / 3)
    assert recall("abcd", {"b", "d", "z"}, 2) == pytest.approx(1 / 3)


def test_ndcg_by_hand() -> None:
    # Right at ranks 2 and 3, of two right answers.
    gain = 1 / math.log2(3) + 1 / math.log2(4)
    best = 1 / math.log2(2) + 1 / math.log2(3)
    assert ndcg("xab", {"a", "b"}, 5) == pytest.approx(gain / best)
    # What lies past the depth does not count, in the best order neither.
    assert ndcg("abc", {"a", "b", "c", "d", "e", "f"}, 2) == 1
    # An answer that comes again brings nothing.
    assert ndcg("aab", {"a", "b"}, 3) == pytest.approx(1)


@given(LETTERS, LETTERS.filter(bool), st.integers(1, 8))
def test_bounds_and_the_best_order(found: list[str], right: list[str], depth: int) -> None:
    for measure in (reciprocal_rank, recall, ndcg):
        assert 0 <= measure(found, right, depth) <= 1 + 1e-12
    assert ndcg(right, right, depth) == pytest.approx(1)
    best = sorted(found, key=lambda each: each not in right)
    assert ndcg(best, right, depth) >= ndcg(found, right, depth) - 1e-12
