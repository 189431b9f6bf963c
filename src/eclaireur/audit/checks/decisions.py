"""Nothing is in an export, nor was sent to a portal, that a person did not let in.

An export holds what the last event of a suggestion retains. So each suggestion must have a life
that the transition table allows and that leads to its state, and no dataset may have been changed
but through the store. What was sent names the event that decided, which must have retained it.
"""

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.suggestion import RETAINED, Reason

COMMITMENT = 1

MOST_NAMED = 20
"""Offenders named of each kind; the others are counted."""


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Follow every suggestion and every value sent to its events, and read every dataset again."""
    counts = await inspected.store.suggestion_counts()
    stray = await inspected.store.stray_suggestions()
    altered = await inspected.store.altered_datasets()
    sent = await inspected.store.sending_counts()
    undecided = await inspected.store.stray_sendings()
    faults = [_named("audit-suggestion-stray", key) for key in stray[:MOST_NAMED]]
    faults += [_named("audit-dataset-altered", identifier) for identifier in altered[:MOST_NAMED]]
    faults += [_named("audit-sending-stray", key) for key in undecided[:MOST_NAMED]]
    counted = Reason(
        code="audit-values-traced",
        params={
            "values": sum(number for (_, state), number in counts.items() if state in RETAINED),
            "stray": len(stray),
            "altered": len(altered),
            "sent": sum(sent.values()),
            "undecided": len(undecided),
        },
    )
    return (Verdict.FAILED if faults else Verdict.PASSED), [counted, *faults]


def _named(code: str, name: str) -> Reason:
    return Reason(code=code, params={"name": name})
