"""`check`: what a record supports of a text, for people and for programs."""

import json
from pathlib import Path

from .conftest import LONG_ENOUGH, RECORDS, Run, lines_of

RECORD = {**RECORDS[0], "frequency": "annual", "temporal": {"start": "2019-01-01"}}
UNFAITHFUL = "Arbres plantés en 1954."


def claims(answer: dict[str, list[dict[str, object]]]) -> dict[object, object]:
    return {claim["text"]: claim["supported"] for claim in answer["claims"]}


def test_a_person_reads_what_the_record_does_not_say(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "record.json"
    place.write_text(json.dumps(RECORD))
    ran = run("check", "--source", str(place), "--text", UNFAITHFUL)
    assert (ran.code, ran.err) == (0, "")
    assert "«\u00a01954\u00a0» (année)" in ran.out
    assert "absent de la fiche" in ran.out


def test_a_program_gets_claims_with_offsets_and_evidence(run: Run) -> None:
    ran = run("check", "--source", json.dumps(RECORD), "--text", UNFAITHFUL, "--json")
    [verdict] = ran.json_lines
    assert (ran.code, verdict["supported"]) == (0, False)
    assert claims(verdict)["1954"] is False
    for claim in verdict["claims"]:
        assert UNFAITHFUL[claim["start"] : claim["end"]] == claim["text"]
        if claim["supported"]:
            passage = claim["evidence"]
            source = RECORD[passage["field"]]
            assert isinstance(source, str)
            assert source[passage["start"] : passage["end"]] == passage["text"]
        else:
            assert claim["evidence"] is None


def test_a_batch_is_answered_in_order_past_the_lines_that_are_wrong(run: Run) -> None:
    requests = [
        {"id": "a", "record": RECORD, "text": LONG_ENOUGH},
        {"id": "no text", "record": RECORD},
        {"id": "no record", "text": "x"},
        {"id": "wrong record", "record": {"title": {"a": 1}}, "text": "x"},
        {"id": 7, "record": {"title": None, "unknown": [1]}, "text": UNFAITHFUL},
    ]
    ran = run("check", "--batch", "-", given=lines_of(requests) + b"{broken\n")
    assert ran.code == 5
    first, last = ran.json_lines
    assert list(first) == list(last) == ["id", "supported", "claims"]
    assert (first["id"], first["supported"]) == ("a", True)
    assert (last["id"], last["supported"]) == (7, False)
    assert [f"ligne {number}" in ran.err for number in range(1, 7)] == [
        *(False, True, True, True, False, True)
    ]


def test_the_source_can_be_a_dataset_of_the_catalogue_or_standard_input(stocked: Run) -> None:
    by_identifier = stocked("check", "--source", "bancs", "--text", "Liste des bancs.", "--json")
    [verdict] = by_identifier.json_lines
    assert verdict["supported"]
    piped = stocked(
        *("check", "--source", "-", "--text", "Liste des bancs.", "--json"),
        given=lines_of(RECORDS[1:]),
    )
    assert piped.json_lines == [verdict]
    text = stocked("check", "--source", "bancs", "--text", "-", given=b"Liste des bancs.")
    assert text.code == 0


def test_what_cannot_be_confronted_is_refused(stocked: Run) -> None:
    assert stocked("check", "--source", "nowhere.json", "--text", "x").code == 3
    assert stocked("check", "--source", "{broken", "--text", "x").code == 5
    two = stocked("check", "--source", "-", "--text", "x", given=lines_of(RECORDS))
    assert (two.code, "--batch" in two.err) == (5, True)
    assert stocked("check", "--source", "-", "--text", "-").code == 2
    assert stocked("check", "--text", "x").code == 2
    assert stocked("check", "--batch", "-", "--text", "x").code == 2


def test_a_source_of_any_length_is_looked_for(stocked: Run) -> None:
    ran = stocked("check", "--source", "x" * 300, "--text", "x", "--json")
    assert (ran.code, json.loads(ran.err)["code"]) == (3, "source-not-found")


def test_a_key_that_is_missing_is_told_from_one_of_another_type(run: Run) -> None:
    requests: list[dict[str, object]] = [{"text": "x"}, {"record": 3, "text": "x"}, {"record": {}}]
    ran = run("--lang", "en", "check", "--batch", "-", "--json", given=lines_of(requests))
    problems = [json.loads(line) for line in ran.err.splitlines()]
    assert [problem["line"] for problem in problems] == [1, 2, 3]
    assert [("is missing" in problem["detail"]) for problem in problems] == [True, False, True]
