"""`eclaireur trial`."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from .conftest import Run

MODEL = """
[models.petit]
address = "http://localhost:9/v1"
model = "small"
operator = { name = "Rivemont", kind = "local" }
country = "FR"
weights = "org/small"
licence = "Apache-2.0"
context = 8000
"""
END = (date.today() + timedelta(30)).isoformat()  # noqa: DTZ011


@pytest.fixture
def declared(stocked: Run, tmp_path: Path) -> Run:
    (tmp_path / "data/eclaireur.toml").write_text(MODEL)
    return stocked


def start(run: Run, *variants: str, name: str = "essai", until: str = END) -> int:
    chosen = [part for each in variants for part in ("--variant", each)]
    return run(
        "trial", "start", name, "--task", "short_description", *chosen, "--until", until
    ).code


def test_a_trial_from_its_beginning_to_its_end(declared: Run) -> None:
    assert declared("trial", "list").out == "Aucun essai n’a été déclaré.\n"
    assert start(declared, "extraction", "petit") == 0
    told = declared("trial", "show", "essai").out.replace("\u00a0", " ")
    assert "essai (Description courte), jusqu’au" in told
    assert "extraction : 0 propositions, 0 décisions." in told
    assert "Trop tôt pour conclure : il faut 30 décisions à chaque variante." in told
    [result] = declared("trial", "list", "--json").json_lines
    assert (result["finding"], result["over"]) == ("too-few", False)
    assert declared("trial", "stop", "essai").code == 0
    [stopped] = declared("trial", "show", "essai", "--json").json_lines
    assert stopped["over"] is True


@pytest.mark.parametrize(
    ("variants", "name", "until", "code"),
    [
        (("extraction", "grand"), "essai", END, 5),
        (("extraction",), "essai", END, 5),
        (("extraction", "petit"), "Essai 1", END, 5),
        (("extraction", "petit"), "essai", "2020-01-01", 5),
        (("extraction", "petit"), "essai", "demain", 2),
    ],
)
def test_what_cannot_be_compared_is_refused(
    declared: Run, variants: tuple[str, ...], name: str, until: str, code: int
) -> None:
    assert start(declared, *variants, name=name, until=until) == code
    assert declared("trial", "list", "--json").json_lines == []


def test_an_unknown_trial_is_not_found(declared: Run) -> None:
    assert declared("trial", "show", "nope").code == 3
