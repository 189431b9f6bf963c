"""`eclaireur vocabulary`: add controlled vocabularies, and list them."""

import json

import click

from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.base import Json
from eclaireur.core.concept import Vocabulary
from eclaireur.messages import Messages
from eclaireur.vocabularies import read_vocabulary
from eclaireur.wiring.vocabularies import open_vocabularies


def command(say: Messages) -> click.Group:
    """Build `eclaireur vocabulary` and its commands."""

    @click.command("add", cls=Command, say=say, help=say("cli-vocabulary-add"))
    @click.argument("place", metavar=say("cli-metavar-file"))
    @click.option("--name", metavar=say("cli-metavar-name"), help=say("cli-vocabulary-name"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def add(session: Session, place: str, name: str | None, *, as_json: bool) -> None:
        vocabulary = read_vocabulary(place, name)
        open_vocabularies(session.settings).keep(vocabulary)
        _show(vocabulary, say, as_json=as_json)
        if not as_json:
            click.echo(say("cli-vocabulary-added"))

    @click.command("list", cls=Command, say=say, help=say("cli-vocabulary-list"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def listing(session: Session, *, as_json: bool) -> None:
        found = open_vocabularies(session.settings).all()
        for each in found:
            _show(each, say, as_json=as_json)
        if not found and not as_json:
            click.echo(say("cli-vocabulary-none"))

    return Group(
        "vocabulary",
        say=say,
        help=say("cli-vocabulary"),
        sections={say("cli-heading-commands"): [add, listing]},
    )


def _show(vocabulary: Vocabulary, say: Messages, *, as_json: bool) -> None:
    sizes = {
        "concepts": len(vocabulary.concepts),
        "labels": vocabulary.label_count,
        "placed": vocabulary.placed_count,
    }
    if as_json:
        record: dict[str, Json] = {"name": vocabulary.name, **sizes}
        click.echo(json.dumps(record, ensure_ascii=False))
    else:
        click.echo(printable(say("cli-vocabulary-line", name=vocabulary.name, **sizes)))
