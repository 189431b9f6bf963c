"""`suggest`: one answer a record and field, whatever is wrong with the others."""

import json
from pathlib import Path

import pytest

from .conftest import LONG_ENOUGH, RECORDS, Run, lines_of

KEYS = [
    "suggestion",
    "id",
    "field",
    "status",
    "value",
    "reason",
    "caution",
    "method",
    "model",
    "evidence",
    "usage",
]


def test_each_record_and_field_has_its_line_in_order(run: Run) -> None:
    ran = run(
        *("suggest", "keywords", "short_description", "--from", "-", "--json"),
        given=lines_of(RECORDS),
    )
    assert (ran.code, ran.err) == (0, "")
    assert [list(line) for line in ran.json_lines] == [KEYS] * 4
    assert [(line["id"], line["field"]) for line in ran.json_lines] == [
        ("arbres", "keywords"),
        ("arbres", "short_description"),
        ("bancs", "keywords"),
        ("bancs", "short_description"),
    ]


def test_a_text_comes_with_the_passages_of_the_source(run: Run) -> None:
    [line] = run(
        "suggest", "short_description", "--from", "-", "--json", given=lines_of(RECORDS[:1])
    ).json_lines
    assert line["status"] == "proposed"
    assert line["reason"] is None
    assert line["usage"]["duration_s"] > 0
    for passage in line["evidence"]:
        source = RECORDS[0][passage["field"]]
        assert source[passage["start"] : passage["end"]] == passage["text"]
        assert line["value"][passage["offset"] :].startswith(passage["part"])


def test_keywords_come_with_why(run: Run) -> None:
    [line] = run(
        "suggest", "keywords", "--from", "-", "--json", given=lines_of(RECORDS[:1])
    ).json_lines
    assert line["value"]
    for proposed in line["value"]:
        assert set(proposed) == {"keyword", "label", "why"}
        assert proposed["why"]


def test_what_is_withheld_says_why_in_the_language_asked_for(stocked: Run) -> None:
    arguments = ("suggest", "short_description", "--id", "bancs", "--json")
    [french] = stocked(*arguments).json_lines
    [english] = stocked("--lang", "en", *arguments).json_lines
    for line in (french, english):
        assert (line["status"], line["value"], line["evidence"]) == ("withheld", None, [])
        assert set(line["usage"].values()) == {None}
    assert french["suggestion"] == english["suggestion"]
    assert french["reason"] != english["reason"]


def test_dry_run_keeps_nothing(run: Run) -> None:
    [line] = run(
        *("suggest", "short_description", "--from", "-", "--json", "--dry-run"),
        given=lines_of(RECORDS[:1]),
    ).json_lines
    assert line["suggestion"] is None
    assert line["status"] == "proposed"
    assert run("suggestions", "--json").out == ""


def test_dry_run_gives_what_the_run_gives(stocked: Run) -> None:
    arguments = ("suggest", "short_description", "keywords", "--id", "arbres", "--json")
    dry, kept = stocked(*arguments, "--dry-run").json_lines, stocked(*arguments).json_lines
    for line in (*dry, *kept):
        del line["suggestion"], line["usage"]
    assert dry == kept


def test_the_same_question_is_asked_once(stocked: Run) -> None:
    arguments = ("suggest", "short_description", "--id", "arbres", "--json")
    assert stocked(*arguments).out == stocked(*arguments).out


def test_a_field_named_twice_is_answered_once(stocked: Run) -> None:
    ran = stocked("suggest", "keywords", "keywords", "--id", "arbres", "--json")
    assert len(ran.json_lines) == 1


def test_an_unknown_field_is_refused_with_those_known(stocked: Run) -> None:
    ran = stocked("suggest", "colour", "--id", "arbres")
    assert (ran.code, ran.out) == (5, "")
    assert "short_description, keywords" in ran.err


def test_an_unknown_dataset_stops_nothing(stocked: Run) -> None:
    ran = stocked("suggest", "keywords", "--id", "nope", "--id", "arbres", "--json")
    assert ran.code == 3
    assert [line["id"] for line in ran.json_lines] == ["arbres"]
    assert json.loads(ran.err)["code"] == "dataset-not-found"


def test_a_bad_line_stops_nothing(run: Run) -> None:
    good, other = lines_of(RECORDS).splitlines(keepends=True)
    ran = run("suggest", "keywords", "--from", "-", "--json", given=good + b"{oops\n" + other)
    assert ran.code == 5
    assert [line["id"] for line in ran.json_lines] == ["arbres", "bancs"]
    assert "2" in json.loads(ran.err)["detail"]


def test_a_record_without_identifier_is_called_after_its_line(run: Run) -> None:
    nameless = {"id": None, "title": "Arbres", "description": LONG_ENOUGH, "colour": "green"}
    ran = run("suggest", "keywords", "--from", "-", "--json", given=b"\n" + lines_of([nameless]))
    assert [line["id"] for line in ran.json_lines] == ["line-2"]


def test_an_empty_pipe_leaves_nothing_to_do(run: Run) -> None:
    ran = run("suggest", "keywords", "--from", "-", "--json")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_identifiers_may_hold_anything(run: Run) -> None:
    identifiers = ["a/b c", "été", "-x", "x" * 300, "\N{GRINNING FACE}", "../../etc"]
    records = [{"id": each, "title": "T", "description": LONG_ENOUGH} for each in identifiers]
    run("catalogue", "import", "-", given=lines_of(records))
    named = [part for each in identifiers for part in (f"--id={each}",)]
    ran = run("suggest", "short_description", "--json", *named)
    assert (ran.code, [line["id"] for line in ran.json_lines]) == (0, identifiers)


HOSTILE = "\x1b[31m\x1b]0;t\x07\u202eevil\u2066 <b>x</b> \udc80"


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_text_of_a_catalogue_never_drives_the_terminal(run: Run, how: tuple[str, ...]) -> None:
    record = {"id": HOSTILE, "title": HOSTILE, "description": LONG_ENOUGH + HOSTILE, "tags": []}
    ran = run("suggest", "short_description", "--from", "-", *how, given=lines_of([record]))
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out


def test_a_person_reads_the_proposal_its_evidence_and_its_key(stocked: Run) -> None:
    ran = stocked("suggest", "short_description", "keywords", "--id", "arbres")
    keys = [line["suggestion"] for line in stocked("suggestions", "--json").json_lines]
    assert ran.code == 0
    assert "Arbres de la commune (arbres)" in ran.out
    assert "Proposition automatique" in ran.out
    assert "Lu dans le champ" in ran.out
    assert all(key in ran.out for key in keys)
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_a_real_catalogue_passes_whole(run: Run, real_records: Path) -> None:
    ran = run("suggest", "short_description", "keywords", "--from", str(real_records), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.json_lines) == 2 * len(real_records.read_bytes().splitlines())
    assert {line["status"] for line in ran.json_lines} <= {"proposed", "withheld"}
