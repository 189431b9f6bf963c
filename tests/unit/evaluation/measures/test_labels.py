import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.evaluation.measures.labels import diversity, f1, stems

LABELS = st.lists(st.sampled_from(["arbre", "arbres", "eau", "velo", "parc-naturel"]), max_size=5)


def test_f1_by_hand() -> None:
    # Two of four proposed are among three chosen: P = 1/2, R = 2/3, F1 = 4/7.
    assert f1(["a", "b", "c", "d"], ["a", "b", "e"]) == pytest.approx(4 / 7)
    assert f1([], ["a"]) == 0
    assert f1(["a", "a"], ["a"]) == 1


@given(LABELS, LABELS.filter(bool))
def test_f1_is_symmetrical_and_bounded(proposed: list[str], chosen: list[str]) -> None:
    assert 0 <= f1(proposed, chosen) <= 1
    if proposed:
        assert f1(proposed, chosen) == f1(chosen, proposed)
    assert f1(chosen, chosen) == 1


def test_stems_join_singular_and_plural() -> None:
    assert stems(["arbres", "arbre", "parcs-naturels"]) == stems(["arbre", "parc-naturel"])
    assert f1(stems(["parcs"]), stems(["parc"])) == 1


def test_diversity_by_hand() -> None:
    # {parc, naturel} and {parc} share one of two words; neither shares any with {eau}.
    assert diversity(["parc-naturel", "parcs", "eau"]) == pytest.approx((0.5 + 1 + 1) / 3)
    assert diversity(["arbre", "arbres"]) == 0
    assert diversity(["arbre"]) is None
