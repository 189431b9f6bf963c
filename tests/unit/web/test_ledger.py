"""The page of the ledger."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from empty_stores import empty_data

from eclaireur.assistant import Assistant
from eclaireur.core.call import ANSWERED, Call
from eclaireur.core.dataset import Dataset
from eclaireur.core.publication import Declared
from eclaireur.core.suggestion import Action, Decision
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.ledger.budget import Budget
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, Ranker
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.store import SqlStore, open_store
from eclaireur.tasks.registry import all_tasks
from eclaireur.web.app import create_app
from eclaireur.web.pages.ledger import LINES

from .visitors import DESCRIPTION, MODEL, ORIGIN, Browser, Clock

HOSTILE = "<script>alert(1)</script>"
TREES = Dataset(identifier="arbres", title="Arbres des rues", description=DESCRIPTION)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with open_store(Settings(data=empty_data(tmp_path)).database_url) as opened:
        yield opened


@pytest.fixture
async def assistant(tmp_path: Path, store: SqlStore, clock: Clock) -> Assistant:
    async def vocabulary() -> PortalVocabulary:
        return PortalVocabulary.learn([])

    return Assistant(
        store,
        all_tasks(vocabulary, Ranker.shipped(), ControlledTerms(())),
        clock,
        search=SearchIndex(tmp_path / "search", store),
        declared=Declared(models={"m": MODEL}),
        budget=Budget(requests=2, tokens=1000),
        refusals=lambda: {("https://undeclared.example", "undeclared"): 3},
    )


@pytest.fixture
async def browser(assistant: Assistant) -> AsyncIterator[Browser]:
    transport = httpx.ASGITransport(create_app(assistant))
    async with Browser(transport=transport, base_url=ORIGIN) as browser:
        yield browser


def call(clock: Clock, usage: Usage, **changes: object) -> Call:
    made = {"task": "short_description", "task_version": "1", "method": "generation", "model": "m"}
    about = {"day": clock().date(), "outcome": ANSWERED, "usage": usage}
    return Call.model_validate(made | about | changes)


async def test_an_empty_ledger_says_so_and_shows_no_zero(browser: Browser) -> None:
    page = await browser.get("/ledger")
    assert page.status_code == 200
    assert "Rien n’a encore été calculé." in page.text
    assert "Dépensé, par champ" not in page.text
    assert "0\u00a0Wh" not in page.text
    english = await browser.get("/en/ledger")
    assert "Nothing has been computed yet." in english.text


async def test_the_page_tells_what_was_spent_and_avoided_and_is_left(
    browser: Browser, assistant: Assistant, store: SqlStore, clock: Clock
) -> None:
    await assistant.put_datasets([TREES])
    suggestion = await assistant.suggest("arbres", "short_description")
    await assistant.decide(suggestion.key, Decision(action=Action.ACCEPT))
    known = Usage(
        duration_s=1,
        input_tokens=1200,
        output_tokens=34,
        energy_wh=0.5,
        carbon_g=0.25,
        energy_source=EnergySource.REPORTED,
    )
    await store.record_calls(
        [
            call(clock, known),
            call(clock, Usage(duration_s=30), outcome="host-too-slow"),
            call(clock, known, cached=True),
        ]
    )
    await assistant.turn(
        Switch(kind=Switchable.TASK, name="keywords", organisation=HOSTILE), on=False
    )
    text = (await browser.get("/ledger")).text
    for said in (
        "Modèle m",
        "Phrases de la fiche, choisies et raccourcies",
        "0,5\u00a0Wh",
        "0,25\u00a0gCO₂e",
        "1 appel inconnu",
        "dite par le serveur",
        "estimée, temps de processeur",
        "à 12\u00a0W par cœur",
        "Tous les champs ensemble",
        "<td>rien</td>",
        "https://undeclared.example",
        "destination non déclarée",
        "&lt;script&gt;",
    ):
        assert said in text, said
    assert HOSTILE not in text
    means = (await browser.get("/api/v1/means")).json()
    assert means["refusals"] == [
        {"origin": "https://undeclared.example", "problem": "undeclared", "count": 3}
    ]
    assert [(each["resource"], each["left"]) for each in means["budgets"]] == [
        ("requests", 0),
        ("tokens", 0),
    ]
    assert means["tasks"][1]["off_for"] == [HOSTILE]


async def test_the_page_does_not_grow_with_the_years(
    browser: Browser, store: SqlStore, clock: Clock
) -> None:
    usage = Usage(duration_s=1)
    await store.record_calls(
        [call(clock, usage, task_version=str(number)) for number in range(LINES + 5)]
    )
    text = (await browser.get("/ledger")).text
    assert text.count("1er mars 2026") == LINES
    assert f"Les {LINES} dernières lignes seulement" in text


async def test_every_page_leads_to_the_ledger(browser: Browser) -> None:
    assert 'href="/ledger"' in (await browser.get("/")).text
    assert 'href="/en/ledger"' in (await browser.get("/en/")).text


async def test_every_page_says_that_a_model_may_write(browser: Browser) -> None:
    page = await browser.get("/")
    assert "un modèle que l’exploitant a déclaré" in page.text
    assert "rien d’envoyé ailleurs" not in page.text


async def test_too_few_decisions_are_not_published(browser: Browser, assistant: Assistant) -> None:
    for number in range(5):
        trees = TREES.model_copy(update={"identifier": f"arbres-{number}"})
        await assistant.put_datasets([trees])
        key = (await assistant.suggest(trees.identifier, "short_description")).key
        await assistant.decide(key, Decision(action=Action.ACCEPT))
        page = (await browser.get("/ledger")).text
        assert ("moins de 5" in page) == (number < 4)
        assert ("non publiée" in page) == (number < 4)
