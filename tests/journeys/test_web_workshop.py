"""The operator's page for keywords: a training that people follow, and one that stops."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Server, serving
from .test_web_accessibility import check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

SUBJECTS = {
    "Comptages de vélos": ["velo", "mobilite"],
    "Arbres d'alignement": ["arbre", "espaces-verts"],
    "Budget primitif": ["budget", "finances"],
}
RECORDS = [
    {
        "id": str(number),
        "title": f"{title}, secteur {number % 13}",
        "organization": f"Organisme {number % 90}",
        "tags": keywords,
    }
    for number in range(450)
    for title, keywords in [list(SUBJECTS.items())[number % 3]]
]
CONCEPT = {"id": "1", "uri": "https://voc/1", "pref_fr": "budget primitif", "pref_en": None}

FIGURES = re.compile(r"Nouveau.*\d,\d{3}", re.DOTALL)

with_and_without_javascript = pytest.mark.parametrize(
    "scripting", [True, False], ids=["javascript", "no-javascript"]
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workshop")


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    """A server on a catalogue that is just large enough to learn from."""
    catalogue = home / "catalogue.jsonl"
    catalogue.write_text("\n".join(map(json.dumps, RECORDS)))
    with serving(home / "data", catalogue) as server:
        yield server


def test_two_people_follow_one_training_and_its_figures(open_page: Opened, server: Server) -> None:
    other = open_page("/keywords")
    check(other, "at rest")
    page = open_page("/keywords", java_script_enabled=False)
    page.get_by_role("button", name="Entraîner sur ce catalogue").click()
    expect(page.locator("#ranker")).to_contain_text("Entraînement en cours")
    # Chromium takes a page that a form led to for one with scripts, though it runs none.
    page.goto("/keywords")
    expect(page.get_by_role("link", name="Actualiser")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()
    other.reload()
    expect(other.locator("#ranker")).to_contain_text("Entraînement en cours")
    expect(other.get_by_role("button", name="Entraîner")).to_have_count(0)
    expect(other.get_by_role("progressbar")).to_be_visible()
    check(other, "under way")
    for each in (page, other):
        # The page asks again by itself, with the script or without.
        expect(each.locator("#ranker")).to_contain_text("Entraînement terminé", timeout=120_000)
        expect(each.get_by_role("row")).to_have_count(3)
        expect(each.get_by_role("row").last).to_contain_text(
            re.compile(r"Nouveau.*\d,\d{3}", re.DOTALL)
        )
    expect(other.locator("#announcement")).to_have_text("Entraînement terminé.")
    check(other, "ended")
    trace = server.data / "keywords-run.json"
    trace.write_text(json.dumps(json.loads(trace.read_text()) | {"ended_at": None}))
    other.reload()
    expect(other.locator("#ranker")).to_contain_text("s’est arrêté avant la fin")
    check(other, "stopped")


def test_what_is_being_typed_is_left_alone_by_the_progress(open_page: Opened) -> None:
    page = open_page("/keywords")
    page.get_by_role("button", name="Mesurer celui qui sert").click()
    name = page.get_by_label("Nom (facultatif)")
    name.fill("mon-voc")
    expect(page.locator("#ranker")).to_contain_text("Mesure terminée", timeout=120_000)
    expect(name).to_be_focused()
    expect(name).to_have_value("mon-voc")


@with_and_without_javascript
def test_a_vocabulary_is_added_and_names_a_keyword_at_once(
    open_page: Opened, home: Path, *, scripting: bool
) -> None:
    place = home / f"voc-{'avec' if scripting else 'sans'}.jsonl"
    place.write_text(json.dumps(CONCEPT))
    page = open_page("/keywords", java_script_enabled=scripting)
    page.get_by_label("Fichier").set_input_files(place)
    page.get_by_label("Nom (facultatif)").fill("é")
    page.get_by_role("button", name="Ajouter ce vocabulaire").click()
    expect(page.get_by_role("alert")).to_contain_text("donnez-lui un nom")
    if scripting:
        check(page, "a vocabulary that is refused")
    page.get_by_label("Nom (facultatif)").fill("")
    page.get_by_label("Fichier").set_input_files(place)
    page.get_by_role("button", name="Ajouter ce vocabulaire").click()
    expect(page.get_by_role("rowheader", name=place.stem)).to_be_visible()
    page.goto(f"/datasets/{'2' if scripting else '5'}")
    page.get_by_role("button", name="Proposer des mots-clés").click()
    expect(page.locator("#field-keywords")).to_contain_text("Nommé par le vocabulaire")


def test_a_server_that_crashes_leaves_the_model_in_place_and_says_so(
    browser: Browser, home: Path, server: Server
) -> None:
    page = browser.new_page(locale="fr-FR")
    page.goto(f"{server.url}/keywords")
    page.get_by_role("button", name="Entraîner sur ce catalogue").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    ranker = server.data / "keywords.npz"
    before = ranker.read_bytes() if ranker.exists() else None
    server.process.kill()
    server.process.wait()
    again = Server(home / "data", home / "again.log")
    try:
        page.goto(f"{again.url}/keywords")
        # The process that trained ends with the server.
        expect(page.locator("#ranker")).to_contain_text("s’est arrêté avant la fin")
        expect(page.locator("#ranker")).to_contain_text("sert toujours")
        assert (ranker.read_bytes() if ranker.exists() else None) == before
        page.get_by_role("button", name="Entraîner sur ce catalogue").click()
        expect(page.get_by_role("progressbar")).to_be_visible()
    finally:
        again.stop()
