"""The command and the server as people have them: real processes, on a data directory."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "eclaireur")

SECONDS = 60
"""What a busy machine may take to do what is asked for."""


def told(
    data: Path, *arguments: str | Path, database: str | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, in French."""
    return subprocess.run(
        [*COMMAND, "--data", data, *arguments],
        env=_environment(database),
        capture_output=True,
        timeout=SECONDS,
        encoding="utf-8",
        check=False,
        **options,
    )


def begun(
    data: Path, *arguments: str | Path, database: str | None = None, **options: Any
) -> subprocess.Popen[str]:
    """Begin a command, in French."""
    return subprocess.Popen(
        [*COMMAND, "--data", data, *arguments],
        env=_environment(database),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **options,
    )


def _environment(database: str | None) -> Mapping[str, str]:
    given = {"ECLAIREUR_DATABASE": database} if database else {}
    return {**os.environ, **given, "LC_ALL": "C.UTF-8"}


class Server:
    """`eclaireur serve`, in a process of its own."""

    def __init__(
        self,
        data: Path,
        log: Path,
        *,
        database: str | None = None,
    ) -> None:
        self.data = data
        self._log = log
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                [*COMMAND, "--data", data, "serve", "--port", "0"],
                env=_environment(database),
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        assert self.process.stdout is not None
        announced = re.search(r"http://127.0.0.1:(\d+)", self.process.stdout.readline().decode())
        assert announced, log.read_text()
        self.url, self.port = announced[0], int(announced[1])

    @property
    def log(self) -> str:
        return self._log.read_text()

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=SECONDS)


@contextmanager
def serving(
    home: Path,
    *import_arguments: str | Path,
    database: str | None = None,
) -> Iterator[Server]:
    """Serve a new installation, once a catalogue is imported into it.

    Args:
        home: its data directory.
        import_arguments: what to import, if anything.
        database: the address of its database, if it is not in the directory.
    """
    if import_arguments:
        imported = told(home, "catalogue", "import", *import_arguments, database=database)
        assert imported.returncode == 0, imported.stderr
    server = Server(home, home.with_suffix(".log"), database=database)
    try:
        yield server
    finally:
        server.stop()
