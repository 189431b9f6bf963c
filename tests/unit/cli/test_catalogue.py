"""`catalogue import`: what comes in, what is left out, and what is told about it."""

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import LONG_ENOUGH, RECORDS, Run, lines_of

NOTHING = {
    "added": 0,
    "changed": 0,
    "returned": 0,
    "unchanged": 0,
    "vanished": 0,
    "made_stale": 0,
    "archived": 0,
    "unreadable": 0,
}


def test_counts_what_changed(run: Run) -> None:
    first = run("catalogue", "import", "-", "--json", given=lines_of(RECORDS))
    assert json.loads(first.out) == NOTHING | {"added": 2}
    [line] = run("suggest", "short_description", "--id", "arbres", "--json").json_lines
    changed = [RECORDS[0] | {"description": LONG_ENOUGH + " Un relevé par an."}, RECORDS[1]]
    second = run("catalogue", "import", "-", "--json", given=lines_of(changed))
    assert json.loads(second.out) == NOTHING | {"changed": 1, "unchanged": 1, "made_stale": 1}
    assert run("decide", line["suggestion"], "accept").code == 4


def test_says_it_to_a_person(run: Run) -> None:
    ran = run("catalogue", "import", "-", given=lines_of(RECORDS))
    assert ran.out.startswith("Ajoutés\N{NO-BREAK SPACE}: 2.")
    assert ran.err == ""


def test_the_sample_comes_twice_without_disturbing_a_decision(run: Run) -> None:
    run("catalogue", "import", "--sample")
    proposed = run("suggest", "short_description", "--id", "arbres-valombreuse", "--json")
    key = proposed.json_lines[0]["suggestion"]
    run("decide", key, "accept")
    again = json.loads(run("catalogue", "import", "--sample", "--json").out)
    assert again["unchanged"] >= 40
    assert (again["added"], again["changed"], again["made_stale"]) == (0, 0, 0)
    assert run("suggestions", "--json").json_lines[0]["status"] == "accepted"


def test_a_bad_line_is_told_and_stops_nothing(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "catalogue.jsonl"
    good, other = lines_of(RECORDS).splitlines(keepends=True)
    place.write_bytes(good + b'{"id": \n' + b"\xff\xfe\n" + b'{"title": "x"}\n' + other)
    ran = run("catalogue", "import", str(place), "--json")
    assert ran.code == 5
    assert json.loads(ran.out) == NOTHING | {"added": 2, "unreadable": 3}
    problems = [json.loads(line) for line in ran.err.splitlines()]
    assert [problem["code"] for problem in problems] == ["invalid-line"] * 3
    assert [
        str(number) in problem["detail"]
        for number, problem in zip((2, 3, 4), problems, strict=True)
    ]


def test_archived_datasets_are_left_out_without_an_error(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "catalogue.csv"
    place.write_text("id;title;slug;archived\na;A;a;False\nb;B;b;True\n")
    ran = run("catalogue", "import", str(place), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == NOTHING | {"added": 1, "archived": 1}


def test_gzip_is_read(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "catalogue"
    place.write_bytes(gzip.compress(lines_of(RECORDS)))
    assert json.loads(run("catalogue", "import", str(place), "--json").out)["added"] == 2


@pytest.mark.parametrize(
    ("content", "code", "problem"),
    [
        (None, 3, "catalogue-not-found"),
        (b"", 5, "empty-catalogue"),
        (b"\n\n", 5, "empty-catalogue"),
        (bytes(range(256)) * 40, 5, "unknown-catalogue-format"),
        (b"\x1f\x8b\x08\x00broken", 5, "damaged-catalogue"),
        (b"x" * 200_000, 5, "unknown-catalogue-format"),
    ],
)
def test_what_is_no_catalogue_is_refused(
    run: Run, tmp_path: Path, content: bytes | None, code: int, problem: str
) -> None:
    place = tmp_path / "file"
    if content is not None:
        place.write_bytes(content)
    for command in (("catalogue", "import"), ("suggest", "keywords", "--from")):
        ran = run(*command, str(place), "--json")
        assert (ran.code, ran.out) == (code, "")
        assert json.loads(ran.err)["code"] == problem


def test_a_directory_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("catalogue", "import", str(tmp_path))
    assert (ran.code, ran.out) == (5, "")
    assert "est un dossier" in ran.err


def test_data_that_cannot_be_kept_is_told(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.write_text("a file in place of the directory")
    ran = run("--data", str(place), "suggestions", "--json")
    assert ran.code == 6
    assert json.loads(ran.err)["code"] == "store-unavailable"


def test_data_of_a_later_version_are_left_alone(stocked: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "eclaireur.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = 'later'")
    ran = stocked("suggestions", "--json")
    problem = json.loads(ran.err)
    assert (ran.code, problem["code"]) == (6, "store-unavailable")
    assert "plus récente" in problem["detail"]
