"""Where the server listens, what it deletes while it does, and what it logs."""

import asyncio
import logging
import socket
from datetime import timedelta
from pathlib import Path

import pytest

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import AddressTaken, DatasetNotFound, SignInMissing
from eclaireur.core.suggestion import State
from eclaireur.settings import Settings
from eclaireur.web.server import FICTIONAL, drop_expired_regularly, get_ready, serve

from .visitors import Browser, Clock


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path)


def refuse(url: str) -> None:
    raise AssertionError(f"it listens on {url}")


@pytest.mark.parametrize("host", ["::", "192.0.2.1", "exemple.fr", "", "127.0.0.1.nip"])
def test_an_address_that_others_reach_is_refused(settings: Settings, host: str) -> None:
    with pytest.raises(SignInMissing):
        serve(settings, host=host, port=0, on_listening=refuse)


def test_a_port_in_use_is_said(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(AddressTaken):
        serve(settings, host="127.0.0.1", port=other.getsockname()[1], on_listening=refuse)


async def test_drafts_that_are_due_are_deleted_while_it_serves(
    assistant: Assistant, clock: Clock
) -> None:
    draft = await assistant.add_draft(Dataset(identifier="x", title="Titre"))
    clock.forward(timedelta(hours=25))
    cleaning = asyncio.create_task(drop_expired_regularly(assistant, seconds=0.01))
    async with asyncio.timeout(10):
        while await is_there(assistant, draft.identifier):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    cleaning.cancel()


async def test_what_the_server_gets_ready_with_is_proposed_for_and_leaves_no_trace(
    assistant: Assistant,
) -> None:
    await get_ready(assistant)
    assert await assistant.find_suggestions() == ()
    for field in assistant.fields:
        assert (await assistant.preview(FICTIONAL, field)).state is State.PROPOSED


async def is_there(assistant: Assistant, identifier: str) -> bool:
    try:
        await assistant.view(identifier)
    except DatasetNotFound:
        return False
    return True


async def test_the_log_says_what_was_asked_and_never_who_nor_what_for(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "eclaireur.access")
    draft = (await browser.send_form("/drafts", {"title": "Secret"})).headers["location"]
    await browser.get(draft)
    await browser.get("/?q=secret", headers={"User-Agent": "secret", "Referer": "http://secret"})
    await browser.get("/secret")
    lines = [record.getMessage() for record in caplog.records if record.name == "eclaireur.access"]
    assert [line.rpartition(" ")[0].rpartition(" ")[0] for line in lines] == [
        "GET /drafts/new 200",
        "POST /drafts 303",
        "GET /datasets/{identifier:path} 200",
        "GET / 200",
        "GET - 404",
    ]
