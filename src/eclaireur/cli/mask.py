"""`eclaireur mask`: clear a text of personal data."""

import sys

import click

from eclaireur.cli.batch import Record, answer_lines, value_of
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable, standard_input
from eclaireur.guards.personal_data import Masked, mask
from eclaireur.messages import Messages
from eclaireur.representations.masked import MaskedRecord


def command(say: Messages) -> click.Command:
    """Build `eclaireur mask`."""

    @click.command("mask", cls=Command, say=say, help=say("cli-mask"))
    @click.option("--batch", metavar=say("cli-metavar-file"), help=say("cli-mask-batch"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def clear(session: Session, batch: str | None, *, as_json: bool) -> None:
        if batch is not None:
            answer_lines(batch, session.failures, say("cli-mask-progress"), _answer)
            return
        if sys.stdin.isatty():
            click.echo(say("cli-mask-typing"), err=True)
        masked = mask(standard_input())
        if as_json:
            click.echo(MaskedRecord.of(masked).model_dump_json())
        else:
            click.echo(printable(masked.text), nl=not masked.text.endswith("\n"))
            click.echo(_told(masked, say), err=True)

    return clear


def _answer(request: Record) -> Record:
    """Answer one line of a batch."""
    return MaskedRecord.of(mask(value_of(request, "text", str))).model_dump(mode="json")


def _told(masked: Masked, say: Messages) -> str:
    """Say what was masked, by type, in the order of the text."""
    if not masked.spans:
        return say("cli-masked-nothing")
    counts: dict[str, int] = {}
    for span in masked.spans:
        counts[span.type] = counts.get(span.type, 0) + 1
    listed = ", ".join(say(f"masked-{kind}", count=count) for kind, count in counts.items())
    return say("cli-masked", listed=listed)
