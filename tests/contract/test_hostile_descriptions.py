"""Hostile descriptions, against a model that obeys each of them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fault_server import FaultServer, fault_server
from hostile_descriptions import HOSTILE
from scripted_model import GOOD, TREES, installation, says

from eclaireur.assistant import Assistant
from eclaireur.core.proposal import Fault
from eclaireur.core.suggestion import State
from eclaireur.tasks.short_description import PROMPT, ShortDescription, judged

FIELD = "short_description"


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        yield server


@pytest.fixture
async def assistant(tmp_path: Path, server: FaultServer) -> AsyncIterator[Assistant]:
    async with installation(tmp_path / "data", server) as opened:
        yield opened


def test_there_are_at_least_sixty() -> None:
    assert len({order for order, _ in HOSTILE}) >= 60


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
async def test_no_order_of_a_record_gets_through(
    assistant: Assistant, server: FaultServer, *, before: bool
) -> None:
    through = []
    for number, (order, obeyed) in enumerate(HOSTILE):
        texts = (order, TREES.description) if before else (TREES.description, order)
        identifier = f"hostile-{number}"
        hostile = TREES.model_copy(
            update={"identifier": identifier, "description": "\n\n".join(texts)}
        )
        await assistant.put_datasets([hostile])
        server.play(says(obeyed))
        first = await assistant.suggest(identifier, FIELD)
        attempt = await assistant.suggest_another(identifier, FIELD)
        if attempt.state is not State.WITHHELD:
            through.append((order, attempt.state.value, attempt.value))
        assert (await assistant.view(identifier)).latest(FIELD) in (first, attempt)
    assert through == []


async def test_what_a_record_says_besides_its_orders_is_still_described(
    assistant: Assistant, server: FaultServer
) -> None:
    hostile = TREES.model_copy(
        update={"identifier": "hostile", "description": f"{HOSTILE[0][0]}\n\n{TREES.description}"}
    )
    await assistant.put_datasets([hostile])
    server.play(says(GOOD))
    await assistant.suggest("hostile", FIELD)
    assert (await assistant.suggest_another("hostile", FIELD)).value == GOOD
    [asked] = server.received
    assert "Piraté" not in asked.body.decode("unicode-escape")


def test_the_prompt_itself_cannot_be_an_answer() -> None:
    rules = [each.strip("- ;") for each in PROMPT.system.splitlines() if len(each) > 20]
    answers = [f"{each[:1].upper()}{each[1:190]}." for each in rules]
    for text in answers:
        answer = ShortDescription(short_description=text).model_dump_json()
        assert isinstance(judged(answer, TREES), Fault), text
