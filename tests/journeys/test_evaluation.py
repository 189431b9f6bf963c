"""The page of an evaluation, as people see it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from served import told

from .test_web_accessibility import check

SAMPLE = Path(__file__).parents[2] / "src/eclaireur/sample/catalogue.jsonl"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two evaluations of a few records, the second beside the first."""
    place = tmp_path_factory.mktemp("evaluation")
    saved, page_file = place / "saved.json", place / "page.html"
    on = ("--on", SAMPLE, "--limit", "6")
    for options in (("--save", saved), ("--against", saved, "--page", page_file)):
        evaluated = told(place / "data", "evaluate", *on, *options)
        assert evaluated.returncode == 0, evaluated.stderr
    return page_file


@pytest.mark.browser
def test_the_page_is_accessible(page_file: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    assert page.get_by_role("img").count() == 2
    check(page, "evaluation")
    page.close()
