"""The generated pages of the docs say what the program says today."""

import re
import runpy
from pathlib import Path

GENERATOR = Path(__file__).parents[3] / "docs/generate.py"


def test_generated_pages_are_up_to_date() -> None:
    documents = runpy.run_path(str(GENERATOR))["documents"]()
    assert documents
    for place, text in documents.items():
        assert place.read_text("utf-8") == text, f"{place.name} is out of date: run `make docs`"


def test_each_criterion_of_frugality_is_answered_once() -> None:
    _, answers = (GENERATOR.parent / "rgesn.md").read_text("utf-8").split("## Met\n")
    themes = {1: 10, 2: 10, 3: 7, 4: 15, 5: 8, 6: 7, 7: 4, 8: 10, 9: 7}
    criteria = [f"{theme}.{each}" for theme, last in themes.items() for each in range(1, last + 1)]
    assert sorted(re.findall(r"\b\d\.\d+\b", answers)) == sorted(criteria)
