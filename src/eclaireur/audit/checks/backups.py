"""There is a recent copy of the state, and it can be read."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.suggestion import Reason

COMMITMENT = 1

_SQLITE = b"SQLite format 3\0"


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Find the newest file among the backups, see how old it is, and read it through."""
    backups = inspected.configuration.backups
    if backups is None:
        return Verdict.NOT_APPLICABLE, [Reason(code="audit-backups-undeclared")]
    place = inspected.settings.data / backups.directory
    files = [each for each in place.glob("*") if each.is_file()] if place.is_dir() else []
    if not files:
        return Verdict.NOT_APPLICABLE, [
            Reason(code="audit-no-backup", params={"place": str(place)})
        ]
    newest = max(files, key=lambda each: each.stat().st_mtime)
    age = inspected.now - datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    told: dict[str, str | float] = {
        "file": newest.name,
        "days": max(0, age.days),
        "limit": backups.most_days,
    }
    if age.total_seconds() > backups.most_days * 24 * 3600:
        return Verdict.FAILED, [Reason(code="audit-backup-old", params=told)]
    problem = _problem(newest)
    if problem is not None:
        return Verdict.FAILED, [
            Reason(code="audit-backup-broken", params={"file": newest.name, "problem": problem})
        ]
    return Verdict.PASSED, [Reason(code="audit-backup-recent", params=told)]


def _problem(place: Path) -> str | None:
    """What is wrong in a copy of SQLite's; the dump of another database is not read."""
    with place.open("rb") as file:
        start = file.read(len(_SQLITE))
    if not start:
        return "empty"
    if start != _SQLITE:
        return None
    try:
        # Nothing may be written beside a backup.
        address = f"{place.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as reading:
            answer: str = reading.execute("PRAGMA quick_check(1)").fetchone()[0]
            reading.execute("SELECT count(*) FROM dataset").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return None if answer == "ok" else answer
