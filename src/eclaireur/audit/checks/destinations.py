"""Nothing goes where nobody declared it: by the configuration, the counters, and a try."""

from collections import Counter, defaultdict

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.departure import DECLARED, SENT
from eclaireur.core.errors import EgressRefused
from eclaireur.core.suggestion import Reason
from eclaireur.egress import open_egress

COMMITMENT = 4

UNDECLARED = "https://undeclared.invalid/"
"""An address that nobody can declare: its name is reserved for ever (RFC 2606)."""


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Confront what left with what was declared that day, and try to leave otherwise."""
    problems = [Reason(code=each.code, params=each.params) for each in inspected.examined.problems]
    if problems:
        return Verdict.FAILED, problems
    destinations = inspected.configuration.destinations
    evidence = [
        Reason(code="audit-destination", params={"origin": str(each.origin)})
        for each in destinations
    ] or [Reason(code="audit-no-destination")]
    outcomes: defaultdict[tuple[object, str], Counter[str]] = defaultdict(Counter)
    for each in await inspected.store.departures():
        outcomes[each.day, each.origin][each.outcome] += each.count
    sent = sum(each[SENT] for each in outcomes.values())
    refused = sum(each.total() - each[SENT] - each[DECLARED] for each in outcomes.values())
    evidence.append(Reason(code="audit-departures", params={"sent": sent, "refused": refused}))
    faults = [
        Reason(code="audit-undeclared-departure", params={"origin": origin, "count": each[SENT]})
        for (_, origin), each in outcomes.items()
        if each[SENT] and not each[DECLARED]
    ]
    async with open_egress(destinations) as egress:
        try:
            await egress.send("GET", UNDECLARED, headers={}, deadline_s=1, max_bytes=1)
        except EgressRefused:
            evidence.append(Reason(code="audit-undeclared-refused"))
        else:
            faults.append(
                Reason(code="audit-undeclared-departure", params={"origin": UNDECLARED, "count": 1})
            )
    return (Verdict.FAILED if faults else Verdict.PASSED), [*faults, *evidence]
