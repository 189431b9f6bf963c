"""How far a long work is, shown to those who look at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)


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
