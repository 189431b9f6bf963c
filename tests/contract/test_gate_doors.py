"""Another proposal, the ledger and the switches, through the doors."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import fault_server as faults
import httpx
import pytest
from fault_server import FaultServer, fault_server
from scripted_model import GOOD, INVENTED, TREES, installation, says

from eclaireur.cli import main
from eclaireur.web.app import create_app

ORIGIN = "http://127.0.0.1:8000"
ANOTHER = {"dataset": "arbres", "field": "short_description", "another": True}


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        server.play(says(GOOD))
        yield server


@pytest.fixture
async def client(tmp_path: Path, server: FaultServer) -> AsyncIterator[httpx.AsyncClient]:
    async with installation(tmp_path / "data", server) as assistant:
        transport = httpx.ASGITransport(create_app(assistant))
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            yield client


async def ask(client: httpx.AsyncClient, **changes: Any) -> httpx.Response:
    return await client.post("/api/v1/suggestions", json=ANOTHER | changes)


async def submit(client: httpx.AsyncClient, **fields: str) -> httpx.Response:
    page = await client.get("/drafts/new")
    token = re.search(r'name="csrf" value="([\w-]+)"', page.text)
    assert token
    form = {"csrf": token[1], "dataset": "arbres", "field": "short_description"} | fields
    return await client.post("/suggestions", data=form, follow_redirects=True)


async def test_the_api_gives_another_proposal_then_says_there_is_none(
    client: httpx.AsyncClient,
) -> None:
    first = await ask(client, another=False)
    assert (first.status_code, first.json()["model"]) == (201, None)
    second = await ask(client)
    assert second.status_code == 201
    assert (second.json()["value"], second.json()["model"]) == (GOOD, "tested")
    assert second.json()["usage"]["energy_source"] == "estimated"
    third = await ask(client)
    assert (third.status_code, third.json()["code"]) == (409, "no-other-method")
    ledger = (await client.get("/api/v1/ledger")).json()
    assert [each["task"] for each in ledger["tasks"]] == ["short_description"]
    assert ledger["tasks"][0]["asked"]["calls"] == 1
    assert "EcoLogits" in ledger["method"]


async def test_the_page_offers_another_proposal_and_names_what_made_it(
    client: httpx.AsyncClient,
) -> None:
    assert "Demander une autre proposition" not in (await client.get("/datasets/arbres")).text
    page = await submit(client)
    assert page.text.count("Demander une autre proposition") == 1
    page = await submit(client, another="yes")
    assert GOOD in page.text
    assert "Modèle\u00a0: tested." in page.text
    assert "Demander une autre proposition" not in page.text
    refused = await submit(client, another="yes")
    assert refused.status_code == 409
    assert "Il n’y a pas d’autre façon" in refused.text


async def test_the_page_says_why_there_is_no_other_proposal_and_keeps_the_first(
    client: httpx.AsyncClient, server: FaultServer
) -> None:
    server.play(says(INVENTED))
    frugal = (await ask(client, another=False)).json()
    page = await submit(client, another="yes")
    assert page.status_code == 200
    assert "Pas d’autre proposition." in page.text
    assert "choses que la fiche ne dit pas" in page.text
    assert "Marseille" not in page.text
    assert f"/suggestions/{frugal['suggestion']}/decision" in page.text


async def test_a_model_that_is_down_is_told_in_words(
    client: httpx.AsyncClient, server: FaultServer
) -> None:
    server.play(faults.answer("", 401))
    await ask(client, another=False)
    page = await submit(client, another="yes")
    assert "refuse la clé donnée pour le modèle tested" in page.text
    assert "Demander une autre proposition" in page.text


def command(place: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["--data", str(place), "--lang", "fr", *arguments])
    out, err = capsys.readouterr()
    return code, out + err


def test_the_command_line_without_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = tmp_path / "records.jsonl"
    record = {"id": "arbres", "title": TREES.title, "description": TREES.description}
    records.write_text(json.dumps(record), "utf-8")
    place = tmp_path / "data"
    assert command(place, capsys, "catalogue", "import", str(records))[0] == 0
    assert command(place, capsys, "ledger") == (0, "Rien n’a encore été calculé.\n")
    assert command(place, capsys, "suggest", "short_description", "--id", "arbres")[0] == 0

    code, said = command(place, capsys, "suggest", "short_description", "--id=arbres", "--another")
    assert code == 4
    assert "Il n’y a pas d’autre façon" in said
    assert command(place, capsys, "suggest", "x", "--from", "-", "--another")[0] == 2

    code, said = command(place, capsys, "ledger")
    assert code == 0
    assert "Proposées sans modèle de langage\u00a0: 1" in said
    code, said = command(place, capsys, "ledger", "--json")
    cost = json.loads(said)["days"][0]["cost"]
    assert cost["energy_sources"] == ["cpu_time"]
    assert cost["energy_wh"] > 0
    assert (cost["carbon_g"], cost["unknown_carbon"]) == (None, 1)


def test_switches_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        return command(tmp_path / "data", capsys, "switch", *arguments)

    assert run("list") == (0, "Rien n’est désactivé.\n")
    assert run("off", "task", "keywords", "--organisation", "Ville")[0] == 0
    assert "La tâche keywords" in run("list")[1]
    assert json.loads(run("list", "--json")[1]) == {
        "kind": "task",
        "name": "keywords",
        "organisation": "Ville",
    }
    assert run("on", "task", "keywords", "--organisation", "Ville")[0] == 0
    assert run("list")[1] == "Rien n’est désactivé.\n"
    assert run("off", "task", "nothing")[0] == 5
    assert run("off", "model", "nothing")[0] == 5
