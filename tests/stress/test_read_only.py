"""What may not be written to is read all the same, and whoever would write there is told why."""

from pathlib import Path

import httpx
import pytest
from postgres_server import PostgresServer
from served import SECONDS, Server, told
from small_catalogue import RECORDS, TREES

from eclaireur import Settings, open_assistant
from eclaireur.catalogues.record import dataset_from_record

REFUSED = "rien ne peut y être écrit. Vérifiez les droits d’accès"
ASKED = {"dataset": TREES, "field": "short_description"}


@pytest.fixture(params=["sqlite", "postgresql"])
async def read_only(request: pytest.FixtureRequest, data: Path) -> tuple[str, str]:
    """The address of a database that takes nothing more, and a proposal that it holds."""
    postgres: PostgresServer | None = None
    if request.param == "postgresql":
        postgres = request.getfixturevalue("postgres")
    database = postgres.new_store() if postgres else None
    async with open_assistant(Settings(data=data, database=database)) as assistant:
        await assistant.put_datasets([dataset_from_record(each) for each in RECORDS])
        key = (await assistant.suggest(TREES, "short_description")).key
    if postgres and database:
        name = database.rpartition("/")[2]
        postgres.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        return database, key
    place = data / "eclaireur.sqlite"
    return f"sqlite:///file:{place}?mode=ro&uri=true", key


def test_everything_is_read_and_nothing_is_written(
    data: Path, catalogue: Path, read_only: tuple[str, str]
) -> None:
    database, key = read_only
    exported = told(data, "export", database=database)
    assert exported.returncode == 0, exported.stderr
    assert len(exported.stdout.splitlines()) == 3

    decided = told(data, "decide", key, "accept", database=database)
    assert (decided.returncode, decided.stdout) == (6, "")
    assert REFUSED in decided.stderr
    imported = told(data, "catalogue", "import", catalogue, database=database)
    assert imported.returncode == 6
    assert REFUSED in imported.stderr

    server = Server(data, data.with_suffix(".log"), database=database)
    with httpx.Client(base_url=server.url, timeout=SECONDS) as client:
        for path in (
            "/",
            f"/datasets/{TREES}",
            "/ledger",
            "/api/v1/search?q=arbres",
            f"/api/v1/suggestions/{key}",
        ):
            assert client.get(path).status_code == 200, path
        for path, body in (
            (f"/suggestions/{key}/decision", {"action": "accept"}),
            ("/suggestions", ASKED | {"field": "keywords"}),
            ("/datasets", {"title": "Un brouillon"}),
        ):
            answer = client.post(f"/api/v1{path}", json=body)
            assert (answer.status_code, answer.json()["code"]) == (503, "store-unavailable"), path
            assert REFUSED in answer.json()["detail"]
        assert client.get(f"/api/v1/suggestions/{key}").json()["status"] == "proposed"
    server.stop()
    assert "Traceback" not in server.log
