"""The command in processes of its own, which are stopped, killed and looked into as any other.

To load the program takes longer than most commands do: one process of the tests loads the whole of
it, once (`loaded.py`), and each command is forked from that one. `fresh` begins one as people do.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from multiprocessing import current_process, get_context
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from typing import Protocol, TypeAlias

SECONDS = 60
"""What a busy machine may take to do what is asked for."""

FORKING = get_context("forkserver")
FORKING.set_forkserver_preload(["loaded"])


@cache
def _load() -> None:
    """Begin the process that loads the program: it looks for modules where the tests do."""
    former = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    try:
        ensure_running()
    finally:
        if former is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = former


class Process(Protocol):
    """A command that has begun."""

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | None: ...

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...

    def send_signal(self, number: int, /) -> None: ...

    def terminate(self) -> None: ...

    def kill(self) -> None: ...


Begin: TypeAlias = Callable[[Sequence[str], Mapping[str, str], Path, Path], Process]
"""Begin a command: its arguments, its environment, where it says things, and its errors."""


def fresh(
    arguments: Sequence[str], environment: Mapping[str, str], said: Path, errors: Path
) -> Process:
    """Begin a command that loads the program for itself."""
    with said.open("ab") as output, errors.open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "eclaireur", *arguments],
            env=environment,
            stdout=output,
            stderr=log,
        )


class Forked:
    """A command begun by a process that has the program already."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], said: Path, errors: Path
    ) -> None:
        _load()
        # One that a failed test leaves behind ends with the tests.
        self._process = FORKING.Process(
            target=_run, args=(arguments, environment, said, errors), daemon=True
        )
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self.returncode is None:
            raise TimeoutError
        return self.returncode

    def send_signal(self, number: int, /) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def _run(
    arguments: Sequence[str], environment: Mapping[str, str], said: Path, errors: Path
) -> None:
    from eclaireur.cli import main  # noqa: PLC0415

    # What it begins itself is its own affair, and ends with it.
    current_process().daemon = False
    os.environ.clear()
    os.environ.update(environment)
    for place, stream in ((said, sys.stdout), (errors, sys.stderr)):
        os.dup2(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream.fileno())
    sys.exit(main(arguments))


def first_line(process: Process, said: Path) -> str:
    """What it says first; nothing if it ends before."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        has_ended = process.poll() is not None
        line, ended, _ = (said.read_text("utf-8") if said.exists() else "").partition("\n")
        if ended or has_ended:
            return line
        time.sleep(0.02)
    raise TimeoutError
