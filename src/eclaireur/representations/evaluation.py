"""What an evaluation found, as programs read it: the figures, without the values of each item."""

from datetime import date
from typing import Self

from pydantic import BaseModel

from eclaireur.evaluation import Comparison, Evaluation, Figure
from eclaireur.evaluation.measured import Better, Cost, Scale
from eclaireur.evaluation.wording import measure_title
from eclaireur.messages import Messages


class FigureRecord(BaseModel):
    """A measure, with its interval at 95 %."""

    measure: str
    of: str
    """The kind it is about, where it is told by kind."""
    title: str
    scale: Scale
    better: Better
    value: float
    low: float
    high: float
    units: int
    """How many values it is the mean of."""

    @classmethod
    def of_figure(cls, figure: Figure, say: Messages) -> Self:
        return cls(
            title=measure_title(figure.measure, figure.of, say),
            **figure.model_dump(exclude={"items"}),
        )


class MethodRecord(BaseModel):
    """What one method gave."""

    method: str
    model: str | None
    figures: tuple[FigureRecord, ...]
    withheld: dict[str, int]
    failed: dict[str, int]
    cost: Cost | None


class EvaluationRecord(BaseModel):
    """The table of a task, and what changed since a former one."""

    task: str
    version: str
    program: str
    day: date
    seed: int
    items: int
    left_out: dict[str, int]
    methods: tuple[MethodRecord, ...]
    comparison: Comparison | None

    @classmethod
    def of(cls, evaluation: Evaluation, comparison: Comparison | None, say: Messages) -> Self:
        return cls(
            **evaluation.model_dump(exclude={"methods"}),
            methods=tuple(
                MethodRecord(
                    **each.model_dump(exclude={"figures"}),
                    figures=tuple(FigureRecord.of_figure(one, say) for one in each.figures),
                )
                for each in evaluation.methods
            ),
            comparison=comparison,
        )
