"""A real server's whole output, in JSON: it tells what was asked, never who nor what for."""

import json
import os
import re
import signal
import socket
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import httpx
from processes import Forked
from served import told

from eclaireur.audit.checks.logs import kinds
from eclaireur.cli.failures import ExitCode

SECONDS = 60

WORD, MAILBOX, KEY = "zygomatique", "soizic.kerbrat@web.example", "sk-7f3c9d2e8b1a4056"
SAID = f"{WORD} {MAILBOX} {KEY}"
TOLD_OF_NOBODY = (WORD, "kerbrat", KEY, "127.0.0.1:", "Mozilla", "csrf")


class Served:
    """`eclaireur serve --log-format json`, all its output in one file."""

    def __init__(self, data: Path, log: Path, port: int = 0) -> None:
        self._log = log
        command = ["--data", str(data), "serve", "--port", str(port), "--log-format", "json"]
        self.process = Forked(command, dict(os.environ), log, log)

    def lines(self) -> list[dict[str, Any]]:
        told = [json.loads(line) for line in self._log.read_text().splitlines()]
        assert all(isinstance(each, dict) for each in told)
        return told

    def wait_for(self, pattern: str) -> re.Match[str]:
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            written = self._log.read_text() if self._log.exists() else ""
            for line in written.splitlines(keepends=True):
                if line.endswith("\n") and (found := re.search(pattern, line)):
                    return found
            time.sleep(0.05)
        raise AssertionError(self._log.read_text())

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS)


def ask(url: str, **sent: Any) -> None:
    headers = {"User-Agent": f"Mozilla {SAID}", "Authorization": f"Bearer {KEY}"}
    httpx.request("POST" if sent else "GET", url, headers=headers, timeout=SECONDS, **sent)


def speak_no_http(url: str) -> None:
    host, _, port = url.removeprefix("http://").rstrip("/").partition(":")
    with socket.create_connection((host, int(port)), timeout=SECONDS) as connection:
        connection.sendall(f"{SAID}\r\n\r\n".encode())
        connection.recv(1024)


def test_all_that_a_server_writes_is_json_and_tells_of_nobody(tmp_path: Path) -> None:
    data, record = tmp_path / "data", tmp_path / "records.jsonl"
    record.write_text(json.dumps({"id": WORD, "title": f"Titre {SAID}"}) + "\n")
    assert told(data, "catalogue", "import", record).returncode == 0
    served = Served(data, tmp_path / "log")
    url = served.wait_for(r"http://[\d.:]+/")[0]
    ask(f"{url}?{urlencode({'q': SAID})}")
    ask(f"{url}datasets/{quote(WORD)}")
    ask(f"{url}api/v1/search?{urlencode({'q': SAID})}")
    ask(f"{url}{quote(SAID)}")
    ask(f"{url}drafts", data={"title": SAID, "csrf": KEY})
    ask(f"{url}api/v1/drafts", json={"title": SAID})
    decision = {"action": "reject", "note": SAID, "value": SAID}
    ask(f"{url}api/v1/suggestions/{KEY}/decision", json=decision)
    speak_no_http(url)
    # What no page expects: a content that is no dataset, which an error quotes.
    with closing(sqlite3.connect(data / "eclaireur.sqlite", isolation_level=None)) as database:
        database.execute("UPDATE dataset SET content = ?", (json.dumps({"title": [SAID]}),))
    ask(f"{url}datasets/{quote(WORD)}")
    served.wait_for('"level": "error"')
    assert served.end() == 0
    lines, text = served.lines(), (tmp_path / "log").read_text().lower()
    listening, asked = lines[0], [each for each in lines if each["logger"] == "eclaireur.access"]
    assert [each for each in TOLD_OF_NOBODY if each.lower() in text.replace(url, "")] == []
    assert [each for each in (tmp_path / "log").read_text().splitlines() if kinds(each)] == []
    assert url in listening["message"]
    assert {each["status"] for each in asked} >= {200, 403, 404, 500}
    assert {each["route"] for each in asked} >= {"/", "/datasets/{identifier:path}", "-"}
    assert all(each["duration_ms"] >= 0 for each in asked)
    [failed] = [each for each in lines if each["level"] == "error"]
    assert "ValidationError" in failed["message"]


def test_what_keeps_a_server_from_starting_is_a_line_too(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        served = Served(tmp_path / "data", tmp_path / "log", port=other.getsockname()[1])
        assert served.process.wait(SECONDS) == ExitCode.UNAVAILABLE
    [line] = served.lines()
    assert line["level"] == "error"
