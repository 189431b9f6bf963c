"""`eclaireur audit`."""

import sqlite3
from contextlib import closing
from pathlib import Path

from .conftest import Run


def test_an_installation_that_keeps_its_commitments(stocked: Run) -> None:
    ran = stocked("audit")
    assert ran.code == 0
    assert "réussi  Rien n’est exporté qu’une personne n’ait décidé" in ran.out
    assert "sans objet  Chaque modèle respecte la politique" in ran.out
    assert "Aucun échec sur 10 vérifications." in ran.out


def test_one_that_has_a_place_for_a_person(stocked: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data/eclaireur.sqlite")) as database:
        database.execute("ALTER TABLE event ADD COLUMN decided_by TEXT")
        database.commit()
    ran = stocked("--lang", "en", "audit")
    assert ran.code == 7
    assert "column decided_by of table event, database eclaireur" in ran.out
    assert "One failure in 10 checks." in ran.out


def test_json_for_machines(stocked: Run, tmp_path: Path) -> None:
    log = tmp_path / "serve.txt"
    log.write_text("Écrire à soizic.kerbrat@web.example\n")
    ran = stocked("audit", "--json", "--log", str(log))
    assert ran.code == 7
    [report] = ran.json_lines
    assert report["passed"] is False
    [failed] = [each for each in report["checks"] if each["verdict"] == "failed"]
    assert failed["check"] == "logs"
    assert failed["commitment"] == 3
    assert [each["code"] for each in failed["evidence"]] == [
        "audit-logs-read",
        "audit-personal-data-logged",
    ]
    assert "soizic" not in ran.out


def test_a_log_that_is_not_there_fails_its_check(stocked: Run) -> None:
    ran = stocked("audit", "--log", "/nowhere.log")
    assert ran.code == 7
    assert "Le journal /nowhere.log est illisible" in ran.out
