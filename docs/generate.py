"""Write the pages of these docs that say what the program says: `python -m docs.generate`."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import click

from eclaireur.cli import PROGRAM, command_line
from eclaireur.cli.failures import Failures
from eclaireur.messages import messages
from eclaireur.web.api import openapi_document

DOCS = Path(__file__).parent
WIDTH = 88

INTRODUCTION = """\
# The command line

<!-- Written by `make docs` from the help of the command. Change the help, not this page. -->

This is `eclaireur --help` and the help of each command, in English. The command speaks French
by default; `--lang en`, or the language of the system, makes it speak English.
"""


def documents() -> dict[Path, str]:
    """Return the text of each generated page."""
    openapi = json.dumps(openapi_document(), ensure_ascii=False, indent=2)
    return {
        DOCS / "command-line.md": "\n".join([INTRODUCTION, *_helps()]),
        DOCS / "openapi.json": f"{openapi}\n",
    }


def _helps() -> Iterator[str]:
    # Where data goes by default depends on the machine; the page shows the usual place.
    os.environ.pop("XDG_DATA_HOME", None)
    say = messages("en")
    root = command_line(say, Failures(say, as_json=False))
    yield from _help(
        root, click.Context(root, info_name=PROGRAM, terminal_width=WIDTH, **root.context_settings)
    )


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    yield "\n".join([f"## `{context.command_path}`", "", "```text", *lines, "```", ""])
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _help(
                below,
                click.Context(below, parent=context, info_name=name, terminal_width=WIDTH),
            )


def main() -> None:
    """Write the pages."""
    for place, text in documents().items():
        place.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
