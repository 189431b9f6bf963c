"""`keywords`: what is learned from the catalogue, and what is refused."""

import json
from pathlib import Path

import numpy as np
import pytest

from eclaireur.methods.vocabulary import Ranker, Readings

from .conftest import Run, lines_of

SUBJECTS = {
    "Comptages de vélos": ["velo", "mobilite"],
    "Arbres d'alignement": ["arbre", "espaces-verts"],
    "Budget primitif": ["budget", "finances"],
}
RECORDS = [
    {
        "id": str(number),
        "title": f"{title}, secteur {number % 13}",
        "organization": f"Organisme {number % 90}",
        "tags": [*keywords, f"code-{number % 90}"],
    }
    for number in range(450)
    for title, keywords in [list(SUBJECTS.items())[number % 3]]
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "keywords.npz"


def test_a_model_that_is_no_worse_is_put_in_place_and_serves(run: Run, place: Path) -> None:
    assert run("catalogue", "import", "-", given=lines_of(RECORDS)).code == 0
    trained = run("keywords", "train", "--json")
    assert trained.code == 0, trained.err
    outcome = json.loads(trained.out)
    assert outcome["kept"]
    assert outcome["trained"]["figures"]["known"] >= outcome["former"]["figures"]["known"]
    kept = Ranker.read(place.read_bytes(), "here")
    assert kept.training.model_dump(mode="json") == outcome["trained"]
    measured = json.loads(run("keywords", "evaluate", "--json").out)
    assert measured == outcome["trained"]
    assert run("suggest", "keywords", "--id", "0").code == 0


def test_a_worse_model_is_refused_and_the_one_in_place_stays(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("catalogue", "import", "-", given=lines_of(RECORDS))
    from eclaireur.assistant import keyword_training  # noqa: PLC0415

    learn = keyword_training.learn

    def learn_badly(*given: object) -> tuple[object, int]:
        trees, examples = learn(*given)  # type: ignore[arg-type]
        return trees._replace(leaves=0 * trees.leaves, base=-9.0), examples

    monkeypatch.setattr(keyword_training, "learn", learn_badly)
    refused = run("--lang", "en", "keywords", "train")
    assert refused.code == 0
    assert "The new model is worse" in refused.out
    assert not place.exists()


def test_too_small_a_catalogue_teaches_nothing(stocked: Run, place: Path) -> None:
    refused = stocked("keywords", "train")
    assert refused.code == 4
    assert "0 jeux de données avec mots-clés" in refused.err
    assert not place.exists()


def test_a_damaged_model_is_told_and_never_run(stocked: Run, place: Path) -> None:
    with place.open("wb") as file:
        np.save(file, np.array([{"an": "object"}], dtype=object), allow_pickle=True)
    refused = stocked("suggest", "keywords", "--id", "arbres")
    assert refused.code == 5
    assert str(place) in refused.err


def test_an_import_leaves_ready_what_keywords_are_proposed_from(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("catalogue", "import", "-", given=lines_of(RECORDS))

    def refuse(*_: object) -> None:
        pytest.fail("the catalogue was read again")

    monkeypatch.setattr(Readings, "of", refuse)
    assert run("suggest", "keywords", "--id", "0").code == 0
