"""PostgreSQL stops in the middle, and comes back: each is told, and goes on without a restart."""

import json
import time
from pathlib import Path

import httpx
import psycopg
import pytest
from postgres_server import PostgresServer
from served import SECONDS, Begun, serving, told
from small_catalogue import TREES

STOPPED = "la base de données ne répond pas. Démarrez-la"
RECORDS = 3_000


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
    database = postgres.new_database()
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
    database = postgres.new_database()
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
        serving(data, large, database=postgres.new_database()) as server,
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
