"""`eclaireur undo`: take a decision back."""

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.display import show_state
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.core.suggestion import Suggestion
from eclaireur.messages import Messages


def command(say: Messages) -> click.Command:
    """Build `eclaireur undo`."""

    @click.command("undo", cls=Command, say=say, help=say("cli-undo"))
    @click.argument("key", metavar=say("cli-metavar-key"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def take_back(session: Session, key: str, *, as_json: bool) -> None:
        async def record(assistant: Assistant) -> Suggestion:
            return await assistant.undo(key)

        show_state(session.run(record), say, as_json=as_json)

    return take_back
