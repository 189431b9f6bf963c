"""Run every check, whatever the others find."""

from importlib.metadata import version
from types import ModuleType
from typing import Protocol, cast

from eclaireur.audit.checks import (
    backups,
    budgets,
    decisions,
    destinations,
    logs,
    masking,
    models,
    pages,
    retention,
    schema,
)
from eclaireur.audit.inspected import Inspected
from eclaireur.core.audit import AuditReport, Finding, Verdict
from eclaireur.core.errors import EclaireurError
from eclaireur.core.suggestion import Reason


class Check(Protocol):
    """One module of `checks`: its name is that of the check."""

    COMMITMENT: int
    """The number of the commitment that it proves."""

    @staticmethod
    async def check(inspected: Inspected) -> tuple[Verdict, list[Reason]]:
        """Look, and return the verdict with its evidence. An error is a failed check."""
        ...


CHECKS: tuple[ModuleType, ...] = (
    decisions,
    schema,
    masking,
    logs,
    retention,
    models,
    destinations,
    pages,
    budgets,
    backups,
)
"""One line a check, by commitment."""


async def audit(inspected: Inspected) -> AuditReport:
    """Run every check, and keep what they found in the store.

    Raises:
        StoreUnavailable: the report cannot be kept.
    """
    findings = tuple([await _finding(each, inspected) for each in CHECKS])
    report = AuditReport(day=inspected.today, version=version("eclaireur"), findings=findings)
    await inspected.store.keep_audit(report)
    return report


async def _finding(module: ModuleType, inspected: Inspected) -> Finding:
    check = cast("Check", module)
    try:
        verdict, evidence = await check.check(inspected)
    except EclaireurError as error:
        # What cannot be checked is not known to hold.
        verdict, evidence = Verdict.FAILED, [Reason(code=error.code, params=error.params)]
    name = module.__name__.rpartition(".")[2]
    return Finding(
        check=name, commitment=check.COMMITMENT, verdict=verdict, evidence=tuple(evidence)
    )
