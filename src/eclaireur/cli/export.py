"""`eclaireur export`: take away what was decided."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from eclaireur.assistant import Assistant
from eclaireur.catalogues.export import EXPORT_FORMATS
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.core.errors import OutputUnwritable, system_problem
from eclaireur.messages import Messages

DEFAULT_FORMAT = "jsonl"

STANDARD_OUTPUT = Path("-")


def command(say: Messages) -> click.Command:
    """Build `eclaireur export`."""

    @click.command("export", cls=Command, say=say, help=say("cli-export"))
    @click.option(
        "--format",
        "format_name",
        type=click.Choice(list(EXPORT_FORMATS)),
        default=DEFAULT_FORMAT,
        help=say("cli-export-format", default=DEFAULT_FORMAT),
    )
    @click.option(
        "--output",
        type=click.Path(path_type=Path, allow_dash=True),
        default=STANDARD_OUTPUT,
        metavar=say("cli-metavar-file"),
        help=say("cli-export-output"),
    )
    @click.option(
        "--id",
        "identifiers",
        multiple=True,
        metavar=say("cli-metavar-id"),
        help=say("cli-export-id"),
    )
    @click.option("--changes", is_flag=True, help=say("cli-export-changes"))
    @click.pass_obj
    def export(
        session: Session,
        format_name: str,
        output: Path,
        identifiers: tuple[str, ...],
        *,
        changes: bool,
    ) -> None:
        async def write(assistant: Assistant) -> None:
            written = EXPORT_FORMATS[format_name]
            chunks = (
                written.write_changes(assistant.export_changes(identifiers))
                if changes
                else written.write(assistant.export(identifiers))
            )
            with _opened(output) as sink:
                async for chunk in chunks:
                    sink.write(chunk)

        session.run(write)

    return export


@contextmanager
def _opened(output: Path) -> Iterator[BinaryIO]:
    """Open standard output, or a file that takes its place only once it is whole.

    Raises:
        OutputUnwritable: the system refuses.
    """
    if output == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        return
    try:
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=".export-") as directory:
            part = Path(directory) / output.name
            with part.open("wb") as sink:
                yield sink
                sink.flush()
                os.fsync(sink.fileno())
            part.replace(output)
    except OSError as error:
        raise OutputUnwritable(place=str(output), problem=system_problem(error)) from error
