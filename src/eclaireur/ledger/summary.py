"""The ledger: what was spent, what was not, and for how many proposals that people kept."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce

from eclaireur.core.base import Noun
from eclaireur.core.call import ANSWERED, EVALUATION, JUDGE, LedgerLine
from eclaireur.core.suggestion import RETAINED, State
from eclaireur.core.usage import EnergySource
from eclaireur.ledger import energy
from eclaireur.ledger.learning import THRESHOLD


class Cost(Noun):
    """What some calls cost. None is unknown, which is not zero."""

    calls: int = 0
    duration_s: float = 0.0
    cpu_s: float | None = None
    """Of this process, for embedded methods."""
    input_tokens: int | None = None
    """Of the calls that tell."""
    output_tokens: int | None = None
    energy_wh: float | None = None
    carbon_g: float | None = None
    unknown_tokens: int = 0
    """Calls whose tokens nobody knows: they are in no sum of them."""
    unknown_energy: int = 0
    unknown_carbon: int = 0
    energy_sources: tuple[EnergySource, ...] = ()
    """How the energy is known: each way that one of the calls tells."""

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            calls=self.calls + other.calls,
            duration_s=self.duration_s + other.duration_s,
            cpu_s=_sum(self.cpu_s, other.cpu_s),
            input_tokens=_sum(self.input_tokens, other.input_tokens),
            output_tokens=_sum(self.output_tokens, other.output_tokens),
            energy_wh=_sum(self.energy_wh, other.energy_wh),
            carbon_g=_sum(self.carbon_g, other.carbon_g),
            unknown_tokens=self.unknown_tokens + other.unknown_tokens,
            unknown_energy=self.unknown_energy + other.unknown_energy,
            unknown_carbon=self.unknown_carbon + other.unknown_carbon,
            energy_sources=tuple(sorted({*self.energy_sources, *other.energy_sources})),
        )

    @classmethod
    def of(cls, line: LedgerLine) -> "Cost":
        return cls(
            **line.model_dump(include=cls.model_fields.keys() & LedgerLine.model_fields.keys()),
            energy_sources=(line.energy_source,),
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


class MakerCost(Noun):
    """What a method, or a model, cost in all."""

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
    retained: int | None
    """Proposals that people accepted or edited, whatever made them; None for too few to publish."""
    energy_wh_per_retained: float | None
    """What models used for each of them, evaluations aside; None if unknown, if none is retained,
    or if they are too few."""
    saved_by_cache: Cost
    """What answers that were there already had cost."""
    embedded: Cost
    """What the methods without a model cost, whatever came of it."""
    proposed_without_model: int
    """Proposals of embedded methods, for which no model was asked."""
    energy_wh_saved_without_model: float | None
    """What a model would have used for those, at its mean for this task; None if unknown."""


class Ledger(Noun):
    """The whole meter."""

    days: tuple[DayCost, ...]
    """The latest first. Answers of the cache are not there: they cost nothing."""
    tasks: tuple[TaskCost, ...]
    makers: tuple[MakerCost, ...]
    """Each method without a model, then each model; the cache costs nothing."""
    method: str = energy.METHOD
    """How the energy of a model is estimated where its server does not report it."""
    embedded_method: str = energy.EMBEDDED_METHOD
    """How that of the methods without a model is: roughly."""

    @classmethod
    def of(
        cls, lines: Iterable[LedgerLine], suggestions: Mapping[tuple[str, State], int]
    ) -> "Ledger":
        """Add up the lines, which come by day, task, version, method and model.

        Args:
            lines: the meter.
            suggestions: how many there are, by field and state.
        """
        lines = tuple(lines)
        days: dict[tuple[object, ...], list[LedgerLine]] = {}
        makers: dict[tuple[str | None, str], list[LedgerLine]] = {}
        for line in lines:
            if not line.cached:
                kind = (line.day, line.task, line.task_version, line.method, line.model)
                days.setdefault(kind, []).append(line)
                makers.setdefault((line.model, line.method), []).append(line)
        return cls(
            days=tuple(_day(alike) for alike in days.values()),
            tasks=tuple(
                _task(
                    task,
                    [each for each in lines if each.task == task],
                    sum(suggestions.get((task, state), 0) for state in RETAINED),
                )
                for task in sorted({line.task for line in lines})
            ),
            makers=tuple(
                MakerCost(model=model, method=method, cost=_total(alike), failed=_failed(alike))
                for (model, method), alike in sorted(
                    makers.items(), key=lambda each: (each[0][0] or "", each[0][1])
                )
            ),
        )


def _day(alike: list[LedgerLine]) -> DayCost:
    first = alike[0]
    return DayCost(
        **first.model_dump(include={"day", "task", "task_version", "method", "model"}),
        cost=_total(alike),
        failed=_failed(alike),
    )


def _failed(lines: Iterable[LedgerLine]) -> int:
    return sum(each.calls for each in lines if each.model and each.outcome != ANSWERED)


def _task(task: str, lines: list[LedgerLine], retained: int) -> TaskCost:
    calls = [each for each in lines if each.model and not each.cached]
    asked = _total(calls)
    served = _total(each for each in calls if each.method not in {EVALUATION, JUDGE})
    known = asked.calls - asked.unknown_energy
    is_told = retained == 0 or retained >= THRESHOLD
    proposed = sum(
        each.calls for each in lines if not each.model and each.outcome == State.PROPOSED
    )
    return TaskCost(
        task=task,
        asked=asked,
        retained=retained if is_told else None,
        energy_wh_per_retained=_over(served.energy_wh, retained) if is_told else None,
        saved_by_cache=_total(each for each in lines if each.cached),
        embedded=_total(each for each in lines if not each.model),
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
