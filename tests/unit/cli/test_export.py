"""`export`: whole files, in a reproducible order, with what was decided and nothing else."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from processes import SECONDS, Forked
from rdflib import DCAT, DCTERMS, PROV, RDF, Graph

from eclaireur.catalogues.export import EXPORT_FORMATS

from .conftest import RECORDS, Run, lines_of


def test_only_a_decision_reaches_the_export(stocked: Run) -> None:
    [line] = stocked("suggest", "short_description", "--id", "arbres", "--json").json_lines
    before = {each["id"]: each for each in stocked("export").json_lines}
    assert before["arbres"]["description_short"] is None
    stocked("decide", line["suggestion"], "accept")
    after = {each["id"]: each for each in stocked("export", "--format", "jsonl").json_lines}
    assert after["arbres"]["description_short"] == line["value"]
    [mark] = after["arbres"]["provenance"]
    assert mark["suggestion"] == line["suggestion"]
    assert after["bancs"] == before["bancs"]


@pytest.mark.parametrize("name", list(EXPORT_FORMATS))
def test_a_file_holds_what_standard_output_gives(stocked: Run, tmp_path: Path, name: str) -> None:
    output = tmp_path / "out"
    output.write_text("former")
    assert stocked("export", "--format", name, "--output", str(output)).code == 0
    assert output.read_bytes().decode() == stocked("export", "--format", name).out
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_what_leaves_may_come_back(stocked: Run) -> None:
    exported = stocked("export").out
    again = stocked("catalogue", "import", "-", "--json", given=exported.encode())
    assert json.loads(again.out)["unchanged"] == len(RECORDS)


def test_named_datasets_alone_are_exported(stocked: Run) -> None:
    ran = stocked("export", "--id", "bancs")
    assert [line["id"] for line in ran.json_lines] == ["bancs"]


def test_a_failure_leaves_the_former_file(stocked: Run, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.write_text("former")
    ran = stocked("export", "--id", "nope", "--output", str(output))
    assert ran.code == 3
    assert output.read_text() == "former"


@pytest.mark.parametrize("place", ["missing/out", "directory"])
def test_a_place_that_cannot_be_written_is_told(stocked: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "directory").mkdir()
    ran = stocked("export", "--output", str(tmp_path / place))
    assert ran.code == 6
    assert place in ran.err


def test_an_empty_catalogue_is_exported_empty(run: Run) -> None:
    assert run("export", "--format", "json").out == "[]\n"


def test_order_is_that_of_identifiers(run: Run) -> None:
    run("catalogue", "import", "-", given=lines_of([RECORDS[1], RECORDS[0]]))
    assert [line["id"] for line in run("export").json_lines] == ["arbres", "bancs"]


def test_a_dash_is_standard_output(stocked: Run) -> None:
    assert stocked("export", "--output", "-").out == stocked("export").out != ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [("export",), ("suggestions", "--json"), ("--help",)])
def test_a_full_disk_behind_standard_output_is_told(
    stocked: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    stocked("suggest", "keywords", "--id", "arbres")
    arguments = ["--data", str(tmp_path / "data"), *command]
    errors = tmp_path / "errors"
    assert Forked(arguments, dict(os.environ), Path("/dev/full"), errors).wait(SECONDS) == 6
    said = errors.read_text("utf-8")
    assert "la sortie standard" in said
    assert said.count("disque est plein") == 1


@pytest.fixture
def changed(stocked: Run) -> str:
    """A short description that was accepted, over one proposal that nobody decided."""
    lines = stocked(
        "suggest", "short_description", "keywords", "--id", "arbres", "--json"
    ).json_lines
    stocked("decide", lines[0]["suggestion"], "accept")
    return str(lines[0]["suggestion"])


def test_the_changes_alone_hold_what_was_decided_and_nothing_else(
    stocked: Run, changed: str
) -> None:
    [line] = stocked("export", "--changes").json_lines
    assert (line["id"], line["field"], line["former"]) == ("arbres", "short_description", None)
    assert line["value"] == line["provenance"]["value"]
    assert (line["provenance"]["suggestion"], line["provenance"]["decision"]) == (
        changed,
        "accepted",
    )
    assert stocked("export", "--changes", "--id", "bancs").out == ""
    stocked("undo", changed)
    assert stocked("export", "--changes").out == ""
    assert stocked("export", "--changes", "--format", "json").out == "[]\n"


def test_the_changes_alone_in_a_spreadsheet(stocked: Run, changed: str) -> None:
    stocked("undo", changed)
    stocked("decide", changed, "edit", "--value", "=SOMME(A1)  les arbres de la ville, tous.")
    text = stocked("export", "--changes", "--format", "csv").out.removeprefix("\ufeff")
    [row] = csv.DictReader(io.StringIO(text), delimiter=";")
    assert (row["id"], row["field"], row["former"]) == ("arbres", "short_description", "")
    assert row["value"].startswith("'=SOMME")
    assert (row["suggestion"], row["decision"]) == (changed, "edited")


@pytest.mark.parametrize(("name", "syntax"), [("dcat", "json-ld"), ("dcat-turtle", "turtle")])
@pytest.mark.usefixtures("changed")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_changes_alone_in_dcat(stocked: Run, name: str, syntax: str) -> None:
    whole, alone = (
        Graph().parse(data=stocked("export", "--format", name, *more).out, format=syntax)
        for more in ((), ("--changes",))
    )
    assert set(alone) < set(whole)
    [dataset] = alone.subjects(RDF.type, DCAT.Dataset)
    assert set(alone.predicates(dataset)) == {RDF.type, DCTERMS.identifier, DCTERMS.abstract}
    assert (None, RDF.type, PROV.Person) in alone
