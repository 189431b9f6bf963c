"""Records beyond any measure: taken, or refused in words, within the memory of a small machine."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served import SECONDS, Server, serving

HUGE = 100
"""Megabytes: three times the longest line, and twenty times what may be sent."""

MEGABYTE = "Des mots, et encore des mots. " * (2**20 // 30)
DESCRIPTION = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
)
KEYWORDS = [f"mot-{number:05}" for number in range(10_000)]

READING = """
import resource, sys
from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import EclaireurError
from eclaireur.messages import messages

resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
try:
    for each in read_catalogue(sys.argv[1]):
        told = each.identifier if isinstance(each, Dataset) else messages("fr").error(each)
        print(told)
except EclaireurError as error:
    print(messages("fr").error(error))
"""


def read(place: Path) -> list[str]:
    """What is read of a file, or told of it, in a process of 1.5 GB."""
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", READING, place],
        capture_output=True,
        timeout=SECONDS,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('{"id": "a", "description": "', '"}\n{"id": "b"}\n', ["32 Mo", "b"]),
        ('[{"id": "a", "description": "', '"}, {"id": "b"}]', ["32 Mo", "b"]),
        ('id;title;description\na;Un;"', '"\n', ["32 Mo"]),
        (
            "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/>"
            ' .\n<https://exemple.fr/a> a dcat:Dataset ; dct:description "',
            '" .\n',
            ["16 Mo d’un seul tenant. Donnez-le en JSON Lines"],
        ),
    ],
    ids=["jsonl", "json", "csv", "turtle"],
)
def test_a_description_of_100_mb_is_told_and_the_next_record_is_read(
    tmp_path: Path, before: str, after: str, told: list[str]
) -> None:
    place = tmp_path / "catalogue"
    with place.open("w") as sink:
        sink.write(before)
        for _ in range(HUGE):
            sink.write(MEGABYTE)
        sink.write(after)
    lines = read(place)
    assert len(lines) == len(told)
    assert all(each in line for each, line in zip(told, lines, strict=True))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a record of ten thousand keywords, and on one of four megabytes."""
    home = tmp_path_factory.mktemp("large")
    records = [
        {"id": "mots", "title": "Mots", "description": DESCRIPTION * 2, "tags": KEYWORDS},
        {"id": "long", "title": "Long", "description": DESCRIPTION * 20_000},
    ]
    place = home / "catalogue.jsonl"
    place.write_text("".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in records))
    with serving(home / "data", place) as server:
        yield server


@pytest.mark.parametrize("identifier", ["mots", "long"])
def test_the_largest_records_are_worked_on_as_the_others(large: Server, identifier: str) -> None:
    with httpx.Client(base_url=large.url, timeout=SECONDS) as client:
        for path in (
            f"/datasets/{identifier}",
            f"/api/v1/datasets/{identifier}",
            f"/api/v1/datasets/{identifier}/similar",
            f"/api/v1/export?format=dcat&id={identifier}",
            "/api/v1/keywords?q=mot",
        ):
            assert client.get(path).status_code == 200, path
        for field in ("short_description", "keywords", "theme"):
            asked = {"dataset": identifier, "field": field}
            made = client.post("/api/v1/suggestions", json=asked)
            assert made.json()["status"] in {"proposed", "withheld"}, made.text
        assert client.get(f"/datasets/{identifier}").status_code == 200


def test_what_is_too_large_to_be_sent_is_refused_and_takes_no_memory(large: Server) -> None:
    def peak() -> int:
        told = Path(f"/proc/{large.process.pid}/status").read_text()
        return int(told.partition("VmHWM:")[2].split()[0])

    with httpx.Client(base_url=large.url, timeout=SECONDS) as client:
        before = peak()
        answer = client.post("/api/v1/masks", json={"text": MEGABYTE * (HUGE - 2)})
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
        assert peak() - before < 50_000
        key = client.post("/api/v1/suggestions", json={"dataset": "mots", "field": "keywords"})
        place = f"/api/v1/suggestions/{key.json()['suggestion']}/decision"
        decided = client.post(place, json={"action": "edit", "value": KEYWORDS})
        assert decided.status_code < 500, decided.text
        page = client.post("/suggestions", data={f"f{each}": "x" for each in range(10_000)})
        assert page.status_code in {400, 403, 413, 422}
    assert "Traceback" not in large.log
