"""`eclaireur case` and `eclaireur remarks`: what people turn into cases, and say."""

import json

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.case import EvaluationCase
from eclaireur.core.remark import Remark
from eclaireur.messages import Messages
from eclaireur.representations import case_record


def group(say: Messages) -> click.Group:
    """Build `eclaireur case`."""
    return Group(
        "case",
        say=say,
        help=say("cli-case"),
        sections={say("cli-heading-commands"): [_add(say), _list(say)]},
    )


def _add(say: Messages) -> click.Command:
    @click.command("add", cls=Command, say=say, help=say("cli-case-add"))
    @click.argument("key", metavar=say("cli-metavar-key"))
    @click.pass_obj
    def add(session: Session, key: str) -> None:
        async def keep(assistant: Assistant) -> EvaluationCase:
            return await assistant.keep_case(key)

        _write(case_record(session.run(keep)))

    return add


def _list(say: Messages) -> click.Command:
    @click.command("list", cls=Command, say=say, help=say("cli-case-list"))
    @click.option("--field", metavar=say("cli-metavar-field"), help=say("cli-suggestions-field"))
    @click.pass_obj
    def list_all(session: Session, field: str | None) -> None:
        async def read(assistant: Assistant) -> tuple[EvaluationCase, ...]:
            return await assistant.cases()

        for each in session.run(read):
            if field is None or each.task == field:
                _write(case_record(each))

    return list_all


def _write(record: object) -> None:
    click.echo(json.dumps(record, ensure_ascii=False))


def remarks(say: Messages) -> click.Command:
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
