"""Every model is one that the policy allows, and nothing asks one that is not declared."""

from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import Verdict
from eclaireur.core.suggestion import Reason

COMMITMENT = 4


async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
    """Read the declaration of each model again, beside the policy and the meter."""
    problems = [Reason(code=each.code, params=each.params) for each in inspected.examined.problems]
    if problems:
        return Verdict.FAILED, problems
    models, policy = inspected.configuration.models, inspected.configuration.policy
    asked = {
        each.model
        for each in await inspected.store.ledger()
        if each.model is not None and not each.cached and each.day == inspected.today
    }
    faults = [
        Reason(code="audit-model-undeclared", params={"model": each})
        for each in sorted(asked - set(models))
    ]
    faults += [
        Reason(code="audit-model-outside-policy", params={"model": name, "problem": breach})
        for name, model in models.items()
        if (breach := policy.breach(model)) is not None
    ]
    declared = [
        Reason(
            code="audit-model-declared",
            params={
                "model": name,
                "operator": model.operator.name,
                "country": model.country,
                "weights": model.weights or "?",
                "licence": model.licence or "?",
            },
        )
        for name, model in models.items()
    ]
    if faults:
        return Verdict.FAILED, [*faults, *declared]
    if not models:
        return Verdict.NOT_APPLICABLE, [Reason(code="audit-no-model")]
    return Verdict.PASSED, declared
