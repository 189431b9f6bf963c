"""Secrets are found before anything could repeat them."""

from typing import Any

import pytest

from eclaireur.configuration.secrets import secrets_in


@pytest.mark.parametrize(
    "table",
    [
        {"key": "anything"},
        {"api_key": "short"},
        {"API-KEY": "short"},
        {"token": "short"},
        {"password": "short"},
        {"model": "sk-abcdefghijkl"},
        {"model": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x"},
        {"address": "https://a.example/9f86d081884c7d659a2feaa0c55ad015/v1"},
        {"licence": "6f1c1f6e-0d8f-4e0e-9b1c-2b2f6c3d9a10"},
        {"environment": "AbCdEf0123456789AbCdEf0123456789"},
    ],
)
def test_a_secret_is_found_by_its_name_or_its_look(table: dict[str, Any]) -> None:
    [name] = table
    assert list(secrets_in({"models": {"a": table}})) == [("models", "a", name)]


@pytest.mark.parametrize(
    "table",
    [
        {"key": {"environment": "ALBERT_API_KEY"}},
        {"key": {"file": "/run/secrets/6f1c1f6e-0d8f-4e0e-9b1c-2b2f6c3d9a10/albert"}},
        {"weights": "org/model@9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"},
        {"model": "mistral-small-3.2-24b-instruct-2506"},
        {"model": "Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf"},
        {"address": "https://albert.api.etalab.gouv.fr/v1"},
        {"context": 131072},
    ],
)
def test_what_is_public_is_not_taken_for_a_secret(table: dict[str, Any]) -> None:
    assert list(secrets_in({"models": {"a": table}})) == []
