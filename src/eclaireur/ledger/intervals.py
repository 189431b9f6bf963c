"""How sure a figure is, from how many cases it was counted on."""

import math
import random
from collections.abc import Sequence

from eclaireur.core.base import Noun

Z_95 = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % on each side."""

RESAMPLES = 1_000


class Interval(Noun):
    """A figure and the two ends of its 95 % interval."""

    value: float
    low: float
    high: float


def proportion(successes: int, cases: int) -> Interval:
    """Return a share with its interval by Wilson's score (Wilson, 1927).

    Args:
        successes: how many cases are counted.
        cases: how many there are, at least one.

    >>> proportion(8, 10).low, proportion(8, 10).high
    (0.490..., 0.943...)
    """
    share, square = successes / cases, Z_95**2 / cases
    centre = (share + square / 2) / (1 + square)
    half = Z_95 * math.sqrt(share * (1 - share) / cases + square / (4 * cases)) / (1 + square)
    # At 0 and 1 an end is the share itself, but for the rounding.
    low, high = max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))
    return Interval(value=share, low=low, high=high)


def mean(values: Sequence[float], *, seed: int = 0) -> Interval:
    """Return a mean with its interval by the percentile bootstrap (Efron, 1979).

    Args:
        values: at least one.
        seed: the same gives the same interval.
    """
    chance = random.Random(seed)  # noqa: S311
    number = len(values)
    means = sorted(math.fsum(chance.choices(values, k=number)) / number for _ in range(RESAMPLES))
    tail = RESAMPLES // 40
    return Interval(value=math.fsum(values) / number, low=means[tail], high=means[-tail - 1])
