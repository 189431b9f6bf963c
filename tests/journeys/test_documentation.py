"""Every example of the README and of the docs runs, or is accepted, as it is written."""

import re
from pathlib import Path
from typing import Any

import pytest

from eclaireur.configuration import examine

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def examples(language: str) -> list[Any]:
    """The blocks of the docs in a language."""
    block = re.compile(rf"^```{language}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return [
        pytest.param(example, id=f"{page.name}-{number}")
        for page in PAGES
        for number, example in enumerate(block.findall(page.read_text("utf-8")), 1)
    ]


@pytest.mark.parametrize("example", examples("toml"))
def test_a_configuration_is_accepted(example: str, tmp_path: Path) -> None:
    place = tmp_path / "eclaireur.toml"
    place.write_text(example, "utf-8")
    assert examine(place).problems == ()


@pytest.mark.parametrize("example", examples("python"))
def test_an_example_runs(example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "example", "exec"), {"__name__": "__main__"})  # noqa: S102


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_to_a_file_leads_to_one(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [each for each in targets if not (page.parent / each).exists()] == []
