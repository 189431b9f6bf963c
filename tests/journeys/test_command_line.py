"""The command as a script has it: real processes, pipes, signals and ports."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import told

COMMAND = (sys.executable, "-m", "eclaireur")
DEADLINE_S = 60
LONG_ENOUGH = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts."
)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {"ECLAIREUR_DATA": str(tmp_path / "data"), "LC_ALL": "C"}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    place = tmp_path / "records.jsonl"
    with place.open("w") as sink:
        for number in range(1000):
            record = {"id": f"r{number}", "title": "Arbres", "description": LONG_ENOUGH}
            sink.write(json.dumps(record) + "\n")
    return place


def test_a_producer_describes_a_dataset(tmp_path: Path) -> None:
    data = tmp_path / "data"
    imported = told(data, "catalogue", "import", "--sample")
    assert imported.returncode == 0, imported.stderr
    asked = told(data, "suggest", "short_description", "--id", "arbres-valombreuse", "--json")
    line = json.loads(asked.stdout)
    assert line["status"] == "proposed"
    assert told(data, "decide", line["suggestion"], "accept").returncode == 0
    output = tmp_path / "out.jsonl"
    assert told(data, "export", "--output", output).returncode == 0
    exported = [json.loads(each) for each in output.read_text("utf-8").splitlines()]
    [marked] = [each for each in exported if each["provenance"]]
    assert marked["description_short"] == line["value"]


def test_a_reader_that_leaves_early_hears_no_complaint(
    environment: dict[str, str], records: Path
) -> None:
    command = (*COMMAND, "suggest", "short_description", "--from", str(records), "--json")
    with subprocess.Popen(
        [*command, "--dry-run"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["id"] == "r0"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(DEADLINE_S) == 141


def test_first_answers_come_before_the_last_question(environment: dict[str, str]) -> None:
    record = json.dumps({"id": "a", "title": "Arbres", "description": LONG_ENOUGH}) + "\n"
    with subprocess.Popen(
        [*COMMAND, "suggest", "short_description", "--from", "-", "--json", "--dry-run"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(record)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "a"
        process.stdin.close()
        assert process.wait(DEADLINE_S) == 0


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    reason="run in the background, where what is started ignores interruptions too",
)
def test_an_interruption_ends_cleanly_and_keeps_what_was_done(
    environment: dict[str, str], records: Path
) -> None:
    with subprocess.Popen(
        [*COMMAND, "suggest", "short_description", "--from", str(records), "--json"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        key = json.loads(process.stdout.readline())["suggestion"]
        process.send_signal(signal.SIGINT)
        answered = process.stdout.read().count(b"\n")
        said = process.stderr.read().decode().strip()
        assert (process.wait(DEADLINE_S), said) == (130, "Interrompu."), answered
    data = Path(environment["ECLAIREUR_DATA"])
    assert told(data, "decide", key, "accept").returncode == 0


def test_output_is_utf8_whatever_the_locale(environment: dict[str, str]) -> None:
    shown = subprocess.check_output(
        [*COMMAND, "--help"],
        env=environment | {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
        timeout=DEADLINE_S,
        encoding="utf-8",
    )
    assert "Éclaireur" in shown


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[str]:
    with subprocess.Popen(
        [*COMMAND, "serve", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        announced = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
        assert announced is not None
        yield announced[0]
        process.send_signal(signal.SIGINT)
        assert process.wait(DEADLINE_S) in {0, 130}


def test_the_server_says_where_it_is(server: str) -> None:
    with urllib.request.urlopen(f"{server}/api/v1/datasets", timeout=DEADLINE_S) as answer:  # noqa: S310
        assert json.load(answer) == {"total": 0, "items": []}
