"""Writes that wait for the disk together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from eclaireur.core.errors import StoreUnavailable

Item = TypeVar("Item")


class Together(Generic[Item]):
    """Writes in one transaction what several ask for while another is being written.

    The disk takes milliseconds to promise that something is kept, once a transaction and whatever
    it holds.

    Args:
        write: writes items, all of them or none.
    """

    def __init__(self, write: Callable[[Sequence[Item]], Awaitable[None]]) -> None:
        self._write = write
        self._waiting: list[tuple[Item, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def add(self, item: Item) -> None:
        """Write an item; it is written when this returns, and even if nobody waits for it."""
        written = asyncio.get_running_loop().create_future()
        self._waiting.append((item, written))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        await written

    async def end(self) -> None:
        """Wait until nothing is left to write."""
        if self._writing is not None:
            await self._writing

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            failure = await self._failure_to_write([item for item, _ in batch])
            # What one item is refused for says nothing of the others; a database that does not
            # answer concerns them all.
            one_by_one = failure is not None and not isinstance(failure, StoreUnavailable)
            for item, written in batch:
                own = failure
                if one_by_one and len(batch) > 1:
                    own = await self._failure_to_write([item])
                if written.cancelled():
                    continue
                if own is None:
                    written.set_result(None)
                else:
                    written.set_exception(own)
        self._writing = None

    async def _failure_to_write(self, items: Sequence[Item]) -> Exception | None:
        try:
            await self._write(items)
        except Exception as error:  # noqa: BLE001 - whoever waits for the item is told
            return error
        return None
