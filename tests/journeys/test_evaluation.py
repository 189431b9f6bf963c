"""The page of an evaluation, as people see it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .test_web_accessibility import check

SAMPLE = Path(__file__).parents[2] / "src/eclaireur/sample/catalogue.jsonl"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two evaluations of a few records, the second beside the first."""
    place = tmp_path_factory.mktemp("evaluation")
    saved, page_file = place / "saved.json", place / "page.html"
    command = [sys.executable, "-m", "eclaireur", "--data", str(place / "data"), "evaluate"]
    on = ("--on", str(SAMPLE), "--limit", "6")
    for options in (("--save", str(saved)), ("--against", str(saved), "--page", str(page_file))):
        subprocess.run([*command, *on, *options], check=True, capture_output=True)
    return page_file


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 320])
def test_the_page_is_accessible(page_file: Path, browser: Browser, scheme: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.get_by_role("img").count() == 2
    check(page, f"{scheme} {width}")
    context.close()
