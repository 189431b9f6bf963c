"""There is a recent copy of the state, and it can be read."""

from datetime import UTC, datetime
from pathlib import Path

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.suggestion import Reason
from eclaireur.settings import DATABASE
from eclaireur.store import SQLITE, problem_of

COMMITMENT = 1


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Find the newest file among the backups, see how old it is, and read it through.

    A backup that `eclaireur backup` made is a directory, whose database is that file.
    """
    backups = inspected.configuration.backups
    if backups is None:
        return Verdict.NOT_APPLICABLE, [Reason(code="audit-backups-undeclared")]
    place = inspected.settings.data / backups.directory
    beside = [each for each in place.glob("*") if each.is_file()]
    files = [*beside, *place.glob(f"[!.]*/{DATABASE}")]
    if not files:
        return Verdict.NOT_APPLICABLE, [
            Reason(code="audit-no-backup", params={"place": str(place)})
        ]
    newest = max(files, key=lambda each: each.stat().st_mtime)
    age = inspected.now - datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    told: dict[str, str | float] = {
        "file": str(newest.relative_to(place)),
        "days": max(0, age.days),
        "limit": backups.most_days,
    }
    if age.total_seconds() > backups.most_days * 24 * 3600:
        return Verdict.FAILED, [Reason(code="audit-backup-old", params=told)]
    problem = _problem(newest)
    if problem is not None:
        return Verdict.FAILED, [
            Reason(code="audit-backup-broken", params={"file": told["file"], "problem": problem})
        ]
    return Verdict.PASSED, [Reason(code="audit-backup-recent", params=told)]


def _problem(place: Path) -> str | None:
    """What is wrong in a copy of SQLite's; the dump of another database is not read."""
    with place.open("rb") as file:
        start = file.read(len(SQLITE))
    if not start:
        return "empty"
    return problem_of(place) if start == SQLITE else None
