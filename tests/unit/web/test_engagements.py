"""The page of commitments, and the three documents it leads to: the same figures everywhere."""

import csv
import io
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from empty_stores import empty_data

from eclaireur.assistant import Assistant
from eclaireur.core.audit import AuditReport, Finding, Verdict
from eclaireur.core.dataset import Dataset
from eclaireur.core.publication import Declared, Publication
from eclaireur.core.suggestion import Action, Decision, DecisionReason, Reason, State
from eclaireur.core.switch import Switch, Switchable
from eclaireur.ledger.budget import Budget
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, Ranker
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.store import SqlStore, open_store
from eclaireur.tasks.registry import all_tasks
from eclaireur.web.app import create_app

from .visitors import DESCRIPTION, MODEL, ORIGIN, Browser, Clock

HOSTILE = "<script>alert(1)</script>"
DECISIONS = (
    *[Decision(action=Action.ACCEPT)] * 4,
    Decision(action=Action.EDIT, value="Arbres de la commune.", reason=DecisionReason.TOO_LONG),
    Decision(action=Action.REJECT),
)


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
        declared=Declared(
            models={"un-modele": MODEL},
            publication=Publication(
                organisation=f"Ville de Valmoncel {HOSTILE}",
                contact="https://valmoncel.example/contact",
                repository="https://depot.example/main/",
            ),
        ),
        budget=Budget(requests=2),
    )


@pytest.fixture
async def browser(assistant: Assistant) -> AsyncIterator[Browser]:
    transport = httpx.ASGITransport(create_app(assistant))
    async with Browser(transport=transport, base_url=ORIGIN) as browser:
        yield browser


async def decide(assistant: Assistant, decisions: tuple[Decision, ...] = DECISIONS) -> None:
    """Propose short descriptions, and take one decision on each."""
    datasets = [
        Dataset(identifier=f"arbres-{each}", title="Arbres des rues", description=DESCRIPTION)
        for each in range(len(decisions))
    ]
    await assistant.put_datasets(datasets)
    for dataset, decision in zip(datasets, decisions, strict=True):
        suggestion = await assistant.suggest(dataset.identifier, "short_description")
        assert suggestion.state is State.PROPOSED
        await assistant.decide(suggestion.key, decision)


async def test_an_empty_store_is_said_to_be_and_shows_no_figure(browser: Browser) -> None:
    page = (await browser.get("/engagements")).text
    assert "Rien n’a encore été proposé ici" in page
    assert page.count("Rien n’a encore été compté ici.") == 5
    assert page.count("Aucun audit encore") == 8
    assert "0 %" not in page.replace("\u00a0", " ")
    assert '<svg class="bar"' not in page
    assert "Nothing has been proposed here yet" in (await browser.get("/en/engagements")).text


async def test_the_page_tells_each_commitment_with_where_it_is_kept(browser: Browser) -> None:
    page = (await browser.get("/engagements")).text
    record = (await browser.get("/api/v1/commitments")).json()
    assert len(record["commitments"]) == 8
    for each in record["commitments"]:
        for said in (each["title"], each["meaning"], each["how"], *each["commands"]):
            assert said in page, said
        for file in each["files"]:
            assert f'href="https://depot.example/main/{file["path"]}"' in page


async def test_figures_of_the_page_are_those_of_the_api_and_of_the_csv(
    browser: Browser, assistant: Assistant
) -> None:
    await decide(assistant)
    record = (await browser.get("/api/v1/commitments", headers={"Accept-Language": "fr"})).json()
    page = (await browser.get("/engagements")).text.replace("\u00a0", " ")
    table = (await browser.get("/api/v1/commitments.csv")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    shown = dict(re.findall(r"<li><span>([^<]*)</span> <strong>([^<]*)</strong></li>", page))
    figures = [each for pledge in record["commitments"] for each in pledge["figures"]]
    assert {each["label"].replace("\u00a0", " ") for each in figures} == shown.keys()
    headlines = {row["figure"]: row["value"] for row in rows if row["section"] == "commitment"}
    for each in figures:
        value, written = each["value"], shown[each["label"].replace("\u00a0", " ")]
        assert headlines[each["code"]] == ("" if value is None else str(value))
        if each["unit"] == "count":
            assert written == str(value), each
        elif each["unit"] == "share":
            assert written.startswith(f"{round(100 * value)} % (entre "), each
        elif value is None:
            assert written == "inconnu"
    assert shown["Décisions publiées"] == "6"
    assert shown["Part gardée, modifiée ou non"] == "83 % (entre 44 % et 97 %)"
    learning = (await browser.get("/api/v1/learning")).json()
    assert record["learning"] == learning
    assert 'aria-label="Description courte, Phrases de la fiche' in page
    assert "4 acceptées, 1 modifiées, 1 rejetées" in page
    assert {row["licence"] for row in rows} == {"etalab-2.0"}


async def test_few_decisions_are_nowhere(browser: Browser, assistant: Assistant) -> None:
    few = (Decision(action=Action.ACCEPT), Decision(action=Action.REJECT))
    await decide(assistant, few)
    page = (await browser.get("/engagements")).text
    assert "moins de 5" in page
    assert "Décisions publiées" not in page
    fate = (await browser.get("/api/v1/commitments")).json()["learning"]["fates"][0]
    assert fate["decided"] is None
    table = (await browser.get("/api/v1/commitments.csv")).content.decode("utf-8-sig")
    told = [
        row["value"]
        for row in csv.DictReader(io.StringIO(table), delimiter=";")
        if row["figure"] in {"decided", "accepted", "rejected", "edited"}
    ]
    assert told == [""] * 4


async def test_nothing_published_tells_how_many_proposals_were_kept_when_they_are_few(
    browser: Browser, assistant: Assistant
) -> None:
    await decide(assistant, (Decision(action=Action.ACCEPT),))
    record = (await browser.get("/api/v1/commitments")).text
    assert '"retained":1' not in record
    assert re.search(r'"energy_wh_per_retained":[0-9]', record) is None


async def test_models_prompts_and_what_is_read_are_told(
    browser: Browser, assistant: Assistant, clock: Clock
) -> None:
    await decide(assistant)
    await assistant.turn(
        Switch(kind=Switchable.TASK, name="keywords", organisation=HOSTILE), on=False
    )
    await assistant.turn(Switch(kind=Switchable.MODEL, name="un-modele"), on=False)
    clock.forward(timedelta(days=2))
    page = (await browser.get("/engagements")).text
    for said in (
        "DINUM (administration publique)",
        "openai/gpt-oss-120b",
        "117 milliards, dont 5,1 à la fois",
        "en service ici depuis le 1er mars 2026",
        "pas encore utilisée ici",
        "Tu décris des jeux de données publics",
        "Désactivée",
        "Active, sauf pour",
        "https://valmoncel.example/contact",
        "Ne lit jamais",
    ):
        assert said in page, said
    assert HOSTILE not in page
    assert MODEL.address not in page
    assert MODEL.address not in (await browser.get("/api/v1/commitments")).text
    for task in assistant.tasks:
        for text in (task.question.prompt.system, *task.question.prompt.changelog.values()):
            assert text.strip().splitlines()[0][:60].replace("'", "&#39;") in page


async def test_the_last_audit_is_told_with_its_day(
    browser: Browser, store: SqlStore, clock: Clock
) -> None:
    proofs = tuple(
        Reason(code="audit-destination", params={"origin": f"https://m{each}.example"})
        for each in range(5)
    )
    findings = (
        Finding(check="destinations", commitment=4, verdict=Verdict.FAILED, evidence=proofs),
    )
    await store.keep_audit(AuditReport(day=clock().date(), version="1", findings=findings))
    page = (await browser.get("/engagements")).text
    assert "Le 1er mars 2026" in page
    assert 'class="verdict verdict--failed"' in page
    assert "2 autres preuves" in page
    assert "https://m4.example" in page
    assert page.count("L’audit n’a pas de vérification pour cet engagement") == 7


async def test_the_register_holds_each_task(browser: Browser, assistant: Assistant) -> None:
    await decide(assistant)
    register = (await browser.get("/api/v1/register", headers={"Accept-Language": "en"})).json()
    assert [each["task"] for each in register["uses"]] == [each.field for each in assistant.tasks]
    use = register["uses"][0]
    assert (use["status"], use["version"], use["since"]) == ("in-use", "2", "2026-03-01")
    assert use["inputs"] == ["title", "description"]
    assert "keywords" in use["never_read"]
    assert use["methods"][0]["name"] == "extraction"
    assert "A person reads the proposal" in use["human_role"]
    assert register["licence"]["identifier"] == "etalab-2.0"
    assert register["uses"][1]["since"] is None
    await assistant.turn(Switch(kind=Switchable.TASK, name="keywords"), on=False)
    register = (await browser.get("/api/v1/register")).json()
    off = [each["task"] for each in register["uses"] if each["status"] == "off"]
    assert off == ["keywords"]


async def test_every_page_leads_to_the_commitments(browser: Browser) -> None:
    for path in ("/", "/ledger", "/drafts/new", "/nulle-part"):
        assert 'href="/engagements"' in (await browser.get(path)).text
    assert 'href="/en/engagements"' in (await browser.get("/en/")).text


async def test_each_address_within_the_page_leads_somewhere(browser: Browser) -> None:
    page = (await browser.get("/engagements")).text
    places = set(re.findall(r'id="([^"]*)"', page))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= places
    assert len(re.findall(r'id="([^"]*)"', page)) == len(places)


async def test_what_may_be_reused_says_under_what(browser: Browser) -> None:
    for path in ("commitments", "commitments.csv", "register"):
        answer = await browser.get(f"/api/v1/{path}")
        assert answer.headers["link"] == (
            '<https://spdx.org/licenses/etalab-2.0.html>; rel="license"'
        )
