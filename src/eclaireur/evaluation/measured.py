"""What an evaluation finds: one table a task, for machines and for people."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.evaluation.measures.intervals import bootstrap, mean
from eclaireur.ledger.intervals import proportion

KEYWORDS_DEPTH = 5
"""Labels of a list that count."""
SEARCH_DEPTH = 10
"""Datasets of a list that count: those of the first screens."""


class Better(StrEnum):
    """Which way a measure is to go."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"
    """It describes: no value of it is good by itself, and it is never a regression."""


class Scale(StrEnum):
    """What the values of a measure are."""

    SHARE = "share"
    """Each is 0 or 1: the interval of their share is Wilson's."""
    SCORE = "score"
    """From 0 to 1: the interval of their mean is a bootstrap's."""
    AMOUNT = "amount"
    """Without a bound: a bootstrap's too."""


class Nature(NamedTuple):
    """What there is to know of a measure to read it."""

    scale: Scale
    better: Better


MEASURES: Mapping[str, Nature] = MappingProxyType(
    {
        "proposed": Nature(Scale.SHARE, Better.HIGHER),
        "f1": Nature(Scale.SCORE, Better.HIGHER),
        "f1-stems": Nature(Scale.SCORE, Better.HIGHER),
        "ndcg": Nature(Scale.SCORE, Better.HIGHER),
        "diversity": Nature(Scale.SCORE, Better.NEITHER),
        "mrr": Nature(Scale.SCORE, Better.HIGHER),
        "first": Nature(Scale.SHARE, Better.HIGHER),
        "recall": Nature(Scale.SCORE, Better.HIGHER),
        "whole-sentences": Nature(Scale.SHARE, Better.HIGHER),
        "rules": Nature(Scale.SHARE, Better.HIGHER),
        "rule": Nature(Scale.SHARE, Better.HIGHER),
        "supported": Nature(Scale.SHARE, Better.HIGHER),
        "grounded": Nature(Scale.SHARE, Better.HIGHER),
        "overlap": Nature(Scale.SCORE, Better.HIGHER),
        "novelty": Nature(Scale.SCORE, Better.NEITHER),
        "length": Nature(Scale.AMOUNT, Better.NEITHER),
        "readability": Nature(Scale.AMOUNT, Better.NEITHER),
        "found": Nature(Scale.SHARE, Better.HIGHER),
        "masked": Nature(Scale.SHARE, Better.HIGHER),
        "precision": Nature(Scale.SHARE, Better.HIGHER),
        "false-alarm": Nature(Scale.SHARE, Better.LOWER),
    }
)
"""Every measure, by the name that its message bears."""


class Observed(NamedTuple):
    """One value of a measure, for one item."""

    measure: str
    value: float
    of: str = ""
    """The kind it is about, where the measure is told by kind."""


class Figure(Noun):
    """A measure of a method, with its interval at 95 %."""

    measure: str
    of: str = ""
    scale: Scale
    better: Better
    value: float
    low: float
    high: float
    units: int = Field(ge=1)
    """How many values it is the mean of."""
    items: Mapping[str, tuple[float, ...]]
    """The values, by the key of their item."""

    @property
    def key(self) -> tuple[str, str]:
        return self.measure, self.of

    @classmethod
    def of_values(
        cls, measure: str, of: str, items: Mapping[str, tuple[float, ...]], seed: int
    ) -> "Figure":
        """Compute the mean and its interval. The seed is the bootstrap's."""
        nature = MEASURES[measure]
        units = sum(map(len, items.values()))
        interval = (
            proportion(round(sum(map(sum, items.values()))), units)
            if nature.scale is Scale.SHARE
            else bootstrap(items, seed)
        )
        return cls(
            measure=measure,
            of=of,
            scale=nature.scale,
            better=nature.better,
            value=mean(items),
            low=interval.low,
            high=interval.high,
            units=units,
            items=items,
        )


class Cost(Noun):
    """What the answers of a method cost, as far as it is known."""

    tokens: int | None = None
    energy_wh: float | None = None
    unknown: int = 0
    """Answers whose energy nobody knows: they are in no sum."""


class MethodMeasured(Noun):
    """What one method gave."""

    method: str
    """Its name; for a language model, the one it is declared under."""
    model: str | None = None
    figures: tuple[Figure, ...]
    withheld: Mapping[str, int] = Field(default_factory=dict)
    """Items it proposed nothing for, by the code of the reason."""
    failed: Mapping[str, int] = Field(default_factory=dict)
    """Items it failed on, by the code of the reason; each counts as nothing proposed."""
    cost: Cost | None = None
    """Of a language model; None for the other methods."""

    @property
    def by_measure(self) -> Mapping[tuple[str, str], Figure]:
        return {each.key: each for each in self.figures}


class Evaluation(Noun):
    """The table of a task."""

    task: str
    version: str
    """The task's; that of the program where it has none."""
    program: str
    day: date
    seed: int
    items: int = Field(ge=1)
    left_out: Mapping[str, int] = Field(default_factory=dict)
    """Records that could be read and cannot be used, by the reason."""
    methods: tuple[MethodMeasured, ...]

    def rows(self) -> Iterator[tuple[tuple[str, str], tuple[Figure | None, ...]]]:
        """Each measure, with the figure of each method."""
        keys = dict.fromkeys(each.key for method in self.methods for each in method.figures)
        order = {name: at for at, name in enumerate(MEASURES)}
        for key in sorted(keys, key=lambda each: (order[each[0]], each[1])):
            yield key, tuple(method.by_measure.get(key) for method in self.methods)
