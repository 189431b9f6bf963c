"""A campaign as a person prepares it: what it takes, then live progress, rest, and its end."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, fault_server
from playwright.sync_api import Browser, Locator, Page, expect
from scripted_model import GOOD, TREES, declaration, says

from .conftest import Server, serving
from .in_a_thread import in_a_thread
from .test_web_accessibility import NARROW, check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

LONG = "Syndicat intercommunal d’aménagement et d’assainissement"
RECORDS = [
    {
        "id": f"arbres-{number}",
        "title": f"{TREES.title}, secteur {number}",
        "description": TREES.description,
        "organization": LONG if number % 2 else TREES.publisher,
    }
    for number in range(60)
]
AT_ONCE = 8
"""Questions that a model takes at once, unless its operator says otherwise."""


@pytest.fixture(scope="module")
def may_answer() -> threading.Event:
    """Whether the model answers."""
    return threading.Event()


@pytest.fixture(scope="module")
def model(may_answer: threading.Event) -> Iterator[FaultServer]:
    async def answer(writer: Any) -> None:
        await asyncio.to_thread(may_answer.wait)
        await says(GOOD)(writer)

    with in_a_thread(fault_server) as model:
        model.respond = lambda _: answer
        yield model
        may_answer.set()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, model: FaultServer) -> Iterator[Server]:
    """A server on sixty records, whose model answers when a test says."""
    data = tmp_path_factory.mktemp("campaigns") / "data"
    data.mkdir()
    (data / "eclaireur.toml").write_text(declaration(model.origin), "utf-8")
    catalogue = data / "catalogue.jsonl"
    catalogue.write_text("\n".join(map(json.dumps, RECORDS)), "utf-8")
    with serving(data, catalogue) as server:
        yield server


def phase(page: Page) -> Locator:
    return page.locator("#campaign .campaign-state strong")


def test_a_campaign_from_what_it_takes_to_its_end(
    open_page: Opened, model: FaultServer, may_answer: threading.Event
) -> None:
    page = open_page("/", viewport=NARROW)
    page.get_by_role("link", name="Campagnes").click()
    check(page, "no campaign")
    page.get_by_label("Fiches à traiter").fill(f"manquant, organisme={LONG}, chat=noir")
    page.get_by_role("button", name="Voir ce que cela demande").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("qui n’est pas un terme")
    check(page, "a selection that cannot be read")
    selection = page.get_by_label("Fiches à traiter")
    expect(selection).to_have_value(f"manquant, organisme={LONG}, chat=noir")
    page.get_by_label("Qui propose").select_option("tested")
    selection.fill("manquant")
    page.get_by_role("button", name="Voir ce que cela demande").press("Enter")
    row = page.get_by_role("row")
    expect(row.filter(has_text="Fiches choisies")).to_contain_text("60")
    expect(row.filter(has_text="Requêtes à un modèle")).to_contain_text("60")
    expect(row.filter(has_text="Émissions")).to_contain_text("inconnu")
    check(page, "what it takes, of which much is unknown")
    assert not model.received
    page.get_by_role("button", name="Lancer la campagne").press("Enter")
    # Nothing is clicked from here on: the page asks by itself.
    expect(phase(page)).to_have_text("En cours")
    expect(page.locator("#announcement")).to_have_text("En cours")
    check(page, "under way")
    page.get_by_text("Abandonner…").focus()
    page.keyboard.press("Enter")
    sure = page.get_by_role("button", name="Abandonner pour de bon")
    # Looks at how far it is close nothing that somebody opened.
    with page.expect_response("**/progress"), page.expect_response("**/progress"):
        pass
    expect(sure).to_be_visible()
    check(page, "about to be given up")
    page.keyboard.press("Enter")
    expect(sure).to_be_hidden()
    page.get_by_role("button", name="Mettre en pause").press("Enter")
    expect(phase(page)).to_have_text("En pause")
    check(page, "at rest")
    may_answer.set()
    page.get_by_role("button", name="Reprendre").press("Enter")
    expect(phase(page)).to_have_text("Préparation terminée", timeout=120_000)
    expect(row.filter(has_text="À relire")).to_contain_text("60")
    check(page, "prepared")
    assert len(model.received) <= len(RECORDS) + AT_ONCE
    page.get_by_role("link", name="Relire les propositions").click()
    expect(page.get_by_text(GOOD).first).to_be_visible()
    page.goto("/campaigns")
    expect(page.get_by_text("Propositions à relire : 60")).to_be_visible()
    check(page, "a campaign in the list")


def test_a_campaign_without_javascript(open_page: Opened) -> None:
    page = open_page("/campaigns", java_script_enabled=False)
    page.get_by_label("Champ à proposer").select_option("keywords")
    page.get_by_label("Nombre de fiches au plus").fill("3")
    page.get_by_role("button", name="Voir ce que cela demande").click()
    expect(page.get_by_role("row").filter(has_text="Fiches choisies")).to_contain_text("3")
    page.get_by_role("button", name="Lancer la campagne").click()
    # Chromium takes a page that a form led to for one with scripts, though it runs none.
    page.goto(page.url)
    expect(phase(page)).to_have_text("Préparation terminée", timeout=120_000)


def test_a_server_that_crashes_leaves_a_campaign_to_whoever_goes_on(
    browser: Browser, server: Server, may_answer: threading.Event, tmp_path: Path
) -> None:
    may_answer.clear()
    page = browser.new_page(locale="fr-FR")
    page.goto(f"{server.url}/campaigns")
    page.get_by_label("Fiches à traiter").fill("format=csv")
    page.get_by_role("button", name="Voir ce que cela demande").click()
    expect(page.get_by_role("alert")).to_contain_text("Aucune fiche du catalogue ne répond")
    page.get_by_label("Champ à proposer").select_option("keywords")
    page.get_by_label("Qui propose").select_option("tested")
    page.get_by_label("Fiches à traiter").fill("")
    page.get_by_role("button", name="Voir ce que cela demande").click()
    page.get_by_role("button", name="Lancer la campagne").click()
    expect(phase(page)).to_have_text("En cours")
    place = page.url.removeprefix(server.url)
    server.process.kill()
    server.process.wait()
    again = Server(server.data, tmp_path / "again.log")
    try:
        # The processes that worked end with the server.
        page.goto(again.url + place)
        expect(phase(page)).to_have_text("Personne n’y travaille")
        page.get_by_text("Abandonner…").click()
        page.get_by_role("button", name="Abandonner pour de bon").click()
        expect(phase(page)).to_have_text("Abandonnée")
        expect(page.get_by_role("button")).to_have_count(0)
        page.goto(f"{again.url}/en/campaigns")
        expect(page.get_by_text("Given up")).to_be_visible()
    finally:
        again.stop()
        page.close()
