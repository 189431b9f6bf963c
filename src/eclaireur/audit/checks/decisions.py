"""Nothing is in an export that a person did not let in.

Every value of an export that came from a proposal names a suggestion whose last event is a
decision; no state and no dataset was changed past the transition table.
"""

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.provenance import with_decisions
from eclaireur.core.suggestion import RETAINED, Reason

COMMITMENT = 1

MOST_NAMED = 20
"""Offenders named of each kind; the others are counted."""


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Trace every exported value to its decision."""
    values = untraced = 0
    faults: list[Reason] = []
    async for dataset, retained in inspected.store.all_datasets():
        decisions = {each.key: each for each in retained}
        for each in with_decisions(dataset, retained).provenance:
            values += 1
            if decisions[each.suggestion].events[-1].state not in RETAINED:
                untraced += 1
                faults.append(_named("audit-value-undecided", each.suggestion))
    stray = await inspected.store.stray_suggestions()
    altered = await inspected.store.altered_datasets()
    faults += [_named("audit-suggestion-stray", key) for key in stray[:MOST_NAMED]]
    faults += [_named("audit-dataset-altered", identifier) for identifier in altered[:MOST_NAMED]]
    counted = Reason(
        code="audit-values-traced",
        params={
            "values": values,
            "untraced": untraced,
            "stray": len(stray),
            "altered": len(altered),
        },
    )
    return (Verdict.FAILED if faults else Verdict.PASSED), [counted, *faults[: 3 * MOST_NAMED]]


def _named(code: str, name: str) -> Reason:
    return Reason(code=code, params={"name": name})
