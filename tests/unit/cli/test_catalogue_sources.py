"""`catalogue import` of what has a name, an address, or was imported before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import stamina

from .conftest import LONG_ENOUGH, RECORDS, Run, lines_of

ODD = {"id": "odd", "title": ["not", "a", "text"]}


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """A portal that does not answer is asked as often, without the waits between."""
    with stamina.set_testing(True, attempts=4):
        yield


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "catalogue.jsonl"
    place.write_bytes(lines_of(RECORDS))
    return place


def outcome(run: Run, *arguments: str | Path) -> dict[str, int]:
    counts: dict[str, int] = json.loads(run("catalogue", "import", *arguments, "--json").out)
    return {name: count for name, count in counts.items() if count}


def test_what_a_file_no_longer_holds_vanishes_and_comes_back(run: Run, place: Path) -> None:
    assert outcome(run, str(place)) == {"added": 2}
    [line] = run("suggest", "short_description", "--id", "arbres", "--json").json_lines
    assert run("decide", line["suggestion"], "accept").code == 0
    place.write_bytes(lines_of(RECORDS[1:]))
    assert outcome(run, str(place)) == {"unchanged": 1, "vanished": 1}
    refused = run("suggest", "keywords", "--id", "arbres", "--json")
    assert (refused.code, json.loads(refused.err)["code"]) == (4, "dataset-vanished")
    assert run("suggestions", "--json").json_lines[0]["status"] == "accepted"
    exported = [each["id"] for each in run("export", "--format", "jsonl").json_lines]
    assert exported == ["bancs"]
    place.write_bytes(lines_of(RECORDS))
    assert outcome(run, str(place)) == {"unchanged": 1, "returned": 1}
    exported = run("export", "--format", "jsonl").json_lines
    assert exported[0]["provenance"][0]["decision"] == "accepted"


@pytest.mark.parametrize("kind", ["udata", "ckan", "dcat"])
def test_a_kind_is_named_as_in_the_configuration(run: Run, kind: str) -> None:
    ran = run("catalogue", "import", "http://127.0.0.1:1/", "--private", "--kind", kind, "--json")
    assert (ran.code, json.loads(ran.err)["code"]) == (6, "host-unreachable")


def test_another_source_makes_nothing_vanish(run: Run, place: Path, tmp_path: Path) -> None:
    outcome(run, str(place))
    other = tmp_path / "other.jsonl"
    other.write_bytes(lines_of(RECORDS[1:]))
    assert outcome(run, str(other)) == {"unchanged": 1}
    ran = run("catalogue", "import", "-", "--json", given=lines_of(RECORDS[:1]))
    assert json.loads(ran.out)["vanished"] == 0
    assert outcome(run, str(place)) == {"unchanged": 2}


def test_a_source_that_has_a_name_may_change_its_file(
    run: Run, place: Path, tmp_path: Path
) -> None:
    outcome(run, str(place), "--source", "portail")
    other = tmp_path / "later.jsonl"
    other.write_bytes(lines_of(RECORDS[1:]))
    assert outcome(run, str(other), "--source", "portail") == {"unchanged": 1, "vanished": 1}


def test_a_record_that_cannot_be_read_has_not_vanished(run: Run, place: Path) -> None:
    place.write_bytes(lines_of([*RECORDS, ODD | {"title": "Un titre"}]))
    assert outcome(run, str(place)) == {"added": 3}
    place.write_bytes(lines_of([*RECORDS, ODD]))
    assert outcome(run, str(place)) == {"unchanged": 2, "unreadable": 1}
    place.write_bytes(lines_of(RECORDS) + b"{\n")
    assert outcome(run, str(place)) == {"unchanged": 2, "unreadable": 1}
    assert "rien n’a été marqué" in run("catalogue", "import", str(place)).out
    place.write_bytes(lines_of(RECORDS))
    assert outcome(run, str(place)) == {"unchanged": 2, "vanished": 1}


def test_what_was_decided_before_the_import_is_found_after_it(run: Run, place: Path) -> None:
    [line, *_] = run("suggest", "short_description", "--from", str(place), "--json").json_lines
    assert run("decide", line["suggestion"], "accept").code == 0
    assert outcome(run, str(place)) == {"added": 2}
    [exported, _] = run("export", "--format", "jsonl").json_lines
    assert exported["id"] == "arbres"
    assert exported["provenance"][0]["suggestion"] == line["suggestion"]
    changed = RECORDS[0] | {"description": LONG_ENOUGH + " Un relevé par an."}
    place.write_bytes(lines_of([changed, RECORDS[1]]))
    assert outcome(run, str(place)) == {"unchanged": 1, "changed": 1}


@pytest.mark.parametrize(
    ("place", "code", "problem"),
    [
        ("http://exemple.fr/catalogue", 5, "wrong-address"),
        ("https://user:secret@exemple.fr/", 5, "wrong-address"),
        ("https://127.0.0.1:1/", 6, "host-unreachable"),
        ("portail", 3, "catalogue-not-found"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(
    run: Run, place: str, code: int, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eclaireur.catalogues.portals.visitor.Manners.attempts", 1)
    ran = run("catalogue", "import", place, "--json")
    assert (ran.code, json.loads(ran.err)["code"]) == (code, problem)
    assert "secret" not in ran.err


def test_a_declared_portal_is_imported_by_its_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data/eclaireur.toml").write_text(
        '[catalogues.portail]\naddress = "http://127.0.0.1:1/catalog.ttl?page=1"\nkind = "dcat"\n'
    )
    ran = run("catalogue", "import", "portail", "--json")
    assert (ran.code, json.loads(ran.err)["code"]) == (6, "host-unreachable")
    checked = json.loads(run("config", "check", "--json").out)
    assert checked["destinations"] == ["http://127.0.0.1:1"]
    assert checked["catalogues"]["portail"]["kind"] == "dcat"


@pytest.mark.parametrize(
    ("declaration", "code"),
    [
        ('address = "http://exemple.fr/"', "wrong-setting-address"),
        ('address = "https://exemple.fr/"\nkind = "other"', "wrong-setting"),
        ('addres = "https://exemple.fr/"', "setting-missing"),
        ('address = "https://exemple.fr/"\nprivat = true', "unknown-setting"),
    ],
)
def test_a_wrong_declaration_is_told_with_its_line(
    run: Run, tmp_path: Path, declaration: str, code: str
) -> None:
    place = tmp_path / "eclaireur.toml"
    place.write_text(f"[catalogues.portail]\n{declaration}\n")
    ran = run("--config", str(place), "config", "check", "--json")
    assert code in [json.loads(line)["code"] for line in ran.err.splitlines()]


def test_what_leaves_for_a_portal_is_counted_for_the_audit(run: Run) -> None:
    assert run("catalogue", "import", "http://127.0.0.1:1/", "--kind", "dcat").code == 6
    [report] = run("audit", "--json").json_lines
    [found] = [each for each in report["checks"] if each["check"] == "destinations"]
    assert found["verdict"] == "passed"
    told = {each["code"]: each["params"] for each in found["evidence"]}
    assert told["audit-departures"]["sent"] >= 1
