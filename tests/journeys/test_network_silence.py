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
from collections.abc import Sequence
from pathlib import Path

import pytest

STRACE = shutil.which("strace")
SECONDS = 120

CALLS = "connect,sendto,sendmsg,sendmmsg"
ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')

RECORDS = 1_000
"""Each gets two suggestions."""

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
    records = tmp_path / "records.jsonl"
    with records.open("w") as lines:
        for number in range(RECORDS):
            record = {
                "id": f"dataset-{number}",
                "title": f"Arbres d’alignement du quartier {number}",
                "description": DESCRIPTION.format(streets=number + 3),
            }
            lines.write(json.dumps(record) + "\n")
    log = tmp_path / "log"
    eclaireur = [sys.executable, "-m", "eclaireur", "--data", tmp_path / "data"]
    for arguments in (
        ["catalogue", "import", "--sample"],
        ["suggest", "short_description", "keywords", "--from", records, "--json"],
        ["export", "--format", "dcat"],
        ["config", "check"],
        ["models", "--ping"],
    ):
        ran = subprocess.run(
            traced(log, [*eclaireur, *arguments]), capture_output=True, check=True, timeout=SECONDS
        )
        assert contacted(log) == set()
        if arguments[0] == "suggest":
            assert ran.stdout.count(b"\n") == 2 * RECORDS


@pytest.mark.usefixtures("_tracing_works")
def test_the_server_contacts_nobody(tmp_path: Path) -> None:
    log = tmp_path / "log"
    eclaireur = [sys.executable, "-m", "eclaireur", "--data", tmp_path / "data"]
    subprocess.run([*eclaireur, "catalogue", "import", "--sample"], check=True, capture_output=True)
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
        for path in ("", "drafts/new", "api/v1/openapi.json", "healthz"):
            with urllib.request.urlopen(announced[0] + path, timeout=SECONDS) as page:  # noqa: S310
                assert page.status == 200
    finally:
        # strace lets signals pass to what it traces, and ends with it.
        os.killpg(server.pid, signal.SIGTERM)
        server.communicate(timeout=SECONDS)
    assert outside(log) == set()
