"""Where a text is read: here, or in another thread when that takes a while."""

import asyncio
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from eclaireur.core.dataset import Dataset

LONG = 10_000
"""Characters of a text that takes tens of milliseconds to read. A thread for each of the others
would cost more than it frees."""

LONGEST = 200_000
"""Characters of a description that are read to propose: a second of work, or a little more."""

Given = TypeVarTuple("Given")
Read = TypeVar("Read")


async def read(text: str, reading: Callable[[*Given], Read], *given: *Given) -> Read:
    """What a reading of a text answers; other requests go on meanwhile if it is long."""
    if len(text) < LONG:
        return reading(*given)
    return await asyncio.to_thread(reading, *given)


def within_reach(dataset: Dataset) -> Dataset:
    """The dataset with the beginning of its description, where nobody would read it to its end.

    What is found in the beginning is at the same place in the whole.
    """
    if len(dataset.description) <= LONGEST:
        return dataset
    return dataset.model_copy(update={"description": dataset.description[:LONGEST]})
