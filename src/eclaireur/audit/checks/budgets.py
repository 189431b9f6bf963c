"""No model was asked for more than its budgets allow, by the meter itself."""

from collections import defaultdict

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.call import LedgerLine, Spent
from eclaireur.core.suggestion import Reason

COMMITMENT = 6


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Add the meter up again for today, and set it beside what budgets read and each limit."""
    configuration = inspected.configuration
    if not configuration.models:
        return Verdict.NOT_APPLICABLE, [Reason(code="audit-no-model")]
    metered: defaultdict[str, Spent] = defaultdict(Spent)
    for line in await inspected.store.ledger():
        if line.day == inspected.today and line.model is not None and not line.cached:
            metered[line.task] += _spent(line)
    read = await inspected.store.spent_on(inspected.today)
    faults = [
        Reason(code="audit-meter-differs", params={"task": task})
        for task in sorted({*metered, *read})
        if not _same(metered[task], read.get(task, Spent()))
    ]
    allowances = [
        each
        for task in inspected.tasks
        for each in configuration.budgets_of(task.field).task.allowances(
            task.field, metered[task.field]
        )
    ]
    everything = sum(metered.values(), Spent())
    allowances += configuration.budgets.total.allowances(None, everything)
    # Calls under way when a limit is reached go on to their end.
    under_way = sum(each.concurrency for each in configuration.models.values())
    calls = max(1, everything.requests)
    kept: list[Reason] = []
    for each in allowances:
        margin = under_way * getattr(everything, each.resource) / calls
        params: dict[str, str | float] = {
            "task": each.task or "all",
            "resource": each.resource,
            "spent": each.spent,
            "limit": each.limit,
        }
        if each.spent > each.limit + margin:
            faults.append(Reason(code="audit-budget-passed", params=params))
        else:
            kept.append(Reason(code="audit-budget-kept", params=params))
    if not allowances:
        kept.append(Reason(code="audit-no-budget"))
    return (Verdict.FAILED if faults else Verdict.PASSED), [*faults, *kept]


def _spent(line: LedgerLine) -> Spent:
    return Spent(
        requests=line.calls,
        tokens=(line.input_tokens or 0) + (line.output_tokens or 0),
        energy_wh=line.energy_wh or 0.0,
    )


def _same(one: Spent, other: Spent) -> bool:
    return (one.requests, one.tokens, round(one.energy_wh, 6)) == (
        other.requests,
        other.tokens,
        round(other.energy_wh, 6),
    )
