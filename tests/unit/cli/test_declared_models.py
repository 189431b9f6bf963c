"""`models`: what is declared, and whether it answers."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from .conftest import Run

KEY = "sk-hunter2hunter2"
FIELDS = ["short_description", "keywords", "theme"]


class Handler(BaseHTTPRequestHandler):
    """A server of models that asks for a key."""

    def do_GET(self) -> None:
        allowed = self.headers["authorization"] == f"Bearer {KEY}"
        listed = {"object": "list", "data": [{"id": "real", "aliases": ["an-alias"]}]}
        body = json.dumps(listed if allowed and self.path == "/v1/models" else {}).encode()
        self.send_response(200 if allowed else 401)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error, which the tests read."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.fixture
def declared(tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Models that answer, that moved, whose key is wrong or missing, that do not run."""
    monkeypatch.setenv("GOOD_TEST_KEY", KEY)
    monkeypatch.setenv("BAD_TEST_KEY", "nonsense")
    monkeypatch.delenv("NO_TEST_KEY", raising=False)
    models = {
        "answers": (port, "an-alias", "GOOD_TEST_KEY"),
        "moved": (port, "old-alias", "GOOD_TEST_KEY"),
        "unwelcome": (port, "an-alias", "BAD_TEST_KEY"),
        "keyless": (port, "an-alias", "NO_TEST_KEY"),
        "down": (1, "an-alias", "GOOD_TEST_KEY"),
    }
    place = tmp_path / "data/eclaireur.toml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(
        "\n".join(
            f"""[models.{name}]
            address = "http://127.0.0.1:{port}/v1"
            model = "{alias}"
            operator = {{ name = "Town hall", kind = "local" }}
            country = "FR"
            weights = "org/weights"
            licence = "MIT"
            context = 4096
            key = {{ environment = "{key}" }}"""
            for name, (port, alias, key) in models.items()
        )
    )
    return list(models)


def test_without_a_model_it_says_so(run: Run) -> None:
    ran = run("models", "--ping")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Aucun modèle n’est déclaré.")
    assert "1. Phrases de la fiche" in ran.out
    assert [each["task"] for each in run("models", "--json").json_lines] == FIELDS


def test_models_are_listed_without_being_tried(run: Run, declared: list[str]) -> None:
    ran = run("models")
    assert (ran.code, ran.err) == (0, "")
    heads = [line.split()[0] for line in ran.out.splitlines() if line[0] != " "]
    assert heads == [*declared, "Description", "Mots-clés,", "Thèmes,"]
    assert "Répond" not in ran.out


@pytest.mark.usefixtures("declared")
def test_each_is_tried_by_itself(run: Run) -> None:
    ran = run("models", "--ping", "--json")
    assert (ran.code, ran.err) == (0, "")
    pings = {each["name"]: each["ping"] for each in ran.json_lines if "name" in each}
    assert (pings["answers"]["reached"], pings["answers"]["served"]) == (True, True)
    assert pings["answers"]["latency_ms"] >= 0
    assert (pings["moved"]["reached"], pings["moved"]["served"]) == (True, False)
    assert pings["moved"]["names"] == ["an-alias", "real"]
    problems = {name: ping["problem"]["code"] for name, ping in pings.items() if ping["problem"]}
    assert problems == {
        "unwelcome": "model-key-refused",
        "keyless": "key-missing",
        "down": "host-unreachable",
    }
    assert KEY not in ran.out


@pytest.mark.usefixtures("declared")
def test_a_person_is_told_what_to_do(run: Run) -> None:
    ran = run("--lang", "en", "models", "--ping")
    assert ran.code == 0
    for said in (
        "and knows “an-alias”",
        "does not know “old-alias”. It knows: an-alias, real.",
        "refuses the key given for the model unwelcome (401)",
        "is not in NO_TEST_KEY",
        "http://127.0.0.1:1 cannot be reached",
    ):
        assert said in ran.out


def turns(run: Run, task: str) -> list[tuple[str | None, bool, str | None]]:
    """The model of each method of a task, whether it answers by itself, and what stops it."""
    [found] = [each for each in run("models", "--json").json_lines if each.get("task") == task]
    return [(each["model"], each["automatic"], each["obstacle"]) for each in found["turns"]]


def test_what_each_task_would_use_is_told_in_order(
    run: Run, declared: list[str], tmp_path: Path
) -> None:
    place = tmp_path / "data/eclaireur.toml"
    settings = """
[tasks.short_description]
models = ["moved", "answers"]
automatic = true
[budgets.keywords]
requests = 0
"""
    place.write_text(settings + place.read_text())
    assert turns(run, "short_description") == [
        (None, True, None),
        ("moved", True, None),
        ("answers", False, None),
    ]
    spent = [(name, False, "budget-spent") for name in declared]
    assert turns(run, "keywords") == [(None, True, None), *spent]

    # A switch needs the whole installation, whose keys must be there.
    place.write_text(place.read_text().replace("NO_TEST_KEY", "GOOD_TEST_KEY"))
    assert run("switch", "off", "model", "moved").code == 0
    assert run("switch", "off", "model", "answers", "--organisation", "Ville").code == 0
    assert run("switch", "off", "task", "keywords").code == 0
    assert turns(run, "short_description")[1:] == [
        ("moved", True, "model-switched-off"),
        ("answers", False, None),
    ]
    assert {obstacle for *_, obstacle in turns(run, "keywords")} == {"task-switched-off"}
    shown = run("--lang", "en", "models").out
    assert "2. moved: answers by itself · model turned off" in shown
    assert "3. answers: on demand\n     off for “Ville”" in shown
