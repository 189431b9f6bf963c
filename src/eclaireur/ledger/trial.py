"""What a trial shows, at whatever moment it is looked at."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple, Self

from eclaireur.core.base import Noun
from eclaireur.core.learning import Outcome, Tally
from eclaireur.core.trial import Trial
from eclaireur.ledger.intervals import Interval, proportion
from eclaireur.ledger.learning import THRESHOLD

LEVEL = 0.05
"""How often variants that do not differ may be found to, however often one looks."""

SCALE = 0.1
"""The difference of shares around which the test finds most: 10 points. It is right at any."""


class Finding(StrEnum):
    """What may be said of a trial."""

    TOO_FEW = "too-few"
    """One variant has fewer decisions than was declared."""
    NO_DIFFERENCE = "no-difference"
    DIFFERENCE = "difference"


class VariantResult(Noun):
    """What people did with the proposals of one variant."""

    variant: str
    proposed: int
    decided: int | None
    """None where there are too few to publish."""
    accepted_as_is: Interval | None


class TrialResult(Noun):
    """What a trial shows."""

    trial: Trial
    over: bool
    variants: tuple[VariantResult, ...]
    finding: Finding
    better: str | None = None
    """The variant that is accepted as it is more often, where a difference is found."""
    p_value: float | None = None
    """Always valid: below 0.05, the difference is found, whenever one looks."""

    @classmethod
    def of(cls, trial: Trial, tallies: Iterable[Tally], today: date) -> Self:
        """Compare the variants of a trial by the share of decisions that accept as it is."""
        counts: defaultdict[str, Counter[Outcome]] = defaultdict(Counter)
        for each in tallies:
            if each.trial == trial.name:
                outcome, sign = each.outcome, 1
                if outcome is Outcome.UNDONE:
                    outcome, sign = Outcome(each.detail.split(" ")[0]), -1
                counts[each.model or each.method][outcome] += sign * each.count
        cases = {each: _cases(counts[each]) for each in trial.variants}
        results = tuple(_result(each, counts[each], cases[each]) for each in trial.variants)
        undecided = cls(
            trial=trial,
            over=not trial.runs_on(today),
            variants=results,
            finding=Finding.TOO_FEW,
        )
        if any(each.decided < trial.minimum for each in cases.values()):
            return undecided
        pairs = list(combinations(trial.variants, 2))
        # Bonferroni: with several pairs, each must be surer.
        values = {pair: always_valid(cases[pair[0]], cases[pair[1]]) for pair in pairs}
        nearest = min(pairs, key=values.__getitem__)
        p_value = min(1.0, values[nearest] * len(pairs))
        found: dict[str, object] = {"finding": Finding.NO_DIFFERENCE, "p_value": p_value}
        if p_value < LEVEL:
            better = max(nearest, key=lambda each: cases[each].share)
            found |= {"finding": Finding.DIFFERENCE, "better": better}
        return undecided.model_copy(update=found)


class Cases(NamedTuple):
    """Decisions, and those that accept as it is."""

    accepted: int
    decided: int

    @property
    def share(self) -> float:
        """The share accepted, with two imagined decisions, so that it is never 0 or 1."""
        return (self.accepted + 1) / (self.decided + 2)

    @property
    def variance(self) -> float:
        """Of the share."""
        return self.share * (1 - self.share) / (self.decided + 2)


def always_valid(one: Cases, other: Cases) -> float:
    """Return a p-value that stays one however often it is looked at.

    The mixture sequential probability ratio test of the difference between two shares, with a
    normal mixture of standard deviation `SCALE`: Johari, Koomen, Pekelis and Walsh, “Peeking at A/B
    Tests”, KDD 2017. Shares are taken for normal, hence the fewest decisions of a trial.

    >>> always_valid(Cases(50, 100), Cases(50, 100))
    1.0
    """
    variance = one.variance + other.variance
    both, square = variance + SCALE**2, (one.share - other.share) ** 2
    # The inverse of the likelihood ratio, which may be beyond what a float holds.
    inverse = math.sqrt(both / variance) * math.exp(-(SCALE**2) * square / (2 * variance * both))
    return min(1.0, inverse)


def _cases(counts: Counter[Outcome]) -> Cases:
    decided = sum(counts[each] for each in (Outcome.ACCEPTED, Outcome.EDITED, Outcome.REJECTED))
    return Cases(max(0, counts[Outcome.ACCEPTED]), max(0, decided))


def _result(variant: str, counts: Counter[Outcome], cases: Cases) -> VariantResult:
    told = cases.decided >= THRESHOLD
    return VariantResult(
        variant=variant,
        proposed=counts[Outcome.PROPOSED],
        decided=cases.decided if told or not cases.decided else None,
        accepted_as_is=proportion(*cases) if told else None,
    )
