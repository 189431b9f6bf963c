"""`eclaireur send`: what it asks, tells and answers, and that it keeps no key."""

import asyncio
import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_server import answer
from portals_written import KEY, UdataWritten, Written, portal_aside
from store_examples import suggestion

from eclaireur.core.suggestion import Event, State
from eclaireur.store import open_store

from .conftest import LONG_ENOUGH, Ran, Run

SECONDS = 60
COMMAND = [sys.executable, "-m", "eclaireur"]


@pytest.fixture
def portal() -> Iterator[Written]:
    """A udata portal with two datasets."""
    with portal_aside(UdataWritten) as opened:
        opened.publish("d0", "d1")
        for record in opened.records.values():
            record["description"] = LONG_ENOUGH
        yield opened


@pytest.fixture
def decided(run: Run, portal: Written, tmp_path: Path) -> tuple[str, ...]:
    """Both datasets imported from it, with a short description that was accepted."""
    assert run("catalogue", "import", portal.address, "--private").code == 0

    async def decide() -> tuple[str, ...]:
        async with open_store(f"sqlite:///{tmp_path / 'data/eclaireur.sqlite'}") as store:
            keys = []
            for identifier in ("d0", "d1"):
                made = suggestion(await store.dataset(identifier), State.PROPOSED)
                await store.add_suggestions([made])
                accepted = Event(sequence=2, state=State.ACCEPTED, day=made.events[-1].day)
                await store.append_event(made.key, accepted)
                keys.append(made.key)
            return tuple(keys)

    return asyncio.run(decide())


def send(run: Run, portal: Written, *arguments: str, key: str | None = KEY) -> Ran:
    given = () if key is None else ("--key-stdin",)
    asked = ("send", "--to", portal.address, "--private", *arguments, *given)
    return run(*asked, given=(key or "").encode())


@pytest.mark.usefixtures("decided")
def test_a_dry_run_shows_each_change_and_writes_nothing(run: Run, portal: Written) -> None:
    ran = send(run, portal, "--dry-run", key=None)
    assert ran.code == 0
    assert "Titre d0 (d0)" in ran.out
    assert "à écrire" in ran.out
    assert "− (vide)" in ran.out
    assert "à écrire\u00a0: 2" in ran.out
    assert portal.writings == []
    *lines, counts = send(run, portal, "--dry-run", "--json", key=None).json_lines
    assert [(each["dataset"], each["outcome"]) for each in lines] == [
        ("d0", "ready"),
        ("d1", "ready"),
    ]
    assert counts == {"portal": portal.address, "counts": {"ready": 2}}


def test_what_was_accepted_is_sent_once_then_taken_back(
    run: Run, portal: Written, decided: tuple[str, ...]
) -> None:
    *lines, counts = send(run, portal, "--yes", "--json").json_lines
    assert counts["counts"] == {"sent": 2}
    assert portal.said("d0", "short_description") == lines[0]["value"]
    ran = send(run, portal, "--yes")
    assert (ran.code, ran.out) == (0, f"Rien à envoyer à {portal.address}.\n")
    ran = send(run, portal, "--yes", "--revert", "--suggestion", decided[0], "--json")
    assert ran.json_lines[-1]["counts"] == {"reverted": 1}
    assert portal.said("d0", "short_description") is None
    assert portal.said("d1", "short_description") == lines[1]["value"]


def test_a_part_that_failed_is_told_in_the_code_and_the_counts(
    run: Run, portal: Written, decided: tuple[str, ...]
) -> None:
    portal.say("d0", "short_description", "Écrit par le producteur.")
    ran = send(run, portal, "--yes")
    assert ran.code == 4
    assert "envoyé\u00a0: 1 · changé entre-temps, à revoir\u00a0: 1" in ran.out
    assert "d0\u00a0: le portail ne dit plus ce qu’il disait" in ran.err
    [waiting] = run("suggestions", "--status", "proposed", "--json").json_lines
    assert waiting["suggestion"] == decided[0]


def test_a_portal_is_found_by_its_name(run: Run, portal: Written, tmp_path: Path) -> None:
    (tmp_path / "data/eclaireur.toml").write_text(
        f'[catalogues.ville]\naddress = "{portal.address}"\nprivate = true\n'
        f'[catalogues.autre]\naddress = "{portal.address.replace("127.0.0.1", "localhost")}"\n'
        "private = true\n"
    )
    assert run("catalogue", "import", "ville").code == 0
    [line] = run("suggest", "short_description", "--id", "d0", "--json").json_lines
    run("decide", line["suggestion"], "accept")
    assert "Rien à envoyer" in run("send", "--to", "autre", "--dry-run").out
    assert "à écrire\u00a0: 1" in run("send", "--to", "ville", "--dry-run").out
    ran = run("send", "--to", "inconnu", "--dry-run", "--json")
    assert (ran.code, json.loads(ran.err)["code"]) == (3, "portal-not-declared")


def test_nobody_is_asked_where_nobody_can_answer(run: Run, portal: Written) -> None:
    ran = send(run, portal)
    assert ran.code == 2
    assert "--yes" in ran.err
    assert portal.server.received == []


@pytest.mark.parametrize("key", ["", "  ", "deux mots", "clé", "a\nX-Other: b", "\x00"])
def test_what_is_no_key_is_refused_before_anything_leaves(
    run: Run, portal: Written, key: str
) -> None:
    ran = send(run, portal, "--yes", "--json", key=key)
    assert (ran.code, json.loads(ran.err)["code"]) == (5, "sending-key-missing")
    assert portal.server.received == []


@pytest.mark.usefixtures("decided")
def test_a_key_that_is_refused_is_said(run: Run, portal: Written) -> None:
    ran = send(run, portal, "--yes", "--json", key="une-autre-clef")
    assert ran.code == 6
    assert json.loads(ran.err)["code"] == "sending-key-refused"
    assert "une-autre-clef" not in ran.out + ran.err


def test_a_key_is_never_an_argument(run: Run, portal: Written) -> None:
    """Anybody reads the arguments of a process; nothing takes a key there, nor repeats it."""
    for given in (("--key", KEY), (f"--key={KEY}",), (KEY,)):
        ran = run("send", "--to", portal.address, "--yes", *given)
        assert ran.code == 2
    assert portal.server.received == []


@pytest.mark.usefixtures("decided")
@pytest.mark.parametrize("where", ["environment", "standard-input"])
def test_a_key_is_kept_nowhere(
    run: Run, portal: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Not in the data, not in what is told, not in a trace, whatever goes wrong."""
    portal.faults = [
        (True, answer({"message": f"lost {KEY}"}, 500)),
        (False, answer({"message": f"no: {KEY}"}, 400)),
    ]
    monkeypatch.setenv("ECLAIREUR_TRACE", "1")
    if where == "environment":
        monkeypatch.setenv("ECLAIREUR_PORTAL_KEY", KEY)
        ran = send(run, portal, "--yes", "--json", key=None)
    else:
        ran = send(run, portal, "--yes", "--json", key=f"{KEY}\n")
    assert ran.code == 4, ran.err
    assert ran.json_lines[-1]["counts"] == {"sent": 1, "refused": 1}
    assert "no: …" in ran.err
    assert KEY not in ran.out + ran.err
    files = [each for each in (tmp_path / "data").rglob("*") if each.is_file()]
    assert any(each.name == "eclaireur.sqlite" for each in files)
    for each in files:
        assert KEY.encode() not in each.read_bytes(), each
    report = run("audit", "--json")
    assert report.code in {0, 7}
    assert KEY not in report.out + report.err


@pytest.mark.usefixtures("decided")
def test_a_person_is_shown_the_changes_and_asked(portal: Written) -> None:
    """On a terminal, the key does not show, and nothing is written before somebody agrees."""
    told = typed(portal, [("Clé d’API", KEY), ("[o/N]", "n")])
    assert "Titre d0 (d0)" in told
    assert KEY not in told
    assert portal.writings == []
    told = typed(portal, [("Clé d’API", KEY), ("[o/N]", "o")])
    assert KEY not in told
    assert len(portal.writings) == 2


def typed(portal: Written, answers: list[tuple[str, str]]) -> str:
    """Run the command on a terminal, answer what it asks, and return what the terminal shows."""
    terminal, other = pty.openpty()
    asked = ["send", "--to", portal.address, "--private"]
    process = subprocess.Popen(
        [*COMMAND, *asked], stdin=other, stdout=other, stderr=other, start_new_session=True
    )
    os.close(other)
    told, waiting = "", list(answers)
    try:
        while select.select([terminal], [], [], SECONDS)[0]:
            try:
                read = os.read(terminal, 65536)
            except OSError:
                break
            told += read.decode("utf-8", "replace")
            if waiting and waiting[0][0] in told:
                os.write(terminal, f"{waiting.pop(0)[1]}\n".encode())
    finally:
        process.kill()
        process.wait(SECONDS)
        os.close(terminal)
    return told
