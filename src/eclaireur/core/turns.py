"""How many questions a model is asked at once, and whose turn it is to ask."""

import asyncio
from contextlib import suppress
from contextvars import ContextVar
from typing import Self


class Turns:
    """The turns to ask a model that this process has, of those that the model gives.

    A process that is alone has them all.

    Args:
        concurrency: questions that the model takes at once, whoever asks.
    """

    def __init__(self, concurrency: int) -> None:
        self.concurrency = concurrency
        self.part = concurrency
        """How many this process has; what was asked before there were fewer goes on."""
        self._free = asyncio.Semaphore(concurrency)

    async def take(self) -> None:
        """Wait for a turn, after those who wait already; at once if one was taken ahead here."""
        ahead = _AHEAD.get()
        if ahead is None or not ahead.is_handed_over_to(self):
            await self._free.acquire()

    def give_back(self) -> None:
        """Let the next one ask."""
        self._free.release()

    async def ahead(self, within_s: float) -> "Turn | None":
        """Take a turn for what will ask a question; None if there is none in that many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                await self._free.acquire()
            return Turn(self)
        return None

    def widen(self, more: int) -> None:
        """Have so many turns more."""
        self.part += more
        for _ in range(more):
            self._free.release()

    async def narrow(self, fewer: int) -> None:
        """Have so many turns fewer. Returns once no question is under way in one of them."""
        self.part -= fewer
        for _ in range(fewer):
            await self._free.acquire()


class Turn:
    """A turn that is taken before the question is there: what is asked first needs no other.

    Whoever prepares a question does not have to wait once it is ready, and what becomes of the
    answer keeps nobody waiting.
    """

    def __init__(self, turns: Turns) -> None:
        self._turns: Turns | None = turns

    def __enter__(self) -> Self:
        _AHEAD.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        _AHEAD.set(None)
        self.end()

    def is_handed_over_to(self, turns: Turns) -> bool:
        """Whether it is one of these turns, and still free; whoever is told so has it."""
        if self._turns is not turns:
            return False
        self._turns = None
        return True

    def end(self, _: object = None) -> None:
        """Give it back if no question took it."""
        if self._turns is not None:
            self._turns.give_back()
            self._turns = None


_AHEAD: ContextVar[Turn | None] = ContextVar("turn taken ahead", default=None)
