"""A command loads what it needs: whoever asks for the help waits for nothing else."""

import subprocess
import sys

import pytest

import eclaireur

from .conftest import Run

OF_THE_ASSISTANT = {"sqlalchemy", "numpy", "eclaireur.wiring", "eclaireur.assistant"}
OF_FEW = {
    "alembic",
    "dbos",
    "eclaireur.audit",
    "eclaireur.evaluation",
    "fastapi",
    "httpcore2",
    "jinja2",
    "joserfc",
    "psycopg",
    "rdflib",
    "rich",
}


def _loaded(*arguments: str) -> set[str]:
    """The modules that the command imports in a process of its own."""
    command = [sys.executable, "-X", "importtime", "-m", "eclaireur", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("--nothing-like-it",)])
def test_the_help_and_a_usage_error_load_no_assistant(arguments: tuple[str, ...]) -> None:
    loaded = _loaded(*arguments)
    assert "click" in loaded
    assert loaded & (OF_THE_ASSISTANT | OF_FEW) == set()


def test_an_ordinary_command_loads_what_every_one_needs(run: Run) -> None:
    # The first brings the schema up to date.
    assert run("campaign", "list").code == 0
    loaded = _loaded("campaign", "list")
    assert loaded >= OF_THE_ASSISTANT
    assert loaded & OF_FEW == set()


def test_python_callers_find_what_is_offered() -> None:
    for name in eclaireur.__all__:
        assert getattr(eclaireur, name).__name__ == name
    with pytest.raises(AttributeError, match="nothing_like_it"):
        eclaireur.nothing_like_it  # noqa: B018
