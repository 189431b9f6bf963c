"""An evaluation with a model that proposes, and one that judges, through the gate."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from empty_stores import empty_data
from fault_server import Behaviour, FaultServer, Received, answer, chat, fault_server
from scripted_model import GOOD, TREES, USAGE, declaration, says

from eclaireur.cli import main


@dataclass(frozen=True)
class Ran:
    """What a run of the command left."""

    code: int
    out: str
    err: str


@dataclass
class Installation:
    """A data directory whose configuration declares the server, under two names."""

    data: Path
    records: Path
    capture: pytest.CaptureFixture[str]

    async def run(self, *arguments: str) -> Ran:
        """Run the command in a thread, while the server answers in this one."""
        self.capture.readouterr()
        given = ["--data", str(self.data), "--lang", "en", *arguments]
        code = await asyncio.to_thread(main, given)
        out, err = self.capture.readouterr()
        return Ran(code, out, err)

    async def metered(self) -> list[tuple[str, str, int]]:
        """The method, the model and the number of calls of each line of the ledger."""
        days = json.loads((await self.run("ledger", "--json")).out)["days"]
        return sorted((each["method"], each["model"], each["cost"]["calls"]) for each in days)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        server.respond = _answered
        yield server


@pytest.fixture
def installation(
    tmp_path: Path, server: FaultServer, capsys: pytest.CaptureFixture[str]
) -> Installation:
    data, records = empty_data(tmp_path / "data"), tmp_path / "records.jsonl"
    declared = declaration(server.origin) + declaration(server.origin, "arbiter")
    (data / "eclaireur.toml").write_text(declared, "utf-8")
    with records.open("w", encoding="utf-8") as lines:
        for number in range(4):
            title = f"{TREES.title} {number}"
            record = {"id": str(number), "title": title, "description": TREES.description}
            lines.write(f"{json.dumps(record)}\n")
    return Installation(data, records, capsys)


def _answered(received: Received) -> Behaviour:
    """As a model that proposes, or as a judge that prefers what it reads first."""
    if "Première proposition" in received.json["messages"][-1]["content"]:
        return chat('{"better": "first"}', usage=USAGE)
    return says(GOOD)


async def test_a_model_is_measured_beside_the_methods_and_metered(
    installation: Installation,
) -> None:
    on = ("evaluate", "short_description", "--on", str(installation.records))
    ran = await installation.run(*on, "--model", "tested", "--json")
    assert ran.code == 0, ran.err
    methods = {each["method"]: each for each in json.loads(ran.out)["methods"]}
    assert list(methods) == ["extraction", "first-sentence", "tested"]
    assert methods["tested"]["cost"]["tokens"] == 4 * 940
    assert methods["tested"]["cost"]["energy_wh"] > 0
    assert methods["extraction"]["cost"] is None
    assert await installation.metered() == [("evaluation", "tested", 4)]
    # The same question is not asked twice.
    assert (await installation.run(*on, "--model", "tested")).code == 0
    assert await installation.metered() == [("evaluation", "tested", 4)]


async def test_a_model_that_is_down_is_told_and_the_others_are_measured(
    installation: Installation, server: FaultServer
) -> None:
    server.respond = lambda _received: answer("", 401)
    on = ("evaluate", "short_description", "--on", str(installation.records))
    ran = await installation.run(*on, "--model", "tested")
    assert ran.code == 6
    assert "tested failed: model-key-refused (4)." in ran.out
    assert "100.0%" in ran.out


async def review(installation: Installation, kept: Path, *options: str) -> Any:
    ran = await installation.run(
        *("review", "short_description", "--on", str(installation.records)),
        *("--pairs", "extraction", "tested", "--judgements", str(kept), "--json", *options),
    )
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


async def test_a_judge_is_asked_in_both_orders_blind_masked_and_metered(
    installation: Installation, server: FaultServer, tmp_path: Path
) -> None:
    kept = tmp_path / "judged.jsonl"
    told = await review(installation, kept, "--judge", "arbiter")
    # It always prefers what it reads first: in both orders, that is no preference.
    assert told["preference"]["same"] == 4
    asked = [
        each.json["messages"][-1]["content"]
        for each in server.received
        if "Première proposition" in each.json["messages"][-1]["content"]
    ]
    assert len(asked) == 8
    for question in asked:
        assert "extraction" not in question
        assert "tested" not in question
        assert "Kerbrat" not in question
        assert "06 39 98 12 34" not in question
        assert GOOD in question
    judged = [json.loads(line) for line in kept.read_text("utf-8").splitlines()]
    assert {each["judge"] for each in judged} == {"arbiter"}
    assert await installation.metered() == [("evaluation", "tested", 4), ("judge", "arbiter", 8)]


async def test_a_judge_that_reads_is_compared_with_a_person(
    installation: Installation, server: FaultServer, tmp_path: Path
) -> None:
    def prefers_the_model(received: Received) -> Behaviour:
        question = received.json["messages"][-1]["content"]
        if "Première proposition" not in question:
            return says(GOOD)
        first = f"Première proposition : {GOOD}" in question
        return chat(json.dumps({"better": "first" if first else "second"}), usage=USAGE)

    server.respond = prefers_the_model
    judged, person = tmp_path / "judged.jsonl", tmp_path / "person.jsonl"
    assert (await review(installation, judged, "--judge", "arbiter"))["preference"][
        "preferred"
    ] == [0, 4]
    lines = [json.loads(line) for line in judged.read_text("utf-8").splitlines()]
    lines[0]["preferred"] = "extraction"
    person.write_text("".join(f"{json.dumps(each | {'judge': 'person'})}\n" for each in lines))
    told = await review(installation, judged, "--judge", "arbiter", "--agreement", str(person))
    assert told["agreement"]["alike"]["value"] == 0.75
    assert told["agreement"]["kappa"]["value"] == 0
