"""`eclaireur case` and `eclaireur remarks`."""

import pytest

from .conftest import Run


@pytest.fixture
def key(stocked: Run) -> str:
    made = stocked("suggest", "short_description", "--id", "arbres", "--json").json_lines[0]
    suggestion: str = made["suggestion"]
    return suggestion


def test_an_edit_becomes_a_case_with_its_reference(stocked: Run, key: str) -> None:
    assert stocked("case", "add", key).code == 4
    assert stocked("decide", key, "edit", "--value", "Arbres des rues.").code == 0
    [added] = stocked("case", "add", key).json_lines
    assert added["id"] == "arbres"
    assert added["description_short"] == "Arbres des rues."
    assert added["eclaireur_case"]["decision"] == "edited"
    assert stocked("case", "list").json_lines == [added]
    assert stocked("case", "list", "--field", "keywords").json_lines == []


def test_an_unknown_suggestion_is_not_found(stocked: Run) -> None:
    assert stocked("case", "add", "nope").code == 3


def test_no_remark_yet(stocked: Run) -> None:
    assert stocked("remarks").out == "Aucune remarque.\n"
    assert stocked("remarks", "--json").out == ""
