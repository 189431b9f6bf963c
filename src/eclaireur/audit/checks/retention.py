"""Nothing is kept longer than it was said: drafts go after a day."""

from datetime import timedelta

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.suggestion import Reason

COMMITMENT = 3

GRACE = timedelta(minutes=20)
"""A server deletes what is due every ten minutes."""


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Count the drafts that were to be deleted and are still there."""
    late = await inspected.store.drafts_due(inspected.now - GRACE)
    verdict = Verdict.FAILED if late else Verdict.PASSED
    return verdict, [Reason(code="audit-drafts-due", params={"drafts": late})]
