"""`vocabulary`: what is added is listed, and names keywords with why."""

import json
from pathlib import Path

import pytest

from .conftest import Run, lines_of

CONCEPTS = [
    {"id": "1", "uri": "https://voc/1", "pref_fr": "environnement", "pref_en": "environment"},
    {
        "id": "2",
        "uri": "https://voc/2",
        "pref_fr": "qualité de l’air",
        "pref_en": None,
        "alt_fr": ["pollution de l’air"],
        "broader": ["1"],
    },
]
RECORD = {"id": "air", "title": "Pollution de l’air à Valmorel", "description": "Relevés."}


@pytest.fixture
def place(tmp_path: Path) -> str:
    place = tmp_path / "Éco-voc.jsonl"
    place.write_bytes(lines_of(CONCEPTS))
    return str(place)


def test_what_is_added_is_listed_once_under_its_name(run: Run, place: str) -> None:
    assert "Aucun vocabulaire" in run("vocabulary", "list").out
    assert run("vocabulary", "list", "--json").out == ""
    added = run("vocabulary", "add", place, "--json")
    assert added.code == 0, added.err
    record = {"name": "eco-voc", "concepts": 2, "labels": 4, "placed": 1}
    assert json.loads(added.out) == record
    assert "2 concepts, 4 libellés" in run("vocabulary", "add", place).out
    assert run("vocabulary", "list", "--json").json_lines == [record]
    run("vocabulary", "add", place, "--name", "autre")
    listed = run("vocabulary", "list", "--json").json_lines
    assert [each["name"] for each in listed] == ["autre", "eco-voc"]


def test_a_keyword_shows_the_concept_that_names_it_and_that_the_catalogue_is_cold(
    run: Run, place: str
) -> None:
    run("catalogue", "import", "-", given=lines_of([RECORD]))
    run("vocabulary", "add", place, "--name", "voc")
    [line] = run("suggest", "keywords", "--id", "air", "--json").json_lines
    [keyword] = [each for each in line["value"] if each["keyword"] == "qualite-de-lair"]
    assert any("https://voc/2" in sentence for sentence in keyword["why"])
    assert {
        "kind": "concept",
        "part": "qualite-de-lair",
        "offset": None,
        "uri": "https://voc/2",
        "label": "qualité de l’air",
        "vocabulary": "voc",
        "broader": "environnement",
    } in line["evidence"]
    assert line["caution"].startswith("Le catalogue n’a encore aucun autre")
    shown = " ".join(run("--lang", "en", "suggest", "keywords", "--id", "air").out.split())
    assert "The catalogue has no other dataset with keywords yet" in shown
    assert "Named by the vocabulary “voc”: “qualité de l’air”, under “environnement”" in shown


def test_what_cannot_be_added_changes_nothing(run: Run, place: str, tmp_path: Path) -> None:
    refused = run("vocabulary", "add", place, "--name", "..")
    assert refused.code == 5
    assert "--name" in refused.err
    empty = tmp_path / "vide.ttl"
    empty.touch()
    assert run("vocabulary", "add", str(empty)).code == 5
    assert run("vocabulary", "list", "--json").out == ""


def test_a_damaged_vocabulary_is_told(stocked: Run, tmp_path: Path) -> None:
    kept = tmp_path / "data" / "vocabularies" / "voc.json"
    kept.parent.mkdir()
    kept.write_text("{")
    refused = stocked("suggest", "keywords", "--id", "arbres")
    assert refused.code == 5
    assert str(kept) in refused.err


def test_what_is_kept_is_readable_by_its_owner_alone(run: Run, place: str, tmp_path: Path) -> None:
    data = tmp_path / "new"
    assert run("--data", str(data), "vocabulary", "add", place).code == 0
    for directory in (data, data / "vocabularies"):
        assert directory.stat().st_mode & 0o077 == 0
