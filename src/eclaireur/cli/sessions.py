"""`eclaireur sessions`: sign everybody out."""

import asyncio

import click

from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.messages import Messages
from eclaireur.wiring.sign_in import end_sessions


def command(say: Messages) -> click.Group:
    """Build `eclaireur sessions`."""
    return Group(
        "sessions",
        say=say,
        help=say("cli-sessions"),
        sections={say("cli-heading-commands"): [_end(say)]},
    )


def _end(say: Messages) -> click.Command:
    @click.command("end", cls=Command, say=say, help=say("cli-sessions-end"))
    @click.pass_obj
    def end(session: Session) -> None:
        ended = asyncio.run(end_sessions(session.settings))
        click.echo(say("cli-sessions-ended", sessions=ended))

    return end
