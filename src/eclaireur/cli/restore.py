"""`eclaireur restore`: put a backup back."""

from pathlib import Path

import click

from eclaireur.cli.backup import tell_files
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.messages import Messages
from eclaireur.wiring.backups import restore_backup


def command(say: Messages) -> click.Command:
    """Build `eclaireur restore`."""

    @click.command("restore", cls=Command, say=say, help=say("cli-restore"))
    @click.argument("place", type=click.Path(path_type=Path), metavar=say("cli-metavar-directory"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def restore(session: Session, place: Path, *, as_json: bool) -> None:
        names = restore_backup(session.settings, place)
        tell_files("cli-restored", session.settings.data, names, say, as_json=as_json)

    return restore
