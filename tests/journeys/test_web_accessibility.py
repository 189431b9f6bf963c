"""axe-core on every page, as people may see it: light, dark, narrow, zoomed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, ViewportSize, expect

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"

NARROW: ViewportSize = {"width": 320, "height": 640}


class Sight(NamedTuple):
    """How somebody sees a page, and the rules of axe-core that it may break: all, unless named."""

    viewport: ViewportSize
    scheme: Any = "light"
    rules: tuple[str, ...] = ()


COLOURS = ("color-contrast", "link-in-text-block")
SIZES = ("target-size", "scrollable-region-focusable")

SIGHTS = {
    "light": Sight({"width": 1280, "height": 900}),
    "dark": Sight({"width": 1280, "height": 900}, "dark", COLOURS),
    "narrow": Sight(NARROW, rules=SIZES),
    "zoomed": Sight({"width": 640, "height": 450}, rules=SIZES),
}
"""At 200 %, a window 1280 pixels wide is 640 wide."""

LONG = "Anticonstitutionnellement" * 12


@pytest.mark.rgaa("10.4", "10.11")
def test_no_page_has_a_violation_nor_overflows(open_page: Opened) -> None:
    page = open_page()
    check(page, "list")
    page.goto("/?q=abres+des+rues&since=2018")
    expect(page.get_by_text("Résultats aussi pour")).to_be_visible()
    check(page, "results with a corrected word and a filter")
    page.get_by_role("button", name="Utile", exact=True).click()
    expect(page.locator("#feedback")).to_contain_text("Merci")
    check(page, "thanks")
    page.goto(f"/?q={LONG}&organisation={LONG}&format=csv")
    check(page, "no result, with words that are too long")
    page.goto("/?q=eau&place=Mars")
    expect(page.get_by_role("link", name="Retirer le filtre")).to_be_visible()
    check(page, "no result, with an idea")
    page.goto("/nulle-part")
    check(page, "error")
    page.goto("/en/drafts/new")
    check(page, "draft form")
    page.goto("/drafts/new")
    page.locator("#draft-title").fill(f"Un titre {LONG}")
    page.locator("#draft-description").fill(f"| a | b |\n|---|---|\n| {LONG} | {LONG} |")
    page.locator("#draft-publisher").fill("Soizic Kerbrat, soizic.kerbrat@exemple.fr")
    page.locator("#draft-short_description").fill(f"En 1987, à Rennes, {LONG}")
    expect(page.locator("mark.doubt")).not_to_have_count(0)
    check(page, "draft form with doubts")
    page.get_by_role("button", name="Travailler sur cette fiche").click()
    expect(page.locator("mark.masked")).to_have_count(2)
    page.get_by_role("button", name="Proposer une description courte").click()
    expect(page.locator("#field-short_description")).to_contain_text("préfère ne rien proposer")
    check(page, "withheld draft with words that are too long, doubts and masks")

    page.goto("/datasets/eau-potable-analyses")
    check(page, "dataset")
    for field in ("short_description", "keywords", "theme"):
        page.locator(f"#field-{field}-ask").click()
        expect(page.locator(f"#field-{field} .side--proposal")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    check(page, "proposals, all open")
    page.locator("#field-short_description .choice").first.evaluate("(it) => { it.open = true; }")
    page.locator("#field-short_description-value").fill(LONG)
    page.get_by_role("button", name="Enregistrer ma version").click()
    expect(page.locator("#field-short_description-problem")).to_be_visible()
    check(page, "refused text")
    page.locator("#field-short_description-value").fill("Analyses de Soizic Kerbrat en 1987.")
    expect(page.locator("#field-short_description mark.doubt")).to_be_visible()
    page.get_by_role("button", name="Enregistrer ma version").click()
    expect(page.locator("#field-short_description-value")).to_have_value(
        "Analyses de [personne] en 1987."
    )
    check(page, "masked text with doubts")
    card = page.locator("#field-keywords")
    own = card.get_by_label("Ajouter vos propres mots-clés")
    own.fill(f"hvd, {LONG[:60]}")
    own.press("Enter")
    expect(card.locator(".field-problem")).to_be_visible()
    own.fill("")
    own.press_sequentially("e")
    expect(card.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    own.press("ArrowDown")
    check(page, "keywords with one refused, one that is long, and completions")
    own.press("Escape")
    own.fill("")
    page.get_by_text("Revenir à la proposition").click()
    for field in ("short_description", "keywords", "theme"):
        page.locator(f"#field-{field}-accept").click()
        expect(page.locator(f"#field-{field} .side--decided")).to_be_visible()
    check(page, "decided")


@pytest.mark.rgaa("10.7", "12.9")
def test_the_focus_is_visible_wherever_tab_leads(open_page: Opened) -> None:
    page = open_page("/datasets/compteurs-velo")
    seen = set()
    while True:
        page.keyboard.press("Tab")
        outline, text = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return [style.outlineStyle + style.outlineWidth, document.activeElement.innerText];
            }"""
        )
        if page.evaluate("document.activeElement === document.body"):
            break
        assert outline == "solid3px", text
        seen.add(text.strip())
    assert {"Aller au contenu", "Proposer des mots-clés", "English", "CSV"} <= seen


@pytest.mark.rgaa("9.2", "11.6", "12.6")
def test_the_tree_for_screen_readers_names_each_part(open_page: Opened) -> None:
    page = open_page("/datasets/dechets-tonnages")
    page.get_by_role("button", name="Proposer des mots-clés").click()
    card = page.get_by_role("article", name="Mots-clés")
    expect(card.get_by_role("heading", name="Proposition automatique")).to_be_visible()
    expect(card.get_by_role("group", name="Mots-clés à retenir")).to_be_visible()
    expect(card.get_by_role("checkbox").first).to_be_checked()
    reason = card.get_by_role("group").nth(1)
    expect(reason).to_contain_text("(mot-clé «")
    expect(page.get_by_role("navigation", name="Langue de la page")).to_be_visible()
    expect(page.get_by_role("main")).to_be_visible()


def check(page: Page, name: str) -> None:
    """No violation of WCAG 2.2 AA, nor of axe's best practices, nor anything wider than the page,
    however it is seen."""
    window = page.viewport_size
    assert window
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    for sight, (viewport, scheme, rules) in SIGHTS.items():
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
        found = page.evaluate(
            "async (options) => (await axe.run(document, options)).violations", options
        )
        assert not found, f"{name}, {sight} " + json.dumps(
            [(each["id"], [node["html"] for node in each["nodes"]]) for each in found], indent=1
        )
        widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1], f"{name}, {sight}"
    page.set_viewport_size(window)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
