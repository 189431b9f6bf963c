"""The page of commitments in Chromium: empty, with decisions, without scripts, for everyone."""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from eclaireur import Dataset, Settings, open_assistant
from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.ports import DatasetQuery
from eclaireur.core.suggestion import Action, Decision, State
from eclaireur.sample import sample_place
from eclaireur.wiring.audit import audit_installation

from .conftest import Server, serving
from .test_web_accessibility import check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

CONFIGURATION = """
[publication]
organisation = "Ville de Valmoncel"
repository = "https://depot.example/main"

[budgets.total]
requests = 2000

[models.un-modele-au-nom-plutot-long]
address = "http://127.0.0.1:9/v1"
private = true
model = "an-alias"
operator = { name = "Tests", kind = "state" }
country = "FR"
weights = "tests/tested"
licence = "Apache-2.0"
parameters = { total = 117, active = 5.1 }
context = 4096
"""

DECISIONS = (Action.ACCEPT, Action.ACCEPT, Action.ACCEPT, Action.REJECT)


async def decide(data: Path) -> None:
    """Propose short descriptions for the sample, decide on them, and audit the installation."""
    settings = Settings(data=data)
    async with open_assistant(settings) as assistant:
        records = read_catalogue(sample_place())
        await assistant.put_datasets(each for each in records if isinstance(each, Dataset))
        page = await assistant.find_datasets(DatasetQuery(limit=16))
        for number, dataset in enumerate(page.items):
            suggestion = await assistant.suggest(dataset.identifier, "short_description")
            if suggestion.state is State.PROPOSED:
                action = DECISIONS[number % len(DECISIONS)]
                await assistant.decide(suggestion.key, Decision(action=action))
    await audit_installation(settings, pages={}, policy_of_content="default-src 'none'", logs=())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on an empty store, with a model that nothing reaches."""
    home = tmp_path_factory.mktemp("commitments") / "data"
    home.mkdir()
    (home / "eclaireur.toml").write_text(CONFIGURATION, "utf-8")
    with serving(home) as server:
        yield server


@pytest.fixture(scope="module")
def decided(server: Server) -> None:
    """Proposals, decisions and an audit, in the store of the server."""
    with ThreadPoolExecutor(1) as aside:  # Playwright has a loop of its own in this thread.
        aside.submit(lambda: asyncio.run(decide(server.data))).result()


def test_with_an_empty_store_the_page_says_so(open_page: Opened) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Engagements, chiffres et vérifications").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nos engagements")
    expect(page.get_by_role("heading", name="Rien n’a encore été proposé.")).to_be_visible()
    expect(page.get_by_text("Aucun audit encore : lancez eclaireur audit").first).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(0)
    check(page, "empty commitments")


@pytest.mark.usefixtures("decided")
def test_nobody_is_kept_from_the_figures(open_page: Opened) -> None:
    page = open_page("/engagements")
    expect(page.locator(".bar")).not_to_have_count(0)
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    check(page, "commitments, all open")
    page.goto("/en/engagements")
    check(page, "commitments in English")


@pytest.mark.rgaa("1.1", "1.3", "3.1", "5.4", "5.6", "5.7", "8.5", "8.6", "8.7", "9.1")
@pytest.mark.usefixtures("decided")
def test_a_chart_is_read_aloud_and_as_a_table(open_page: Opened) -> None:
    page = open_page("/en/engagements")
    expect(page).to_have_title("Our commitments · Éclaireur")
    chart = page.get_by_role("figure", name="Shares of proposals accepted")
    bar = chart.get_by_role("img")
    said = bar.get_attribute("aria-label")
    assert said is not None
    table = page.get_by_role("table", name="Decisions, by method")
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert heads[3:] == ["Accepted", "Edited", "Rejected"]
    row = table.get_by_role("row").nth(1)
    expect(row.get_by_role("rowheader")).to_contain_text("Short description")
    accepted, edited, rejected = row.get_by_role("cell").all_inner_texts()[2:]
    assert said.endswith(f": {accepted} accepted, {edited} edited, {rejected} rejected")
    page.get_by_text("The prompt given to the model, in full").first.click()
    expect(page.get_by_text("Tu décris des jeux de données publics")).to_have_attribute(
        "lang", "fr"
    )
    levels = [
        int(level)
        for level in page.locator("h1, h2, h3, h4").evaluate_all(
            "(all) => all.map((it) => it.tagName[1])"
        )
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.rgaa("7.1", "12.7")
@pytest.mark.usefixtures("decided")
def test_without_scripts_nothing_is_missing(open_page: Opened) -> None:
    page = open_page("/engagements", java_script_enabled=False)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.get_by_role("link", name="Ce que donnent les demandes").click()
    page.get_by_text("Les mêmes chiffres en tableau").click()
    expect(page.get_by_role("table", name="Réponses, par méthode")).to_be_visible()
    page.get_by_text("La consigne donnée au modèle, en entier").first.click()
    expect(page.get_by_text("Tu décris des jeux de données publics")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Les chiffres (CSV)").click()
    figures = download.value.path().read_text("utf-8-sig")
    assert '"commitment";"1"' in figures
    assert "etalab-2.0" in figures
    page.get_by_role("link", name="Le registre des usages").click()
    expect(page.locator("body")).to_contain_text("short_description")
