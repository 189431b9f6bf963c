"""The generated pages of the docs say what the program says today."""

import runpy
from pathlib import Path

GENERATOR = Path(__file__).parents[3] / "docs/generate.py"


def test_generated_pages_are_up_to_date() -> None:
    documents = runpy.run_path(str(GENERATOR))["documents"]()
    assert documents
    for place, text in documents.items():
        assert place.read_text("utf-8") == text, f"{place.name} is out of date: run `make docs`"
