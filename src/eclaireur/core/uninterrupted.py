"""Work that goes to its end, whoever stops waiting for it."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

Answer = TypeVar("Answer")


async def uninterrupted(work: Awaitable[Answer]) -> Answer:
    """Wait until the work has ended, however often whoever waits is cancelled.

    For what would leave something broken behind it halfway: a thread that holds a lock, or that
    reads what is about to be closed. Frameworks cancel again and again until they are heard, so
    one shield is not enough.

    Raises:
        asyncio.CancelledError: whoever waits was cancelled; the work has ended all the same.
    """
    working = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not working.done():
        try:
            await asyncio.wait([working])
        except asyncio.CancelledError as asked:
            cancelled = asked
    if cancelled is None:
        return working.result()
    if not working.cancelled():
        # How it ended is not for whoever left; asking for it keeps the loop from reporting it.
        working.exception()
    raise cancelled
