"""The command, run in this process on a catalogue of its own."""

import gzip
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from empty_stores import empty_data

from eclaireur.cli import main

LONG_ENOUGH = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts."
)

RECORDS: list[dict[str, Any]] = [
    {"id": "arbres", "title": "Arbres de la commune", "description": LONG_ENOUGH, "tags": []},
    {"id": "bancs", "title": "Bancs publics", "description": "Liste des bancs."},
]


def lines_of(records: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


@dataclass(frozen=True)
class Ran:
    """What a run of the command left."""

    code: int
    out: str
    err: str

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command with its data in `tmp_path`, its store empty, in French unless told."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "ECLAIREUR_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name in ("ECLAIREUR_DATABASE", "ECLAIREUR_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ECLAIREUR_DATA", str(empty_data(tmp_path / "data")))

    def run_command(*arguments: str, given: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        capfd.readouterr()
        code = main(arguments)
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run_command


@pytest.fixture(scope="session")
def stocked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test that wants `stocked` leaves it to the others."""
    return tmp_path_factory.mktemp("stocked") / "data"


@pytest.fixture
def stocked(run: Run, tmp_path: Path, stocked_once: Path) -> Run:
    """The same command, with two datasets in the catalogue."""
    if stocked_once.exists():
        copytree(stocked_once, tmp_path / "data", dirs_exist_ok=True)
    else:
        assert run("catalogue", "import", "-", given=lines_of(RECORDS)).code == 0
        copytree(tmp_path / "data", stocked_once)
    return run


@pytest.fixture(scope="session")
def real_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred records of data.gouv.fr, taken throughout its catalogue."""
    catalogue = Path(__file__).parents[4] / "shared/data/catalogue.jsonl.gz"
    if not catalogue.exists():
        pytest.skip("the real catalogue is not beside this repository: ../shared/data")
    place = tmp_path_factory.mktemp("real") / "records.jsonl"
    with gzip.open(catalogue) as source, place.open("wb") as sink:
        sink.writelines(islice(source, 0, 20_000, 200))
    return place
