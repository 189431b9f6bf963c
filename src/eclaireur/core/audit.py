"""What an audit of an installation finds."""

from datetime import date
from enum import StrEnum

from eclaireur.core.base import Noun
from eclaireur.core.suggestion import Reason


class Verdict(StrEnum):
    """What a check says."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not-applicable"
    """There is nothing to check yet: no model, no backup, no log."""


class Finding(Noun):
    """What one check found."""

    check: str
    """The name of the check; its title is the message `audit-<check>`."""
    commitment: int
    """The number of the commitment that it proves, from 1 to 8."""
    verdict: Verdict
    evidence: tuple[Reason, ...]
    """What was looked at and, if it failed, everything that is wrong."""


class AuditReport(Noun):
    """What every check found on one day."""

    day: date
    version: str
    """Of the program that was audited."""
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Whether no check failed."""
        return all(each.verdict is not Verdict.FAILED for each in self.findings)
