"""`evaluate`: each format, two versions compared, the page, and what is wrong with a file."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from .conftest import LONG_ENOUGH, Ran, Run, lines_of

TEXTS: list[dict[str, Any]] = [
    {
        "text": f"Écrire à soizic.kerbrat{n}@laposte.net.",
        "spans": [{"start": 9, "end": 35, "type": "email"}],
        "negatives": [{"value": "Écrire", "kind": "verb"}],
    }
    for n in range(10, 20)
]
RECORDS: list[dict[str, Any]] = [
    {
        "id": f"arbres-{n}",
        "title": f"Arbres de la commune de Valmorel, secteur {n}",
        "description": LONG_ENOUGH,
        "description_short": "Les arbres de la commune, avec leur espèce.",
        "tags": ["arbre", "parc"],
        "organization": "Ville de Valmorel",
    }
    for n in range(8)
]


@pytest.fixture
def run(run: Run) -> Run:
    """The command, with plain spaces for the non-breaking ones of French."""

    def run_plainly(*arguments: str, given: bytes = b"") -> Ran:
        ran = run(*arguments, given=given)
        return Ran(ran.code, _plain(ran.out), _plain(ran.err))

    return run_plainly


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    place = tmp_path / "texts.jsonl"
    place.write_bytes(lines_of(TEXTS))
    return place


@pytest.fixture
def catalogue(run: Run, tmp_path: Path) -> Path:
    place = tmp_path / "catalogue.jsonl.gz"
    place.write_bytes(gzip.compress(lines_of(RECORDS)))
    assert run("catalogue", "import", str(place)).code == 0
    return place


def figures(record: dict[str, Any], method: int = 0) -> dict[tuple[str, str], float]:
    told = record["methods"][method]["figures"]
    return {(each["measure"], each["of"]): each["value"] for each in told}


def test_personal_data_recognised_from_its_keys(run: Run, texts: Path) -> None:
    ran = run("evaluate", "--on", str(texts))
    assert ran.code == 0, ran.err
    assert ran.out.startswith("Masquage des données personnelles, version")
    assert re.search(r"Trouvé : adresse électronique +100,0 % \[72,2 % ; 100,0 %\] n = 10", ran.out)
    assert re.search(r"Fausse alerte : verb +0,0 % ", ran.out)


def test_several_methods_side_by_side_and_their_references(run: Run, catalogue: Path) -> None:
    ran = run("evaluate", "--on", str(catalogue), "--json")
    assert ran.code == 0, ran.err
    descriptions, keywords = ran.json_lines
    assert (descriptions["task"], keywords["task"]) == ("short_description", "keywords")
    assert [each["method"] for each in descriptions["methods"]] == ["extraction", "first-sentence"]
    ours = figures(descriptions)
    assert ours["proposed", ""] == ours["supported", ""] == 1
    assert 0 < ours["overlap", ""] < 1
    assert [each["method"] for each in keywords["methods"]] == [
        "portal-vocabulary",
        "vocabulary-in-text",
    ]
    # Seven others bear both keywords; the text holds both.
    assert figures(keywords, 1)["f1", ""] == 1


def test_a_record_is_not_evaluated_with_its_own_keywords(run: Run, tmp_path: Path) -> None:
    alone = [{**RECORDS[0], "tags": ["arbre"]}, {"id": "b", "title": "Bancs", "tags": ["banc"]}]
    assert run("catalogue", "import", "-", given=lines_of(alone)).code == 0
    place = tmp_path / "on.jsonl"
    for identifier, found in (("arbres-0", 0), ("a-copy", 1)):
        place.write_bytes(lines_of([{**alone[0], "id": identifier}]))
        ran = run(
            "evaluate", "keywords", "--on", str(place), "--method=vocabulary-in-text", "--json"
        )
        assert figures(ran.json_lines[0])["f1", ""] == found


def test_search(run: Run, catalogue: Path, tmp_path: Path) -> None:
    queries = [
        {"query": "secteur 3", "expected": "arbres-3"},
        {"query": "arbres", "expected": "nowhere"},
        {"id": "arbres-5", "question": "Où sont les arbres du secteur 5 ?", "typo": "secteur 5"},
    ]
    assert catalogue.exists()
    place = tmp_path / "queries.jsonl"
    place.write_bytes(lines_of(queries))
    ran = run("evaluate", "--on", str(place), "--save", str(tmp_path / "saved.json"))
    assert ran.code == 0, ran.err
    assert "Recherche, version" in ran.out
    assert "MRR à 10 : question" in ran.out
    assert "Une ligne laissée de côté : son jeu de données n’est pas dans" in ran.out
    assert "secteur" not in (tmp_path / "saved.json").read_text()


def test_grounding_with_records_beside(run: Run, tmp_path: Path) -> None:
    records, place = tmp_path / "records.jsonl", tmp_path / "on.jsonl"
    records.write_bytes(lines_of(RECORDS))
    place.write_bytes(
        lines_of(
            [
                {
                    "id": "arbres-1",
                    "faithful": "Arbres de Valmorel : espèce et hauteur.",
                    "unfaithful": [
                        {
                            "text": "Arbres de Brest, avec leur hauteur.",
                            "error": "Brest",
                            "type": "place",
                        }
                    ],
                }
            ]
        )
    )
    told = run("evaluate", "--on", str(place), "--records", str(records), "--json").json_lines[0]
    assert figures(told) == {("false-alarm", ""): 0, ("found", ""): 1, ("found", "place"): 1}
    ran = run("evaluate", "grounding", "--on", str(place))
    assert ran.code == 5
    assert "Aucune ligne ne permet d’évaluer grounding" in ran.err


def test_the_same_version_shows_no_difference(run: Run, texts: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    assert run("evaluate", "--on", str(texts), "--save", str(saved)).code == 0
    assert "kerbrat" not in saved.read_text()
    ran = run("evaluate", "--on", str(texts), "--against", str(saved))
    assert ran.code == 0
    assert "Aucune différence vue, sur" in ran.out


def test_a_regression_has_its_exit_code(
    run: Run, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, page = tmp_path / "saved.json", tmp_path / "page.html"
    run("evaluate", "--on", str(texts), "--save", str(saved))
    monkeypatch.setattr("eclaireur.evaluation.subjects.personal_data.find", lambda _text: [])
    ran = run("evaluate", "--on", str(texts), "--against", str(saved), "--page", str(page))
    assert ran.code == 8
    assert "MOINS BIEN : Trouvé (masking), 100,0 % → 0,0 %" in ran.out
    assert "RÉGRESSION" in ran.out
    assert "Plus mesuré : Précision (masking), 100,0 % auparavant." in ran.out
    told = run("evaluate", "--on", str(texts), "--against", str(saved), "--json")
    assert told.code == 8
    changes = {each["change"] for each in told.json_lines[0]["comparison"]["differences"]}
    assert changes == {"worse", "not-seen", "missing"}
    assert "RÉGRESSION" in page.read_text("utf-8")
    # The other way round, it is better, and no failure.
    run("evaluate", "--on", str(texts), "--save", str(saved))
    monkeypatch.undo()
    ran = run(
        "--data", str(tmp_path / "d"), "evaluate", "--on", str(texts), "--against", str(saved)
    )
    assert ran.code == 0
    assert "better" in ran.out or "meilleures" in ran.out


def test_a_bad_line_is_told_and_the_others_are_measured(run: Run, texts: Path) -> None:
    texts.write_bytes(b"{oops\n" + lines_of([{"text": "Rien.", "spans": "x"}, *TEXTS]))
    ran = run("evaluate", "personal_data", "--on", str(texts))
    assert ran.code == 5
    assert "La ligne 1 est illisible" in ran.err
    assert "La ligne 2 est illisible : la clé « spans »" in ran.err
    assert "10 lignes mesurées" in ran.out


def test_the_page_needs_nothing_else(run: Run, catalogue: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    ran = run("--lang", "en", "evaluate", "--on", str(catalogue), "--page", str(page))
    assert ran.code == 0
    text = page.read_text("utf-8")
    assert '<html lang="en">' in text
    assert re.search(r"\b(?:src|href)=|url\(", text) is None
    assert "<script" not in text
    # Each figure of the plot is in a table, in the same words.
    plotted = re.findall(r"<title>[\w-]+: ([^<]+)</title>", text)
    cells = re.findall(r"<td>([^<]+?) ?<", text)
    assert plotted
    assert set(plotted) <= set(cells)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("weather", "--on", "TEXTS"), 5, "Rien n’évalue « weather »"),
        (("--on", "TEXTS", "--method", "magic"), 5, "n’a pas de méthode « magic »"),
        (("--on", "TEXTS", "--model", "gpt"), 5, "gpt"),
        (("--on", "/nowhere.jsonl"), 3, "/nowhere.jsonl"),
        (("--on", "-"), 5, "Nommez la tâche"),
        (("keywords", "--on", "TEXTS"), 5, "Aucune ligne ne permet"),
        (("--on", "TEXTS", "--against", "/nowhere.json"), 3, "n’existe pas"),
        (("--on", "TEXTS", "--against", "TEXTS"), 5, "ne contient pas les résultats"),
        (("--on", "TEXTS", "--save", "/nowhere/at/all.json"), 6, "/nowhere/at/all.json"),
        (("--on", "TEXTS", "--page", "/nowhere/at/all.html"), 6, "/nowhere/at/all.html"),
        (("--on", "TEXTS", "--limit", "0"), 2, "--limit"),
        (("keywords",), 2, "--on"),
    ],
)
def test_errors_say_what_to_do(
    run: Run, texts: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("evaluate", *(str(texts) if each == "TEXTS" else each for each in arguments))
    assert ran.code == code
    assert said in ran.err


def test_results_of_another_task_cannot_be_compared(
    run: Run, texts: Path, catalogue: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.json"
    run("evaluate", "keywords", "--on", str(catalogue), "--save", str(saved))
    ran = run("evaluate", "--on", str(texts), "--against", str(saved))
    assert ran.code == 5
    assert "n’ont aucune méthode en commun" in ran.err


def test_a_limit_draws_the_same_lines_for_the_same_seed(run: Run, texts: Path) -> None:
    def counted(*options: str) -> str:
        return run("evaluate", "--on", str(texts), "--limit", "4", "--json", *options).out

    first = counted("--seed", "3")
    assert json.loads(first)["items"] == 4
    assert counted("--seed", "3") == first


def test_themes_are_measured_where_records_have_some(run: Run, tmp_path: Path) -> None:
    energy = "http://publications.europa.eu/resource/authority/data-theme/ENER"
    record = {
        "id": "eolien",
        "title": "Production d’électricité des éoliennes",
        "description": "Production d’électricité par énergie renouvelable : éolien, solaire.",
        "theme": [energy],
    }
    place = tmp_path / "themes.jsonl"
    place.write_bytes(lines_of([record, RECORDS[0]]))
    ran = run("evaluate", "theme", "--on", str(place), "--json")
    assert ran.code == 0, ran.err
    [told] = ran.json_lines
    assert (told["items"], told["left_out"]) == (1, {"no-reference": 1})
    assert figures(told)["f1", ""] > 0


def test_a_case_is_compared_with_what_the_person_wrote(run: Run, tmp_path: Path) -> None:
    told = {"proposed": "Espèces protégées de Brest en 2004.", "retained": "Les arbres."}
    record = {**RECORDS[0], "description_short": "Les arbres.", "eclaireur_case": told}
    place = tmp_path / "cases.jsonl"
    place.write_bytes(lines_of([record]))
    ran = run("evaluate", "short_description", "--on", str(place), "--json")
    assert figures(ran.json_lines[0])["overlap", ""] > 0
