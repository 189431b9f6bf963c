"""The policy: who may serve."""

from typing import Any

import pytest
from pydantic import ValidationError

from eclaireur.core.model import Breach, ModelDeclaration, OperatorKind, Policy

DECLARED: dict[str, Any] = {
    "address": "https://albert.example/v1",
    "model": "openweight-small",
    "operator": {"name": "DINUM", "kind": "state"},
    "country": "FR",
    "weights": "mistralai/Ministral-3-8B-Instruct-2512",
    "licence": "Apache-2.0",
    "context": 32_000,
}


def declared(**changes: object) -> ModelDeclaration:
    return ModelDeclaration.model_validate(DECLARED | changes)


def test_a_model_of_the_state_in_france_with_open_weights_may_serve() -> None:
    assert Policy().breach(declared()) is None


@pytest.mark.parametrize(
    ("changes", "breach"),
    [
        ({"operator": {"name": "A company", "kind": "other"}}, Breach.OPERATOR),
        ({"country": "US"}, Breach.COUNTRY),
        ({"weights": None}, Breach.WEIGHTS),
        ({"licence": None}, Breach.LICENCE),
    ],
)
def test_the_default_policy_refuses_the_others(changes: dict[str, Any], breach: Breach) -> None:
    assert Policy().breach(declared(**changes)) is breach


def test_an_operator_may_allow_more() -> None:
    policy = Policy(operators=tuple(OperatorKind), countries=("FR", "DE"), open_weights_only=False)
    changes = {"operator": {"name": "A company", "kind": "other"}, "country": "DE"}
    assert policy.breach(declared(**changes, weights=None, licence=None)) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"parameters": {"total": 3, "active": 8}},
        {"parameters": {"total": float("nan"), "active": 1}},
        {"key": {}},
        {"key": {"environment": "A", "file": "b"}},
        {"key": {"environment": "A-B"}},
        {"country": "France"},
        {"operator": {"name": "DINUM", "kind": "public"}},
        {"context": 0},
        {"temperature": 1},
    ],
)
def test_a_declaration_that_makes_no_sense_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        declared(**changes)
