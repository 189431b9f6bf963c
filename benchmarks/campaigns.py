"""How fast a campaign goes, what it costs, and what is left of one whose processes are killed.

`python -m benchmarks.campaigns [PART]… [--records N]` runs all parts, or those named:

- `growth`: import, index and campaign of 10,000, 25,000 and all 50,393 real records, without a
  model, on SQLite and on PostgreSQL: time, memory, what is on disk, records a second, and how long
  a batch takes at the 95th percentile;
- `kills`: 20,000 records and two processes, one of which is killed at random twenty times;
- `model`: a stub that answers in a second, 32 questions at a time, beside the loop that people
  write instead: `asyncio.gather` over a semaphore, and a line of a file for each answer.

Campaigns are run by the command, in processes of its own, as people run them.
"""

import argparse
import asyncio
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import httpx
import psycopg
from rich.console import Console
from rich.table import Table

from benchmarks.catalogue_import import CATALOGUE
from benchmarks.gate import completion, records, stub
from eclaireur.formats.jsonl import records as jsonl
from eclaireur.formats.stream import lines, opened
from eclaireur.processes import cores
from eclaireur.settings import Settings
from eclaireur.wiring.assistant import open_assistant

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "contract"))
from postgres_server import postgres_server
from processes import Forked

COMMAND = (sys.executable, "-m", "eclaireur")
FIELD = "short_description"
SIZES = (10_000, 25_000, 50_393)
KILLED = 20_000
KILLS = 20
AT_ONCE = 32
LATENCY_S = 1.0
QUESTIONS = 1_600
"""Sixteen batches: neither the beginning nor the last of them weighs in the measure."""


@dataclass
class Ran:
    """What a command took."""

    elapsed_s: float
    peak_mb: float
    """Of the largest of its processes."""
    batches_s: list[float] = field(default_factory=list)


def environment(database: str | None) -> Mapping[str, str]:
    return {**os.environ, **({"ECLAIREUR_DATABASE": database} if database else {})}


def run(data: Path, database: str | None, *arguments: str | Path) -> Ran:
    """Run a command to its end, and read meanwhile how long batches take."""
    over = threading.Event()
    batches: dict[str, float] = {}

    def read() -> None:
        while not over.wait(1):
            with suppress(sqlite3.Error, psycopg.Error):
                batches.update(_batches(data, database))

    reading = threading.Thread(target=read)
    reading.start()
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        [*COMMAND, "--data", data, *arguments],
        env=environment(database),
        stdout=subprocess.DEVNULL,
    )
    # What it took with all that it started, which no other call tells of one process.
    _, ended, used = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(ended)
    over.set()
    reading.join()
    if process.returncode:
        sys.exit(f"{arguments} failed")
    return Ran(elapsed, used.ru_maxrss / 1024, list(batches.values()))


def _batches(data: Path, database: str | None) -> dict[str, float]:
    query = (
        "SELECT workflow_uuid, completed_at_epoch_ms - started_at_epoch_ms FROM operation_outputs"
    )
    if database is None:
        with closing(sqlite3.connect(f"file:{data}/campaigns.sqlite?mode=ro", uri=True)) as reader:
            found = reader.execute(query).fetchall()
    else:
        with psycopg.connect(database, options="-c search_path=dbos") as reader:
            found = reader.execute(query).fetchall()
    return {name: taken / 1000 for name, taken in found}


def status(data: Path, database: str | None) -> dict[str, Any]:
    told = subprocess.run(  # noqa: S603
        [*COMMAND, "--data", data, "campaign", "status", "--json"],
        env=environment(database),
        capture_output=True,
        check=True,
    )
    return dict(json.loads(told.stdout))


def start(*options: str) -> list[str]:
    return ["campaign", "start", "--field", FIELD, "--select", "missing", "--yes", *options]


@contextmanager
def places() -> Iterator[list[tuple[str, Path, str | None]]]:
    """An empty data directory on each database."""
    with tempfile.TemporaryDirectory() as home, postgres_server() as server:
        yield [
            ("SQLite", Path(home) / "sqlite", None),
            ("PostgreSQL", Path(home) / "postgresql", server.new_database()),
        ]


def catalogue_of(place: Path, size: int) -> Path:
    """The first records of the catalogue, in a file."""
    with opened(str(CATALOGUE)) as source, place.open("w", encoding="utf-8") as file:
        for each in islice(jsonl(lines(source)), size):
            if isinstance(each, tuple):
                file.write(json.dumps(each[1]) + "\n")
    return place


def growth(console: Console, sizes: tuple[int, ...]) -> None:
    table = Table(
        *("Store", "Records", "Import, index", "Expected", "Campaign", "Records/s"),
        "p95 of a batch",
        *("Peak", "Database", "Index"),
    )
    for size in sizes:
        with places() as each_place:
            for name, data, database in each_place:
                data.mkdir()
                catalogue = catalogue_of(data.parent / f"{name}.jsonl", size)
                imported = run(data, database, "catalogue", "import", catalogue)
                expected_s = asyncio.run(_expected_s(data, database))
                ran = run(data, database, *start())
                told = status(data, database)
                assert told["total"] == told["proposed"] + told["withheld"], told
                row = (
                    name,
                    f"{told['total']:,}",
                    f"{imported.elapsed_s:.0f} s",
                    f"{expected_s:.0f} s",
                    f"{ran.elapsed_s:.0f} s",
                    f"{told['total'] / ran.elapsed_s:.0f}",
                    f"{statistics.quantiles(ran.batches_s, n=100)[94]:.2f} s",
                    f"{imported.peak_mb:.0f}, {ran.peak_mb:.0f} MiB",
                    f"{_database_mb(data, database):.0f} MB",
                    f"{_files_mb(data / 'search'):.0f} MB",
                )
                print(*row, flush=True)
                table.add_row(*row)
    console.print(table)


async def _expected_s(data: Path, database: str | None) -> float:
    """What whoever begins the campaign is told that it takes."""
    async with open_assistant(Settings(data=data, database=database)) as assistant:
        prepared = await assistant.campaigns.prepare(FIELD, "missing", workers=cores())
    return prepared.estimate.duration_s.value or 0.0


def _database_mb(data: Path, database: str | None) -> float:
    if database is None:
        return sum(each.stat().st_size for each in data.glob("*.sqlite*")) / 1e6
    return _one(data, database, "SELECT pg_database_size(current_database())") / 1e6


def _files_mb(directory: Path) -> float:
    return sum(each.stat().st_size for each in directory.rglob("*") if each.is_file()) / 1e6


def kills(console: Console, size: int) -> None:
    table = Table("Store", "Records", "Kills", "Lost", "Twice", "Computed again")
    draw = random.Random()  # noqa: S311
    with places() as each_place:
        for name, data, database in each_place:
            data.mkdir()
            run(data, database, "catalogue", "import", catalogue_of(data / "c.jsonl", size))
            killed = _killed(data, database, draw)
            told = status(data, database)
            made = subprocess.run(  # noqa: S603
                [*COMMAND, "--data", data, "suggestions", "--json"],
                env=environment(database),
                capture_output=True,
                check=True,
            )
            each = Counter(json.loads(line)["dataset"] for line in made.stdout.splitlines())
            table.add_row(
                name,
                f"{told['total']:,}",
                str(killed),
                str(told["total"] - len(each)),
                str(sum(count > 1 for count in each.values())),
                str(_computed(data, database) - _distinct(data, database)),
            )
    console.print(table)


def _killed(data: Path, database: str | None, draw: random.Random) -> int:
    """Run a campaign by two processes, one of which is killed whenever it has gone on a little."""

    def begin(*arguments: str) -> Forked:
        # A process that has the program already begins at once: most of the time goes to the work.
        return Forked(
            ["--data", str(data), *arguments, "--workers", "1"],
            environment(database),
            Path(os.devnull),
            data / "errors",
        )

    processes = [begin(*start())]
    while not _tried(data, database):
        time.sleep(0.2)
    processes.append(begin("campaign", "resume"))
    total = status(data, database)["total"]
    for kill in range(1, KILLS + 1):
        wanted = (kill - draw.random()) * total / (KILLS + 1)
        while _tried(data, database) < wanted:
            time.sleep(0.02)
        victim = processes.pop(draw.randrange(2))
        victim.kill()
        victim.wait()
        processes.append(begin("campaign", "resume"))
    for each in processes:
        if each.wait():
            sys.exit(f"a worker failed: {(data / 'errors').read_text()}")
    return KILLS


def _one(data: Path, database: str | None, query: str) -> int:
    with suppress(sqlite3.Error, psycopg.Error):
        if database is None:
            with closing(sqlite3.connect(f"file:{data}/eclaireur.sqlite?mode=ro", uri=True)) as db:
                return int(db.execute(query).fetchone()[0] or 0)
        with psycopg.connect(database) as db:
            found = db.execute(query).fetchone()
            return int(found[0] or 0) if found else 0
    return 0


def _tried(data: Path, database: str | None) -> int:
    return _one(data, database, "SELECT count(suggestion) FROM campaign_item")


def _computed(data: Path, database: str | None) -> int:
    return _one(data, database, "SELECT sum(count) FROM call")


def _distinct(data: Path, database: str | None) -> int:
    """What there was to compute: what lacks something is withheld by no method."""
    return _one(
        data,
        database,
        "SELECT count(DISTINCT source) FROM suggestion JOIN event ON suggestion = key"
        ' WHERE sequence = 1 AND body LIKE \'%"method": "extraction"%\'',
    )


def model(console: Console, number: int) -> None:
    told = records(number)
    ideal = number * LATENCY_S / AT_ONCE
    table = Table("What asks", "Seconds", "Questions/s", "Of the model’s own speed")
    with stub(LATENCY_S) as port, places() as each_place:
        address = f"http://127.0.0.1:{port}/v1"
        taken = {"the loop": asyncio.run(_gathered(address, told))}
        for name, data, database in each_place:
            data.mkdir()
            (data / "eclaireur.toml").write_text(_declared(address))
            catalogue = data / "c.jsonl"
            catalogue.write_text("\n".join(json.dumps(each) for each in told), "utf-8")
            run(data, database, "catalogue", "import", catalogue)
            process = subprocess.Popen(  # noqa: S603
                [*COMMAND, "--data", data, *start("--model", "stub")],
                env=environment(database),
                stdout=subprocess.DEVNULL,
            )
            taken[f"eclaireur campaign, {name}"] = _steady(data, database, number, process)
            assert not process.wait()
            assert status(data, database)["proposed"] == number
    for name, seconds in taken.items():
        table.add_row(
            name, f"{seconds:.1f}", f"{number / seconds:.1f}", f"{100 * ideal / seconds:.0f} %"
        )
    console.print(table)


def _steady(
    data: Path, database: str | None, number: int, process: subprocess.Popen[bytes]
) -> float:
    """Seconds that all take, at the pace between the tenth and the ninetieth in a hundred."""
    first, last = number // 10, number * 9 // 10
    query = "SELECT count(*) FROM call WHERE model = 'stub'"
    began: tuple[float, int] | None = None
    while process.poll() is None:
        count, now = _one(data, database, query), time.perf_counter()
        if began is None and count >= first:
            began = (now, count)
        if began is not None and count >= last:
            return (now - began[0]) * number / (count - began[1])
        time.sleep(0.05)
    sys.exit("the campaign ended too soon to be measured")


async def _gathered(address: str, told: list[dict[str, Any]]) -> float:
    """The loop that people write: no cache, no checks, no meter, and all again after a stop."""
    limit = asyncio.Semaphore(AT_ONCE)
    with tempfile.TemporaryFile("w") as file:
        async with httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=AT_ONCE)) as c:

            async def ask(record: dict[str, Any]) -> None:
                async with limit:
                    answer = await c.post(
                        f"{address}/chat/completions",
                        content=completion(record),
                        headers={"content-type": "application/json"},
                    )
                said = answer.json()["choices"][0]["message"]["content"]
                file.write(json.dumps({"id": record["id"], **json.loads(said)}) + "\n")

            began = time.perf_counter()
            await asyncio.gather(*map(ask, told))
            return time.perf_counter() - began


def _declared(address: str) -> str:
    return f"""
[models.stub]
address = "{address}"
private = true
model = "stub"
operator = {{ name = "Bench", kind = "local" }}
country = "FR"
weights = "bench/stub"
licence = "Apache-2.0"
parameters = {{ total = 8, active = 8 }}
context = 8192
concurrency = {AT_ONCE}
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", choices=["growth", "kills", "model", []])
    parser.add_argument("--records", type=int, help="fewer of them, for a look")
    options = parser.parse_args()
    parts = options.parts or ["growth", "kills", "model"]
    console = Console(width=120)
    if "model" in parts:
        model(console, options.records or QUESTIONS)
    if not CATALOGUE.exists():
        print(f"SKIPPED: {CATALOGUE} is not there")
        return
    if "growth" in parts:
        growth(console, (options.records,) if options.records else SIZES)
    if "kills" in parts:
        kills(console, options.records or KILLED)


if __name__ == "__main__":
    main()
