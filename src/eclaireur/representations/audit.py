"""What an audit found, as programs read it."""

from datetime import date
from typing import Self

from pydantic import BaseModel

from eclaireur.core.audit import AuditReport, Finding, Verdict
from eclaireur.messages import Messages


class EvidenceRecord(BaseModel):
    """One thing that a check looked at, or found wrong."""

    code: str
    params: dict[str, str | int | float]
    detail: str
    """The sentence that says it."""


class FindingRecord(BaseModel):
    """One check, and what it found."""

    check: str
    title: str
    commitment: int
    verdict: Verdict
    evidence: tuple[EvidenceRecord, ...]

    @classmethod
    def of(cls, finding: Finding, say: Messages) -> Self:
        return cls(
            check=finding.check,
            title=say(f"audit-{finding.check}"),
            commitment=finding.commitment,
            verdict=finding.verdict,
            evidence=tuple(
                EvidenceRecord(code=each.code, params=dict(each.params), detail=say.reason(each))
                for each in finding.evidence
            ),
        )


class AuditRecord(BaseModel):
    """Every check of an audit."""

    day: date
    version: str
    passed: bool
    checks: tuple[FindingRecord, ...]

    @classmethod
    def of(cls, report: AuditReport, say: Messages) -> Self:
        return cls(
            day=report.day,
            version=report.version,
            passed=report.passed,
            checks=tuple(FindingRecord.of(each, say) for each in report.findings),
        )
