"""Whether the process answers, whether it may be asked, and what is told to whoever asks."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from eclaireur.assistant import Assistant, readiness
from eclaireur.core.dataset import Dataset
from eclaireur.web.server import get_ready, stay_ready

from .visitors import Browser


def change(data: Path, statement: str) -> None:
    with closing(sqlite3.connect(data / "eclaireur.sqlite", isolation_level=None)) as database:
        database.execute(statement)


async def lacking(browser: Browser) -> list[str]:
    answer = await browser.get("/readyz")
    told = answer.json()
    assert answer.status_code == (200 if told["ready"] else 503)
    assert set(told) == {"ready", "lacking"}
    assert str(answer.headers["cache-control"]) == "no-store"
    return list(told["lacking"])


async def test_a_process_is_not_ready_before_its_index_is(
    browser: Browser, assistant: Assistant
) -> None:
    assert (await browser.get("/healthz")).text == "ok\n"
    assert await lacking(browser) == ["search-index-not-ready"]
    await get_ready(assistant)
    assert await lacking(browser) == []


async def test_a_process_is_not_ready_for_a_schema_of_another_version(
    browser: Browser, assistant: Assistant, tmp_path: Path
) -> None:
    await get_ready(assistant)
    change(tmp_path, "UPDATE alembic_version SET version_num = '999'")
    assert await lacking(browser) == ["schema-of-another-version"]
    assert (await browser.get("/healthz")).status_code == 200


async def test_a_store_that_fails_is_told_without_its_address(
    browser: Browser, assistant: Assistant, tmp_path: Path
) -> None:
    await get_ready(assistant)
    change(tmp_path, "ALTER TABLE alembic_version RENAME COLUMN version_num TO lost")
    answer = await browser.get("/readyz")
    assert answer.json()["lacking"] == ["store-unavailable"]
    assert str(tmp_path) not in answer.text
    assert (await browser.get("/healthz")).status_code == 200


async def test_a_store_that_does_not_answer_is_not_waited_for(
    browser: Browser, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never() -> bool:
        await asyncio.sleep(3600)
        return True

    await get_ready(assistant)
    monkeypatch.setattr(readiness, "PATIENCE_S", 0.01)
    monkeypatch.setattr(assistant._store, "is_current", never)
    assert await lacking(browser) == ["store-unavailable"]


async def test_an_index_that_could_not_be_used_is_tried_again(
    browser: Browser, assistant: Assistant, tmp_path: Path
) -> None:
    await get_ready(assistant)
    # A file where the directory was: as root, no permission would be refused.
    place = tmp_path / "search"
    place.rename(tmp_path / "aside")
    place.touch()
    staying = asyncio.create_task(stay_ready(assistant, seconds=0.01))
    await assistant._store.put_datasets([Dataset(identifier="x", title="Titre")])
    await browser.get("/?q=titre")
    assert await lacking(browser) == ["search-index-not-ready"]
    place.unlink()
    async with asyncio.timeout(30):
        while await lacking(browser):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    staying.cancel()


async def test_a_probe_that_went_well_is_not_logged(
    browser: Browser, assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "eclaireur.access")
    await browser.get("/readyz")
    await get_ready(assistant)
    await browser.get("/healthz")
    await browser.get("/readyz")
    lines = [each.getMessage() for each in caplog.records if each.name == "eclaireur.access"]
    assert [line.rpartition(" ")[0].rpartition(" ")[0] for line in lines] == ["GET /readyz 503"]
