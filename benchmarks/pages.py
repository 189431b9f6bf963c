"""What each page weighs, asks and holds, in a real browser: `python -m benchmarks.pages`.

The sample is served, proposals are made and decided, and Debian's Chromium opens each page with an
empty cache, then again with what it kept. Bytes are those of the answers' bodies: as they are sent,
and as gzip makes them, since a server in front compresses. Nothing here is a time.
"""

import asyncio
import gzip
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright
from rich.console import Console
from rich.table import Table
from served import serving

from eclaireur import Settings, open_assistant
from eclaireur.core.suggestion import Action, Decision, State
from tests.journeys.conftest import ARGUMENTS, CHROMIUM

PAGES: Mapping[str, str] = {
    "catalogue (first page)": "/",
    "results": "/?q=eau",
    "dataset": "/datasets/eau-potable-analyses",
    "draft form": "/drafts/new",
    "ledger": "/ledger",
    "commitments": "/engagements",
}

LEVEL = 6
"""Of gzip: what servers use."""

RECEIVED = """
performance.getEntries().filter((each) => each.transferSize > 0).map((each) => each.name)
"""
"""The addresses for which something came through the network: a kept copy transfers nothing."""

DECIDED = 30
"""Datasets of the sample that a decision is taken on."""


@dataclass
class Weight:
    """What opening a page made the browser load."""

    requests: int = 0
    sent: int = 0
    compressed: int = 0
    elsewhere: int = 0
    fonts: int = 0
    elements: int = 0
    again: int = 0
    """Bytes, compressed, of a second opening with the cache of the first."""


def main() -> None:
    if CHROMIUM is None:
        raise SystemExit("NOT RUN: there is no Chromium on this machine (apt-get install chromium)")
    with _served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        weights = {name: _weighed(browser, url, path) for name, path in PAGES.items()}
        browser.close()
    _show(weights)


@contextmanager
def _served() -> Iterator[str]:
    with (
        tempfile.TemporaryDirectory() as home,
        serving(Path(home) / "data", "--sample") as server,
        ThreadPoolExecutor(1) as aside,
    ):
        aside.submit(lambda: asyncio.run(_decide(server.data))).result()
        yield server.url


async def _decide(data: Path) -> None:
    async with open_assistant(Settings(data=data)) as assistant:
        datasets = [each async for each in assistant.export()]
        for decided in datasets[:DECIDED]:
            identifier = decided.dataset.identifier
            for field_name in assistant.fields:
                made = await assistant.suggest(identifier, field_name)
                if made.state is State.PROPOSED:
                    await assistant.decide(made.key, Decision(action=Action.ACCEPT))


def _weighed(browser: Browser, url: str, path: str) -> Weight:
    context = browser.new_context(base_url=url, locale="fr-FR")
    page = context.new_page()
    weight = Weight()
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(path, wait_until="networkidle")
    for answer in answers:
        body = answer.body()
        weight.requests += 1
        weight.sent += len(body)
        weight.compressed += len(gzip.compress(body, LEVEL))
        weight.elsewhere += not answer.url.startswith(url)
        weight.fonts += answer.request.resource_type == "font"
    weight.elements = page.evaluate("document.querySelectorAll('*').length")
    answers.clear()
    page.goto(path, wait_until="networkidle")
    received = page.evaluate(RECEIVED)
    weight.again = sum(
        len(gzip.compress(each.body(), LEVEL)) for each in answers if each.url in received
    )
    context.close()
    return weight


def _show(weights: Mapping[str, Weight]) -> None:
    table = Table("page", "requests", "kB sent", "kB gzip", "kB gzip, again", "elements")
    for name, each in weights.items():
        table.add_row(
            name,
            str(each.requests),
            f"{each.sent / 1000:.1f}",
            f"{each.compressed / 1000:.1f}",
            f"{each.again / 1000:.1f}",
            str(each.elements),
        )
    console = Console(width=100)
    console.print(table)
    elsewhere = sum(each.elsewhere for each in weights.values())
    fonts = sum(each.fonts for each in weights.values())
    console.print(f"Requests to another host: {elsewhere}. Fonts: {fonts}.")


if __name__ == "__main__":
    main()
