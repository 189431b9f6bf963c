"""A process told to stop, or killed, in the middle: what was confirmed is kept, and it goes on.

`contract/test_store_failures` shows that no acknowledged decision is lost to a kill.
"""

import asyncio
import json
import signal
import socket
import time
from pathlib import Path

import httpx
import pytest
from served import SECONDS, Begun, Server, told

from eclaireur.core.ports import DatasetQuery
from eclaireur.store import open_store

RECORDS = 3_000
DESCRIPTION = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts."
)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    place = tmp_path / "catalogue.jsonl"
    with place.open("w") as sink:
        for number in range(RECORDS):
            record = {"id": f"r{number}", "title": f"Arbres {number}", "description": DESCRIPTION}
            sink.write(json.dumps(record) + "\n")
    return place


def kept(address: str) -> int:
    """How many datasets the store holds."""

    async def counted() -> int:
        async with open_store(address) as store:
            return (await store.find_datasets(DatasetQuery(limit=1))).total

    return asyncio.run(counted())


@pytest.mark.parametrize(
    ("database", "how"),
    [("sqlite", signal.SIGKILL), ("postgresql", signal.SIGTERM)],
    indirect=["database"],
)
def test_an_import_that_is_stopped_goes_on(
    data: Path, large: Path, database: str | None, how: signal.Signals
) -> None:
    address = database or f"sqlite:///{data / 'eclaireur.sqlite'}"
    with Begun(data, "catalogue", "import", large, database=database) as importing:
        deadline = time.monotonic() + SECONDS
        while not kept(address) and time.monotonic() < deadline:
            time.sleep(0.01)
        importing.send_signal(how)
        _, errors = importing.communicate()
    assert importing.returncode == -how
    assert "Traceback" not in errors
    assert 0 < kept(address) <= RECORDS
    again = told(data, "catalogue", "import", large, database=database)
    assert (again.returncode, kept(address)) == (0, RECORDS), again.stderr


def test_a_server_that_is_stopped_ends_its_answers_and_closes_what_it_opened(data: Path) -> None:
    server = Server(data, data.with_suffix(".log"))
    question = {"text": "Écrire à Soizic Kerbrat, 06 39 98 12 34."}
    # The first time, it loads what it needs.
    httpx.post(f"{server.url}/api/v1/masks", json=question, timeout=SECONDS).raise_for_status()
    text = json.dumps(question).encode()
    head = (
        b"POST /api/v1/masks HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(text)
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=SECONDS) as client:
        client.sendall(head)
        assert client.recv(2**16).startswith(b"HTTP/1.1 100"), "the request is under way"
        server.process.send_signal(signal.SIGTERM)
        while is_open(server.port):
            time.sleep(0.01)
        client.sendall(text)
        answered = b""
        while piece := client.recv(2**16):
            answered += piece
    assert server.process.wait(SECONDS) == 0
    assert answered.startswith(b"HTTP/1.1 200")
    assert b"[personne]" in answered
    assert not list(data.glob("*-wal")), "SQLite empties its log when it is closed"
    assert "Traceback" not in server.log


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
