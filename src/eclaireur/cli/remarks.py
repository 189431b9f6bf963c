"""`eclaireur remarks`: what people said of proposals in their own words."""

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.remark import Remark
from eclaireur.messages import Messages


def command(say: Messages) -> click.Command:
    """Build `eclaireur remarks`."""

    @click.command("remarks", cls=Command, say=say, help=say("cli-remarks"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def show(session: Session, *, as_json: bool) -> None:
        async def read(assistant: Assistant) -> tuple[Remark, ...]:
            return await assistant.remarks()

        kept = session.run(read)
        if not kept and not as_json:
            click.echo(say("remarks-none"))
        for each in kept:
            if as_json:
                click.echo(each.model_dump_json())
            else:
                field, day = say(f"field-{each.task}"), say("web-day", day=each.day)
                click.secho(f"{field}, {day}", bold=True)
                click.echo(f"  {printable(each.text)}")

    return show
