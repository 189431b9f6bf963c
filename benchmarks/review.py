"""Reviewing 50,000 records, fifty people at once: `python -m benchmarks.review`.

Each of them holds records and decides on one every five seconds, over real HTTP, on each database;
beside it, as many reload a dataset's page at the same pace, which is what reviewing without a page
of its own would be. Half of the records are decided on already, as in the middle of a campaign.
Then, in Chromium, from a key pressed to the next record painted. Times depend on what else the
machine does: the two are taken one after the other in one run.

    python -m benchmarks.review --records 5000 --seconds 10
"""

import argparse
import asyncio
import itertools
import random
import re
import statistics
import tempfile
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright
from postgres_server import postgres_server
from processes import fresh
from rich.console import Console
from rich.table import Table
from served import serving

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.batches import batches
from eclaireur.core.campaign import Campaign, CampaignItem
from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence, Passage
from eclaireur.core.suggestion import Event, State, Suggestion
from eclaireur.settings import Settings
from eclaireur.store import open_store
from tests.journeys.conftest import ARGUMENTS, CHROMIUM

CATALOGUE = Path(__file__).parents[2] / "shared" / "data" / "catalogue.jsonl.gz"

REVIEWERS = 50
PACE_S = (3.0, 7.0)
"""Seconds between what a reviewer is shown and what they decide: nobody reads faster for long."""

PRESSED_S = 0.5
"""Seconds between two keys: the next records are asked for meanwhile."""

APART = httpx.Limits(max_keepalive_connections=0)
"""A connection for each request: the server closes those that are silent as long as a reader."""

chance = random.Random(8)  # noqa: S311 - who waits how long is no secret

KEYS = 40
"""Keys pressed in the browser."""

LENGTH = 180
"""Characters of a proposal: what it says does not matter here."""

BATCH = 1_000

SHOWN = """
() => new Promise((done) => {
  const desk = document.getElementById("desk");
  const before = desk.querySelector(".review")?.dataset.key;
  let pressed = 0;
  const note = (event) => { pressed = event.timeStamp; };
  document.addEventListener("keydown", note, { capture: true, once: true });
  const watch = new MutationObserver(() => {
    const now = desk.querySelector(".review")?.dataset.key;
    if (!now || now === before) return;
    watch.disconnect();
    // The frame that shows it is painted between this one and the next.
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - pressed)));
  });
  watch.observe(desk, { childList: true });
})
"""


@dataclass
class Times:
    """How long the answers to one kind of request took."""

    seconds: list[float] = field(default_factory=list)

    def row(self) -> tuple[str, ...]:
        cuts = statistics.quantiles(self.seconds, n=100)
        return (
            str(len(self.seconds)),
            *(f"{1000 * each:.0f}" for each in (cuts[49], cuts[94], max(self.seconds))),
        )


def main() -> None:
    reading = argparse.ArgumentParser(description="Fifty people review one campaign at once.")
    reading.add_argument("--records", type=int, default=50_000)
    reading.add_argument("--seconds", type=float, default=60.0)
    asked = reading.parse_args()
    if not CATALOGUE.exists():
        print(f"Skipped: {CATALOGUE} is absent.")
        return
    console = Console(width=110)
    table = Table("database", "what", "answers", "median ms", "95 % ms", "longest ms")
    with postgres_server() as postgres, tempfile.TemporaryDirectory() as home:
        for name in ("SQLite", "PostgreSQL"):
            data = Path(home) / name
            data.mkdir()
            address = None if name == "SQLite" else postgres.new_database()
            began = time.perf_counter()
            key = asyncio.run(_filled(address or Settings(data=data).database_url, asked.records))
            filled_s = time.perf_counter() - began
            with serving(data, database=address, begin=fresh) as server:
                times = asyncio.run(_reviewed(server.url, key, asked.seconds))
                for what, each in times.items():
                    table.add_row(name, what, *each.row())
                    print(name, what, *each.row(), flush=True)
                peak = _peak(server.process.pid)
                if name == "SQLite":
                    keys = _pressed(server.url, key)
            console.print(f"{name}: {asked.records} records put there in {filled_s:.0f} s; {peak}")
    console.print(table)
    if keys:
        cuts = statistics.quantiles(keys, n=20)
        console.print(
            f"Chromium, key to next record painted, {len(keys)} keys: median {cuts[9]:.0f} ms, "
            f"95 % {cuts[18]:.0f} ms, longest {max(keys):.0f} ms."
        )


async def _filled(address: str, records: int) -> str:
    """Put records, proposals and a campaign there, half of it decided; return its key."""
    read = (each for each in read_catalogue(str(CATALOGUE)) if isinstance(each, Dataset))
    described = (each for each in read if len(each.description) > LENGTH)
    today = datetime.now(UTC).date()
    items: list[CampaignItem] = []
    made: dict[str, str] = {}
    async with open_store(address) as store:
        for batch in batches(itertools.islice(described, records), BATCH):
            await store.put_datasets(batch)
            suggestions = [_proposed(each, today) for each in batch]
            decided = [
                each.following(Event(state=State.ACCEPTED, day=today)) if rank % 2 else each
                for rank, each in enumerate(suggestions)
            ]
            await store.add_suggestions(decided)
            for each in decided:
                template = str(len(items) // 5)
                items.append(CampaignItem(dataset=each.dataset, rank=len(items), template=template))
                made[each.dataset] = each.key
        campaign = Campaign.opened(
            field="short_description", selection="missing", total=len(items), day=today
        )
        await store.add_campaign(campaign, items)
        await store.tried(campaign.key, made)
    return campaign.key


def _proposed(dataset: Dataset, day: date) -> Suggestion:
    text = dataset.description[:LENGTH]
    passage = Passage(field="description", start=0, end=len(text), text=text)
    return Suggestion.requested(
        dataset,
        field="short_description",
        number=1,
        task_version="1",
        reads=("title", "description"),
        day=day,
    ).following(
        Event(
            state=State.PROPOSED,
            day=day,
            value=text,
            evidence=(Evidence(part=text, offset=0, support=passage),),
            method="extraction",
        )
    )


async def _reviewed(url: str, key: str, seconds: float) -> dict[str, Times]:
    """Let everybody review for so long, then reload pages of datasets for as long."""
    async with httpx.AsyncClient(base_url=url, timeout=600) as client:
        # The index of the search is made first, and the tables that checks need are read.
        (await client.get("/?q=eau")).raise_for_status()
        (await client.get(f"/campaigns/{key}/review")).raise_for_status()
    times = {each: Times() for each in ("page", "next", "decision", "dataset's page, reloaded")}
    seen: list[str] = []
    end = time.perf_counter() + seconds
    await asyncio.gather(*(_reviewer(url, key, end, times, seen) for _ in range(REVIEWERS)))
    if not seen:
        raise SystemExit("nobody had the time to decide: let them have more --seconds")
    if len(seen) != len(set(seen)):
        raise SystemExit("two reviewers were given one record")
    end = time.perf_counter() + seconds
    reloaded = times["dataset's page, reloaded"]
    await asyncio.gather(*(_reader(url, end, reloaded, seen) for _ in range(REVIEWERS)))
    return times


async def _reviewer(
    url: str, key: str, end: float, times: dict[str, Times], seen: list[str]
) -> None:
    path = f"/campaigns/{key}/review"
    script = {"Accept": "application/json", "HX-Request": "true"}
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=APART) as client:
        await asyncio.sleep(chance.uniform(0, PACE_S[1]))
        page = await _timed(times["page"], client.get(path))
        fields = dict(re.findall(r'name="(csrf|page|order|view)" value="([^"]*)"', page.text))
        waiting = re.findall(r'<article class="review" id="review-(\w+)"', page.text)
        while time.perf_counter() < end:
            given = {**fields, "have": ",".join(waiting)}
            answer = await _timed(
                times["next"], client.post(f"{path}/next", data=given, headers=script)
            )
            waiting += [each["key"] for each in answer.json()["items"]]
            await asyncio.sleep(chance.uniform(*PACE_S))
            chosen = waiting.pop(0)
            seen.append(chosen)
            decided = {**fields, "key": chosen, "do": "accept"}
            await _timed(
                times["decision"], client.post(f"{path}/decision", data=decided, headers=script)
            )


async def _reader(url: str, end: float, times: Times, seen: list[str]) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=APART) as client:
        while time.perf_counter() < end:
            answer = await client.get(f"/api/v1/suggestions/{chance.choice(seen)}")
            dataset = answer.json()["dataset"]
            await asyncio.sleep(chance.uniform(*PACE_S))
            await _timed(times, client.get(f"/datasets/{dataset}"))


async def _timed(times: Times, asked: Awaitable[httpx.Response]) -> httpx.Response:
    began = time.perf_counter()
    answer = await asked
    times.seconds.append(time.perf_counter() - began)
    answer.raise_for_status()
    return answer


def _pressed(url: str, key: str) -> list[float]:
    """Milliseconds from each key pressed to the next record painted, in a browser."""
    if CHROMIUM is None:
        print("NOT RUN: there is no Chromium on this machine (apt-get install chromium)")
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(locale="fr-FR")
        page.goto(f"{url}/campaigns/{key}/review", wait_until="networkidle")
        taken = []
        for _ in range(KEYS):
            page.evaluate(f"() => {{ window.shown = ({SHOWN})(); }}")
            page.keyboard.press("a")
            taken.append(float(page.evaluate("window.shown")))
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(1000 * PRESSED_S)
        browser.close()
    return taken


def _peak(process: int) -> str:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return f"{int(found[1]) / 1024:.0f} MiB at most" if found else "memory unknown"


if __name__ == "__main__":
    main()
