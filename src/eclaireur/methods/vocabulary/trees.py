"""Gradient-boosted symmetric trees: a small model that NumPy alone grows, reads and keeps.

In a symmetric tree all nodes of one depth ask the same question, so that a leaf is found by
comparing once for each depth, without branching (Prokhorenkova et al., CatBoost, 2018). They are
grown by Newton steps on the logistic loss (Friedman, 2001; Chen and Guestrin, XGBoost, 2016).
"""

import math
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]

_TREES = 300
_DEPTH = 6
_RATE = 0.1
# What keeps a leaf that few examples reach near zero.
_PENALTY = 10.0
_SHARE = 0.5
"""Of the examples and of the features that each tree sees."""
_CUTS = 128
"""Values at which a feature may be cut."""
_SEED = 7


class Trees(NamedTuple):
    """Boosted symmetric trees. Their sum is the logarithm of the odds."""

    base: float
    features: NDArray[np.int32]
    """The feature that each depth of each tree looks at."""
    cuts: Matrix
    """At this value and above, the answer is yes."""
    leaves: Matrix
    """What each leaf of each tree adds."""

    def likelihoods(self, examples: Matrix) -> Vector:
        """How likely each example is, from 0 to 1; one row an example."""
        trees, depth = self.features.shape
        columns = np.ascontiguousarray(examples.T)
        places = np.zeros((trees, len(examples)), np.int16)
        for level in range(depth):
            places += places
            places += columns[self.features[:, level]] >= self.cuts[:, level : level + 1]
        first = np.arange(trees)[:, np.newaxis] << depth
        added = self.leaves.ravel()[first + places]
        return _odds(self.base + added.sum(axis=0, dtype=np.float64))

    @classmethod
    def grow(cls, examples: Matrix, true: NDArray[np.bool_], weights: Vector) -> Self:
        """Learn from examples, of which those that are `true` are to be told.

        Args:
            examples: one row an example, one column a feature.
            true: whether each is.
            weights: how many examples each stands for.
        """
        draw = np.random.default_rng(_SEED)
        cuts = [_cuts(column, true) for column in examples.T]
        bins = np.stack(
            [
                np.searchsorted(c, column, "right")
                for c, column in zip(cuts, examples.T, strict=True)
            ]
        )
        share = float((weights * true).sum() / weights.sum())
        base = float(np.log(share / (1 - share)))
        scores = np.full(len(examples), base)
        features = np.zeros((_TREES, _DEPTH), np.int32)
        thresholds = np.zeros((_TREES, _DEPTH), np.float32)
        leaves = np.zeros((_TREES, 1 << _DEPTH), np.float32)
        usable = np.flatnonzero([len(each) > 0 for each in cuts])
        for tree in range(_TREES):
            chance = _odds(scores)
            gradients, curvatures = weights * (true - chance), weights * chance * (1 - chance)
            seen = np.flatnonzero(draw.random(len(examples)) < _SHARE)
            columns = draw.choice(usable, math.ceil(len(usable) * _SHARE), replace=False)
            leaf = np.zeros(len(seen), np.int64)
            g, h, b = gradients[seen], curvatures[seen], bins[:, seen]
            for depth in range(_DEPTH):
                gains = [
                    _gains(leaf, b[column], g, h, 1 << depth, len(cuts[column]))
                    for column in columns
                ]
                best = int(np.argmax([each.max() for each in gains]))
                column, cut = int(columns[best]), int(gains[best].argmax())
                features[tree, depth], thresholds[tree, depth] = column, cuts[column][cut]
                leaf = 2 * leaf + (b[column] > cut)
            total = np.bincount(leaf, h, 1 << _DEPTH)
            leaves[tree] = _RATE * np.bincount(leaf, g, 1 << _DEPTH) / (total + _PENALTY)
            place = np.zeros(len(examples), np.int64)
            for column, threshold in zip(features[tree], thresholds[tree], strict=True):
                place = 2 * place + (examples[:, column] >= threshold)
            scores += leaves[tree][place]
        return cls(base, features, thresholds, leaves)


def _odds(score: Vector) -> Vector:
    return 1 / (1 + np.exp(-score))


def _cuts(column: Matrix, true: NDArray[np.bool_]) -> Matrix:
    """Where to cut a feature: as finely where the few true examples are as elsewhere."""
    found = [
        np.quantile(part[part != 0], np.linspace(0, 1, _CUTS // 2, endpoint=False))
        for part in (column[true], column[~true])
        if part.any()
    ]
    if not found:
        return np.empty(0, np.float32)
    cuts = np.unique(np.concatenate(found).astype(np.float32))
    # The lowest value of all parts nothing.
    parting: Matrix = cuts[cuts > column.min()]
    return parting


def _gains(
    leaf: NDArray[np.int64],
    column: NDArray[np.int64],
    gradients: Vector,
    curvatures: Vector,
    leaves: int,
    cuts: int,
) -> Vector:
    """How much better each cut of a feature, made in all leaves at once, would fit."""
    place = leaf * (cuts + 1) + column
    shape = (leaves, cuts + 1)
    g = np.bincount(place, gradients, leaves * (cuts + 1)).reshape(shape)
    h = np.bincount(place, curvatures, leaves * (cuts + 1)).reshape(shape)
    below_g, below_h = g.cumsum(axis=1), h.cumsum(axis=1)
    above_g, above_h = below_g[:, -1:] - below_g, below_h[:, -1:] - below_h
    gain = below_g**2 / (below_h + _PENALTY) + above_g**2 / (above_h + _PENALTY)
    total: Vector = gain[:, :-1].sum(axis=0)
    return total
