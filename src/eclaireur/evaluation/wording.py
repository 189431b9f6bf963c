"""What people call measures, and how figures are written, wherever they are shown."""

from collections.abc import Mapping

from eclaireur.evaluation.comparison import Change, Comparison, Difference, difference_of
from eclaireur.evaluation.measured import MEASURES, Evaluation, Figure
from eclaireur.messages import Messages

SIGNS: Mapping[Change, str] = {
    Change.BETTER: "▲",
    Change.WORSE: "▼",
    Change.MOVED: "≠",
    Change.NOT_SEEN: "=",
    Change.MISSING: "?",
}


def measure_title(measure: str, of: str, say: Messages) -> str:
    """The name of a measure, with the kind it is about."""
    if measure == "rule":
        return say(f"evaluation-rule-{of}")
    title = say(f"evaluation-{measure}")
    if not of:
        return title
    names = (f"check-kind-{of}", f"evaluation-kind-{of}")
    # The kinds that a file names and we do not know keep their name.
    kind = next((say(name) for name in names if say.has(name)), of.replace("_", " "))
    return say("evaluation-by-kind", measure=title, kind=kind)


def value_text(measure: str, value: float, say: Messages) -> str:
    """A value, as its measure is written."""
    return say("evaluation-value", scale=MEASURES[measure].scale.value, value=value)


def figure_text(figure: Figure, say: Messages) -> str:
    """A figure with its interval and how many values it comes from."""
    low, high = (value_text(figure.measure, each, say) for each in (figure.low, figure.high))
    value = value_text(figure.measure, figure.value, say)
    return say("evaluation-figure", value=value, low=low, high=high, units=figure.units)


def difference_text(difference: Difference, say: Messages) -> str:
    """What became of a measure."""
    told = {
        "title": measure_title(difference.measure, difference.of, say),
        "method": difference.method,
        "former": value_text(difference.measure, difference.former, say),
    }
    if difference.latter is None or difference.low is None or difference.high is None:
        return say("evaluation-difference-missing", **told)
    low, high = (
        value_text(difference.measure, each, say) for each in (difference.low, difference.high)
    )
    return say(
        "evaluation-difference",
        change=difference.change.value,
        latter=value_text(difference.measure, difference.latter, say),
        low=low,
        high=high,
        common=difference.common,
        **told,
    )


def summary_text(comparison: Comparison, say: Messages) -> str:
    """What the differences come to."""
    changes = [each.change for each in comparison.differences]
    return say(
        "evaluation-compared",
        worse=changes.count(Change.WORSE),
        better=changes.count(Change.BETTER),
        moved=changes.count(Change.MOVED),
        missing=changes.count(Change.MISSING),
        measures=len(changes),
    )


def title_text(evaluation: Evaluation, say: Messages) -> str:
    """What was evaluated, of which version, on how much."""
    field = f"field-{evaluation.task}"
    task = say(field) if say.has(field) else say(f"evaluation-task-{evaluation.task}")
    return say("evaluation-title", task=task, version=evaluation.version, items=evaluation.items)


def beside_first(evaluation: Evaluation) -> Mapping[tuple[str, str, str], Change]:
    """What each other method is beside the first, by method and measure, items paired."""
    first, *others = evaluation.methods
    return {
        (method.method, *figure.key): difference_of(
            method.method, first.by_measure[figure.key], figure, evaluation.seed
        ).change
        for method in others
        for figure in method.figures
        if figure.key in first.by_measure
    }


def notes(evaluation: Evaluation, say: Messages) -> list[str]:
    """What the table does not show: what was left out, withheld, failed, and what it cost."""
    told = [
        say(f"evaluation-left-out-{reason}", count=count)
        for reason, count in evaluation.left_out.items()
    ]
    for method in evaluation.methods:
        for outcome in ("withheld", "failed"):
            reasons: Mapping[str, int] = getattr(method, outcome)
            if reasons:
                listed = ", ".join(f"{code} ({count})" for code, count in reasons.items())
                told.append(say(f"evaluation-{outcome}", method=method.method, reasons=listed))
        if method.cost is not None:
            told.append(
                say(
                    "evaluation-cost",
                    method=method.method,
                    known="no" if method.cost.energy_wh is None else "yes",
                    tokens=method.cost.tokens or 0,
                    energy=method.cost.energy_wh or 0,
                    unknown=method.cost.unknown,
                )
            )
    return told
