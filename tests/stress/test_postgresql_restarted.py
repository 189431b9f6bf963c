"""PostgreSQL stops in the middle, and comes back: each is told, and goes on without a restart."""

import asyncio
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from fault_server import fault_server
from postgres_server import PostgresServer
from scripted_model import GOOD, declaration, says
from scripted_model import TREES as DESCRIBED
from served import SECONDS, Begun, serving, told
from small_catalogue import TREES

from eclaireur import Settings, open_assistant
from eclaireur.wiring.campaigns import work_on_campaign

STOPPED = "la base de données ne répond pas. Démarrez-la"
RECORDS = 3_000
IN_CAMPAIGN = 24
AT_ONCE = 8
"""Questions that a model takes at once, unless its operator says otherwise."""


def counted(database: str) -> int:
    with psycopg.connect(database, autocommit=True) as connection:
        row = connection.execute("SELECT count(*) FROM dataset").fetchone()
        assert row is not None
        return int(row[0])


def test_an_import_says_so_keeps_what_it_brought_in_and_goes_on(
    data: Path, catalogue: Path, postgres: PostgresServer, tmp_path: Path
) -> None:
    large = tmp_path / "large.jsonl"
    large.write_text(
        "".join(
            json.dumps({"id": f"r{each}", "title": f"Arbres {each}"}) + "\n"
            for each in range(RECORDS)
        )
    )
    database = postgres.new_store()
    assert told(data, "catalogue", "import", catalogue, database=database).returncode == 0
    with Begun(data, "catalogue", "import", large, database=database) as importing:
        deadline = time.monotonic() + SECONDS
        while counted(database) <= 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        postgres.stop()
        try:
            _, errors = importing.communicate()
        finally:
            postgres.start()
    assert importing.returncode == 6
    assert STOPPED in errors
    assert 3 < counted(database) < RECORDS + 3
    again = told(data, "catalogue", "import", large, database=database)
    assert (again.returncode, counted(database)) == (0, RECORDS + 3), again.stderr


def test_the_server_says_so_and_serves_again(
    data: Path, catalogue: Path, postgres: PostgresServer
) -> None:
    database = postgres.new_store()
    with serving(data, catalogue, database=database) as server:
        with httpx.Client(base_url=server.url, timeout=SECONDS) as client:
            asked = {"dataset": TREES, "field": "short_description"}
            key = client.post("/api/v1/suggestions", json=asked).json()["suggestion"]
            decision = f"/api/v1/suggestions/{key}/decision"
            postgres.stop()
            try:
                for answer in (
                    client.get("/api/v1/datasets"),
                    client.get("/api/v1/search?q=arbres"),
                    client.get("/api/v1/export"),
                    client.post(decision, json={"action": "accept"}),
                    client.post("/api/v1/suggestions", json=asked | {"field": "keywords"}),
                ):
                    assert (answer.status_code, answer.json()["code"]) == (503, "store-unavailable")
                    assert STOPPED in answer.json()["detail"]
                page = client.get(f"/datasets/{TREES}")
                assert (page.status_code, STOPPED in page.text) == (503, True)
                assert client.get("/healthz").status_code == 200
            finally:
                postgres.start()
            assert client.get(f"/api/v1/suggestions/{key}").json()["status"] == "proposed"
            assert client.get("/api/v1/search?q=arbres").json()["total"] == 1
            assert client.post(decision, json={"action": "accept"}).status_code == 200
        assert "Traceback" not in server.log


def test_an_export_cut_short_is_not_taken_for_a_whole_one(
    data: Path, postgres: PostgresServer, tmp_path: Path
) -> None:
    large = tmp_path / "large.jsonl"
    with large.open("w") as sink:
        for each in range(300):
            record = {"id": f"r{each:04}", "title": "Un titre", "description": "é" * 50_000}
            sink.write(json.dumps(record, ensure_ascii=False) + "\n")
    with (
        serving(data, large, database=postgres.new_store()) as server,
        httpx.stream("GET", f"{server.url}/api/v1/export", timeout=SECONDS) as answer,
    ):
        pieces = answer.iter_raw(1_000)
        next(pieces)
        postgres.stop()
        try:
            with pytest.raises(httpx.RemoteProtocolError):
                for _ in pieces:
                    pass
        finally:
            postgres.start()


async def test_a_campaign_goes_on_by_itself(data: Path, postgres: PostgresServer) -> None:
    """With questions under way, whose answers find nowhere to be kept until it is there again."""
    datasets = [
        DESCRIBED.model_copy(update={"identifier": f"r{each}", "title": f"Arbres, secteur {each}"})
        for each in range(IN_CAMPAIGN)
    ]
    restarting: asyncio.Task[None] | None = None
    is_down = asyncio.Event()

    async def restarted() -> None:
        await asyncio.to_thread(postgres.stop)
        is_down.set()
        await asyncio.sleep(0.3)
        await asyncio.to_thread(postgres.start)

    async with fault_server() as model:

        async def respond(writer: Any) -> None:
            nonlocal restarting
            if len(model.received) >= IN_CAMPAIGN / 2:
                if restarting is None:
                    restarting = asyncio.create_task(restarted())
                await is_down.wait()
            await says(GOOD)(writer)

        model.respond = lambda _: respond
        (data / "eclaireur.toml").write_text(declaration(model.origin), "utf-8")
        settings = Settings(data=data, database=postgres.new_store())
        async with open_assistant(settings) as assistant:
            await assistant.put_datasets(datasets)
            campaigns = assistant.campaigns
            prepared = await campaigns.prepare("short_description", "", model="tested")
            campaign = await campaigns.open(prepared)

            async def tell() -> None:
                """Nobody looks."""

            worked = await work_on_campaign(settings, assistant, campaign.key, workers=1, tell=tell)
            assert worked.stopped is None
            assert restarting is not None
            await restarting
            progress = (await campaigns.standing(campaign.key)).progress
            made = await assistant.find_suggestions(limit=2 * IN_CAMPAIGN)
    assert (progress.total, progress.proposed) == (IN_CAMPAIGN, IN_CAMPAIGN)
    assert Counter(each.dataset for each in made) == {each.identifier: 1 for each in datasets}
    asked = Counter(each.body for each in model.received)
    assert len(asked) == IN_CAMPAIGN
    # What was under way, and as much whose answers found nowhere to be kept.
    assert asked.total() <= IN_CAMPAIGN + 2 * AT_ONCE
