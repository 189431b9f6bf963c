"""Tasks that follow the files they are made from: what serves changes without a restart."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Method, Proposal, Withheld
from eclaireur.tasks.task import Task


def followed(make: Callable[[], tuple[Task, ...]], stamp: Callable[[], object]) -> tuple[Task, ...]:
    """Return the tasks, with methods that are made again once the files have changed.

    Args:
        make: makes the tasks of the files as they are.
        stamp: tells the files from those that replace them; it is asked at each proposal.
    """
    made, tasks = stamp(), make()
    turn = asyncio.Lock()

    async def current(task: int, method: int) -> Method:
        nonlocal made, tasks
        async with turn:
            now = stamp()
            if now != made:
                # A large vocabulary takes a second, and others are being answered.
                made, tasks = now, await asyncio.to_thread(make)
            return tasks[task].methods[method]

    return tuple(
        replace(
            each,
            methods=tuple(
                _Followed(method.name, method.model, partial(current, number, place))
                for place, method in enumerate(each.methods)
            ),
        )
        for number, each in enumerate(tasks)
    )


@dataclass(frozen=True)
class _Followed:
    """A method, as it is made of the files of the moment."""

    name: str
    model: str | None
    current: Callable[[], Awaitable[Method]]

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        return await (await self.current()).propose(dataset)
