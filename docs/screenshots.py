"""Take the pictures of the documentation, on a machine with Chromium.

    PYTHONPATH=tests/contract python -m docs.screenshots

They show the real pages: a proposal of the sample catalogue with its evidence open, and a campaign
that is reviewed.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.journeys.conftest import ARGUMENTS, CHROMIUM, serving
from tests.journeys.reviewed_campaign import budgets, prepare

IMAGES = Path(__file__).parent / "images"
DATASET = "debits-rivieres"
WIDTH = 1280
MARGIN = 12
"""Pixels shown above and below the proposal."""


def main() -> None:
    """Serve the sample catalogue, ask for a short description, and review a campaign."""
    with TemporaryDirectory() as home, serving(Path(home) / "data", "--sample") as server:
        _take(f"{server.url}/datasets/{DATASET}")
        key = prepare(server.data, {"budgets": ("short_description", budgets("budget"))})["budgets"]
        _take_review(f"{server.url}/campaigns/{key}/review")


def _take(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": 800}, locale="fr-FR", reduced_motion="reduce"
        )
        page.goto(address)
        card = page.locator("#field-short_description")
        card.get_by_role("button", name="Proposer une description courte").click()
        card.get_by_text("D’où cela vient-il").click()
        page.mouse.move(0, 0)
        bottom = card.evaluate("(card) => card.getBoundingClientRect().bottom + scrollY")
        title = page.get_by_role("heading", name="Ce qu’Éclaireur peut proposer")
        top = title.evaluate("(title) => title.getBoundingClientRect().top + scrollY") - MARGIN
        page.screenshot(
            path=IMAGES / "proposal.png",
            full_page=True,
            clip={"x": 0, "y": top, "width": WIDTH, "height": bottom + MARGIN - top},
        )
        browser.close()


def _take_review(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": 900}, locale="fr-FR", reduced_motion="reduce"
        )
        page.goto(address, wait_until="networkidle")
        page.keyboard.press("a")
        page.get_by_role("link", name="autres fiches de même modèle").wait_for()
        page.locator("#review-progress", has_text="Une décidée").wait_for()
        page.mouse.move(0, 0)
        bottom = page.locator("#desk").evaluate("(it) => it.getBoundingClientRect().bottom")
        page.screenshot(
            path=IMAGES / "review.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": WIDTH, "height": bottom + MARGIN},
        )
        browser.close()


if __name__ == "__main__":
    main()
