"""`eclaireur backup`: a copy of all that is kept."""

import json
from pathlib import Path

import click

from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.messages import Messages
from eclaireur.wiring.backups import make_backup


def command(say: Messages) -> click.Command:
    """Build `eclaireur backup`."""

    @click.command("backup", cls=Command, say=say, help=say("cli-backup"))
    @click.argument("place", type=click.Path(path_type=Path), metavar=say("cli-metavar-directory"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def backup(session: Session, place: Path, *, as_json: bool) -> None:
        names = make_backup(session.settings, place)
        tell_files("cli-backup-made", place, names, say, as_json=as_json)

    return backup


def tell_files(
    message: str, place: Path, names: tuple[str, ...], say: Messages, *, as_json: bool
) -> None:
    """Say how many files were copied, and where to."""
    if as_json:
        told = {"place": str(place), "files": list(names)}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(printable(say(message, place=str(place), files=len(names))))
