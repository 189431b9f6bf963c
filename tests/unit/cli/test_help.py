"""The help is worth reading, in both languages, and names all there is."""

import re

import click
import pytest

from eclaireur.cli import command_line
from eclaireur.cli.failures import ExitCode, Failures
from eclaireur.messages import LOCALES, Locale, messages

from .conftest import Run

ENGLISH = re.compile(r"\b(Usage:|Options:|Commands:|Show this|Error:|Try )")


def _commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [path]
    context = click.Context(group)
    for name in group.commands:
        command, below = group.get_command(context, name), (*path, name)
        found += _commands(command, below) if isinstance(command, click.Group) else [below]
    return found


SAY = messages("fr")
COMMANDS = _commands(command_line(SAY, Failures(SAY, as_json=False)))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("locale", LOCALES)
def test_each_command_explains_itself(run: Run, path: tuple[str, ...], locale: Locale) -> None:
    ran = run("--lang", locale, *path, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage")
    assert all(len(line) <= 200 for line in ran.out.splitlines())


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_french_help_holds_none_of_the_words_of_click(run: Run, path: tuple[str, ...]) -> None:
    assert ENGLISH.search(run(*path, "--help").out) is None


def test_help_names_every_exit_code(run: Run) -> None:
    help_text = run("--help").out
    for code in set(ExitCode) - {ExitCode.READER_GONE}:
        assert re.search(rf"^\s+{code.value}\s", help_text, re.MULTILINE), code


def test_help_names_every_command(run: Run) -> None:
    help_text = run("--help").out
    for path in COMMANDS:
        assert all(part in help_text for part in path[:1])


def test_without_a_command_the_help_is_an_error(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert "Usage" in ran.err


def test_language_may_come_from_the_system(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "it proposes" in run("--help").out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert "il propose" in run("--help").out
    monkeypatch.setenv("ECLAIREUR_LANG", "en")
    assert "it proposes" in run("--help").out
    assert "il propose" in run("--lang=fr", "--help").out


def test_version_is_shown(run: Run) -> None:
    assert re.fullmatch(r"eclaireur \d+\.\d+\.\d+\n", run("--version").out)
