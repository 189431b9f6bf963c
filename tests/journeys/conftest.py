"""A real server on the sample catalogue, and Debian's Chromium to use it with."""

import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from served import Server, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

ARGUMENTS = [
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]

PATIENCE_MS = 30_000
"""What a busy machine may take to show something; what is there at once is seen at once."""

expect.set_options(timeout=PATIENCE_MS)

ANSWERS_4XX = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on the sample catalogue, for the tests of one file."""
    with serving(tmp_path_factory.mktemp("sample") / "data", "--sample") as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the tests of one file: it would be in the way of those that are async."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open pages of the server; in the end, none must have erred, nor asked anyone else."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.on(
            "console",
            lambda message: (
                wrong.append(f"console: {message.text}")
                if message.type == "error" and not ANSWERS_4XX.match(message.text)
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(server.url) else wrong.append(request.url)
            ),
        )

    def opened(path: str = "/", **options: Any) -> Page:
        settings = {"locale": "fr-FR", "reduced_motion": "reduce", **options}
        context = browser.new_context(base_url=server.url, **settings)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong
