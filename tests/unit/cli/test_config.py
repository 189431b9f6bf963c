"""`config check`: what the configuration allows, told to people and to programs."""

import json
from pathlib import Path

import pytest

from .conftest import Run

KEY = "sk-hunter2hunter2"

CONFIGURATION = """\
[models.albert]
address = "https://albert.example/v1"
model = "openweight-small"
operator = { name = "DINUM", kind = "state" }
country = "FR"
weights = "org/weights"
licence = "Apache-2.0"
parameters = { total = 24, active = 3.5 }
context = 32000
key = { environment = "ALBERT_TEST_KEY" }
"""


@pytest.fixture
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the data directory."""
    monkeypatch.setenv("ALBERT_TEST_KEY", KEY)
    place = tmp_path / "data/eclaireur.toml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(CONFIGURATION)
    return place


def test_without_a_file_nothing_leaves(run: Run) -> None:
    ran = run("config", "check")
    assert (ran.code, ran.err) == (0, "")
    assert "rien ne sort de cette machine" in ran.out


def test_a_person_reads_all_that_the_file_allows(run: Run, configuration: Path) -> None:
    ran = run("--lang", "en", "config", "check")
    assert (ran.code, ran.err) == (0, "")
    for said in (
        str(configuration),
        "local, state",
        "DINUM (State), FR",
        "org/weights, licence Apache-2.0",
        "24 billion parameters, 3.5 active",
        "the variable ALBERT_TEST_KEY",
        "Destinations allowed: https://albert.example.",
    ):
        assert said in ran.out
    assert KEY not in ran.out


def test_a_person_reads_where_traces_go(run: Run, configuration: Path) -> None:
    telemetry = '[telemetry]\naddress = "http://localhost:4318"\nservice_name = "rivemont"\n'
    configuration.write_text(telemetry)
    said = run("--lang", "en", "config", "check").out
    assert "Traces: sent to http://localhost:4318, under the name rivemont." in said
    assert "Destinations allowed: http://localhost:4318." in said


@pytest.mark.usefixtures("configuration")
def test_a_program_reads_it_in_json(run: Run) -> None:
    [read] = run("config", "check", "--json").json_lines
    assert read["destinations"] == ["https://albert.example"]
    assert read["policy"]["countries"] == ["FR"]
    assert read["models"]["albert"]["key"] == {"environment": "ALBERT_TEST_KEY", "file": None}
    assert KEY not in json.dumps(read)


def test_a_key_that_is_not_there_is_told(
    run: Run, configuration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALBERT_TEST_KEY")
    ran = run("--config", str(configuration), "config", "check")
    assert ran.code == 5
    assert "ALBERT_TEST_KEY" in ran.err


def test_every_mistake_is_told_and_gives_the_code(run: Run, configuration: Path) -> None:
    configuration.write_text(CONFIGURATION.replace("country", "contry"))
    ran = run("config", "check", "--json")
    assert (ran.code, ran.out) == (5, "")
    assert {json.loads(line)["code"] for line in ran.err.splitlines()} == {
        "unknown-setting",
        "setting-missing",
    }


def test_a_file_that_was_named_must_be_there(run: Run, tmp_path: Path) -> None:
    ran = run("--config", str(tmp_path / "nowhere.toml"), "config", "check")
    assert (ran.code, "nowhere.toml" in ran.err) == (3, True)


def test_nothing_starts_with_a_model_outside_the_policy(run: Run, configuration: Path) -> None:
    configuration.write_text(CONFIGURATION.replace('kind = "state"', 'kind = "other"'))
    for command in (["suggestions"], ["serve", "--port", "0"], ["models"]):
        ran = run(*command)
        assert (ran.code, ran.out) == (5, "")
        assert f"{configuration}, ligne 4" in ran.err
        assert "policy.operators" in ran.err
