"""What was not run is said loudly: a suite that is green without it proves less."""

import logging
import os
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from postgres_server import PostgresServer, postgres_server

# CI tries the same examples each time; whoever works here tries others.
# None is timed: what is slow is told by the benchmarks.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("long", deadline=None)
settings.load_profile("ci" if "CI" in os.environ else "default")

NEEDS = {
    "browser": (
        "CHROMIUM",
        "say nothing about the pages",
        "Install it (apt-get install chromium) and run them again.",
    ),
    "traced": (
        "STRACE",
        "do not show that nothing else is contacted",
        "Install it (apt-get install strace) and run them again.",
    ),
    "small_disk": (
        "A DISK OF ONE'S OWN",
        "do not show what a full disk loses",
        "Run them where a file system may be mounted: as root, on Linux.",
    ),
    "real_model": (
        "LLAMA.CPP",
        "do not show that a real server is understood",
        "Run them on Linux, on a processor with AVX2.",
    ),
}
"""By marker: what is needed, what is not proved without it, and what to do."""


@pytest.fixture(autouse=True)
def _nothing_logs_for_good(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a command that logs has set in its process is not left to the tests that follow."""
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    root.handlers[:] = handlers
    logging.captureWarnings(capture=False)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One for every test of a process, each in databases of its own."""
    with postgres_server() as server:
        yield server


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for marker, (needed, unproved, remedy) in NEEDS.items():
        skipped = [
            report.nodeid
            for report in terminalreporter.stats.get("skipped", [])
            if marker in getattr(report, "keywords", {})
        ]
        if skipped:
            title = f"NOT RUN: {needed} IS NOT ON THIS MACHINE, OR CANNOT BE USED"
            terminalreporter.section(title, red=True)
            terminalreporter.line(f"{len(skipped)} tests {unproved}:")
            for nodeid in skipped:
                terminalreporter.line(f"  {nodeid}")
            terminalreporter.line(remedy)
