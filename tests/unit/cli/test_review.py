"""`review`: blind pairs judged from a pipe, kept, resumed, and compared with others."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import LONG_ENOUGH, Run, lines_of

RECORDS = [
    {
        "id": f"arbres-{n}",
        "title": f"Arbres de la commune, secteur {n}",
        "description": f"Ce fichier est tenu à jour par le secteur {n}. {LONG_ENOUGH}",
    }
    for n in range(12)
]
PAIRS = ("extraction", "first-sentence")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "records.jsonl"
    place.write_bytes(lines_of(RECORDS))
    return place


def review(run: Run, place: Path, kept: Path, keys: str, *options: str) -> Any:
    return run(
        *("review", "short_description", "--on", str(place), "--pairs", *PAIRS),
        *("--judgements", str(kept), *options),
        given=keys.encode(),
    )


def judged(kept: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in kept.read_text("utf-8").splitlines()]


def test_sides_are_blind_and_drawn_by_chance(run: Run, place: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    ran = review(run, place, kept, "1\n" * 12)
    assert ran.code == 0, ran.err
    assert not any(method in ran.err for method in PAIRS)
    assert ran.err.count("[1 ←]") == 12
    # Who always takes the first side takes both methods.
    preferred = [each["preferred"] for each in judged(kept)]
    assert all(preferred.count(method) >= 2 for method in PAIRS)
    assert "préférée" in ran.out


def test_what_is_kept_tells_of_nobody_and_is_resumed(run: Run, place: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    ran = review(run, place, kept, "1\n?\n2\n=\nq\n")
    assert ran.err.count("Touches\u00a0:") == 1
    [first, *others] = judged(kept)
    assert len(others) == 2
    assert set(first) == {"item", "methods", "preferred", "judge", "day"}
    assert first["judge"] == "person"
    assert len(first["day"]) == len("2026-11-26")
    ran = review(run, place, kept, "=\n" * 20)
    assert "Paire 4 sur 12" in ran.err
    assert len(judged(kept)) == 12
    ran = review(run, place, kept, "")
    assert "Paire" not in ran.err


def test_agreement_with_other_judgements(run: Run, place: Path, tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.jsonl", tmp_path / "theirs.jsonl"
    review(run, place, mine, "1\n" * 12)
    review(run, place, theirs, "1\n" * 9 + "2\n" * 3)
    ran = review(run, place, mine, "", "--agreement", str(theirs), "--json")
    told = json.loads(ran.out)
    assert told["agreement"]["pairs"] == 12
    assert told["agreement"]["alike"]["value"] == 0.75
    assert 0 < told["agreement"]["kappa"]["value"] < 1
    assert "kappa de Cohen" in review(run, place, mine, "", "--agreement", str(theirs)).out
    ran = review(run, place, mine, "", "--agreement", str(tmp_path / "none.jsonl"))
    assert ran.code == 5
    assert "ne jugent aucune paire en commun" in ran.err


def test_errors_say_what_to_do(run: Run, place: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    on = ("--on", str(place), "--judgements", str(kept))
    ran = run("review", "search", *on, "--pairs", *PAIRS)
    assert (ran.code, "Rien n’évalue «\u00a0search\u00a0»" in ran.err) == (5, True)
    ran = run("review", "short_description", *on, "--pairs", "extraction", "magic")
    assert (ran.code, "n’a pas de méthode «\u00a0magic\u00a0»" in ran.err) == (5, True)
    ran = run("review", "keywords", *on, "--pairs", "vocabulary-in-text", "portal-vocabulary")
    assert (ran.code, "jamais deux valeurs différentes" in ran.err) == (5, True)
    kept.write_text("{}\n")
    ran = review(run, place, kept, "")
    assert (ran.code, "ligne 1" in ran.err) == (5, True)
