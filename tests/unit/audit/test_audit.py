"""Every check runs, whatever the others find, and what they found is kept."""

import pytest

from eclaireur.audit import Inspected, audit
from eclaireur.audit.audit import CHECKS
from eclaireur.audit.checks import schema
from eclaireur.core.audit import Verdict
from eclaireur.core.errors import StoreUnavailable


async def test_an_empty_installation_passes(inspected: Inspected) -> None:
    report = await audit(inspected)
    assert report.passed
    assert report.day == inspected.today
    assert {each.check: each.verdict for each in report.findings} == {
        "decisions": Verdict.PASSED,
        "schema": Verdict.PASSED,
        "masking": Verdict.PASSED,
        "logs": Verdict.NOT_APPLICABLE,
        "retention": Verdict.PASSED,
        "models": Verdict.NOT_APPLICABLE,
        "destinations": Verdict.PASSED,
        "pages": Verdict.PASSED,
        "budgets": Verdict.NOT_APPLICABLE,
        "backups": Verdict.NOT_APPLICABLE,
    }
    assert await inspected.store.last_audit() == report


async def test_what_cannot_be_checked_has_failed(
    inspected: Inspected, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def check(_inspected: Inspected) -> None:
        raise StoreUnavailable(place="here", problem="gone")

    monkeypatch.setattr(schema, "check", check)
    report = await audit(inspected)
    assert not report.passed
    assert len(report.findings) == len(CHECKS)
    [failed] = [each for each in report.findings if each.verdict is Verdict.FAILED]
    assert failed.check == "schema"
    assert [(each.code, each.params["problem"]) for each in failed.evidence] == [
        ("store-unavailable", "gone")
    ]
