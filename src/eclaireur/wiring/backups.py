"""Backups of the data directory."""

from pathlib import Path

from eclaireur.configuration import read_configuration
from eclaireur.core.errors import DatabaseElsewhere
from eclaireur.settings import Settings
from eclaireur.store import back_up, place_of, put_back


def make_backup(settings: Settings, target: Path) -> tuple[str, ...]:
    """Copy all that is kept in the data directory into another, and return what it holds.

    Raises:
        DatabaseElsewhere: what is kept is in PostgreSQL.
        BackupPlaceTaken: the target is there already, or is in the data directory.
        InvalidInput: the configuration is wrong.
        StoreUnavailable: something cannot be read or written.
    """
    _refuse_elsewhere(settings)
    derived = [settings.search, settings.learned]
    backups = read_configuration(settings.configuration_file).backups
    if backups is not None:
        derived.append(settings.data / backups.directory)
    return back_up(settings.database_file, target, derived=derived)


def restore_backup(settings: Settings, backup: Path) -> tuple[str, ...]:
    """Put a backup back into a data directory that is empty, and return what it holds.

    Raises:
        DatabaseElsewhere: what is kept is in PostgreSQL.
        BackupUnusable: it is no backup, or is broken.
        RestorePlaceTaken: the data directory is not empty.
        StoreUnavailable: something cannot be read or written.
    """
    _refuse_elsewhere(settings)
    return put_back(backup, settings.database_file)


def _refuse_elsewhere(settings: Settings) -> None:
    if settings.database is not None:
        raise DatabaseElsewhere(place=place_of(settings.database))
