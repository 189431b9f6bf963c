"""Results in a file, to compare others with. It holds keys and values: no text, and no query."""

from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from eclaireur.core.errors import (
    NothingToCompare,
    OutputUnwritable,
    ResultsNotFound,
    UnreadableResults,
    system_problem,
)
from eclaireur.evaluation.comparison import Comparison, compare
from eclaireur.evaluation.measured import Evaluation

FORM = 1
"""Of the file: another form is refused."""


class Saved(BaseModel):
    """What is in the file."""

    form: int = Field(ge=FORM, le=FORM)
    evaluations: tuple[Evaluation, ...]


def save(evaluations: tuple[Evaluation, ...], place: Path) -> None:
    """Write evaluations to a file, in place of what it held. Raises OutputUnwritable."""
    text = Saved(form=FORM, evaluations=evaluations).model_dump_json(indent=1)
    try:
        place.write_text(f"{text}\n", "utf-8")
    except OSError as error:
        raise OutputUnwritable(place=str(place), problem=system_problem(error)) from error


def read(place: Path) -> tuple[Evaluation, ...]:
    """Read evaluations that were saved. Raises ResultsNotFound or UnreadableResults."""
    try:
        return Saved.model_validate_json(place.read_bytes()).evaluations
    except FileNotFoundError:
        raise ResultsNotFound(place=str(place)) from None
    except (OSError, ValidationError) as error:
        raise UnreadableResults(place=str(place)) from error


def compared(
    former: tuple[Evaluation, ...], latter: tuple[Evaluation, ...]
) -> tuple[Comparison, ...]:
    """Set each evaluation beside the former one of its task.

    Raises:
        NothingToCompare: they have no task and method in common.
    """
    before = {each.task: each for each in former}
    comparisons = tuple(compare(before[each.task], each) for each in latter if each.task in before)
    if not any(each.differences for each in comparisons):
        raise NothingToCompare(
            former=", ".join(sorted({m.method for each in former for m in each.methods})),
            latter=", ".join(sorted({m.method for each in latter for m in each.methods})),
        )
    return comparisons
