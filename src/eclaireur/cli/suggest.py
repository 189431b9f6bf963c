"""`eclaireur suggest`: ask for proposals, in the catalogue or for records from elsewhere."""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import product

import click

from eclaireur.assistant import Assistant
from eclaireur.catalogues.read import read_catalogue
from eclaireur.cli.display import show_suggestion
from eclaireur.cli.failures import Failures
from eclaireur.cli.localised import Command
from eclaireur.cli.progress import progress
from eclaireur.cli.session import Session
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import Conflict, DatasetNotFound, EmptyCatalogue, InvalidLine
from eclaireur.core.suggestion import Suggestion
from eclaireur.formats.stream import STANDARD_INPUT
from eclaireur.messages import Messages
from eclaireur.representations.suggestion import answer

NAMELESS = "line-"
"""What comes before its line's number in the identifier of a record that has none."""

Answers = AsyncIterator[tuple[Dataset, Suggestion]]


def command(say: Messages) -> click.Command:
    """Build `eclaireur suggest`."""

    @click.command("suggest", cls=Command, say=say, help=say("cli-suggest"))
    @click.argument("fields", nargs=-1, required=True, metavar=say("cli-metavar-fields"))
    @click.option(
        "--id",
        "identifiers",
        multiple=True,
        metavar=say("cli-metavar-id"),
        help=say("cli-suggest-id"),
    )
    @click.option("--from", "place", metavar=say("cli-metavar-file"), help=say("cli-suggest-from"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.option("--another", is_flag=True, help=say("cli-suggest-another"))
    @click.option("--dry-run", is_flag=True, help=say("cli-suggest-dry-run"))
    @click.pass_obj
    def suggest(
        session: Session,
        fields: tuple[str, ...],
        identifiers: tuple[str, ...],
        place: str | None,
        *,
        as_json: bool,
        another: bool,
        dry_run: bool,
    ) -> None:
        if another and (dry_run or place is not None):
            raise click.UsageError(say("usage-another"), click.get_current_context())
        if bool(identifiers) == (place is not None):
            raise click.UsageError(say("usage-suggest-source"), click.get_current_context())
        wanted = tuple(dict.fromkeys(fields))

        async def suggest_each(assistant: Assistant) -> None:
            answers = (
                _others(assistant, identifiers, wanted, session.failures)
                if another
                else _of_catalogue(
                    assistant, identifiers, wanted, session.failures, dry_run=dry_run
                )
                if place is None
                else _of_records(
                    assistant, _records(place, session.failures), wanted, dry_run=dry_run
                )
            )
            with progress(say("cli-suggest-progress"), beside_results=True) as advance:
                async for dataset, suggestion in answers:
                    if as_json:
                        line = answer(
                            suggestion, say, identifier=dataset.identifier, stored=not dry_run
                        )
                        click.echo(json.dumps(line, ensure_ascii=False))
                    else:
                        show_suggestion(dataset, suggestion, say, stored=not dry_run)
                    advance()

        session.run(suggest_each)

    return suggest


async def _of_catalogue(
    assistant: Assistant,
    identifiers: Sequence[str],
    fields: Sequence[str],
    failures: Failures,
    *,
    dry_run: bool,
) -> Answers:
    for identifier in identifiers:
        try:
            view = await assistant.view(identifier)
            for field in fields:
                if dry_run:
                    yield view.published, await assistant.preview(view.decided.dataset, field)
                else:
                    yield view.published, await assistant.suggest(identifier, field)
        except DatasetNotFound as error:
            failures.error(error)


async def _others(
    assistant: Assistant, identifiers: Sequence[str], fields: Sequence[str], failures: Failures
) -> Answers:
    for identifier, field in product(identifiers, fields):
        try:
            suggestion = await assistant.suggest_another(identifier, field)
            yield (await assistant.view(identifier)).published, suggestion
        except (DatasetNotFound, Conflict) as error:
            failures.error(error)


async def _of_records(
    assistant: Assistant, records: Iterator[Dataset], fields: Sequence[str], *, dry_run: bool
) -> Answers:
    if dry_run:
        for record in records:
            for field in fields:
                yield record, await assistant.preview(record, field)
    else:
        async for answered in assistant.suggest_for_records(records, fields):
            yield answered


def _records(place: str, failures: Failures) -> Iterator[Dataset]:
    """The records that can be read. A pipe with nothing in it leaves nothing to do."""
    try:
        for each in read_catalogue(place, nameless=NAMELESS):
            if isinstance(each, InvalidLine):
                failures.error(each)
            else:
                yield each
    except EmptyCatalogue:
        if place != STANDARD_INPUT:
            raise
