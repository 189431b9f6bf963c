"""The audit of an installation."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from eclaireur.audit import Inspected, audit
from eclaireur.core.audit import AuditReport
from eclaireur.settings import Settings
from eclaireur.store import LearnedVocabulary
from eclaireur.wiring.store import opened_store
from eclaireur.wiring.tasks import tasks_of


async def audit_installation(
    settings: Settings, *, pages: Mapping[str, str], policy_of_content: str, logs: Sequence[Path]
) -> AuditReport:
    """Check that the installation keeps its commitments. No model is opened, no server needed.

    Args:
        settings: where the data is.
        pages: the source of every template, style sheet and script, by its name.
        policy_of_content: the Content-Security-Policy of the pages.
        logs: the log files to read, beside those of the data directory.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    async with opened_store(settings) as store:
        return await audit(
            Inspected(
                settings=settings,
                store=store,
                tasks=tasks_of(settings, LearnedVocabulary(settings.learned, store)),
                pages=pages,
                policy_of_content=policy_of_content,
                logs=logs,
                now=datetime.now(UTC),
            )
        )
