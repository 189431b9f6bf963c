"""Campaigns from the command line: real processes, which are killed, on both databases."""

import asyncio
import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, fault_server
from processes import FORKING, Forked
from scripted_model import GOOD, TREES, declaration, says
from served import told

from eclaireur.campaigns import engine
from eclaireur.cli import main

from .in_a_thread import in_a_thread

FIELD = "short_description"
RECORDS = 80
TWO_BATCHES = 120
AT_ONCE = 8
"""Questions that a model takes at once, unless its operator says otherwise."""
KILLS = 10
"""On each database."""

PATIENCE_S = 180
"""What a very busy machine may take; what is done at once is seen at once."""


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with in_a_thread(fault_server) as server:
        # Long enough for several questions to be under way at any moment.
        server.respond = lambda _: _slowly
        yield server


async def _slowly(writer: Any) -> None:
    await asyncio.sleep(0.2)
    await says(GOOD)(writer)


@pytest.fixture
def data(tmp_path: Path, server: FaultServer) -> Path:
    """A data directory whose model is the server."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "eclaireur.toml").write_text(declaration(server.origin), "utf-8")
    return data


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty PostgreSQL, or None for the files of the data directory."""
    if request.param == "sqlite":
        return None
    return str(request.getfixturevalue("postgres").new_database())


def said_by(data: Path, database: str | None, *arguments: str | Path) -> str:
    """Run a command that succeeds, and return what it says."""
    ran = told(data, *arguments, database=database)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def begun(data: Path, database: str | None, *arguments: str) -> Forked:
    """Begin a command, whose output nobody reads."""
    place = ("--database", database) if database else ()
    output = data.with_suffix(".said")
    return Forked(["--data", str(data), *place, *arguments], dict(os.environ), output, output)


def _with_one_batch(data: Path, arguments: Sequence[str]) -> None:
    """A command that leaves all batches but one to others."""
    engine.AHEAD = 1
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(main(["--data", str(data), *arguments]))


def imported(data: Path, database: str | None, records: int = RECORDS) -> None:
    lines = [
        json.dumps(
            {
                "id": f"arbres-{number}",
                "title": f"{TREES.title}, secteur {number}",
                "description": TREES.description,
                "organization": TREES.publisher,
            }
        )
        for number in range(records)
    ]
    catalogue = data / "catalogue.jsonl"
    catalogue.write_text("\n".join(lines), "utf-8")
    said_by(data, database, "catalogue", "import", catalogue)


def status(data: Path, database: str | None) -> dict[str, Any]:
    return dict(json.loads(said_by(data, database, "campaign", "status", "--json")))


def seven(progress: dict[str, Any]) -> dict[str, int]:
    names = ("total", "proposed", "withheld", "failed", "accepted", "edited", "rejected")
    return {name: progress[name] for name in names}


def questions(server: FaultServer) -> Counter[bytes]:
    return Counter(each.body for each in server.received)


def wait_until(happens: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not happens():
        assert time.monotonic() < ends, "nothing moves any more"
        time.sleep(0.01)


def rows(data: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data / "campaigns.sqlite")) as reading:
        return reading.execute(query).fetchall()


def test_killing_any_process_loses_nothing(
    data: Path, database: str | None, server: FaultServer
) -> None:
    imported(data, database)
    draw = random.Random()  # noqa: S311
    resume = ("campaign", "resume", "--workers", "1")
    start = ("campaign", "start", "--field", FIELD, "--model", "tested", "--yes", "--workers", "1")
    processes = [begun(data, database, *start)]
    wait_until(lambda: bool(server.received))
    processes.append(begun(data, database, *resume))
    for kill in range(1, KILLS + 1):
        # Somewhere in the work, which the questions tell.
        wanted = (kill - draw.random()) * RECORDS / (KILLS + 1)
        wait_until(lambda: len(server.received) >= wanted)  # noqa: B023
        victim = processes.pop(draw.randrange(2))
        victim.kill()
        assert victim.wait(PATIENCE_S) == -signal.SIGKILL
        processes.append(begun(data, database, *resume))
    assert [each.wait(PATIENCE_S) for each in processes] == [0, 0]
    assert seven(status(data, database)) == {
        "total": RECORDS,
        "proposed": RECORDS,
        **dict.fromkeys(["withheld", "failed", "accepted", "edited", "rejected"], 0),
    }
    made = said_by(data, database, "suggestions", "--json").splitlines()
    of_records = Counter(json.loads(line)["dataset"] for line in made)
    assert len(of_records) == RECORDS
    assert set(of_records.values()) == {1}
    asked = questions(server)
    assert len(asked) == RECORDS
    assert asked.total() <= RECORDS + KILLS * AT_ONCE


def test_two_processes_ask_no_more_at_once_than_the_model_takes(
    data: Path, server: FaultServer
) -> None:
    under_way, counts = 0, list[int]()

    async def answer(writer: Any) -> None:
        nonlocal under_way
        under_way += 1
        counts.append(under_way)
        await asyncio.sleep(0.4)
        under_way -= 1
        await says(GOOD)(writer)

    server.respond = lambda _: answer
    imported(data, None, TWO_BATCHES)
    start = ("campaign", "start", "--field", FIELD, "--model", "tested", "--yes", "--workers", "1")
    resume = ("campaign", "resume", "--workers", "1")
    both = [FORKING.Process(target=_with_one_batch, args=(data, each)) for each in (start, resume)]
    both[0].start()
    wait_until(lambda: bool(server.received))
    both[1].start()
    at_work = "SELECT count(DISTINCT executor_id) FROM workflow_status WHERE status = 'PENDING'"
    wait_until(lambda: rows(data, at_work) == [(2,)])
    for each in both:
        each.join(PATIENCE_S)
        assert each.exitcode == 0
    assert max(counts) == AT_ONCE


def test_a_campaign_is_stopped_looked_into_and_taken_up_again(
    data: Path, server: FaultServer
) -> None:
    imported(data, None)
    start = ("campaign", "start", "--field", FIELD, "--model", "tested", "--yes", "--workers", "1")
    first = begun(data, None, *start)
    wait_until(lambda: len(server.received) > RECORDS / 4)
    first.send_signal(signal.SIGINT)
    assert first.wait(PATIENCE_S) == 130

    stopped = status(data, None)
    assert stopped["total"] == RECORDS
    assert RECORDS / 4 <= stopped["proposed"] == RECORDS - stopped["pending"] < RECORDS
    assert questions(server).total() == stopped["proposed"], "what was under way has ended"
    key = stopped["campaign"]
    for (inputs,) in rows(data, "SELECT inputs FROM workflow_input"):
        told_of = json.loads(inputs)
        assert told_of["positionalArgs"][0] == key
        assert isinstance(told_of["positionalArgs"][1], int)
        assert told_of["namedArgs"] == {}
    assert {
        serializer for (serializer,) in rows(data, "SELECT serialization FROM workflow_status")
    } == {"portable_json"}

    said_by(data, None, "campaign", "pause")
    assert status(data, None)["state"] == "paused"
    for _ in range(2):
        said_by(data, None, "campaign", "resume", "--workers", "1")
    assert status(data, None)["proposed"] == RECORDS
    assert set(questions(server).values()) == {1}
    assert rows(data, "SELECT count(*) FROM workflow_status") == [(0,)]
