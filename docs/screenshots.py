"""Take the picture of the README: `python -m docs.screenshots`, on a machine with Chromium.

It shows the real pages, served on the sample catalogue: a proposal with its evidence open.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.journeys.conftest import ARGUMENTS, CHROMIUM, serving

PICTURE = Path(__file__).parent / "images" / "proposal.png"
DATASET = "debits-rivieres"
WIDTH = 1280
MARGIN = 12
"""Pixels shown above and below the proposal."""


def main() -> None:
    """Serve the sample catalogue, ask for a short description, and take the picture."""
    with TemporaryDirectory() as home, serving(Path(home) / "data", "--sample") as server:
        _take(f"{server.url}/datasets/{DATASET}")


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
            path=PICTURE,
            full_page=True,
            clip={"x": 0, "y": top, "width": WIDTH, "height": bottom + MARGIN - top},
        )
        browser.close()


if __name__ == "__main__":
    main()
