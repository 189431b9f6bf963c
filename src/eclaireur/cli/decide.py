"""`eclaireur decide`: a person's decision."""

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.display import show_state
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.core.suggestion import Action, Decision, DecisionReason, Suggestion, Value
from eclaireur.messages import Messages

ACTIONS = [each.value for each in Action]


def command(say: Messages) -> click.Command:
    """Build `eclaireur decide`."""

    @click.command("decide", cls=Command, say=say, help=say("cli-decide"))
    @click.argument("key", metavar=say("cli-metavar-key"))
    @click.argument("action", type=click.Choice(ACTIONS), metavar="|".join(ACTIONS))
    @click.option("--value", metavar=say("cli-metavar-text"), help=say("cli-decide-value"))
    @click.option(
        "--reason",
        type=click.Choice([each.value for each in DecisionReason]),
        help=say("cli-decide-reason"),
    )
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def decide(
        session: Session,
        key: str,
        action: str,
        value: str | None,
        reason: str | None,
        *,
        as_json: bool,
    ) -> None:
        chosen = Action(action)
        if value is not None and chosen is not Action.EDIT:
            raise click.UsageError(say("usage-value-only-edit"), click.get_current_context())
        if reason is not None and chosen is Action.ACCEPT:
            raise click.UsageError(say("usage-reason-not-accept"), click.get_current_context())

        async def record(assistant: Assistant) -> Suggestion:
            suggestion = await assistant.suggestion(key)
            decision = Decision(
                action=chosen,
                value=_value(value, suggestion),
                reason=DecisionReason(reason) if reason else None,
            )
            return await assistant.decide(key, decision)

        show_state(session.run(record), say, as_json=as_json)

    return decide


def _value(typed: str | None, suggestion: Suggestion) -> Value | None:
    """What was typed, as a list where the proposal is one."""
    if typed is not None and isinstance(suggestion.value, tuple):
        return tuple(part for each in typed.split(",") if (part := each.strip()))
    return typed
