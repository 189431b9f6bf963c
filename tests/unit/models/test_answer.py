"""What servers say that a call cost, in its three shapes. Unknown is not zero."""

from typing import Any

import pytest
from pydantic import ValidationError

from eclaireur.core.usage import Usage
from eclaireur.models.answer import ModelList, ReportedUsage


def usage(reported: dict[str, Any]) -> Usage:
    return ReportedUsage.model_validate(reported).usage(duration_s=1.5)


TOKENS = {"prompt_tokens": 12, "completion_tokens": 87, "total_tokens": 99}


def test_a_plain_server_counts_tokens_alone() -> None:
    assert usage(TOKENS) == Usage(duration_s=1.5, input_tokens=12, output_tokens=87)


@pytest.mark.parametrize(
    "impacts",
    [
        {"impacts": {"kWh": 0.000_4, "kgCO2eq": 0.000_02}},
        {
            "carbon": {
                "kWh": {"min": 0.000_3, "max": 0.000_5},
                "kgCO2eq": {"min": 0.000_01, "max": 0.000_03},
            }
        },
    ],
)
def test_both_shapes_of_opengatellm_are_read_in_wh_and_grams(impacts: dict[str, Any]) -> None:
    read = usage({**TOKENS, "cost": 0.0, **impacts})
    assert read.energy_wh == pytest.approx(0.4)
    assert read.carbon_g == pytest.approx(0.02)
    assert (read.input_tokens, read.output_tokens) == (12, 87)


@pytest.mark.parametrize(
    "reported",
    [
        {},
        {"impacts": None, "carbon": None},
        {"impacts": {"kWh": 0.0, "kgCO2eq": 0.0}},
        {"carbon": {"kWh": {"min": 0.0, "max": 0.0}, "kgCO2eq": {"min": None, "max": None}}},
        {"carbon": {"kWh": {}, "kgCO2eq": {}}},
    ],
)
def test_what_was_not_computed_is_unknown_and_not_zero(reported: dict[str, Any]) -> None:
    assert usage(reported) == Usage(duration_s=1.5)


def test_one_bound_is_better_than_none() -> None:
    assert usage({"carbon": {"kWh": {"max": 0.001}}}).energy_wh == 1.0


@pytest.mark.parametrize("wrong", [{"prompt_tokens": -1}, {"impacts": {"kWh": -1}}])
def test_an_impossible_cost_is_not_taken(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        usage(wrong)


def test_a_model_is_known_by_its_name_and_its_aliases() -> None:
    listed = ModelList.model_validate(
        {"data": [{"id": "a", "aliases": ["b", "c"]}, {"id": "d"}, {"id": "e", "aliases": None}]}
    )
    assert [each.names for each in listed.data] == [("a", "b", "c"), ("d",), ("e",)]
