import numpy as np
import pytest

from eclaireur.methods.vocabulary.trees import Trees

DRAW = np.random.default_rng(3)


def examples(number: int) -> tuple[np.ndarray, np.ndarray]:
    """True when one of two features is high, but for those that a third one takes out."""
    matrix = DRAW.random((number, 4)).astype(np.float32)
    high = (matrix[:, 0] > 0.5) | (matrix[:, 2] > 0.7)
    return matrix, high & (matrix[:, 3] < 0.6)


def test_what_features_tell_together_is_learned() -> None:
    matrix, true = examples(3_000)
    trees = Trees.grow(matrix, true, np.ones(len(true)))
    unseen, expected = examples(1_000)
    told = trees.likelihoods(unseen) > 0.5
    assert (told == expected).mean() > 0.95


def test_likelihoods_are_shares_of_what_the_weights_stand_for() -> None:
    matrix = np.zeros((1_000, 1), np.float32)
    matrix[::2] = 1
    true = np.zeros(1_000, np.bool_)
    true[::4] = True
    weights = np.where(true, 1.0, 3.0)
    trees = Trees.grow(matrix, true, weights)
    never, sometimes = trees.likelihoods(np.array([[0], [1]], np.float32))
    assert never < 0.02
    assert sometimes == pytest.approx(0.25, abs=0.02)


def test_growing_twice_gives_the_same() -> None:
    matrix, true = examples(200)
    first, second = (Trees.grow(matrix, true, np.ones(200)) for _ in range(2))
    assert np.array_equal(first.leaves, second.leaves)
    assert np.array_equal(first.cuts, second.cuts)


def test_no_example_has_no_likelihood() -> None:
    matrix, true = examples(50)
    trees = Trees.grow(matrix, true, np.ones(50))
    assert len(trees.likelihoods(matrix[:0])) == 0
