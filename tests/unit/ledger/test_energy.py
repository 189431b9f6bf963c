"""Energy that a server does not report."""

from typing import Any

import pytest

from eclaireur.core.model import ModelDeclaration
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.ledger.energy import known, of_processor

ASKED = Usage(duration_s=5.0, output_tokens=100)


def model(**changes: Any) -> ModelDeclaration:
    return ModelDeclaration.model_validate(
        {
            "address": "http://127.0.0.1:1/v1",
            "model": "m",
            "operator": {"name": "Tests", "kind": "local"},
            "country": "FR",
            "context": 4096,
            "parameters": {"total": 8, "active": 8},
        }
        | changes
    )


def test_it_is_estimated_from_what_is_declared() -> None:
    usage = known(ASKED, model())
    assert usage.energy_source is EnergySource.ESTIMATED
    assert usage.energy_wh == pytest.approx(0.0112, rel=0.5)
    assert usage.carbon_g is not None
    assert 0 < usage.carbon_g < 0.01


def test_a_larger_model_and_a_longer_answer_take_more() -> None:
    least = known(ASKED, model()).energy_wh or 0
    longer = known(ASKED.model_copy(update={"output_tokens": 200}), model()).energy_wh or 0
    larger = known(ASKED, model(parameters={"total": 120, "active": 70})).energy_wh or 0
    assert 0 < least < longer
    assert least < larger


@pytest.mark.parametrize(
    ("usage", "declared"),
    [
        (ASKED, model(parameters=None)),
        (Usage(duration_s=5.0), model()),
        (ASKED.model_copy(update={"energy_wh": 3.0}), model()),
    ],
)
def test_what_is_reported_or_cannot_be_known_is_left_as_it_is(
    usage: Usage, declared: ModelDeclaration
) -> None:
    assert known(usage, declared) == usage


def test_a_country_without_a_mix_has_no_emissions() -> None:
    usage = known(ASKED, model(country="ZZ"))
    assert usage.energy_wh is not None
    assert usage.carbon_g is None


def test_the_energy_of_the_processor_goes_with_its_time() -> None:
    assert of_processor(0) == 0
    # An hour of one core at 12 W, and half as much around it.
    assert of_processor(3600) == pytest.approx(18)
