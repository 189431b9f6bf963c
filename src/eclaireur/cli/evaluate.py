"""`eclaireur evaluate`: how good what is proposed, found or masked is, with intervals."""

import asyncio
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from eclaireur.catalogues.read import read_catalogue
from eclaireur.cli.failures import ExitCode
from eclaireur.cli.localised import Command
from eclaireur.cli.progress import progress
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    InvalidLine,
    OutputUnwritable,
    UnrecognisedEvaluation,
    system_problem,
)
from eclaireur.evaluation import Change, Comparison, Equipment, Evaluation, evaluate, sample
from eclaireur.evaluation.page import page as page_of
from eclaireur.evaluation.saved import compared, read, save
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
from eclaireur.formats.jsonl import NumberedRecord, records
from eclaireur.formats.stream import STANDARD_INPUT, lines, opened
from eclaireur.messages import Messages
from eclaireur.representations.evaluation import EvaluationRecord
from eclaireur.wiring.evaluation import open_evaluation

_UNBOUNDED = 10_000
"""Columns of an output that is no terminal: nothing is cut."""


def command(say: Messages) -> click.Command:
    """Build `eclaireur evaluate`."""
    file = say("cli-metavar-file")
    path = click.Path(path_type=Path)

    @click.command("evaluate", cls=Command, say=say, help=say("cli-evaluate"))
    @click.argument("task", required=False, metavar=say("cli-metavar-task"))
    @click.option("--on", "place", required=True, metavar=file, help=say("cli-evaluate-on"))
    @click.option(
        "--method",
        "methods",
        multiple=True,
        metavar=say("cli-metavar-method"),
        help=say("cli-evaluate-method"),
    )
    @click.option(
        "--model",
        "models",
        multiple=True,
        metavar=say("cli-metavar-model"),
        help=say("cli-evaluate-model"),
    )
    @click.option("--records", "records_place", metavar=file, help=say("cli-evaluate-records"))
    @click.option("--limit", type=click.IntRange(min=1), help=say("cli-evaluate-limit"))
    @click.option("--seed", type=int, default=0, help=say("cli-evaluate-seed"))
    @click.option("--save", "saved", type=path, metavar=file, help=say("cli-evaluate-save"))
    @click.option("--against", type=path, metavar=file, help=say("cli-evaluate-against"))
    @click.option("--page", type=path, metavar=file, help=say("cli-evaluate-page"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def measure(
        session: Session,
        task: str | None,
        place: str,
        methods: tuple[str, ...],
        models: tuple[str, ...],
        records_place: str | None,
        limit: int | None,
        seed: int,
        saved: Path | None,
        against: Path | None,
        page: Path | None,
        *,
        as_json: bool,
    ) -> int:
        former = read(against) if against else ()
        given = dict(_records(records_place, session)) if records_place else {}

        async def evaluated() -> tuple[Evaluation, ...]:
            async with open_evaluation(session.settings, models=models, records=given) as (
                equipment,
                _,
            ):
                tasks = (task,) if task else _recognised(place, equipment)
                subjects = [
                    equipment.subject(each, (*methods, *models) if methods else ())
                    for each in tasks
                ]
                with progress(say("cli-evaluate-progress")) as advance:
                    found = []
                    for subject in subjects:
                        with sampled(place, limit, seed) as chosen:
                            found.append(
                                await evaluate(
                                    subject,
                                    chosen,
                                    seed=seed,
                                    day=datetime.now(UTC).date(),
                                    refuse=session.failures.error,
                                    advance=advance,
                                )
                            )
                    return tuple(found)

        evaluations = asyncio.run(evaluated())
        comparisons = compared(former, evaluations) if against else ()
        by_task = {each.task: each for each in comparisons}
        for each in evaluations:
            if as_json:
                record = EvaluationRecord.of(each, by_task.get(each.task), say)
                click.echo(record.model_dump_json())
            else:
                _show(each, by_task.get(each.task), say)
        if saved:
            save(evaluations, saved)
        if page:
            _write(page, page_of(evaluations, comparisons, say))
        return _code(evaluations, comparisons)

    return measure


@contextmanager
def sampled(
    place: str, limit: int | None, seed: int
) -> Iterator[Iterable[NumberedRecord | InvalidLine]]:
    """The lines of a file, or so many of them drawn by chance."""
    with opened(place) as source:
        every = records(lines(source))
        yield every if limit is None else sample(every, limit, seed)


def _recognised(place: str, equipment: Equipment) -> Sequence[str]:
    """The tasks that a file is for, told from its first record."""
    if place != STANDARD_INPUT:
        with opened(place) as source:
            for each in records(lines(source)):
                if not isinstance(each, InvalidLine):
                    tasks = equipment.suiting(each[1])
                    if tasks:
                        return tasks
                    break
    raise UnrecognisedEvaluation(place=place)


def _records(place: str, session: Session) -> Iterator[tuple[str, Dataset]]:
    for each in read_catalogue(place):
        if isinstance(each, InvalidLine):
            session.failures.error(each)
        else:
            yield each.identifier, each


def _show(evaluation: Evaluation, comparison: Comparison | None, say: Messages) -> None:
    click.secho(printable(title_text(evaluation, say)), bold=True)
    table = Table(say("evaluation-measure"), box=None, pad_edge=False)
    for method in evaluation.methods:
        table.add_column(escape(printable(method.method)))
    signs = beside_first(evaluation)
    for key, figures in evaluation.rows():
        cells = [Text(printable(measure_title(*key, say)))]
        for method, figure in zip(evaluation.methods, figures, strict=True):
            text = figure_text(figure, say) if figure else "—"
            change = signs.get((method.method, *key))
            cells.append(Text(f"{text} {SIGNS[change]}" if change else text))
        table.add_row(*cells)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNBOUNDED
    Console(file=sys.stdout, width=width, highlight=False).print(table)
    if len(evaluation.methods) > 1:
        click.echo(say("evaluation-signs", first=evaluation.methods[0].method))
    for note in notes(evaluation, say):
        click.echo(printable(note))
    if comparison is not None:
        for each in comparison.differences:
            if each.change is not Change.NOT_SEEN:
                click.echo(printable(difference_text(each, say)))
        click.secho(summary_text(comparison, say), bold=True)
    click.echo()


def _write(place: Path, text: str) -> None:
    try:
        place.write_text(text, "utf-8")
    except OSError as error:
        raise OutputUnwritable(place=str(place), problem=system_problem(error)) from error


def _code(evaluations: Sequence[Evaluation], comparisons: Sequence[Comparison]) -> ExitCode:
    if any(each.regressed for each in comparisons):
        return ExitCode.REGRESSION
    if any(method.failed for each in evaluations for method in each.methods):
        return ExitCode.UNAVAILABLE
    return ExitCode.DONE
