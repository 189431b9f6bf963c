"""The three doors for programs give the same answer to the same question."""

import asyncio
import inspect
import json
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest
from empty_stores import empty_data

from eclaireur import Settings, open_assistant
from eclaireur.catalogues.read import read_catalogue
from eclaireur.cli import main, search
from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import SearchFilters
from eclaireur.messages import messages
from eclaireur.representations.suggestion import SuggestionRecord
from eclaireur.sample import sample_place
from eclaireur.web import wanted
from eclaireur.web.api import openapi_document
from eclaireur.web.app import create_app

FIELDS = ("short_description", "keywords", "theme")
SAMPLE = [each for each in read_catalogue(sample_place()) if isinstance(each, Dataset)][:12]
IDENTIFIERS = [each.identifier for each in SAMPLE]

COMPARED = ("field", "status", "value", "reason", "caution", "method", "evidence")


def _compared(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: answer[key] for key in COMPARED} for answer in answers]


def _stocked(data: Path) -> Settings:
    async def stock() -> None:
        async with open_assistant(settings) as assistant:
            await assistant.put_datasets(SAMPLE)

    settings = Settings(data=empty_data(data))
    asyncio.run(stock())
    return settings


def _by_command(settings: Settings, capfd: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    named = [f"--id={each}" for each in IDENTIFIERS]
    arguments = ["--data", str(settings.data), "--lang", "fr", "suggest", *FIELDS, *named, "--json"]
    capfd.readouterr()
    assert main(arguments) == 0
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def _by_http(settings: Settings) -> list[dict[str, Any]]:
    async def ask() -> list[dict[str, Any]]:
        async with (
            open_assistant(settings) as assistant,
            httpx.AsyncClient(
                transport=httpx.ASGITransport(create_app(assistant)),
                base_url="http://127.0.0.1/api/v1",
            ) as client,
        ):
            return [
                (
                    await client.post("/suggestions", json={"dataset": identifier, "field": field})
                ).json()
                for identifier in IDENTIFIERS
                for field in FIELDS
            ]

    return asyncio.run(ask())


def _by_python(settings: Settings) -> list[dict[str, Any]]:
    async def ask() -> list[dict[str, Any]]:
        async with open_assistant(settings) as assistant:
            suggestions = [
                await assistant.suggest(identifier, field)
                for identifier in IDENTIFIERS
                for field in FIELDS
            ]
            return [
                SuggestionRecord.of(each, messages("fr")).model_dump(mode="json")
                for each in suggestions
            ]

    return asyncio.run(ask())


def test_each_door_makes_the_same_proposals(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    by_command = _by_command(_stocked(tmp_path / "command"), capfd)
    by_http = _by_http(_stocked(tmp_path / "http"))
    by_python = _by_python(_stocked(tmp_path / "python"))
    assert _compared(by_command) == _compared(by_http) == _compared(by_python)
    assert {answer["status"] for answer in by_command} >= {"proposed"}


def test_each_door_finds_what_another_made(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = _stocked(tmp_path / "shared")
    keys = [answer["suggestion"] for answer in _by_command(settings, capfd)]
    assert [answer["suggestion"] for answer in _by_http(settings)] == keys
    assert [answer["suggestion"] for answer in _by_python(settings)] == keys


def test_each_door_takes_the_filters_of_a_search_and_its_orders() -> None:
    filters = {*SearchFilters.model_fields, "order"}
    parameters = openapi_document()["paths"]["/api/v1/search"]["get"]["parameters"]
    assert filters <= {each["name"] for each in parameters}
    options = search.command(messages("fr")).params
    assert filters <= {name.removeprefix("--") for each in options for name in each.opts}
    shown = inspect.signature(wanted._wanted).parameters
    named = {name: get_args(each.annotation)[1].alias for name, each in shown.items()}
    assert filters <= {alias or name for name, alias in named.items()}
