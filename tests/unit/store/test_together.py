"""Writes that wait for the disk together."""

import asyncio
from collections.abc import Sequence
from itertools import chain

import pytest

from eclaireur.core.errors import StoreUnavailable
from eclaireur.store.together import Together


class Disk:
    """Remembers what each write held; each waits to be let go."""

    def __init__(self) -> None:
        self.written: list[list[str]] = []
        self.go = asyncio.Event()

    async def write(self, items: Sequence[str]) -> None:
        await self.go.wait()
        if "wrong" in items:
            raise ValueError("wrong")
        self.written.append(list(items))


async def test_what_is_asked_for_during_a_write_goes_into_the_next_one() -> None:
    disk = Disk()
    together = Together(disk.write)
    adding = [asyncio.create_task(together.add(each)) for each in "abc"]
    await asyncio.sleep(0)
    adding.append(asyncio.create_task(together.add("d")))
    await asyncio.sleep(0)
    assert not any(each.done() for each in adding)
    disk.go.set()
    await asyncio.gather(*adding)
    assert sorted(chain.from_iterable(disk.written)) == ["a", "b", "c", "d"]
    assert len(disk.written) < 4


async def test_an_item_that_is_refused_takes_no_other_with_it() -> None:
    disk = Disk()
    disk.go.set()
    together = Together(disk.write)
    told = await asyncio.gather(
        *(together.add(each) for each in ("a", "wrong", "b")), return_exceptions=True
    )
    assert [type(each) for each in told] == [type(None), ValueError, type(None)]
    assert sorted(chain.from_iterable(disk.written)) == ["a", "b"]
    with pytest.raises(ValueError, match="wrong"):
        await together.add("wrong")
    await together.add("c")
    assert disk.written[-1] == ["c"]


async def test_a_database_that_does_not_answer_is_asked_once_for_all() -> None:
    asked = 0

    async def write(_items: Sequence[str]) -> None:
        nonlocal asked
        asked += 1
        raise StoreUnavailable(place="here", problem="full")

    together = Together(write)
    told = await asyncio.gather(*(together.add(each) for each in "abc"), return_exceptions=True)
    assert [type(each) for each in told] == [StoreUnavailable] * 3
    assert asked == 1


async def test_what_was_asked_for_is_written_even_if_nobody_waits() -> None:
    disk = Disk()
    together = Together(disk.write)
    leaving, staying = (asyncio.create_task(together.add(each)) for each in "ab")
    await asyncio.sleep(0)
    leaving.cancel()
    disk.go.set()
    await together.end()
    assert sorted(chain.from_iterable(disk.written)) == ["a", "b"]
    await staying
    assert leaving.cancelled()
