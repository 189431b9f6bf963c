"""`eclaireur check`: confront a text with the record it speaks of."""

import errno
from itertools import islice
from pathlib import Path

import click

from eclaireur.assistant import Assistant
from eclaireur.catalogues.read import read_catalogue
from eclaireur.catalogues.record import dataset_from_record
from eclaireur.cli.batch import Record, answer_lines, value_of
from eclaireur.cli.display import show_verdict
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import standard_input
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    DatasetNotFound,
    InvalidLine,
    SeveralRecords,
    SourceNotFound,
)
from eclaireur.formats.jsonl import document, parsed
from eclaireur.formats.stream import STANDARD_INPUT
from eclaireur.guards.grounding import check
from eclaireur.messages import Messages
from eclaireur.representations.verdict import VerdictRecord

NAMELESS = "record"
"""What a record without an identifier is called: only its text matters here."""


def command(say: Messages) -> click.Command:
    """Build `eclaireur check`."""

    @click.command("check", cls=Command, say=say, help=say("cli-check"))
    @click.option("--source", metavar=say("cli-metavar-record"), help=say("cli-check-source"))
    @click.option("--text", metavar=say("cli-metavar-text"), help=say("cli-check-text"))
    @click.option("--batch", metavar=say("cli-metavar-file"), help=say("cli-check-batch"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def confront(
        session: Session,
        source: str | None,
        text: str | None,
        batch: str | None,
        *,
        as_json: bool,
    ) -> None:
        if batch is not None and source is None and text is None:
            answer_lines(batch, session.failures, say("cli-check-progress"), _answer)
        elif batch is None and source is not None and text is not None:
            if source == text == STANDARD_INPUT:
                raise click.UsageError(say("usage-one-input"), click.get_current_context())
            dataset = _dataset(source, session)
            verdict = check(standard_input() if text == STANDARD_INPUT else text, dataset)
            if as_json:
                click.echo(VerdictRecord.of(verdict).model_dump_json())
            else:
                show_verdict(verdict, say)
        else:
            raise click.UsageError(say("usage-check-source"), click.get_current_context())

    return confront


def _answer(request: Record) -> Record:
    """Answer one line of a batch."""
    record = value_of(request, "record", dict)
    dataset = dataset_from_record(record, fallback_identifier=NAMELESS)
    verdict = VerdictRecord.of(check(value_of(request, "text", str), dataset))
    return {"id": request.get("id"), **verdict.model_dump(mode="json")}


def _dataset(source: str, session: Session) -> Dataset:
    """The dataset that the source is: a record, a file that holds one, or an identifier."""
    if source.lstrip().startswith("{"):
        [record] = document(parsed(source.encode("utf-8", "surrogateescape")))
        if isinstance(record, InvalidLine):
            raise record
        return dataset_from_record(record[1], fallback_identifier=NAMELESS)
    if source == STANDARD_INPUT or _is_file(source):
        return _only_one(source)

    async def published(assistant: Assistant) -> Dataset:
        return (await assistant.view(source)).published

    try:
        return session.run(published)
    except DatasetNotFound:
        raise SourceNotFound(source=source) from None


def _is_file(source: str) -> bool:
    """Whether it names a file, be it one that cannot be read."""
    try:
        return Path(source).exists()
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG


def _only_one(place: str) -> Dataset:
    first, *others = islice(read_catalogue(place, nameless=NAMELESS), 2)
    if isinstance(first, InvalidLine):
        raise first
    if others:
        raise SeveralRecords(place=place)
    return first
