"""`eclaireur suggestions`: what was proposed, and what waits for a decision."""

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.display import show_state
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.core.suggestion import State
from eclaireur.messages import Messages

PAGE = 500
"""Suggestions read at once."""


def command(say: Messages) -> click.Command:
    """Build `eclaireur suggestions`."""

    @click.command("suggestions", cls=Command, say=say, help=say("cli-suggestions"))
    @click.option(
        "--status",
        type=click.Choice([each.value for each in State]),
        help=say("cli-suggestions-status"),
    )
    @click.option("--field", metavar=say("cli-metavar-field"), help=say("cli-suggestions-field"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def suggestions(
        session: Session, status: str | None, field: str | None, *, as_json: bool
    ) -> None:
        async def show_each(assistant: Assistant) -> None:
            after = None
            while page := await assistant.find_suggestions(
                state=State(status) if status else None, field=field, after=after, limit=PAGE
            ):
                for suggestion in page:
                    show_state(suggestion, say, as_json=as_json)
                after = page[-1].key

        session.run(show_each)

    return suggestions
