"""Where a text is read: here, or in another thread when that takes a while."""

import asyncio
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

LONG = 10_000
"""Characters of a text that takes tens of milliseconds to read. A thread for each of the others
would cost more than it frees."""

Given = TypeVarTuple("Given")
Read = TypeVar("Read")


async def read(text: str, reading: Callable[[*Given], Read], *given: *Given) -> Read:
    """What a reading of a text answers; other requests go on meanwhile if it is long."""
    if len(text) < LONG:
        return reading(*given)
    return await asyncio.to_thread(reading, *given)
