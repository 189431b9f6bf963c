"""How far a long work is, shown to those who look at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


@contextmanager
def progress(label: str, *, beside_results: bool = False) -> Iterator[Callable[[], None]]:
    """Show on a terminal how many are done; the function given counts one more.

    Nothing is shown where nobody looks, when standard error is not a terminal.

    Args:
        label: what is being done.
        beside_results: the results go to standard output meanwhile; on a terminal, they are
            the progress.
    """
    if not sys.stderr.isatty() or (beside_results and sys.stdout.isatty()):
        yield lambda: None
        return
    with _shown(label, None) as (bar, task):
        yield lambda: bar.advance(task)


@contextmanager
def counted(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many of so many are done, and the time left, at the pace so far.

    The function given says how many are. Nothing is shown where nobody looks.
    """
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    with _shown(label, total) as (bar, task):
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def _shown(label: str, total: int | None) -> Iterator[tuple["Progress", "TaskID"]]:
    # Only those who look need it.
    from rich import progress as of  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    name = of.TextColumn("{task.description}")
    columns = (
        (name, of.TextColumn("{task.completed}"), of.TimeElapsedColumn())
        if total is None
        else (name, of.BarColumn(), of.MofNCompleteColumn(), of.TimeRemainingColumn())
    )
    with of.Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False
    ) as bar:
        yield bar, bar.add_task(label, total=total)
