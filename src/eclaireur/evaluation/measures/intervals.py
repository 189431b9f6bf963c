"""How far a mean may be from what other items would give. For a share, see `ledger.intervals`.

What is measured comes by item (a record, a text, a query), and an item may give several values:
the claims of a text. Bootstraps draw whole items, so values of one item stay together.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

CONFIDENCE = 0.95
RESAMPLES = 2_000
_AT_ONCE = 2_000_000
"""Draws held in memory at once."""

Floats = NDArray[np.float64]
Values = Mapping[str, Sequence[float]]
"""The values of each item, by its key."""


class Interval(NamedTuple):
    """The bounds, at 95 %."""

    low: float
    high: float


def mean(values: Values) -> float:
    """The mean of all values, whatever their items. There must be one."""
    return math.fsum(map(math.fsum, values.values())) / sum(map(len, values.values()))


def bootstrap(values: Values, seed: int) -> Interval:
    """The percentile interval of the mean, items drawn again with replacement.

    Efron B. and Tibshirani R., "An Introduction to the Bootstrap" (1993), chapter 13. Of one item
    alone, it is that item's mean: nothing is known of the others.
    """
    keys = list(values)
    sums, counts = _totals(values, keys)
    return percentile(len(keys), lambda draws: sums[draws].sum(1) / counts[draws].sum(1), seed)


def difference(former: Values, latter: Values, seed: int) -> Interval:
    """The percentile interval of the latter's mean less the former's.

    Items that both have are drawn together (Efron and Tibshirani, same book; Koehn P.,
    "Statistical significance tests for machine translation evaluation", EMNLP 2004): what makes
    an item hard for both does not widen the interval. An item that one of them lacks counts for
    the other alone.
    """
    keys = list(dict.fromkeys([*former, *latter]))
    sums, counts = _totals(former, keys)
    latter_sums, latter_counts = _totals(latter, keys)

    def differences(draws: NDArray[np.int64]) -> Floats:
        with np.errstate(invalid="ignore"):
            after = latter_sums[draws].sum(1) / latter_counts[draws].sum(1)
            gap: Floats = after - sums[draws].sum(1) / counts[draws].sum(1)
        return gap

    return percentile(len(keys), differences, seed)


def percentile(items: int, statistic: Callable[[NDArray[np.int64]], Floats], seed: int) -> Interval:
    """The percentile interval of a statistic, given the items drawn, a row a resample.

    Args:
        items: how many there are.
        statistic: of each row; NaN where it has none.
        seed: the same one gives the same interval.
    """
    drawn = np.concatenate([statistic(draws) for draws in _draws(items, seed)])
    tail = 50 * (1 - CONFIDENCE)
    low, high = np.nanpercentile(drawn, [tail, 100 - tail])
    return Interval(float(low), float(high))


def _totals(values: Values, keys: Sequence[str]) -> tuple[Floats, Floats]:
    of_keys = [values.get(key, ()) for key in keys]
    return (
        np.array([math.fsum(each) for each in of_keys]),
        np.array([len(each) for each in of_keys], np.float64),
    )


def _draws(items: int, seed: int) -> Iterator[NDArray[np.int64]]:
    chance = np.random.default_rng(seed)
    rows = max(1, _AT_ONCE // items)
    for start in range(0, RESAMPLES, rows):
        yield chance.integers(0, items, (min(rows, RESAMPLES - start), items))
