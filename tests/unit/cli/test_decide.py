"""`decide`, `undo` and `suggestions`: a person's decision, through the command."""

import json

import pytest

from .conftest import Run


@pytest.fixture
def key(stocked: Run) -> str:
    [line] = stocked("suggest", "short_description", "--id", "arbres", "--json").json_lines
    return str(line["suggestion"])


def test_a_proposal_is_accepted_once_and_the_decision_taken_back(stocked: Run, key: str) -> None:
    accepted = stocked("decide", key, "accept", "--json")
    assert (accepted.code, accepted.json_lines[0]["status"]) == (0, "accepted")
    again = stocked("decide", key, "accept", "--json")
    assert (again.code, json.loads(again.err)["code"]) == (4, "already-decided")
    undone = stocked("undo", key, "--json")
    assert [step["status"] for step in undone.json_lines[0]["trace"]] == [
        "requested",
        "proposed",
        "accepted",
        "proposed",
    ]
    nothing = stocked("undo", key)
    assert nothing.code == 4
    assert "aucune décision à annuler" in nothing.err


def test_an_edit_takes_the_persons_value(stocked: Run, key: str) -> None:
    value = "Les arbres plantés par la commune."
    edited = stocked("decide", key, "edit", "--value", value, "--json").json_lines[0]
    assert (edited["status"], edited["value"]) == ("edited", value)


def test_keywords_are_separated_by_commas(stocked: Run) -> None:
    [line] = stocked("suggest", "keywords", "--id", "arbres", "--json").json_lines
    edited = stocked(
        "decide", line["suggestion"], "edit", "--value", "Arbre, parc ,, arbre", "--json"
    )
    keywords = [each["keyword"] for each in edited.json_lines[0]["value"]]
    assert keywords == ["arbre", "parc"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("edit",), "value-missing"),
        (("edit", "--value", ""), "wrong-length"),
        (("edit", "--value", "x" * 500), "wrong-length"),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused(
    stocked: Run, key: str, arguments: tuple[str, ...], problem: str
) -> None:
    ran = stocked("decide", key, *arguments, "--json")
    assert (ran.code, ran.out) == (5, "")
    assert json.loads(ran.err)["code"] == problem


def test_a_value_that_no_store_can_hold_is_kept_without_it(stocked: Run, key: str) -> None:
    ran = stocked("decide", key, "edit", "--value", "Les arbres\udc80 de la commune.", "--json")
    assert ran.code == 0
    assert ran.json_lines[0]["value"] == "Les arbres\N{REPLACEMENT CHARACTER} de la commune."


def test_why_is_counted_and_told_of_no_decision(stocked: Run, key: str) -> None:
    rejected = stocked("decide", key, "reject", "--reason", "too_long", "--json").json_lines[0]
    assert (rejected["status"], rejected["reason"]) == ("rejected", None)
    [learning] = stocked("learning", "--threshold", "1", "--json").json_lines
    assert learning["fates"][0]["why"] == {"too_long": 1}


def test_nobody_has_to_say_why_they_accept(stocked: Run, key: str) -> None:
    ran = stocked("decide", key, "accept", "--reason", "other")
    assert ran.code == 2
    assert "--reason" in ran.err


def test_an_unknown_suggestion_is_not_found(stocked: Run) -> None:
    for arguments in (("decide", "nope", "accept"), ("undo", "nope")):
        ran = stocked(*arguments, "--json")
        assert (ran.code, json.loads(ran.err)["code"]) == (3, "suggestion-not-found")


def test_what_was_withheld_is_not_open_to_decision(stocked: Run) -> None:
    [line] = stocked("suggest", "short_description", "--id", "bancs", "--json").json_lines
    ran = stocked("decide", line["suggestion"], "accept", "--json")
    assert (ran.code, json.loads(ran.err)["code"]) == (4, "not-open-to-decision")


def test_suggestions_are_listed_by_state_and_field(stocked: Run, key: str) -> None:
    stocked("suggest", "keywords", "--id", "arbres")
    stocked("decide", key, "accept")
    for arguments, expected in (
        ((), ["keywords", "short_description"]),
        (("--status", "accepted"), ["short_description"]),
        (("--status", "proposed"), ["keywords"]),
        (("--field", "keywords"), ["keywords"]),
        (("--field", "keywords", "--status", "stale"), []),
    ):
        listed = stocked("suggestions", *arguments, "--json").json_lines
        assert sorted(line["field"] for line in listed) == expected
    assert key in stocked("suggestions").out


def test_names_of_any_length_are_told(stocked: Run, key: str) -> None:
    ran = stocked("decide", "x" * 3000, "accept")
    assert (ran.code, "…" in ran.err) == (3, True)
    masked = stocked("decide", key, "edit", "--value", "Mme Soizic Kerbrat, " * 300, "--json")
    assert (masked.code, "Kerbrat" in masked.err) == (5, False)
