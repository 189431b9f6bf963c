"""A producer's first minutes: find a dataset, ask, understand, decide, export."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Server

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

with_and_without_javascript = pytest.mark.parametrize(
    "scripting", [True, False], ids=["javascript", "no-javascript"]
)


def kept(server: Server) -> str:
    """All that the server wrote, in its database, its journal and its log."""
    files = [each for each in server.data.rglob("*") if each.is_file()]
    return server.log + "".join(each.read_text("utf-8", "replace") for each in files)


def proposed_keywords(card: Locator) -> list[str]:
    """Once they are there."""
    fields = card.locator("input[name=value]")
    expect(fields).not_to_have_count(0)
    return [each.input_value() for each in fields.all()]


def exported(page: Page, identifier: str) -> dict[str, object]:
    answer = page.request.get(f"/api/v1/export?format=jsonl&id={identifier}")
    record: dict[str, object] = json.loads(answer.text())
    return record


@with_and_without_javascript
@pytest.mark.rgaa("11.12")
def test_a_producer_finds_asks_understands_decides_and_exports(
    open_page: Opened, *, scripting: bool
) -> None:
    identifier = "eau-potable-analyses" if scripting else "arbres-valombreuse"
    page = open_page(java_script_enabled=scripting)
    published = exported(page, identifier)
    title = str(published["title"])
    page.get_by_label("Chercher un jeu de données").fill(title.rsplit(maxsplit=1)[-1])
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("link", name=title).click()
    card = page.locator("#field-short_description")

    page.get_by_role("button", name="Proposer une description courte").click()
    expect(card).to_contain_text("Proposition automatique, expérimentale, à relire")
    expect(card).to_contain_text("sans modèle de langage")
    proposed = card.locator(".proposed").inner_text()
    assert 20 <= len(proposed) <= 200
    expect(card).to_contain_text(f"{len(proposed)} caractères")
    # The proposal stands beside the field, which is still empty.
    expect(card.locator(".side--published")).to_contain_text("Non renseigné")
    assert exported(page, identifier) == published

    card.get_by_text("D’où cela vient-il ?").click()
    expect(card.locator("mark").first).to_be_visible()
    assert card.locator("mark").first.inner_text() in page.locator(".published-text").inner_text()

    card.get_by_role("button", name="Accepter").click()
    expect(card).to_contain_text("Acceptée telle quelle le")
    assert exported(page, identifier)["description_short"] == proposed
    card.get_by_role("button", name="Annuler la décision").click()
    expect(card.get_by_role("button", name="Accepter")).to_be_visible()
    assert exported(page, identifier) == published

    card.get_by_text("Modifier").click()
    card.get_by_role("textbox").fill("Ce que disent les données, dans mes mots.")
    card.get_by_role("button", name="Enregistrer ma version").click()
    expect(card).to_contain_text("Acceptée dans vos mots le")
    record = exported(page, identifier)
    assert record["description_short"] == "Ce que disent les données, dans mes mots."
    assert record["provenance"]

    page.get_by_role("button", name="Proposer des mots-clés").click()
    card = page.locator("#field-keywords")
    expect(card.get_by_role("checkbox")).not_to_have_count(0)
    card.get_by_text("Rejeter").click()
    card.get_by_label("Pourquoi ? (facultatif)", exact=True).select_option("Hors sujet")
    card.get_by_role("button", name="Confirmer le rejet").click()
    expect(card).to_contain_text("Rien de cette proposition ne sera dans l’export.")
    assert exported(page, identifier)["tags"] == published["tags"]

    card.locator(".history summary").click()
    expect(card.locator("ol li").last).to_contain_text("Rejetée")


@with_and_without_javascript
def test_keywords_are_kept_dropped_and_added_one_by_one(
    open_page: Opened, *, scripting: bool
) -> None:
    identifier = "bibliotheques-prets" if scripting else "parcs-et-jardins"
    page = open_page(f"/datasets/{identifier}", java_script_enabled=scripting)
    before = exported(page, identifier)["tags"]
    assert isinstance(before, list)
    page.get_by_role("button", name="Proposer des mots-clés").click()
    card = page.locator("#field-keywords")
    dropped, changed, *kept = proposed_keywords(card)
    card.get_by_label(f"Garder « {dropped} »").uncheck()
    card.get_by_label(f"Changer « {changed} »").fill("Mot changé")
    own = card.get_by_label("Ajouter vos propres mots-clés")
    own.fill("mot à moi")
    card.get_by_role("button", name="Ajouter", exact=True).click()
    expect(card.get_by_label("Changer « mot-a-moi »")).to_have_value("mot-a-moi")
    expect(card).to_contain_text("Ajouté par vous. Nouveau dans ce catalogue.")
    assert exported(page, identifier)["tags"] == before
    # What is refused stays where it was typed, and the rest is not lost.
    own.fill("un autre, mots à moi, hvd")
    card.get_by_role("button", name="Accepter les mots-clés cochés").click()
    expect(card.locator("#field-keywords-added-problem li")).to_have_count(2)
    expect(own).to_have_value("mots à moi, hvd")
    expect(card.get_by_label(f"Garder « {dropped} »")).not_to_be_checked()
    own.fill("")
    card.get_by_role("button", name="Accepter les mots-clés cochés").click()
    expect(card).to_contain_text("Acceptée dans vos mots")
    tags = exported(page, identifier)["tags"]
    assert isinstance(tags, list)
    expect(card).to_contain_text("en minuscules, sans accents ni espaces")
    assert set(tags) == {*before, *kept, "mot-change", "mot-a-moi", "un-autre"}
    card.get_by_role("button", name="Annuler la décision").click()
    expect(card.get_by_label("Changer « un-autre »")).to_have_value("un-autre")
    assert exported(page, identifier)["tags"] == before


def test_own_keywords_are_completed_with_the_keyboard_alone(open_page: Opened) -> None:
    page = open_page("/datasets/stationnement-occupation-temps-reel")
    page.get_by_role("button", name="Proposer des mots-clés").click()
    card = page.locator("#field-keywords")
    own = card.get_by_role("combobox", name="Ajouter vos propres mots-clés")
    own.focus()
    page.keyboard.type("rue verte, ")
    page.keyboard.type("eau-p")
    options = card.get_by_role("listbox").get_by_role("option")
    expect(options).not_to_have_count(0)
    expect(own).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#announcement")).to_contain_text("du catalogue à choisir")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(options.first).to_contain_text("jeux de données")
    active = own.get_attribute("aria-activedescendant")
    assert page.locator(f"[id='{active}']").inner_text() == options.first.inner_text()
    page.keyboard.press("Escape")
    expect(own).to_have_attribute("aria-expanded", "false")
    expect(own).to_have_value("rue verte, eau-p")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(own).to_have_value("rue verte, eau-potable")
    expect(own).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(card.get_by_label("Changer « eau-potable »")).to_have_value("eau-potable")
    expect(card).to_contain_text(re.compile(r"Ajouté par vous. Porté par \d+ jeux de données"))
    # The focus is where the next one is typed.
    expect(own).to_be_focused()
    expect(own).to_have_value("")
    # What is added, why something was changed, and the end of it.
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(card.get_by_role("button", name="Accepter")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Acceptée dans vos mots")


def test_an_option_is_taken_with_the_mouse_too(open_page: Opened) -> None:
    page = open_page("/datasets/marches-publics-val-ombre")
    page.get_by_role("button", name="Proposer des mots-clés").click()
    card = page.locator("#field-keywords")
    own = card.get_by_role("combobox", name="Ajouter vos propres mots-clés")
    own.press_sequentially("envi")
    option = card.get_by_role("option").filter(has_text="environnement")
    option.click()
    expect(own).to_have_value("environnement")
    expect(own).to_be_focused()
    expect(option).to_be_hidden()


@pytest.mark.rgaa("11.10")
def test_a_text_too_long_is_refused_where_it_was_typed(open_page: Opened) -> None:
    page = open_page("/datasets/subventions-associations-2022")
    card = page.locator("#field-short_description")
    page.get_by_role("button", name="Proposer une description courte").click()
    card.get_by_text("Modifier").click()
    typed = "Trop long. " * 30
    card.get_by_role("textbox").fill(typed)
    expect(card.locator(".count--over")).to_contain_text(str(len(typed.strip())))
    card.get_by_role("button", name="Enregistrer ma version").click()
    field = card.get_by_role("textbox")
    expect(field).to_be_focused()
    expect(field).to_have_value(typed.strip())
    expect(card.locator(".message--problem")).to_contain_text("200 caractères")


@with_and_without_javascript
def test_a_text_being_written_cannot_be_lost_by_accepting_the_proposal(
    open_page: Opened, *, scripting: bool
) -> None:
    page = open_page("/datasets/pistes-cyclables-val-ombre", java_script_enabled=scripting)
    ask = page.get_by_role("button", name="Proposer une description courte")
    if ask.count():
        ask.click()
    card = page.locator("#field-short_description")
    accept = card.get_by_role("button", name="Accepter")
    reject = card.get_by_text("Rejeter", exact=True)
    reject.click()
    card.get_by_text("Modifier", exact=True).click()
    card.get_by_role("textbox").fill("Mes mots.")
    expect(accept).to_be_hidden()
    expect(reject).to_be_hidden()
    expect(card.get_by_role("button", name="Confirmer le rejet")).to_be_hidden()
    card.get_by_text("Revenir à la proposition").click()
    expect(card.get_by_role("textbox")).to_be_hidden()
    expect(accept).to_be_visible()
    expect(reject).to_be_visible()
    card.get_by_text("Modifier", exact=True).click()
    expect(card.get_by_role("textbox")).to_have_value("Mes mots.")


def test_another_language_says_first_what_it_would_lose(open_page: Opened) -> None:
    page = open_page("/drafts/new")
    page.get_by_label("Titre").fill("Fréquentation du gymnase")
    page.get_by_role("link", name="English").click()
    expect(page.locator("#notice")).to_contain_text("n’est pas enregistré")
    expect(page.get_by_label("Titre")).to_have_value("Fréquentation du gymnase")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


@with_and_without_javascript
def test_keywords_with_personal_data_are_removed_and_the_others_can_be_saved(
    open_page: Opened, server: Server, *, scripting: bool
) -> None:
    identifier = "dechets-points-apport" if scripting else "horodateurs-valombreuse"
    page = open_page(f"/datasets/{identifier}", java_script_enabled=scripting)
    page.get_by_role("button", name="Proposer des mots-clés").click()
    card = page.locator("#field-keywords")
    dropped = proposed_keywords(card)[0]
    card.get_by_role("checkbox").first.uncheck()
    card.get_by_label("Ajouter vos propres mots-clés").fill("relevé, Soizic Kerbrat")
    card.locator("#field-keywords-accept").click()
    expect(card.locator(".field-problem")).to_contain_text("« [personne] »")
    expect(card.get_by_label("Ajouter vos propres mots-clés")).to_have_value("")
    expect(card.get_by_label("Changer « releve »")).to_have_value("releve")
    expect(card.get_by_role("checkbox").first).not_to_be_checked()
    assert "kerbrat" not in page.content().lower()
    card.locator("#field-keywords-accept").click()
    expect(card).to_contain_text("Acceptée dans vos mots le")
    tags = exported(page, identifier)["tags"]
    assert isinstance(tags, list)
    assert "releve" in tags
    assert dropped not in tags
    assert "Kerbrat" not in kept(server)


@with_and_without_javascript
def test_what_a_producer_writes_and_the_record_does_not_say_is_shown(
    open_page: Opened, *, scripting: bool
) -> None:
    identifier = "horodateurs-valombreuse" if scripting else "defibrillateurs-haute-lisse"
    page = open_page(f"/datasets/{identifier}", java_script_enabled=scripting)
    page.get_by_role("button", name="Proposer une description courte").click()
    card = page.locator("#field-short_description")
    card.get_by_text("Modifier").click()
    field = card.get_by_role("textbox")
    written = field.input_value().rstrip(".")
    field.fill(f"{written}, en 1987.")
    if scripting:
        expect(field).to_be_focused()
    else:
        card.get_by_role("button", name="Vérifier").click()
    expect(card.locator("mark.doubt")).to_have_text("1987")
    expect(card.locator("[aria-live=polite]")).to_contain_text(
        "« 1987 » : cette année n’est pas dans la fiche."
    )
    expect(field).to_have_value(f"{written}, en 1987.")
    if scripting:
        # Only what is new in the live region is read out: the same doubt stays the same element.
        expect(field).to_be_focused()
        card.locator(".doubts li").evaluate("(it) => { it.read = true; }")
        field.fill(f"{written}, dès 1987.")
        expect(card.locator(".checked-text")).to_contain_text("dès 1987")
        assert card.locator(".doubts li").evaluate("(it) => it.read")
        field.fill(f"{written}.")
        expect(card.locator("[aria-live=polite]")).to_have_text(
            "Tout ce que dit ce texte est dans la fiche."
        )
        expect(card.locator("mark.doubt")).to_have_count(0)
        field.fill(f"{written}, en 1987.")

    card.get_by_role("button", name="Enregistrer ma version").click()
    expect(card).to_contain_text("Acceptée dans vos mots le")
    expect(card.locator(".side--decided mark.doubt")).to_have_text("1987")
    assert exported(page, identifier)["description_short"] == f"{written}, en 1987."


@with_and_without_javascript
def test_a_text_with_personal_data_comes_back_masked_to_be_corrected(
    open_page: Opened, server: Server, *, scripting: bool
) -> None:
    identifier = "cantines-gaspillage" if scripting else "energie-batiments-municipaux"
    page = open_page(f"/datasets/{identifier}", java_script_enabled=scripting)
    page.get_by_role("button", name="Proposer une description courte").click()
    card = page.locator("#field-short_description")
    card.get_by_text("Modifier").click()
    card.get_by_role("textbox").fill("Relevés de Soizic Kerbrat.")
    card.get_by_role("button", name="Enregistrer ma version").click()
    expect(card.locator(".message--problem")).to_contain_text("données personnelles")
    field = card.get_by_role("textbox")
    expect(field).to_have_value("Relevés de [personne].")
    if scripting:
        expect(field).to_be_focused()
    assert "Kerbrat" not in kept(server)
    field.fill("Relevés du service.")
    card.get_by_role("button", name="Enregistrer ma version").click()
    expect(card).to_contain_text("Acceptée dans vos mots le")
    assert exported(page, identifier)["description_short"] == "Relevés du service."


def test_a_check_that_fails_leaves_the_person_at_their_text(open_page: Opened) -> None:
    page = open_page("/drafts/new")
    page.get_by_label("Titre").fill("Fréquentation du gymnase")
    page.get_by_role("button", name="Travailler sur cette fiche").click()
    other = open_page(page.url)
    page.get_by_role("link", name="Modifier la fiche").click()
    other.get_by_role("button", name="Ajouter au catalogue").click()
    expect(other.locator(".message--draft")).to_have_count(0)

    field = page.get_by_label("Description courte")
    field.fill("Comptages de vélos en 1987.")
    expect(page.get_by_role("alert")).to_contain_text("Aucun jeu de données ne porte")
    expect(field).to_be_focused()
    expect(field).to_have_value("Comptages de vélos en 1987.")


@with_and_without_javascript
def test_what_was_masked_in_what_is_pasted_is_shown_and_never_kept(
    open_page: Opened, server: Server, *, scripting: bool
) -> None:
    page = open_page("/drafts/new", java_script_enabled=scripting)
    page.get_by_label("Titre").fill("Fréquentation du gymnase")
    page.get_by_label("Description", exact=True).fill(
        "Entrées par jour, relevées par Soizic Kerbrat (soizic.kerbrat@exemple.fr)."
    )
    page.get_by_label("Description courte").fill("Entrées par jour en 1987.")
    if scripting:
        page.get_by_label("Mots-clés").click()
    else:
        page.get_by_role("button", name="Vérifier la description courte").click()
    expect(page.locator("mark.doubt")).to_have_text("1987")
    page.get_by_role("button", name="Travailler sur cette fiche").click()
    expect(page.locator(".message--masked")).to_contain_text(
        "Masqué avant d’être gardé : 1 nom de personne, 1 adresse e-mail."
    )
    expect(page.locator("mark.masked")).to_have_text(["[personne]", "[e-mail]"])
    expect(page.locator("mark.doubt")).to_have_text("1987")
    assert "kerbrat" not in kept(server).lower()
    assert "gymnase" in kept(server)


@pytest.mark.rgaa("7.3", "7.5", "12.7")
def test_the_keyboard_is_enough(open_page: Opened) -> None:
    page = open_page("/datasets/prenoms-valombreuse")
    card = page.locator("#field-short_description")
    keyboard = page.keyboard
    keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    keyboard.press("Enter")
    tab_to(page, "Proposer une description courte")
    keyboard.press("Enter")
    expect(card.locator(".proposal-head")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Description courte")
    tab_to(page, "D’où cela vient-il")
    keyboard.press("Enter")
    expect(card.locator("mark").first).to_be_visible()
    tab_to(page, "Modifier")
    keyboard.press("Enter")
    expect(card.get_by_role("textbox")).to_be_focused()
    keyboard.press("Escape")
    expect(card.get_by_role("textbox")).to_be_hidden()
    keyboard.press("Shift+Tab")
    expect(card.get_by_role("button", name="Accepter")).to_be_focused()
    keyboard.press("Enter")
    expect(card.locator(".side--decided h4")).to_be_focused()
    tab_to(page, "Annuler la décision")
    keyboard.press("Enter")
    expect(card.locator(".proposal-head")).to_be_focused()


def test_a_decision_that_comes_second_is_refused_and_the_fresh_state_is_shown(
    open_page: Opened,
) -> None:
    path = "/datasets/musee-ombre-collections"
    first = open_page(path)
    first.get_by_role("button", name="Proposer des mots-clés").click()
    expect(first.locator("#field-keywords-accept")).to_be_visible()
    second, plain = open_page(path), open_page(path, java_script_enabled=False)
    first.locator("#field-keywords-accept").click()
    expect(first.locator("#field-keywords")).to_contain_text("Acceptée")
    for late in (second, plain):
        late.locator("#field-keywords-accept").click()
        card = late.locator("#field-keywords")
        expect(card.locator(".message--problem")).to_contain_text("a déjà reçu une décision")
        expect(card.get_by_role("button", name="Annuler la décision")).to_be_visible()


def test_what_htmx_is_given_is_the_part_of_the_page_that_a_reload_gives(
    open_page: Opened,
) -> None:
    page = open_page("/datasets/tol-gtfs")
    for click in ("#field-keywords-ask", "#field-keywords-accept", "#field-keywords-undo"):
        with page.expect_response("**/suggestions**") as response:
            page.locator(click).click()
        fragment = response.value.text()
        whole = page.request.get(page.url).text()
        assert fragment.strip()
        assert lines(fragment) in lines(whole)


def lines(html: str) -> str:
    """The HTML without the blank lines and margins that including a template may leave."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def test_the_other_language_keeps_the_page(open_page: Opened) -> None:
    page = open_page("/datasets/dechets-tonnages")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    title = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("button", name="Propose keywords").click()
    expect(page.locator("#field-keywords")).to_contain_text("Automatic proposal, experimental")


def tab_to(page: Page, text: str) -> None:
    """Press Tab until something that says this has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if text in page.evaluate("document.activeElement.innerText"):
            return
    raise AssertionError(f"Tab never reaches {text}")
