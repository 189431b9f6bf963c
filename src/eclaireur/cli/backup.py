"""`eclaireur backup` and `eclaireur restore`: a copy of all that is kept, and back."""

import json
from pathlib import Path

import click

from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.messages import Messages
from eclaireur.wiring import make_backup, restore_backup


def command(say: Messages) -> click.Command:
    """Build `eclaireur backup`."""

    @click.command("backup", cls=Command, say=say, help=say("cli-backup"))
    @click.argument("place", type=click.Path(path_type=Path), metavar=say("cli-metavar-directory"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def backup(session: Session, place: Path, *, as_json: bool) -> None:
        names = make_backup(session.settings, place)
        _tell("cli-backup-made", place, names, say, as_json=as_json)

    return backup


def restore(say: Messages) -> click.Command:
    """Build `eclaireur restore`."""

    @click.command("restore", cls=Command, say=say, help=say("cli-restore"))
    @click.argument("place", type=click.Path(path_type=Path), metavar=say("cli-metavar-directory"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def restore(session: Session, place: Path, *, as_json: bool) -> None:
        names = restore_backup(session.settings, place)
        _tell("cli-restored", session.settings.data, names, say, as_json=as_json)

    return restore


def _tell(
    message: str, place: Path, names: tuple[str, ...], say: Messages, *, as_json: bool
) -> None:
    if as_json:
        told = {"place": str(place), "files": list(names)}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(printable(say(message, place=str(place), files=len(names))))
