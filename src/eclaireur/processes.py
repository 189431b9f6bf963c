"""A long work in a process of its own, which gives way to those who are served."""

import asyncio
import logging
import os
import signal
from collections.abc import Awaitable, Callable
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeAlias

from eclaireur.core.errors import EclaireurError
from eclaireur.log import LogFormat, log_format, write_log

Work: TypeAlias = Callable[[Callable[[], None]], Awaitable[None]]
"""What is done: it says when nobody else can begin it, and tells its outcome by itself. It must be
something that pickle can name."""

_Refusal: TypeAlias = tuple[type[EclaireurError], dict[str, str | float]]

# How much it gives way.
_KINDNESS = 10

logger = logging.getLogger(__name__)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


async def start(work: Work) -> None:
    """Begin a work in another process, which ends with this one. Return once it has begun.

    Raises:
        EclaireurError: what kept it from beginning, `WorkUnderWay` for instance.
        ChildProcessError: its process ended, and did not say why.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_done, args=(work, theirs, log_format()), daemon=True)
    await asyncio.to_thread(process.start)
    theirs.close()
    with ours:
        try:
            refusal: _Refusal | None = await asyncio.to_thread(ours.recv)
        except EOFError as error:
            raise ChildProcessError from error
    if refusal is not None:
        kind, params = refusal
        raise kind(**params)


def _done(work: Work, starter: Connection, form: LogFormat | None) -> None:
    if form is not None:
        write_log(form)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    os.nice(_KINDNESS)
    has_begun = False

    def begun() -> None:
        nonlocal has_begun
        has_begun = True
        starter.send(None)

    async def worked() -> None:
        await work(begun)

    try:
        asyncio.run(worked())
    except EclaireurError as error:
        if not has_begun:
            starter.send((type(error), error.params))
    except Exception:
        # The interpreter would quote it.
        logger.exception("a work in a process of its own failed")
        raise SystemExit(1) from None


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
