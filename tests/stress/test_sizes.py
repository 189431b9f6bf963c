"""Records beyond any measure: taken or refused in words, within the memory of a small machine.

A description of 100 MB is twenty times the longest line, and fifty times what a form may send; ten
thousand keywords are a hundred times the most that data.gouv.fr has.
"""

import json
import resource
import subprocess
from pathlib import Path

import httpx
import pytest
from conftest import TREES
from served import COMMAND, SECONDS, Server, serving, told

HUGE = 100 * 2**20
MEMORY = 2**30
"""Bytes that a process may take: what an import of a small catalogue takes, and 100 MB some times."""

MANY = [f"mot-{number:05}" for number in range(10_000)]
"""Ten thousand keywords."""


def huge(place: Path, before: str, after: str) -> Path:
    with place.open("w") as sink:
        sink.write(before)
        for _ in range(HUGE // 2**20):
            sink.write("Des mots, et encore des mots. " * (2**20 // 30))
        sink.write(after)
    return place


def imported(data: Path, place: Path) -> subprocess.CompletedProcess[str]:
    """Import a file in a process of little memory, as a container would be."""
    command = [*COMMAND, "--data", data, "catalogue", "import", place]
    limited = f'ulimit -v {4 * MEMORY // 1024}; exec "$@"'
    return subprocess.run(
        ["/bin/sh", "-c", limited, "sh", *map(str, command)],
        capture_output=True,
        timeout=2 * SECONDS,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("catalogue.jsonl", '{"id": "a", "title": "Un", "description": "', '"}\n'),
        ("catalogue.json", '[\n{"id": "a", "title": "Un", "description": "', '"}]\n'),
        ("catalogue.csv", 'id;title;description\na;Un;"', '"\n'),
    ],
)
def test_a_description_of_100_mb_is_told_and_the_rest_is_read(
    data: Path, tmp_path: Path, name: str, before: str, after: str
) -> None:
    pass
