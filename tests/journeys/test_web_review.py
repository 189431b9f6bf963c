"""Reviewing a campaign as people do: by keyboard, several at once, without a script, off line."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Server
from .reviewed_campaign import budgets, prepare, trees
from .test_web_accessibility import LONG, check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def campaigns() -> dict[str, str]:
    """The key of each campaign, by its name."""
    return {}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, campaigns: dict[str, str]) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("reviewed") / "data"
    long = trees("seen", 2)
    long[0] = long[0].model_copy(update={"title": LONG, "publisher": LONG[:200]})
    wanted = {
        "typed": trees("typed"),
        "twins": budgets("twins"),
        "shared": trees("shared", 6),
        "offline": trees("offline", 4),
        "plain": budgets("plain"),
        "seen": long + budgets("seen"),
    }
    campaigns.update(
        prepare(
            data,
            {name: ("short_description", datasets) for name, datasets in wanted.items()}
            | {"words": ("keywords", trees("words", 2))},
        )
    )
    server = Server(data, data.with_suffix(".log"))
    yield server
    server.stop()


@pytest.fixture
def review(
    open_page: Opened,
    server: Server,  # noqa: ARG001
    campaigns: dict[str, str],
) -> Iterator[Callable[..., Page]]:
    """Open a campaign to review it, and leave it at the end."""
    pages: list[Page] = []

    def opened(name: str, query: str = "", **options: object) -> Page:
        pages.append(open_page(f"/campaigns/{campaigns[name]}/review{query}", **options))
        return pages[-1]

    yield opened
    # A page that leaves gives back what it holds; one that is closed may not have the time to.
    for page in pages:
        if not page.is_closed():
            page.goto("/")


def title(page: Page) -> Locator:
    return page.locator(".review h2").first


def last(page: Page) -> Locator:
    return page.locator("#review-last")


@pytest.mark.rgaa("7.3", "7.5")
def test_ten_records_by_keyboard_alone(review: Callable[..., Page]) -> None:
    page = review("typed")
    expect(title(page)).to_contain_text("Acacias")
    page.evaluate("window.isTheSamePage = true")
    press = page.keyboard.press

    press("a")
    expect(title(page)).to_contain_text("Bouleaux")
    expect(title(page)).to_be_focused()
    expect(last(page)).to_contain_text(re.compile("Acceptée.*Acacias"))

    press("r")
    press("1")
    expect(title(page)).to_contain_text("Charmes")
    expect(last(page)).to_contain_text(re.compile("Rejetée.*Bouleaux"))

    press("m")
    field = page.locator(".review textarea")
    expect(field).to_be_focused()
    field.fill("Les arbres du quartier, un par ligne.")
    press("Control+Enter")
    expect(title(page)).to_contain_text("Douglas")
    expect(last(page)).to_contain_text(re.compile("Acceptée dans vos mots.*Charmes"))

    press("p")
    expect(title(page)).to_contain_text("Érables")
    press("a")
    expect(last(page)).to_contain_text(re.compile("Acceptée.*Érables"))
    page.wait_for_load_state("networkidle")
    with page.expect_response("**/review/next"):
        press("z")
    expect(page.locator("#review-progress")).to_contain_text("3 décidées sur 8")
    expect(title(page)).to_contain_text("Érables")
    expect(title(page)).to_be_focused()
    press("r")
    press("Escape")
    expect(page.get_by_text("Pourquoi", exact=False).first).not_to_be_visible()
    for street in ("Érables", "Frênes", "Genévriers", "Hêtres", "Douglas"):
        expect(title(page)).to_contain_text(street)
        press("a")
    expect(page.get_by_text("Tout est décidé")).to_be_visible()
    expect(page.locator("#review-progress")).to_contain_text("8 décidées sur 8")
    expect(page.locator("#review-pace")).to_contain_text("à l’heure")
    assert page.evaluate("window.isTheSamePage") is True


@pytest.mark.rgaa("12.10")
def test_shortcuts_can_be_turned_off(review: Callable[..., Page]) -> None:
    page = review("seen")
    page.get_by_text("Raccourcis, seconds regards").click()
    page.get_by_label("Raccourcis d’une touche").uncheck()
    title(page).focus()
    page.keyboard.press("r")
    expect(page.locator(".reasons")).not_to_be_visible()
    page.reload()
    shown = title(page).inner_text()
    expect(page.locator(".review .button kbd").first).not_to_be_visible()
    page.keyboard.press("a")
    page.keyboard.press("Tab")
    expect(title(page)).to_have_text(shown)


def test_twins_are_decided_together_and_taken_back_as_one(review: Callable[..., Page]) -> None:
    page = review("twins")
    page.keyboard.press("a")
    expect(page.get_by_role("link", name="3 autres fiches de même modèle")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("heading", name="Fiches de même modèle")).to_be_focused()
    expect(page.locator("mark.differs").first).to_have_text("2022")
    page.get_by_role("checkbox", name=re.compile("2024")).uncheck()
    page.get_by_role("button", name="Accepter les propositions cochées : 2").click()
    expect(page.get_by_text("2 propositions acceptées.")).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("2024"))).to_be_visible()
    page.get_by_role("button", name="Annuler ces 2 décisions").click()
    expect(last(page)).to_contain_text("2 décisions annulées")
    expect(title(page)).to_have_text("Budget primitif 2022")
    expect(page.locator("#review-progress")).to_contain_text("Une décidée sur 4")


def test_two_pages_never_show_the_same_record(review: Callable[..., Page]) -> None:
    one, other = review("shared"), review("shared", "?view=list")
    expect(other.locator(".review")).to_have_count(3)
    seen = {title(one).inner_text(), *other.locator(".review h2").all_inner_texts()}
    assert len(seen) == 4

    # Somebody decides by another door what this page shows: it is told, and shown again.
    with one.context.expect_page() as opened:
        one.get_by_role("link", name="Voir la fiche").click()
    record = opened.value
    record.locator("#field-short_description-accept").click()
    expect(record.get_by_text("Acceptée telle quelle")).to_be_visible()
    one.keyboard.press("r")
    one.keyboard.press("0")
    expect(one.locator("#notice")).to_contain_text("a déjà reçu une décision")
    one.keyboard.press("p")
    expect(one.get_by_text("Déjà acceptée")).to_be_visible()
    one.keyboard.press("s")
    expect(one.get_by_text("Déjà acceptée")).not_to_be_visible()

    # In the list, each decision leaves the others where they are.
    other.keyboard.press("s")
    second = other.locator(".review h2").nth(1)
    expect(second).to_be_focused()
    name = second.inner_text()
    other.keyboard.press("a")
    expect(last(other)).to_contain_text(name)
    expect(other.locator(".review h2", has_text=name)).to_have_count(0)


def test_what_could_not_be_sent_is_sent_again(review: Callable[..., Page]) -> None:
    page = review("offline")
    expect(page.locator(".review")).to_have_count(1)
    page.wait_for_load_state("networkidle")
    refusal = "<div>Le serveur ne répond pas ici.</div>"
    page.route("**/review/decision", lambda route: route.fulfill(status=403, body=refusal))
    page.keyboard.press("a")
    expect(title(page)).to_contain_text("Bouleaux")
    expect(page.locator("#review-outbox")).to_contain_text(re.compile("Pas encore enr.*Acacias"))
    expect(page.locator("#review-outbox")).to_contain_text("Le serveur ne répond pas ici.")
    page.unroute("**/review/decision")
    page.get_by_role("button", name="Envoyer de nouveau").click()
    expect(last(page)).to_contain_text(re.compile("Acceptée.*Acacias"))
    expect(page.locator("#review-outbox")).to_be_empty()


@pytest.mark.rgaa("7.1")
def test_without_a_script_each_decision_is_a_form(review: Callable[..., Page]) -> None:
    page = review("plain", java_script_enabled=False)
    page.get_by_role("button", name="Accepter").click()
    expect(last(page)).to_contain_text("Budget primitif 2021")
    expect(title(page)).to_have_text("Budget primitif 2022")
    page.locator("summary", has_text="Rejeter").click()
    page.get_by_role("button", name="Hors sujet").click()
    expect(last(page)).to_contain_text(re.compile("Rejetée.*2022"))
    last(page).get_by_role("button", name="Annuler").click()
    expect(title(page)).to_have_text("Budget primitif 2022")
    page.get_by_role("button", name="Passer").click()
    expect(title(page)).to_have_text("Budget primitif 2023")
    page.get_by_role("button", name="Accepter").click()
    last(page).get_by_role("link", name="autres fiches de même modèle").click()
    page.get_by_role("button", name="Confirmer pour les cases cochées").click()
    expect(page.get_by_text("2 propositions acceptées.")).to_be_visible()
    page.get_by_role("button", name="Annuler ces 2 décisions").click()
    expect(page.get_by_text("2 décisions annulées")).to_be_visible()


@pytest.mark.rgaa("10.4", "10.11")
def test_no_page_of_review_has_a_violation_nor_overflows(
    review: Callable[..., Page], campaigns: dict[str, str]
) -> None:
    page = review("seen")
    expect(page.locator(".review")).to_have_count(1)
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    check(page, "one by one, all open")
    page.keyboard.press("p")
    page.goto(f"/campaigns/{campaigns['seen']}/review?view=list")
    check(page, "list")
    page.goto(f"/campaigns/{campaigns['words']}/review")
    expect(page.locator(".review")).to_have_count(1)
    check(page, "keywords")
    page.get_by_label("Ajouter vos propres mots-clés").fill(f"hvd, {LONG[:60]}")
    page.get_by_role("button", name="Ajouter", exact=True).click()
    expect(page.locator(".field-problem")).to_be_visible()
    check(page, "keywords with one refused")
    page.goto(f"/campaigns/{campaigns['twins']}/review")
    page.locator(".review h2").first.wait_for()
    page.keyboard.press("a")
    page.get_by_role("link", name=re.compile("de même modèle")).click()
    expect(page.locator(".twins")).to_be_visible()
    check(page, "twins")
    page.get_by_text("Revenir à la relecture").click()
    page.keyboard.press("z")
    expect(last(page)).to_contain_text("annulée")
