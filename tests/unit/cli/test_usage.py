"""A wrong command line is one clear sentence, in the language asked for, and the code 2."""

import json

import pytest

from .conftest import Run

WRONG = [
    (("nothing",), "nothing"),
    (("--nothing",), "--nothing"),
    (("--lang", "de", "suggestions"), "fr, en"),
    (("serve", "--port", "99999"), "65535"),
    (("serve", "--port", "http"), "--port"),
    (("serve", "--port"), "--port"),
    (("serve", "now"), "now"),
    (("catalogue", "import"), "--sample"),
    (("catalogue", "import", "file", "--sample"), "--sample"),
    (("suggest",), "CHAMP"),
    (("suggest", "keywords"), "--from"),
    (("suggest", "keywords", "--id", "a", "--from", "b"), "--from"),
    (("decide",), "PROPOSITION"),
    (("decide", "a"), "accept|edit|reject"),
    (("decide", "a", "delete"), "accept, edit, reject"),
    (("decide", "a", "accept", "--value", "b"), "--value"),
    (("decide", "a", "accept", "--reason", "other"), "--reason"),
    (("decide", "a", "reject", "--reason", "because"), "too_long"),
    (("suggestions", "--status", "lost"), "stale"),
    (("export", "--format", "xml"), "dcat-turtle"),
]


@pytest.mark.parametrize(("arguments", "named"), WRONG)
def test_says_what_is_wrong_and_where_the_help_is(
    run: Run, arguments: tuple[str, ...], named: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    sentence, hint = ran.err.splitlines()
    assert named in sentence
    assert "--help" in hint


def test_says_it_in_english(run: Run) -> None:
    assert "There is no command nothing." in run("--lang", "en", "nothing").err


def test_says_it_to_a_program(run: Run) -> None:
    ran = run("decide", "a", "delete", "--json")
    problem = json.loads(ran.err)
    assert ran.code == 2
    assert problem["code"] == "invalid-request"
    assert "accept, edit, reject" in problem["detail"]


def test_what_was_typed_cannot_drive_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("\x1b[31mred").err


def test_too_much_is_told_from_too_little(run: Run) -> None:
    assert "pas les deux" in run("catalogue", "import", "file", "--sample").err
    assert "pas les deux" not in run("catalogue", "import").err
