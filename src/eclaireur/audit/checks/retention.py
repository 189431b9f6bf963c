"""Nothing is kept longer than it was said: drafts go after a day, sessions when they are over."""

from datetime import timedelta

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.suggestion import Reason

COMMITMENT = 3

GRACE = timedelta(minutes=20)
"""A server deletes what is due every ten minutes."""


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Count the drafts and the sessions that were to be deleted and are still there."""
    drafts = await inspected.store.drafts_due(inspected.now - GRACE)
    sessions = await inspected.store.sessions_due(inspected.now - GRACE)
    evidence = [
        Reason(code="audit-drafts-due", params={"drafts": drafts}),
        Reason(code="audit-sessions-due", params={"sessions": sessions}),
    ]
    return (Verdict.FAILED if drafts or sessions else Verdict.PASSED), evidence
