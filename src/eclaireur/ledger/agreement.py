"""How far a second, blind look at proposals says what the first said."""

from collections import Counter
from collections.abc import Iterable
from typing import Self

from eclaireur.core.base import Noun
from eclaireur.core.review import SecondLook
from eclaireur.core.suggestion import State
from eclaireur.ledger.intervals import Interval, proportion
from eclaireur.ledger.learning import THRESHOLD


class ReviewQuality(Noun):
    """What second looks say of the first.

    With several reviewers it tells how far they judge alike; with one, how steady they are.
    """

    looks: int | None
    """How many records were looked at twice; None where they are too few to publish."""
    same: Interval | None
    """The share decided the same way: accepted, edited or rejected."""
    kappa: float | None
    """Cohen's kappa: the same beyond what chance gives, 1 at most; None where all say one thing."""

    @classmethod
    def of(cls, looks: Iterable[SecondLook], *, threshold: int = THRESHOLD) -> Self:
        """Compare the looks of a campaign. Fewer than the threshold tell nothing."""
        counts: Counter[tuple[State, State]] = Counter()
        for each in looks:
            counts[each.first, each.second] += each.count
        total = counts.total()
        if total < threshold:
            return cls(looks=None if total else 0, same=None, kappa=None)
        same = sum(number for (first, second), number in counts.items() if first is second)
        return cls(looks=total, same=proportion(same, total), kappa=_kappa(counts))


def _kappa(counts: Counter[tuple[State, State]]) -> float | None:
    """Cohen J., Educational and Psychological Measurement 20 (1960)."""
    total = counts.total()
    firsts: Counter[State] = Counter()
    seconds: Counter[State] = Counter()
    for (first, second), number in counts.items():
        firsts[first] += number
        seconds[second] += number
    observed = sum(counts[each, each] for each in firsts) / total
    expected = sum(firsts[each] * seconds[each] for each in firsts) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)
