"""A real server on the sample catalogue, and Debian's Chromium to use it with."""

import asyncio
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright
from served import Server, serving, told

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

ARGUMENTS = [
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]

PATIENCE_MS = 30_000
"""What a busy machine may take to show something; what is there at once is seen at once."""

expect.set_options(timeout=PATIENCE_MS)

ANSWERS_4XX = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")

WINDOW: ViewportSize = {"width": 1280, "height": 720}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of an installation with the sample catalogue, to be copied."""
    data = tmp_path_factory.mktemp("sample") / "data"
    imported = told(data, "catalogue", "import", "--sample")
    assert imported.returncode == 0, imported.stderr
    return data


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Iterator[Server]:
    """A server on the sample catalogue, for the tests of one file."""
    home = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(sample, home)
    with serving(home) as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> Iterator[tuple[Browser, asyncio.AbstractEventLoop]]:
    """Chromium, for all the tests of a process, and the loop that drives it."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        loop = asyncio.get_running_loop()
        yield browser, loop
        asyncio._set_running_loop(loop)
        browser.close()


@pytest.fixture(scope="module")
def browser(chromium: tuple[Browser, asyncio.AbstractEventLoop]) -> Iterator[Browser]:
    """Chromium, for the tests of one file."""
    browser, loop = chromium
    asyncio._set_running_loop(loop)
    yield browser
    # Between two calls its loop is at rest, but passes for one that runs: tests that are async
    # could run none.
    asyncio._set_running_loop(None)


class Tabs:
    """Pages of one origin, which tests use one after the other: to open one takes a second."""

    def __init__(self, browser: Browser, *known: str) -> None:
        self._browser = browser
        self._known = known
        self._idle: defaultdict[bool, list[Page]] = defaultdict(list)
        self._used: list[tuple[bool, Page]] = []
        self._wrong: list[str] = []

    def open(
        self,
        path: str = "/",
        *,
        viewport: ViewportSize = WINDOW,
        color_scheme: Any = "light",
        java_script_enabled: bool = True,
    ) -> Page:
        """Open a page in which nobody has been, for one who reads French."""
        idle = self._idle[java_script_enabled]
        page = idle.pop() if idle else self._new(java_script_enabled=java_script_enabled)
        self._used.append((java_script_enabled, page))
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=color_scheme, reduced_motion="reduce")
        page.goto(path)
        return page

    def _new(self, *, java_script_enabled: bool) -> Page:
        context = self._browser.new_context(
            base_url=self._known[0],
            locale="fr-FR",
            viewport=WINDOW,
            java_script_enabled=java_script_enabled,
        )
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        wrong = self._wrong
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
                None if request.url.startswith(self._known) else wrong.append(request.url)
            ),
        )
        return page

    def leave(self) -> list[str]:
        """Forget all that the pages were told, for those who come next; what went wrong in them."""
        for scripts, page in self._used:
            for other in page.context.pages:
                if other is not page:
                    other.close()
            page.context.unroute_all()
            page.unroute_all()
            page.context.clear_cookies()
            if not page.is_closed():
                page.evaluate("localStorage.clear()")
                self._idle[scripts].append(page)
        self._used.clear()
        wrong = self._wrong.copy()
        self._wrong.clear()
        return wrong

    def close(self) -> None:
        for page in [page for pages in self._idle.values() for page in pages]:
            page.context.close()


@pytest.fixture(scope="module")
def tabs(browser: Browser, server: Server) -> Iterator[Tabs]:
    tabs = Tabs(browser, server.url)
    yield tabs
    tabs.close()


@pytest.fixture
def open_page(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Open pages of the server; in the end, none must have erred, nor asked anyone else."""
    yield tabs.open
    wrong = tabs.leave()
    assert not wrong
