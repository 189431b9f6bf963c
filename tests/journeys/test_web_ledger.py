"""The ledger, as an operator reads it in Chromium, with a model whose server redirects."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from served import Server, serving, told

from .test_web_accessibility import NARROW, check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

DATASET = "/datasets/debits-rivieres"


class Redirecting(BaseHTTPRequestHandler):
    """A model's server that sends elsewhere, which is never followed."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(307)
        self.send_header("location", "https://elsewhere.example/v1/chat/completions")
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def model_port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Redirecting) as model:
        thread = threading.Thread(target=model.serve_forever)
        thread.start()
        yield model.server_port
        model.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, sample: Path, model_port: int
) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("ledger") / "data"
    shutil.copytree(sample, home)
    (home / "eclaireur.toml").write_text(
        f"""
[budgets.total]
requests = 2000
energy_wh = 0.5

[models.un-modele-au-nom-plutot-long]
address = "http://127.0.0.1:{model_port}/v1"
model = "an-alias"
operator = {{ name = "Tests", kind = "local" }}
country = "FR"
weights = "tests/tested"
licence = "Apache-2.0"
context = 4096
""",
        "utf-8",
    )
    with serving(home) as server:
        yield server


def switch_off(server: Server, *arguments: str) -> None:
    switched = told(server.data, "switch", "off", *arguments)
    assert switched.returncode == 0, switched.stderr


def test_the_ledger_is_empty_then_tells_everything(open_page: Opened, server: Server) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Registre des consommations").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Registre des consommations")
    expect(page.get_by_role("heading", name="Rien n’a encore été calculé.")).to_be_visible()
    expect(page.get_by_text("n’a refusé d’envoyer aucune requête")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(1)
    check(page, "empty ledger")

    page.goto(DATASET)
    page.get_by_role("button", name="Proposer une description courte").click()
    page.get_by_role("button", name="Demander une autre proposition").click()
    expect(page.get_by_text("Pas d’autre proposition.")).to_be_visible()
    page.locator("#field-short_description-accept").click()
    expect(page.locator("#field-short_description .side--decided")).to_be_visible()
    switch_off(server, "model", "un-modele-au-nom-plutot-long")
    switch_off(server, "task", "keywords", "--organisation", "Ville de Valmoncel")

    page.goto("/ledger")
    spent = page.get_by_role("table", name="Dépensé, par champ")
    row = spent.get_by_role("row", name=re.compile("Description courte 1 inconnu"))
    expect(row).to_contain_text("Wh")
    makers = page.get_by_role("table", name="Dépensé, par méthode et par modèle")
    model = makers.get_by_role("row", name=re.compile("un-modele-au-nom-plutot-long"))
    expect(model).to_contain_text("inconnu")
    refused = page.get_by_role("table", name="Depuis le démarrage de ce serveur")
    expect(refused.get_by_role("row").nth(1)).to_contain_text("renvoie à une autre adresse")
    off = page.get_by_role("table", name="Ce qui est désactivé")
    expect(off).to_contain_text("Ville de Valmoncel")
    expect(page.get_by_role("table", name="Limites du jour")).to_contain_text("1 999")
    metrics = page.request.get("/metrics").text()
    assert 'eclaireur_egress_refusals_total{origin="http://127.0.0.1' in metrics


def test_no_table_has_a_violation_nor_overflows_the_page(open_page: Opened) -> None:
    page = open_page("/ledger")
    expect(page.get_by_role("table")).to_have_count(7)
    check(page, "ledger")
    page.goto("/en/ledger")
    check(page, "ledger in English")


@pytest.mark.rgaa("7.3")
def test_a_wide_table_scrolls_with_the_keyboard(open_page: Opened) -> None:
    page = open_page("/ledger", java_script_enabled=False, viewport=NARROW)
    region = page.get_by_role("region", name="Dépensé, par jour")
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    last = region.get_by_role("columnheader", name="Émissions")
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    expect(last).to_be_in_viewport()
