"""Sending back from a page: looked at, written with a key, and taken back, as a person would."""

import json
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect
from portals_written import KEY, UdataWritten, Written, portal_aside
from served import Server, serving

from .test_web_accessibility import check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

DESCRIPTION = (
    "Le fichier recense les arbres plantés par la commune le long des rues et dans les parcs. "
    "Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa plantation. "
    "Les positions ont été relevées sur le terrain par le service des espaces verts."
)


@pytest.fixture(scope="module")
def portal() -> Iterator[Written]:
    with portal_aside(UdataWritten) as opened:
        opened.publish("d0", "d1")
        for record in opened.records.values():
            record |= {"description": DESCRIPTION, "title": "Arbres de la commune"}
        yield opened


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, portal: Written) -> Iterator[Server]:
    """A server whose catalogue is that of the portal, with two values that were accepted."""
    home = tmp_path_factory.mktemp("sendings")
    data = home / "data"
    data.mkdir()
    (data / "eclaireur.toml").write_text(
        f'[catalogues.ville]\naddress = "{portal.address}"\nprivate = true\n'
    )
    catalogue = home / "catalogue.jsonl"
    records = [
        {"id": each, "title": record["title"], "description": DESCRIPTION, "tags": record["tags"]}
        for each, record in portal.records.items()
    ]
    catalogue.write_text("\n".join(map(json.dumps, records)))
    with serving(data, catalogue) as opened:
        yield opened


@pytest.fixture
def accepted(server: Server, portal: Written) -> None:
    """Both values are accepted, by a decision that nothing was sent for."""
    with httpx.Client(base_url=f"{server.url}/api/v1", timeout=60) as client:
        for each in portal.records:
            asked = {"dataset": each, "field": "short_description"}
            key = client.post("/suggestions", json=asked).raise_for_status().json()["suggestion"]
            client.delete(f"/suggestions/{key}/decision")
            decision = client.post(f"/suggestions/{key}/decision", json={"action": "accept"})
            decision.raise_for_status()


@pytest.mark.usefixtures("accepted")
@pytest.mark.parametrize("scripting", [True, False], ids=["javascript", "no-javascript"])
def test_a_person_looks_sends_and_takes_back(
    open_page: Opened, server: Server, portal: Written, *, scripting: bool
) -> None:
    page = open_page("/sendings", java_script_enabled=scripting)
    ask(page, "Voir ce qui serait envoyé", "Ce qui serait écrit sur ville", scripting=scripting)
    expect(page.get_by_role("table")).to_contain_text("Arbres de la commune")
    page.get_by_label("Votre clé d’API").fill(KEY)
    ask(page, "Écrire sur le portail", "Ce qui a été fait sur ville", scripting=scripting)
    expect(page.locator("#visit")).to_contain_text("envoyé\u00a0: 2")
    assert portal.said("d0", "short_description")
    ask(page, "Voir ce qui serait annulé", "Ce qui serait écrit sur ville", scripting=scripting)
    page.get_by_label("Votre clé d’API").fill(KEY)
    ask(page, "Remettre ce qui y était", "Ce qui a été fait sur ville", scripting=scripting)
    assert portal.said("d0", "short_description") is None
    assert KEY not in page.content() + server.log


@pytest.mark.usefixtures("accepted")
def test_the_page_has_no_violation(open_page: Opened) -> None:
    page = open_page("/sendings")
    ask(page, "Voir ce qui serait envoyé", "Ce qui serait écrit sur ville", scripting=True)
    check(page, "what would be sent, with a key to give")
    page.get_by_label("Votre clé d’API").fill("deux mots")
    page.get_by_role("button", name="Écrire sur le portail").click()
    expect(page.get_by_role("alert")).to_contain_text("Il manque la clé")
    check(page, "a key that is none")


def ask(page: Page, button: str, title: str, *, scripting: bool) -> None:
    """Press a button, and wait for what it begins to end."""
    page.get_by_role("button", name=button).click()
    expect(page.locator("#visit h2")).to_be_visible()
    if not scripting:
        # Chromium takes a page that a form led to for one with scripts, though it runs none.
        for _ in range(60):
            page.goto("/sendings")
            if title in page.locator("#visit h2").inner_text():
                return
            page.wait_for_timeout(500)
    expect(page.locator("#visit h2")).to_have_text(title)
