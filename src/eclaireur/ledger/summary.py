"""The ledger: what was spent, what was not, and for how many proposals that people kept."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce

from eclaireur.core.base import Noun
from eclaireur.core.call import ANSWERED, LedgerLine
from eclaireur.core.suggestion import State
from eclaireur.ledger import energy


class Cost(Noun):
    """What some calls cost. None is unknown, which is not zero."""

    calls: int = 0
    duration_s: float = 0.0
    input_tokens: int | None = None
    """Of the calls that tell."""
    output_tokens: int | None = None
    energy_wh: float | None = None
    carbon_g: float | None = None
    unknown_energy: int = 0
    """Calls whose energy nobody knows: they are in no sum."""

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            calls=self.calls + other.calls,
            duration_s=self.duration_s + other.duration_s,
            input_tokens=_sum(self.input_tokens, other.input_tokens),
            output_tokens=_sum(self.output_tokens, other.output_tokens),
            energy_wh=_sum(self.energy_wh, other.energy_wh),
            carbon_g=_sum(self.carbon_g, other.carbon_g),
            unknown_energy=self.unknown_energy + other.unknown_energy,
        )

    @classmethod
    def of(cls, line: LedgerLine) -> "Cost":
        return cls(
            **line.model_dump(include=cls.model_fields.keys() & LedgerLine.model_fields.keys()),
            unknown_energy=line.calls if line.energy_wh is None else 0,
        )


class DayCost(Noun):
    """What a method, or a model, cost for a task in a day."""

    day: date
    task: str
    task_version: str
    method: str
    model: str | None
    cost: Cost
    failed: int
    """Calls of a model that gave no answer."""


class TaskCost(Noun):
    """What a task cost in all."""

    task: str
    asked: Cost
    """What models were asked."""
    retained: int
    """Proposals that people accepted or edited, whatever made them."""
    energy_wh_per_retained: float | None
    """What models used for each of them; None if unknown, or if there is none."""
    saved_by_cache: Cost
    """What answers that were there already had cost."""
    proposed_without_model: int
    """Proposals of embedded methods, for which no model was asked."""
    energy_wh_saved_without_model: float | None
    """What a model would have used for those, at its mean for this task; None if unknown."""


class Ledger(Noun):
    """The whole meter."""

    days: tuple[DayCost, ...]
    """The latest first. Answers of the cache are not there: they cost nothing."""
    tasks: tuple[TaskCost, ...]
    method: str = energy.METHOD
    """How energy is estimated where a server does not report it."""

    @classmethod
    def of(cls, lines: Iterable[LedgerLine], retained: Mapping[str, int]) -> "Ledger":
        """Add up the lines, which come by day, task, version, method and model."""
        lines = tuple(lines)
        days: dict[tuple[object, ...], list[LedgerLine]] = {}
        for line in lines:
            if not line.cached:
                kind = (line.day, line.task, line.task_version, line.method, line.model)
                days.setdefault(kind, []).append(line)
        tasks = sorted({line.task for line in lines})
        return cls(
            days=tuple(_day(alike) for alike in days.values()),
            tasks=tuple(
                _task(task, [each for each in lines if each.task == task], retained.get(task, 0))
                for task in tasks
            ),
        )


def _day(alike: list[LedgerLine]) -> DayCost:
    first = alike[0]
    return DayCost(
        **first.model_dump(include={"day", "task", "task_version", "method", "model"}),
        cost=_total(alike),
        failed=sum(each.calls for each in alike if each.model and each.outcome != ANSWERED),
    )


def _task(task: str, lines: list[LedgerLine], retained: int) -> TaskCost:
    asked = _total(each for each in lines if each.model and not each.cached)
    known = asked.calls - asked.unknown_energy
    proposed = sum(
        each.calls for each in lines if not each.model and each.outcome == State.PROPOSED
    )
    return TaskCost(
        task=task,
        asked=asked,
        retained=retained,
        energy_wh_per_retained=_over(asked.energy_wh, retained),
        saved_by_cache=_total(each for each in lines if each.cached),
        proposed_without_model=proposed,
        energy_wh_saved_without_model=(
            None if asked.energy_wh is None else asked.energy_wh / known * proposed
        ),
    )


def _total(lines: Iterable[LedgerLine]) -> Cost:
    return reduce(Cost.__add__, map(Cost.of, lines), Cost())


def _sum(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other


def _over(amount: float | None, number: int) -> float | None:
    return amount / number if amount is not None and number else None
