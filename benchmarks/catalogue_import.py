"""How long a whole catalogue takes to come in, from a file and from portals.

`python -m benchmarks.catalogue_import [--limit N]` imports 70,000 records (the real ones, and some
again under other identifiers) from a file, by the command, which leaves them searchable and ready
for keywords; then from a udata portal that another process replays on loopback, page by page, with
the pauses of a polite visitor, into the store alone: a first time, then with nothing changed, then
with one in a hundred changed. Then DCAT, beside rdflib, which people would read it with.
"""

import argparse
import asyncio
import gzip
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import rdflib
from rich.console import Console
from rich.table import Table

from eclaireur.assistant.harvest import harvest
from eclaireur.catalogues.export.dcat import write_turtle
from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.harvest import CatalogueDeclaration
from eclaireur.core.ports import ImportOutcome
from eclaireur.core.provenance import DecidedDataset
from eclaireur.settings import Settings
from eclaireur.store import open_store
from eclaireur.wiring.catalogues import open_catalogue

CATALOGUE = Path(__file__).parents[2] / "shared" / "data" / "catalogue.jsonl.gz"

PORTAL = 70_000
"""Datasets of the portal: what data.gouv.fr had live in 2026."""

DCAT = 2_000
"""Datasets of the DCAT that both read: rdflib takes minutes for the whole."""

API = "/api/1/datasets/"
STAMPS = ("id", "archived", "deleted", "private", "last_modified")


def many(limit: int | None) -> list[dict[str, Any]]:
    """As many records as the portal has: the real ones, then again under other identifiers."""
    with gzip.open(CATALOGUE) as lines:
        records = [json.loads(line) for line in islice(lines, limit)]
    whole = PORTAL if limit is None else limit
    return [
        record | {"id": f"{record['id']}{copy}"} for copy in ("", "-again") for record in records
    ][:whole]


def told(limit: int | None) -> list[dict[str, Any]]:
    """What the portal publishes, in the form of udata's API."""
    published = many(limit)
    for each in published:
        each["metrics"] = each.pop("metric", None)
        each["temporal_coverage"] = each.pop("temporal", None)
        each["resources"] = [
            {"title": name, "format": name, "url": "https://exemple.fr/"}
            for name in each.pop("resources_formats", None) or ()
        ]
    return published


def serve(limit: int | None, port: Connection, changing: Event) -> None:
    """Replay a udata portal until the process is ended."""
    datasets = told(limit)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError):
            await _answers(reader, writer)

    async def _answers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.readuntil(b"\r\n\r\n"):
            body = json.dumps(_answer(datasets, head.decode("latin-1"), changing.is_set()))
            sent = body.encode()
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(sent) + sent)
            await writer.drain()

    async def listen() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(listen())


def _answer(datasets: list[dict[str, Any]], head: str, changing: bool) -> object:  # noqa: FBT001
    target = urlsplit(head.split(" ", 2)[1])

    def now(rank: int) -> dict[str, Any]:
        dataset = datasets[rank]
        if not changing or rank % 100:
            return dataset
        return dataset | {"title": f"{dataset['title']} (revu)", "last_modified": "2026-11-26"}

    rest = target.path.removeprefix(API).strip("/")
    if rest:
        return next(now(rank) for rank, each in enumerate(datasets) if each["id"] == rest)
    query = parse_qs(target.query)
    size = int(query["page_size"][0])
    first = (int(query["page"][0]) - 1) * size
    shown = [now(rank) for rank in range(first, min(first + size, len(datasets)))]
    if "x-fields" in head.lower():
        shown = [{key: each.get(key) for key in STAMPS} for each in shown]
    following = "more" if first + size < len(datasets) else None
    return {"data": shown, "total": len(datasets), "next_page": following}


@contextmanager
def portal(limit: int | None) -> Iterator[tuple[str, Event]]:
    """Run the portal in another process; once its event is set, one in a hundred has changed."""
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    changing = spawning.Event()
    process = spawning.Process(target=serve, args=(limit, there, changing), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}/", changing
    finally:
        process.terminate()
        process.join()


@dataclass
class Measured:
    """What an import took, and did."""

    what: str
    seconds: float
    cpu: float
    """Seconds of processor, which tell more than the others where the machine is shared."""
    outcome: ImportOutcome


async def timed(what: str, work: Callable[[], Awaitable[ImportOutcome]]) -> Measured:
    began, cpu = time.perf_counter(), time.process_time()
    outcome = await work()
    seconds = time.perf_counter() - began
    measured = Measured(what, seconds, time.process_time() - cpu, outcome)
    print(f"{what}: {measured.seconds:.0f} s, {measured.cpu:.0f} s of processor", flush=True)
    return measured


def by_command(home: Path, limit: int | None) -> Iterator[Measured]:
    """The whole command, twice: the store, the index of search, what keywords are learned from."""
    place = home / "catalogue.jsonl.gz"
    with gzip.open(place, "wt", compresslevel=1) as file:
        file.writelines(json.dumps(each) + "\n" for each in many(limit))
    command = [sys.executable, "-m", "eclaireur", "--data", str(home / "data"), "catalogue"]
    for what in ("the command, JSON Lines", "… again"):
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        told = subprocess.run(  # noqa: S603
            [*command, "import", str(place), "--json"], check=True, stdout=subprocess.PIPE
        )
        seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        counts = json.loads(told.stdout)
        outcome = ImportOutcome(
            **{name: counts[name] for name in ("added", "changed", "unchanged")}
        )
        print(f"{what}: {seconds:.0f} s, {cpu:.0f} s of processor", flush=True)
        yield Measured(what, seconds, cpu, outcome)


async def from_portal(home: Path, address: str, changing: Event) -> Iterator[Measured]:
    async with open_store(f"sqlite:///{home / 'portal.sqlite'}") as store:

        async def once() -> ImportOutcome:
            declared = CatalogueDeclaration(address=address)
            async with open_catalogue(Settings(data=home), "portal", declared) as source:
                return await harvest(store, source, datetime.now(UTC).date(), lambda _: None)

        first = await timed("udata portal", once)
        second = await timed("… again, nothing changed", once)
        changing.set()
        return iter([first, second, await timed("… again, one in a hundred changed", once)])


async def written_in_turtle(place: Path) -> None:
    async def decided() -> AsyncIterator[DecidedDataset]:
        read = (each for each in read_catalogue(str(CATALOGUE)) if isinstance(each, Dataset))
        for each in islice(read, DCAT):
            yield DecidedDataset(dataset=each)

    with place.open("wb") as sink:
        async for chunk in write_turtle(decided()):
            sink.write(chunk)


def dcat(place: Path) -> Iterator[tuple[str, float]]:
    asyncio.run(written_in_turtle(place))
    began = time.perf_counter()
    read = sum(isinstance(each, Dataset) for each in read_catalogue(str(place)))
    assert read == DCAT
    yield "Éclaireur, datasets read", time.perf_counter() - began
    began = time.perf_counter()
    rdflib.Graph().parse(place, format="turtle")
    yield "rdflib, graph parsed, no dataset read", time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=None, help="datasets of the portal")
    arguments = parser.parse_args()
    if not CATALOGUE.exists():
        print(f"Skipped: {CATALOGUE} is absent.")
        return
    table = Table(
        "Import", "seconds", "of processor", "datasets a second", "added / changed / unchanged"
    )
    with tempfile.TemporaryDirectory() as directory:
        home = Path(directory)
        measured = [*by_command(home, arguments.limit)]
        of_command = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        with portal(arguments.limit) as (address, changing):
            measured += asyncio.run(from_portal(home, address, changing))
        for each in measured:
            outcome = each.outcome
            counts = (outcome.added, outcome.changed, outcome.unchanged)
            table.add_row(
                each.what,
                f"{each.seconds:.0f}",
                f"{each.cpu:.0f}",
                f"{sum(counts) / each.seconds:,.0f}",
                " / ".join(f"{count:,}" for count in counts),
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        table.add_row("peak memory, command", f"{of_command / 1024:,.0f} MiB", "", "", "")
        table.add_row("peak memory, portal", f"{peak / 1024:,.0f} MiB", "", "", "")
        reading = Table(f"DCAT in Turtle, {DCAT:,} datasets", "seconds")
        for what, seconds in dcat(home / "catalogue.ttl"):
            reading.add_row(what, f"{seconds:.2f}")
    console = Console(width=100)
    console.print(table)
    console.print(reading)


if __name__ == "__main__":
    main()
