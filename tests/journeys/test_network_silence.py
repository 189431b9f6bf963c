"""The whole product, watched at the level of system calls: it contacts nobody.

strace sees what every library does, in C as in Python, whether it succeeds or not.
"""

import ipaddress
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fault_server import fault_server
from scripted_model import GOOD, TREES, declaration, says
from served import told

from .in_a_thread import in_a_thread

STRACE = shutil.which("strace")
SECONDS = 120

CALLS = "connect,sendto,sendmsg,sendmmsg"
ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')

CONNECTED = re.compile(r"connect\(\d+, \{sa_family=AF_INET6?, sin6?_port=htons\((\d+)\)")

FIELDS = ("short_description", "keywords")
RECORDS = 1_000
"""Each gets one suggestion, half of them for each field."""

IN_ONE_PROCESS = """
import json, sys
from eclaireur.cli import main

for arguments in json.loads(sys.argv[1]):
    if code := main(arguments):
        sys.exit(f"{arguments}: {code}")
"""
"""Run commands one after the other, until one fails."""

DESCRIPTION = (
    "Le fichier recense les arbres plantés le long des rues. Chaque ligne décrit un arbre : son "
    "espèce, sa hauteur et l’année de sa plantation. Le relevé couvre {streets} rues et a été "
    "fait sur le terrain par le service des espaces verts de la commune, avec ses agents."
)

pytestmark = pytest.mark.traced


def traced(log: Path, command: Sequence[str | Path]) -> list[str | Path]:
    """The command, with what it and its children send written to a log."""
    if STRACE is None:
        pytest.skip("strace is not on this machine")
    return [STRACE, "-f", "--seccomp-bpf", "-qq", "-e", f"trace={CALLS}", "-o", log, *command]


def contacted(log: Path) -> set[str]:
    """Every IP address that a connection or a datagram was sent to."""
    return {found[1] or found[2] for found in ADDRESS.finditer(log.read_text())}


def outside(log: Path) -> set[str]:
    return {each for each in contacted(log) if not ipaddress.ip_address(each).is_loopback}


@pytest.fixture
def _tracing_works(tmp_path: Path) -> None:
    """A container may forbid tracing: then nothing can be shown, and it is said."""
    probe = subprocess.run(
        traced(tmp_path / "probe", ["true"]), capture_output=True, text=True, check=False
    )
    if probe.returncode:
        pytest.skip(f"strace is not allowed on this machine: {probe.stderr.strip()}")


@pytest.mark.usefixtures("_tracing_works")
def test_the_watch_sees_an_attempt_that_fails(tmp_path: Path) -> None:
    attempt = (
        "import socket; sender = socket.socket(type=socket.SOCK_DGRAM);"
        "sender.setblocking(False); sender.connect_ex(('192.0.2.1', 9))"
    )
    subprocess.run(traced(tmp_path / "log", [sys.executable, "-c", attempt]), check=True)
    assert outside(tmp_path / "log") == {"192.0.2.1"}


@pytest.mark.usefixtures("_tracing_works")
def test_the_command_contacts_nobody(tmp_path: Path) -> None:
    def records_for(field: str) -> Path:
        place = tmp_path / f"{field}.jsonl"
        with place.open("w") as lines:
            for number in range(RECORDS // len(FIELDS)):
                record = {
                    "id": f"{field}-{number}",
                    "title": f"Arbres d’alignement du quartier {number}",
                    "description": DESCRIPTION.format(streets=number + 3),
                }
                lines.write(json.dumps(record) + "\n")
        return place

    log = tmp_path / "log"
    commands: list[list[str | Path]] = [
        ["catalogue", "import", "--sample"],
        *(["suggest", each, "--from", records_for(each), "--json"] for each in FIELDS),
        ["campaign", "start", "--field", "keywords", "--select", "", "--yes"],
        ["export", "--format", "dcat", "--output", tmp_path / "catalogue.jsonld"],
        ["config", "check"],
        ["models", "--ping"],
    ]
    arguments = json.dumps([["--data", tmp_path / "data", *each] for each in commands], default=str)
    ran = subprocess.run(
        traced(log, [sys.executable, "-c", IN_ONE_PROCESS, arguments]),
        stdout=subprocess.PIPE,
        check=True,
        timeout=SECONDS,
    )
    assert contacted(log) == set()
    assert ran.stdout.count(b'"status": "proposed"') == RECORDS


@contextmanager
def traced_server(log: Path, data: Path) -> Iterator[str]:
    """Serve an installation under the watch; gives the address of its API."""
    eclaireur = [sys.executable, "-m", "eclaireur", "--data", data]
    server = subprocess.Popen(
        traced(log, [*eclaireur, "serve", "--port", "0"]),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert server.stdout is not None
        announced = re.search(r"http://[\d.]+:\d+/", server.stdout.readline().decode())
        assert announced is not None
        yield announced[0]
    finally:
        # strace lets signals pass to what it traces, and ends with it.
        os.killpg(server.pid, signal.SIGTERM)
        server.communicate(timeout=SECONDS)


def ask(address: str, body: object = None) -> Any:
    """The answer of a page or, with a body, of the API."""
    request = urllib.request.Request(address, headers={"content-type": "application/json"})  # noqa: S310
    if body is not None:
        request.data = json.dumps(body).encode()
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
        content = answer.read()
        is_json = answer.headers.get_content_type() == "application/json"
        return json.loads(content) if is_json else content


@pytest.mark.usefixtures("_tracing_works")
def test_the_server_contacts_nobody(tmp_path: Path) -> None:
    log, data = tmp_path / "log", tmp_path / "data"
    assert told(data, "catalogue", "import", "--sample").returncode == 0
    with traced_server(log, data) as server:
        for path in ("", "drafts/new", "api/v1/openapi.json", "healthz", "api/v1/ledger"):
            assert ask(server + path)
        api = f"{server}api/v1/"
        draft = ask(f"{api}datasets", {"title": "Arbres", "description": DESCRIPTION})
        sample = ask(f"{api}datasets?limit=20")["items"]
        for identifier in [draft["identifier"], *(each["identifier"] for each in sample)]:
            for field in ("short_description", "keywords"):
                made = ask(f"{api}suggestions", {"dataset": identifier, "field": field})
                if made["status"] == "proposed":
                    ask(f"{api}suggestions/{made['suggestion']}/decision", {"action": "accept"})
        for form in ("json", "jsonl", "csv", "dcat", "dcat-turtle"):
            assert ask(f"{api}export?format={form}")
    assert outside(log) == set()
    assert not CONNECTED.search(log.read_text())


@pytest.mark.usefixtures("_tracing_works")
def test_with_a_declared_model_the_server_contacts_it_and_nobody_else(tmp_path: Path) -> None:
    log, data = tmp_path / "log", tmp_path / "data"
    with in_a_thread(fault_server) as model:
        model.play(says(GOOD))
        data.mkdir()
        (data / "eclaireur.toml").write_text(declaration(model.origin), "utf-8")
        with traced_server(log, data) as server:
            api = f"{server}api/v1/"
            record = {"title": TREES.title, "description": TREES.description}
            draft = ask(f"{api}datasets", record)
            asked = {"dataset": draft["identifier"], "field": "short_description"}
            assert ask(f"{api}suggestions", asked)["model"] is None
            assert ask(f"{api}suggestions", asked | {"another": True})["model"] == "tested"
        assert len(model.received) == 1
    ports = {int(port) for port in CONNECTED.findall(log.read_text())}
    assert ports == {model.port}
    assert outside(log) == set()
