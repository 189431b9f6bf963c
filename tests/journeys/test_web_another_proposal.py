"""Another proposal, in a real browser: of a model that serves, misbehaves, or costs too much."""

import json
from collections.abc import Callable, Iterator

import fault_server as faults
import pytest
from fault_server import FaultServer, fault_server
from playwright.sync_api import Locator, Page, expect
from scripted_model import GOOD, INVENTED, TREES, declaration, says, says_keywords

from .conftest import Server, serving
from .in_a_thread import in_a_thread
from .test_web_accessibility import check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

DISTRICTS = ("Nord", "Sud", "Est", "Ouest", "Centre", "Plaine", "Coteau", "Rives", "Gare", "Mairie")
"""Each has its record, for the same question is never asked twice."""

FIRST_MS = 30_000
"""The first proposal may wait for what all of them need."""

SETTINGS = """
[budgets.keywords]
requests = 0
"""

with_and_without_javascript = pytest.mark.parametrize(
    "scripting", [True, False], ids=["javascript", "no-javascript"]
)


@pytest.fixture(scope="module")
def model() -> Iterator[FaultServer]:
    with in_a_thread(fault_server) as server:
        yield server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, model: FaultServer) -> Iterator[Server]:
    """An installation that declares the model."""
    home = tmp_path_factory.mktemp("another") / "data"
    home.mkdir()
    (home / "eclaireur.toml").write_text(SETTINGS + declaration(model.origin), "utf-8")
    records = home.with_suffix(".jsonl")
    records.write_text(
        "\n".join(
            json.dumps(
                {
                    "id": f"arbres-{district}",
                    "title": f"Arbres de la commune, quartier {district}",
                    "description": TREES.description,
                    "organization": TREES.publisher,
                }
            )
            for district in DISTRICTS
        ),
        "utf-8",
    )
    with serving(home, records) as server:
        yield server


def asked(page: Page, district: str) -> Locator:
    """The card of a record's short description, once the frugal method has proposed one."""
    page.goto(f"/datasets/arbres-{district}")
    page.get_by_role("button", name="Proposer une description courte").click()
    card = page.locator("#field-short_description")
    expect(card).to_contain_text("sans modèle de langage", timeout=FIRST_MS)
    return card


def another(card: Locator) -> Locator:
    return card.get_by_role("button", name="Demander une autre proposition")


@with_and_without_javascript
def test_another_proposal_names_its_method_and_its_model(
    open_page: Opened, model: FaultServer, *, scripting: bool
) -> None:
    model.play(says(GOOD))
    card = asked(open_page(java_script_enabled=scripting), "Nord" if scripting else "Sud")
    first = card.locator(".proposed").inner_text()
    another(card).click()
    expect(card.locator(".proposed")).to_have_text(GOOD)
    assert first != GOOD
    expect(card).to_contain_text("Modèle : tested.")
    expect(card.locator(".side--proposal")).not_to_contain_text("sans modèle de langage")
    expect(another(card)).to_have_count(0)
    card.get_by_text("D’où cela vient-il ?").click()
    expect(card.locator("mark").first).to_be_visible()
    card.get_by_role("button", name="Accepter").click()
    expect(card.locator(".side--decided .value")).to_have_text(GOOD)


@with_and_without_javascript
@pytest.mark.parametrize(
    ("behaviour", "message", "districts"),
    [
        (faults.answer("", 401), "refuse la clé donnée pour le modèle tested", ("Est", "Ouest")),
        (says(INVENTED), "choses que la fiche ne dit pas", ("Centre", "Plaine")),
    ],
    ids=["refused", "invented"],
)
def test_when_the_model_fails_its_message_is_precise_and_the_first_proposal_stands(
    open_page: Opened,
    model: FaultServer,
    behaviour: faults.Behaviour,
    message: str,
    districts: tuple[str, str],
    *,
    scripting: bool,
) -> None:
    model.play(behaviour)
    page = open_page(java_script_enabled=scripting)
    card = asked(page, districts[scripting])
    first = card.locator(".proposed").inner_text()
    another(card).click()
    problem = card.locator("#field-short_description-attempt")
    expect(problem).to_contain_text("Pas d’autre proposition.")
    expect(problem).to_contain_text(message)
    if scripting:
        expect(problem).to_be_focused()
    expect(card).not_to_contain_text("Marseille")
    expect(card.locator(".proposed")).to_have_text(first)
    card.get_by_role("button", name="Accepter").click()
    expect(card.locator(".side--decided .value")).to_have_text(first)


@with_and_without_javascript
def test_a_spent_budget_is_told_and_the_frugal_proposal_stands(
    open_page: Opened, model: FaultServer, *, scripting: bool
) -> None:
    model.play(says_keywords("arbre"))
    page = open_page("/datasets/arbres-Coteau", java_script_enabled=scripting)
    card = page.locator("#field-keywords")
    ask = page.get_by_role("button", name="Proposer des mots-clés")
    if ask.count():
        ask.click()
    fields = card.locator("input[name=value]")
    expect(fields).not_to_have_count(0)
    proposed = [each.input_value() for each in fields.all()]
    before = len(model.received)
    another(card).click()
    expect(card.locator("#field-keywords-attempt")).to_contain_text("budget")
    assert [each.input_value() for each in fields.all()] == proposed
    assert len(model.received) == before


def test_every_outcome_is_accessible(open_page: Opened, model: FaultServer) -> None:
    page = open_page()
    card = asked(page, "Rives")
    check(page, "another may be asked for")
    model.play(faults.answer("", 401))
    another(card).click()
    expect(card.locator("#field-short_description-attempt")).to_be_visible()
    check(page, "the model has failed")
    card = asked(page, "Gare")
    model.play(says(GOOD))
    another(card).click()
    expect(card.locator(".proposed")).to_have_text(GOOD)
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    check(page, "another proposal, all open")
