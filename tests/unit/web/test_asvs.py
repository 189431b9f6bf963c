"""What docs/asvs.md names is there, and it tells each requirement once."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "asvs.md"

REQUIREMENTS = {
    "3.2": (1, 2),
    "3.3": (1, 2, 3, 4),
    "3.4": (1, 2, 3, 4, 5, 6),
    "3.5": (1, 2, 3, 4, 5),
    "3.7": (1, 2),
    "6.1": (1, 2, 3),
    "6.2": tuple(range(1, 13)),
    "6.3": (1, 2, 3, 4),
    "6.4": (1, 2, 3, 4),
    "6.5": (1, 2, 3, 4, 5),
    "6.6": (1, 2, 3),
    "6.8": (1, 2, 3, 4),
    "7.1": (1, 2, 3),
    "7.2": (1, 2, 3, 4),
    "7.3": (1, 2),
    "7.4": (1, 2, 3, 4, 5),
    "7.5": (1, 2),
    "7.6": (1, 2),
    "8.1": (1, 2),
    "8.2": (1, 2, 3),
    "8.3": (1,),
    "8.4": (1,),
    "9.1": (1, 2, 3),
    "9.2": (1, 2, 3, 4),
    "10.1": (1, 2),
    "10.2": (1, 2),
    "10.5": (1, 2, 3, 4, 5),
}
"""Those of levels 1 and 2 of ASVS 5.0.0, by section, but for the sections on servers of OAuth."""


class Row(NamedTuple):
    number: str
    level: str
    asked: str
    verdict: str
    where: str


ROWS = [
    Row(*(cell.strip() for cell in line.strip("|\n").split("|")))
    for line in PAGE.read_text("utf-8").splitlines()
    if re.match(r"\| \d", line)
]


def test_each_requirement_is_told_once() -> None:
    expected = [f"{section}.{each}" for section, all_ in REQUIREMENTS.items() for each in all_]
    assert [each.number for each in ROWS] == expected


def test_verdicts_are_of_four_kinds_and_none_is_bare() -> None:
    for each in ROWS:
        assert each.level in {"1", "2"}
        assert each.verdict in {"met", "partly", "not met", "n/a"}, each
        assert len(each.where) > 3, each


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_what_shows_it_is_there(row: Row) -> None:
    named = re.findall(r"`((?:src|tests)/[^`]+)`", row.where)
    for reference in named:
        place, *names = reference.split("::")
        assert (ROOT / place).is_file(), reference
        text = (ROOT / place).read_text("utf-8")
        for each in names:
            assert re.search(rf"(?:def|class) {each}\b", text), reference
