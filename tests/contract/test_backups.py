"""A backup is taken while everything goes on, and put back, as the page for operators says."""

import json
import os
import re
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from served import SECONDS, serving, told

from eclaireur import Settings, open_assistant
from eclaireur.core.provenance import DecidedDataset
from eclaireur.wiring.backups import restore_backup

if TYPE_CHECKING:
    from postgres_server import PostgresServer

PAGE = Path(__file__).parents[2] / "docs" / "deployment.md"


def documented(program: str) -> str:
    """The lines of the page that begin with a program."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return "\n".join(line for line in lines if line.startswith(f"{program} "))


def run(command: str, place: Path, **variables: str) -> None:
    ran = subprocess.run(
        ["sh", "-eu", "-c", command],
        cwd=place,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert command
    assert (ran.returncode, ran.stderr) == (0, "")


def decide(url: str) -> None:
    """Have something kept that no import brings back."""
    api = f"{url}/api/v1/suggestions"
    question = {"dataset": "arbres-valombreuse", "field": "short_description"}
    key = httpx.post(api, json=question, timeout=SECONDS).json()["suggestion"]
    decided = httpx.post(f"{api}/{key}/decision", json={"action": "accept"}, timeout=SECONDS)
    assert decided.json()["status"] == "accepted"


async def exported(settings: Settings) -> list[DecidedDataset]:
    async with open_assistant(settings) as assistant:
        return [each async for each in assistant.export()]


def is_ready(url: str) -> bool:
    # It may be making its index.
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        answer = httpx.get(f"{url}/readyz", timeout=SECONDS)
        if answer.status_code == 200:
            return True
        assert answer.json()["lacking"] == ["search-index-not-ready"]
        time.sleep(0.1)
    return False


async def test_a_directory_is_saved_while_it_serves_and_put_back(tmp_path: Path) -> None:
    data, backup, again = (tmp_path / name for name in ("data", "backup", "again"))
    with serving(data, "--sample") as served:
        decide(served.url)
        saved = told(data, "backup", backup, "--json")
        assert saved.returncode == 0, saved.stderr
        assert "eclaireur.sqlite" in json.loads(saved.stdout)["files"]
    kept = await exported(Settings(data=data))
    assert any(each.provenance for each in kept)
    restore_backup(Settings(data=again), backup)
    assert await exported(Settings(data=again)) == kept


async def test_postgresql_is_saved_while_it_serves_and_put_back(
    tmp_path: Path, postgres: "PostgresServer"
) -> None:
    address = postgres.new_database()
    server, _, name = address.rpartition("/")
    data, again = tmp_path / "data", tmp_path / "again"
    again.mkdir()
    variables = {
        "PATH": f"{postgres.binaries}:{os.environ['PATH']}",
        "ECLAIREUR_DATABASE": address,
        "ECLAIREUR_DATA": str(data),
        "MAINTENANCE": f"{server}/postgres",
        "NEW_NAME": f"{name}_again",
        "NEW_DATABASE": f"{address}_again",
    }
    with serving(data, "--sample", database=address) as served:
        decide(served.url)
        assert is_ready(served.url)
        run(documented("pg_dump"), tmp_path, **variables)
        run(documented("tar"), tmp_path, **variables)
    kept = await exported(Settings(data=data, database=address))
    assert any(each.provenance for each in kept)
    run(documented("createdb"), tmp_path, **variables)
    run(documented("pg_restore"), tmp_path, **variables)
    run(f"tar --extract --file=eclaireur-files.tar --directory={again}", tmp_path, **variables)
    assert await exported(Settings(data=again, database=variables["NEW_DATABASE"])) == kept
