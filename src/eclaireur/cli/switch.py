"""`eclaireur switch`: turn a task or a model off, or on again, at once."""

import json

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.switch import Switch, Switchable
from eclaireur.messages import Messages

KINDS = [each.value for each in Switchable]


def command(say: Messages) -> click.Group:
    """Build `eclaireur switch`."""
    return Group(
        "switch",
        say=say,
        help=say("cli-switch"),
        sections={
            say("cli-heading-commands"): [
                _turn(say, "off", say("cli-switch-off"), on=False),
                _turn(say, "on", say("cli-switch-on"), on=True),
                _listing(say),
            ]
        },
    )


def _turn(say: Messages, name: str, text: str, *, on: bool) -> click.Command:
    @click.command(name, cls=Command, say=say, help=text)
    @click.argument("kind", type=click.Choice(KINDS), metavar="|".join(KINDS))
    @click.argument("what", metavar=say("cli-metavar-name"))
    @click.option(
        "--organisation",
        metavar=say("cli-metavar-organisation"),
        help=say("cli-switch-organisation"),
    )
    @click.pass_obj
    def turn(session: Session, kind: str, what: str, organisation: str | None) -> None:
        switch = Switch(kind=Switchable(kind), name=what, organisation=organisation)

        async def turned(assistant: Assistant) -> None:
            await assistant.turn(switch, on=on)

        session.run(turned)

    return turn


def _listing(say: Messages) -> click.Command:
    @click.command("list", cls=Command, say=say, help=say("cli-switch-list"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def listing(session: Session, *, as_json: bool) -> None:
        async def found(assistant: Assistant) -> tuple[Switch, ...]:
            return await assistant.switches()

        switches = session.run(found)
        if not switches and not as_json:
            click.echo(say("cli-switch-nothing-off"))
        for each in switches:
            if as_json:
                click.echo(json.dumps(each.model_dump(mode="json"), ensure_ascii=False))
            else:
                click.echo(printable(_told(each, say)))

    return listing


def _told(switch: Switch, say: Messages) -> str:
    kind = say(f"cli-switch-kind-{switch.kind}")
    if switch.organisation is None:
        return say("cli-switch-line", kind=kind, name=switch.name)
    return say(
        "cli-switch-line-organisation",
        kind=kind,
        name=switch.name,
        organisation=switch.organisation,
    )
