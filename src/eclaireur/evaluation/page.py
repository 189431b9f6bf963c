"""The page of an evaluation: one file that needs nothing else, plots and the same as tables."""

from collections.abc import Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined

from eclaireur.evaluation.comparison import Change, Comparison
from eclaireur.evaluation.measured import Evaluation, Figure, Scale
from eclaireur.evaluation.wording import (
    SIGNS,
    beside_first,
    difference_text,
    figure_text,
    measure_title,
    notes,
    summary_text,
    title_text,
)
from eclaireur.messages import Messages

_WIDTH, _LEFT, _RIGHT = 760, 300, 30
_ROW, _GAP, _TOP = 18, 12, 30
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class Mark(NamedTuple):
    """A figure in the plot: where its line and its point stand, in pixels."""

    y: float
    low: float
    high: float
    value: float
    method: int
    """The place of its method: its shape and its colour."""
    text: str


class PlotRow(NamedTuple):
    """A measure in the plot, with a mark for each method that has it."""

    title: str
    y: float
    marks: tuple[Mark, ...]


class Plot(NamedTuple):
    """Shares and scores, from 0 to 1, each with its interval."""

    rows: tuple[PlotRow, ...]
    width: int
    height: float
    top: int
    ticks: tuple[tuple[float, float], ...]
    """Where each is, and its value."""


class Section(NamedTuple):
    """The part of the page about one task."""

    title: str
    evaluation: Evaluation
    plot: Plot
    rows: tuple[tuple[str, tuple[tuple[str, Change | None], ...]], ...]
    """Each measure with, for each method, its figure and what it is beside the first."""
    notes: Sequence[str]
    differences: Sequence[str]
    summary: str


def page(
    evaluations: Sequence[Evaluation], comparisons: Sequence[Comparison], say: Messages
) -> str:
    """The HTML of the page.

    Args:
        evaluations: one a task.
        comparisons: with former ones, for those of the tasks that were compared.
        say: the messages of its language.
    """
    template = (resources.files("eclaireur.evaluation") / "page.html").read_text("utf-8")
    by_task = {each.task: each for each in comparisons}
    sections = [_section(each, by_task.get(each.task), say) for each in evaluations]
    return _ENVIRONMENT.from_string(template).render(t=say, sections=sections, signs=SIGNS)


def _section(evaluation: Evaluation, comparison: Comparison | None, say: Messages) -> Section:
    changes = beside_first(evaluation)
    return Section(
        title=title_text(evaluation, say),
        evaluation=evaluation,
        plot=_plot(evaluation, say),
        rows=tuple(
            (
                measure_title(*key, say),
                tuple(
                    (
                        figure_text(figure, say) if figure else "—",
                        changes.get((method.method, *key)),
                    )
                    for method, figure in zip(evaluation.methods, figures, strict=True)
                ),
            )
            for key, figures in evaluation.rows()
        ),
        notes=notes(evaluation, say),
        differences=[difference_text(each, say) for each in comparison.differences]
        if comparison
        else [],
        summary=summary_text(comparison, say) if comparison else "",
    )


def _plot(evaluation: Evaluation, say: Messages) -> Plot:
    y, rows = float(_TOP), []
    for key, figures in evaluation.rows():
        shown = [each for each in figures if each is not None]
        if any(each.scale is Scale.AMOUNT for each in shown):
            continue
        y += _GAP
        marks = tuple(_marks(figures, y, evaluation, say))
        rows.append(PlotRow(measure_title(*key, say), y + _ROW / 2, marks))
        y += _ROW * len(figures)
    return Plot(
        rows=tuple(rows),
        width=_WIDTH,
        height=y + _GAP,
        top=_TOP,
        ticks=tuple((_across(each), each) for each in _TICKS),
    )


def _marks(
    figures: Sequence[Figure | None], y: float, evaluation: Evaluation, say: Messages
) -> Iterator[Mark]:
    for place, (method, figure) in enumerate(zip(evaluation.methods, figures, strict=True)):
        if figure is not None:
            yield Mark(
                y=y + _ROW * (place + 0.5),
                low=_across(figure.low),
                high=_across(figure.high),
                value=_across(figure.value),
                method=place,
                text=f"{method.method}: {figure_text(figure, say)}",
            )


def _across(value: float) -> float:
    return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * min(1.0, max(0.0, value)), 1)


_ENVIRONMENT = Environment(
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
