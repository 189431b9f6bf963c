"""The API of campaigns: what programs are given, and the same names as the command's."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from empty_stores import empty_data

from eclaireur import Dataset, Settings, open_assistant
from eclaireur.assistant import Assistant, CampaignWork
from eclaireur.web.app import create_app

BASE = "http://127.0.0.1:8000/api/v1"
FIELD = "short_description"
DESCRIPTION = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts."
)


@pytest.fixture
async def assistant(tmp_path: Path) -> AsyncIterator[Assistant]:
    async with open_assistant(Settings(data=empty_data(tmp_path / "data"))) as opened:
        await opened.put_datasets(
            [
                Dataset(identifier=f"a{number}", title="Arbres", description=DESCRIPTION)
                for number in range(2)
            ]
        )
        yield opened


@pytest.fixture
def begun() -> list[str]:
    """The campaigns that processes were begun for."""
    return []


@pytest.fixture
async def client(assistant: Assistant, begun: list[str]) -> AsyncIterator[httpx.AsyncClient]:
    async def begin(key: str) -> None:
        begun.append(key)

    work = CampaignWork(
        assistant.campaigns,
        1,
        choose=lambda *asked: assistant.campaigns.prepare(
            asked[0], asked[1], model=asked[2], limit=asked[3]
        ),
        begin_worker=begin,
        is_attended=lambda _: False,
        obstacle_of=lambda _: "budget-spent",
    )
    transport = httpx.ASGITransport(create_app(assistant, campaign_work=work))
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as opened:
        yield opened


async def recorded(client: httpx.AsyncClient) -> dict[str, Any]:
    answer = await client.post("/campaigns", json={"field": FIELD})
    assert answer.status_code == 201
    campaign = dict(answer.json())
    assert answer.headers["location"] == f"/api/v1/campaigns/{campaign['campaign']}"
    return campaign


async def test_an_estimate_says_how_each_figure_is_known_and_keeps_nothing(
    client: httpx.AsyncClient,
) -> None:
    asked = {"field": FIELD, "selection": "manquant", "limit": 5}
    estimate = (await client.post("/campaigns/estimate", json=asked)).json()
    assert (estimate["total"], estimate["distinct"], estimate["answered"]) == (2, 1, 0)
    assert estimate["requests"] == {"value": 0, "known": "nothing_asked"}
    assert estimate["carbon_g"] == {"value": None, "known": "unknown"}
    assert (await client.get("/campaigns")).json() == []


async def test_a_campaign_is_recorded_worked_on_and_read(
    client: httpx.AsyncClient, assistant: Assistant, begun: list[str]
) -> None:
    campaign = await recorded(client)
    key = campaign["campaign"]
    assert begun == []
    counts = ("total", "proposed", "withheld", "failed", "accepted", "edited", "rejected")
    assert [campaign[name] for name in counts] == [2, 0, 0, 0, 0, 0, 0]
    assert campaign["selection"] == "missing"
    assert (campaign["state"], campaign["phase"]) == ("running", "left")
    assert (campaign["obstacle"], campaign["pending"]) == ("budget-spent", 2)
    assert campaign["seconds_left"] is None
    asked = await client.put(f"/campaigns/{key}/state", json={"state": "running"})
    assert asked.json()["state"] == "running"
    assert begun == [key]
    [batch] = await assistant.campaigns.pending_batches(key)
    await assistant.campaigns.propose(key, batch)
    read = (await client.get(f"/campaigns/{key}")).json()
    assert (read["phase"], read["proposed"], read["obstacle"]) == ("finished", 2, None)
    assert read["seconds_left"] == 0
    [listed] = (await client.get("/campaigns")).json()
    assert listed.items() <= read.items()


async def test_a_campaign_rests_and_ends(client: httpx.AsyncClient) -> None:
    key = (await recorded(client))["campaign"]
    state = f"/campaigns/{key}/state"
    for asked, phase in (("paused", "paused"), ("cancelled", "cancelled")):
        answer = await client.put(state, json={"state": asked})
        assert (answer.json()["state"], answer.json()["phase"]) == (asked, phase)
    refused = await client.put(state, json={"state": "running"})
    assert (refused.status_code, refused.json()["code"]) == (409, "campaign-cancelled")


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"field": "title"}, 422, "unknown-field"),
        ({"field": FIELD, "selection": "chat=noir"}, 422, "unknown-term"),
        ({"field": FIELD, "selection": "organisation=Personne"}, 409, "nothing-selected"),
        ({"field": FIELD, "model": "none"}, 422, "unknown-model"),
        ({"field": FIELD, "limit": 0}, 422, "invalid-request"),
        ({"field": FIELD, "chosen": "all"}, 422, "invalid-request"),
    ],
)
async def test_what_cannot_be_prepared_is_told(
    client: httpx.AsyncClient, asked: dict[str, Any], status: int, code: str
) -> None:
    for path in ("/campaigns/estimate", "/campaigns"):
        answer = await client.post(path, json=asked)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await client.get("/campaigns")).json() == []


async def test_what_does_not_exist_and_what_is_no_json_are_told(
    client: httpx.AsyncClient, assistant: Assistant
) -> None:
    assert (await client.get("/campaigns/none")).json()["code"] == "campaign-not-found"
    for state in ("running", "paused", "cancelled"):
        answer = await client.put("/campaigns/none/state", json={"state": state})
        assert answer.status_code == 404
    assert (await client.post("/campaigns", data={"field": FIELD})).status_code == 415
    # Whoever embeds the pages alone has no campaigns.
    transport = httpx.ASGITransport(create_app(assistant))
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as without:
        assert (await without.get("/campaigns")).status_code == 404
