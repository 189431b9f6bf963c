"""A reuser finds a dataset, says whether the results serve, and reads what it is."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from .conftest import Server

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

UNIQUE = "Kerbrat"
"""A word that nothing may remember."""


def look_for(page: Page, text: str) -> None:
    page.get_by_label("Chercher un jeu de données").fill(text)
    page.get_by_role("button", name="Chercher").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_a_dataset_is_found_by_a_word_a_typo_and_a_question(
    open_page: Opened, *, scripts: bool
) -> None:
    page = open_page("/", java_script_enabled=scripts)
    first = page.locator(".datasets > li").first
    look_for(page, "canopée")
    expect(first).to_contain_text("Plantations du plan canopée")
    expect(first.get_by_role("list", name="Pourquoi ce résultat")).to_contain_text("Dans le titre")
    look_for(page, "abres")
    expect(page.get_by_text("Résultats aussi pour « arbres »")).to_be_visible()
    expect(first).to_contain_text("Arbres d’alignement")
    look_for(page, "quelles rues ont une piste pour les vélos ?")
    expect(first).to_contain_text("yclable")
    expect(page.get_by_label("Chercher un jeu de données")).to_have_value(
        "quelles rues ont une piste pour les vélos ?"
    )
    first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("cyclables")
    expect(page.get_by_role("heading", name="Jeux de données semblables")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_results_are_refined_and_a_dead_end_shows_the_way_out(
    open_page: Opened, *, scripts: bool
) -> None:
    page = open_page("/?q=eau", java_script_enabled=scripts)
    page.get_by_text("Affiner la recherche").click()
    page.get_by_label("Territoire", exact=True).fill("Mars")
    page.get_by_label("Format de fichier").fill("CSV")
    page.get_by_role("button", name="Appliquer").click()
    expect(page.get_by_text("Rien ne répond à cette recherche")).to_be_visible()
    page.get_by_role("link", name="Retirer le filtre « Territoire : Mars »").click()
    expect(page.locator(".datasets > li").first).to_contain_text("CSV")
    expect(page.get_by_label("Format de fichier")).to_have_value("CSV")
    page.get_by_role("link", name="plus récents").click()
    expect(page.get_by_role("link", name="plus récents")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Format de fichier : CSV (retirer ce filtre)").click()
    asked = {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
    assert asked == {"q": "eau", "order": "recent"}
    page.get_by_role("link", name="Sans mots-clés").click()
    for each in page.locator(".datasets > li").all():
        expect(each).to_contain_text("Sans mots-clés")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_whether_results_serve_is_counted_and_what_was_looked_for_is_not_kept(
    open_page: Opened, server: Server, *, scripts: bool
) -> None:
    page = open_page("/", java_script_enabled=scripts)
    look_for(page, f"eau potable {UNIQUE}")
    address = page.url
    sent = []
    page.on("request", lambda each: sent.append(each.post_data) if each.post_data else None)
    page.get_by_role("button", name="Pas ce que je cherche").click()
    expect(page.locator("#feedback")).to_have_text("Merci, votre réponse est comptée.")
    if scripts:
        assert page.url == address
        expect(page.locator("#announcement")).to_have_text("Merci, votre réponse est comptée.")
        expect(page.locator("#feedback p")).to_be_focused()
    else:
        assert parse_qs(urlsplit(page.url).query)["q"] == [f"eau potable {UNIQUE}"]
    expect(page.get_by_label("Chercher un jeu de données")).to_have_value(f"eau potable {UNIQUE}")
    assert len(sent) == 1
    assert UNIQUE not in sent[0]
    counted = json.loads(page.request.get("/api/v1/search/feedback").text())
    assert {each["found_by"] for each in counted if not each["useful"]} == {"words"}
    assert UNIQUE not in server.log
    for file in server.data.rglob("*"):
        if file.is_file():
            assert UNIQUE.encode() not in file.read_bytes(), file
    with closing(sqlite3.connect(next(server.data.glob("*.sqlite")))) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(search_feedback)")]
    assert columns == ["day", "found_by", "useful", "count"]


@pytest.mark.rgaa("7.3")
def test_a_keyboard_goes_through_the_search(open_page: Opened) -> None:
    page = open_page("/")
    page.get_by_label("Chercher un jeu de données").focus()
    page.keyboard.type("abres")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Résultats aussi pour")).to_be_visible()
    page.get_by_label("Chercher un jeu de données").focus()
    reached = []
    while not reached or "Utile" not in reached[-1]:
        page.keyboard.press("Tab")
        outline, text = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return [style.outlineStyle + style.outlineWidth, document.activeElement.innerText];
            }"""
        )
        assert outline == "solid3px", text
        reached.append(text.strip())
    assert {"Chercher", "Affiner la recherche", "plus récents"} <= set(reached)
    page.keyboard.press("Enter")
    expect(page.locator("#feedback")).to_contain_text("Merci")


def test_the_page_of_a_dataset_leads_to_its_producers_part(open_page: Opened) -> None:
    page = open_page("/en/datasets/arbres-valombreuse")
    expect(page.get_by_role("heading", name="Files (2)")).to_be_visible()
    page.get_by_role("link", name="Are you its producer?").click()
    expect(page.get_by_role("heading", name="What Éclaireur can propose")).to_be_in_viewport()


def test_the_first_page_is_light(open_page: Opened) -> None:
    page = open_page("about:blank")
    finished: list[Request] = []

    def note(request: Request) -> None:
        finished.append(request)

    page.on("requestfinished", note)
    page.goto("/", wait_until="networkidle")
    kinds = {each.resource_type for each in finished}
    assert {"document", "stylesheet", "script", "image"} <= kinds
    assert "font" not in kinds
    answers = [each.response() for each in finished]
    weight = sum(len(gzip.compress(each.body())) for each in answers if each is not None)
    assert 10_000 < weight < 150_000
