"""Work that goes to its end."""

import asyncio
from threading import Event

import pytest

from eclaireur.core.uninterrupted import uninterrupted


async def test_whoever_waits_has_the_answer() -> None:
    assert await uninterrupted(asyncio.sleep(0, "answer")) == "answer"


async def test_whoever_waits_has_the_failure() -> None:
    async def fails() -> None:
        raise ValueError("why")

    with pytest.raises(ValueError, match="why"):
        await uninterrupted(fails())


@pytest.mark.parametrize("times", [1, 2, 10])
async def test_the_work_ends_before_whoever_is_cancelled_leaves(times: int) -> None:
    goes_on, ended = Event(), Event()

    def work() -> None:
        goes_on.wait(10)
        ended.set()

    leaving = asyncio.create_task(uninterrupted(asyncio.to_thread(work)))
    for _ in range(times):
        await asyncio.sleep(0.01)
        leaving.cancel()
    await asyncio.sleep(0.01)
    assert not leaving.done()

    goes_on.set()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    assert ended.is_set()


async def test_a_failure_that_nobody_waits_for_is_not_reported_by_the_loop() -> None:
    reported: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, said: reported.append(said))
    goes_on = asyncio.Event()

    async def fails() -> None:
        await goes_on.wait()
        raise ValueError

    leaving = asyncio.create_task(uninterrupted(fails()))
    await asyncio.sleep(0)
    leaving.cancel()
    await asyncio.sleep(0)
    goes_on.set()
    await asyncio.gather(leaving, return_exceptions=True)
    del leaving
    assert reported == []
