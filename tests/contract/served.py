"""The command and the server as people have them: real processes, on a data directory."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from processes import SECONDS, Begin, Forked, first_line


def told(
    data: Path, *arguments: str | Path, database: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, in French."""
    with Begun(data, *arguments, database=database) as command:
        said, errors = command.communicate()
        return subprocess.CompletedProcess(arguments, command.wait(), said, errors)


class Begun(Forked):
    """A command that has begun, in French."""

    def __init__(self, data: Path, *arguments: str | Path, database: str | None = None) -> None:
        self._home = TemporaryDirectory()
        self._said, self._errors = (Path(self._home.name, name) for name in ("said", "errors"))
        super().__init__(
            ["--data", str(data), *map(str, arguments)],
            _environment(database),
            self._said,
            self._errors,
        )

    def first_line(self) -> str:
        return first_line(self, self._said)

    def communicate(self) -> tuple[str, str]:
        """Wait for its end; what it said, and its errors."""
        self.wait(SECONDS)
        with self._home:
            return self._said.read_text("utf-8"), self._errors.read_text("utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.wait(SECONDS)
        finally:
            self._home.cleanup()


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
        begin: Begin = Forked,
    ) -> None:
        self.data = data
        self._log = log
        log.unlink(missing_ok=True)
        with TemporaryDirectory() as place:
            said = Path(place, "said")
            arguments = ["--data", str(data), "serve", "--port", "0"]
            self.process = begin(arguments, _environment(database), said, log)
            announced = re.search(r"http://127.0.0.1:(\d+)", first_line(self.process, said))
        assert announced, log.read_text()
        self.url, self.port = announced[0], int(announced[1])

    @property
    def log(self) -> str:
        return self._log.read_text()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(SECONDS)


@contextmanager
def serving(
    home: Path,
    *import_arguments: str | Path,
    database: str | None = None,
    begin: Begin = Forked,
) -> Iterator[Server]:
    """Serve a new installation, once a catalogue is imported into it.

    Args:
        home: its data directory.
        import_arguments: what to import, if anything.
        database: the address of its database, if it is not in the directory.
        begin: how the server is begun.
    """
    if import_arguments:
        imported = told(home, "catalogue", "import", *import_arguments, database=database)
        assert imported.returncode == 0, imported.stderr
    server = Server(home, home.with_suffix(".log"), database=database, begin=begin)
    try:
        yield server
    finally:
        server.stop()
