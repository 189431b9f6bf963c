"""What changed between two evaluations of the same task."""

from enum import StrEnum
from statistics import fmean, median

from eclaireur.core.base import Noun
from eclaireur.evaluation.measured import Better, Evaluation, Figure
from eclaireur.evaluation.measures.intervals import Interval, difference

FEWEST_DIFFERING = 6
"""Items that must differ before a difference is told: five that all go the same way do so by
chance once in sixteen (sign test), and a bootstrap of so few does not know it."""


class Change(StrEnum):
    """What the interval of a difference says."""

    BETTER = "better"
    WORSE = "worse"
    MOVED = "moved"
    """It changed, and no way is the better one."""
    NOT_SEEN = "not-seen"
    """The interval holds 0, or too few items differ: no difference is seen."""
    MISSING = "missing"
    """It was measured before, and is not now: nothing can be said."""


class Difference(Noun):
    """A measure of a method, then and now."""

    method: str
    measure: str
    of: str = ""
    former: float
    latter: float | None
    low: float | None = None
    high: float | None = None
    """The interval at 95 % of the latter less the former."""
    common: int = 0
    """Items that both evaluations hold."""
    change: Change


class Comparison(Noun):
    """Every measure that the former evaluation holds, by method."""

    task: str
    differences: tuple[Difference, ...]

    @property
    def regressed(self) -> bool:
        """Whether a measure is worse; one that is missing says nothing by itself."""
        return any(each.change is Change.WORSE for each in self.differences)


def compare(former: Evaluation, latter: Evaluation) -> Comparison:
    """Set an evaluation beside a former one of the same task; items alike are paired."""
    now = {each.method: each for each in latter.methods}
    return Comparison(
        task=latter.task,
        differences=tuple(
            difference_of(
                method.method, before, now[method.method].by_measure.get(before.key), latter.seed
            )
            for method in former.methods
            if method.method in now
            for before in method.figures
        ),
    )


def difference_of(method: str, before: Figure, after: Figure | None, seed: int) -> Difference:
    """Set a figure beside a former one of the same measure; None where there is none any more."""
    change, interval = Change.MISSING, None
    if after is not None:
        interval = difference(before.items, after.items, seed)
        if _differing(before, after) >= FEWEST_DIFFERING:
            change = _change(before.better, interval)
        else:
            change = Change.NOT_SEEN
    return Difference(
        method=method,
        measure=before.measure,
        of=before.of,
        former=before.value,
        latter=after.value if after else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        common=len(before.items.keys() & after.items.keys()) if after else 0,
        change=change,
    )


def _differing(before: Figure, after: Figure) -> int:
    """How many items speak for a difference.

    One that both hold does when its scores differ; another does when it does not score as
    the middle one of all items: what is like most says nothing.
    """
    former, latter = _scores(before), _scores(after)
    middle = median([*former.values(), *latter.values()])
    return sum(
        former.get(key, middle) != latter.get(key, middle) for key in former.keys() | latter.keys()
    )


def _scores(figure: Figure) -> dict[str, float]:
    return {key: fmean(values) for key, values in figure.items.items()}


def _change(better: Better, interval: Interval) -> Change:
    if interval.low <= 0 <= interval.high:
        return Change.NOT_SEEN
    if better is Better.NEITHER:
        return Change.MOVED
    return Change.BETTER if (interval.low > 0) is (better is Better.HIGHER) else Change.WORSE
