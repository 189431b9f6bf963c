"""`suggest theme`, and what becomes of what it gives."""

import json

from eclaireur.core.theme import theme_uri

from .conftest import Run, lines_of

BUSES = {
    "id": "bus",
    "title": "Horaires des bus de Valmorel",
    "description": "Les arrêts et les lignes de bus.",
}


def stocked(run: Run, **fields: object) -> None:
    given = lines_of([BUSES | fields])
    assert run("catalogue", "import", "-", given=given).code == 0


def test_themes_come_with_their_name_their_uri_and_why(run: Run) -> None:
    stocked(run)
    [line] = run("suggest", "theme", "--id", "bus", "--json").json_lines
    [theme] = line["value"]
    assert (theme["keyword"], theme["label"]) == (theme_uri("TRAN"), "Transports")
    assert theme["why"]
    shown = run("--lang", "en", "suggest", "theme", "--id", "bus").out
    assert "Transport\n" in shown
    assert theme_uri("TRAN") not in shown


def test_a_theme_is_decided_by_code_exported_and_undone(run: Run) -> None:
    stocked(run)
    [line] = run("suggest", "theme", "--id", "bus", "--json").json_lines
    key = line["suggestion"]
    refused = run("decide", key, "edit", "--value", "EAU")
    assert refused.code == 5
    assert "EAU" in refused.err
    assert "AGRI, ECON" in refused.err
    assert run("decide", key, "edit", "--value", "tran, HEAL").code == 0
    [record] = run("export", "--format", "jsonl").json_lines
    assert record["theme"] == [theme_uri("TRAN"), theme_uri("HEAL")]
    [mark] = record["provenance"]
    assert (mark["field"], mark["method"], mark["decision"]) == ("theme", "theme-lexicon", "edited")
    turtle = run("export", "--format", "dcat-turtle").out
    assert f"<{theme_uri('HEAL')}>" in turtle or "data-theme/HEAL" in turtle
    assert run("undo", key).code == 0
    assert "theme" not in json.loads(run("export", "--format", "jsonl").out)


def test_a_theme_that_is_published_is_not_proposed(run: Run) -> None:
    stocked(run, theme=["TRAN"])
    [line] = run("suggest", "theme", "--id", "bus", "--json").json_lines
    assert (line["status"], line["value"]) == ("withheld", None)


def test_themes_can_be_turned_off(run: Run) -> None:
    stocked(run)
    assert run("switch", "off", "task", "theme").code == 0
    [line] = run("suggest", "theme", "--id", "bus", "--json").json_lines
    assert line["status"] == "failed"
    [other] = run("suggest", "keywords", "--id", "bus", "--json").json_lines
    assert other["status"] == "proposed"
