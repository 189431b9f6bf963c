"""Masking that is off is noticed: by what reaches the model, and by what stays in a text."""

import pytest

from eclaireur.audit import Inspected
from eclaireur.audit.checks import masking
from eclaireur.core.audit import Verdict
from eclaireur.guards import personal_data
from eclaireur.guards.personal_data import Cleared, Masked


async def test_an_invented_person_reaches_no_model(inspected: Inspected) -> None:
    verdict, [counted] = await masking.check(inspected)
    assert verdict is Verdict.PASSED
    assert counted.params["tasks"] == len(inspected.tasks) > 0


async def test_a_model_that_would_see_everything_is_told(
    inspected: Inspected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        personal_data, "cleared", lambda source: Cleared(source.title, source.description, source)
    )
    verdict, [_, *faults] = await masking.check(inspected)
    assert verdict is Verdict.FAILED
    assert {each.params["where"] for each in faults} == {"model"}
    assert len(faults) == len(masking.PERSONAL)


async def test_a_typed_text_that_stays_whole_is_told(
    inspected: Inspected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal_data, "mask", lambda text: Masked(text, ()))
    verdict, [_, *faults] = await masking.check(inspected)
    assert verdict is Verdict.FAILED
    assert {each.params["where"] for each in faults} == {"typed"}


async def test_nothing_is_proved_when_no_model_is_asked(
    inspected: Inspected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(masking, "SUBJECT", "Autre chose")
    verdict, [_, fault] = await masking.check(inspected)
    assert verdict is Verdict.FAILED
    assert fault.code == "audit-model-not-asked"
