"""What comes from the terminal and goes to it. Text from a catalogue is never a command to it."""

import io
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from eclaireur.core.errors import UndecodableText
from eclaireur.messages import Messages

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, colours a screen, turns text around or cannot be written."""


def printable(text: str) -> str:
    """Return the text with what a terminal would obey, or could not show, made visible."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale; in JSON, a lone surrogate comes out as its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def standard_input() -> str:
    """Read a text, as it is to its ends of lines. Raises UndecodableText if it is not UTF-8."""
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise UndecodableText from None


def agreed(question: str, say: Messages) -> bool:
    """Ask somebody at a terminal, on standard error; anything but a yes is a no."""
    asked = f"{question} [{say('cli-yes-or-no')}]"
    answered: str = click.prompt(asked, default="", show_default=False, err=True)
    return answered.strip().lower() in say("cli-yes").split()


@contextmanager
def progress(label: str, *, beside_results: bool = False) -> Iterator[Callable[[], None]]:
    """Show on a terminal how many are done; the function given counts one more.

    Nothing is shown where nobody looks, when standard error is not a terminal.

    Args:
        label: what is being done.
        beside_results: the results go to standard output meanwhile; on a terminal, they are
            the progress.
    """
    errors = Console(stderr=True)
    shown = errors.is_terminal and not (beside_results and sys.stdout.isatty())
    with Progress(
        TextColumn("{task.description}"),
        TextColumn("{task.completed}"),
        TimeElapsedColumn(),
        console=errors,
        disable=not shown,
        transient=True,
        redirect_stdout=False,
    ) as bar:
        task = bar.add_task(label, total=None)
        yield lambda: bar.advance(task)


@contextmanager
def counted(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many of so many are done, and the time left, at the pace so far.

    The function given says how many are. Nothing is shown where nobody looks.
    """
    errors = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        disable=not errors.is_terminal,
        transient=True,
        redirect_stdout=False,
    ) as bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.update(task, completed=done)
