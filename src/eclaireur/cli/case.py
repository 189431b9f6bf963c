"""`eclaireur case`: the proposals that people turned into cases of the evaluation set."""

import json

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.core.case import EvaluationCase
from eclaireur.messages import Messages
from eclaireur.representations.case import case_record


def command(say: Messages) -> click.Group:
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
