"""A long work in a process of its own: it has begun, or says why it has not."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from eclaireur.core.errors import StoreUnavailable, WorkUnderWay
from eclaireur.processes import start


def write(place: Path) -> None:
    place.write_text(f"{os.getpid()} {os.nice(0)}")


async def write_and_begin(place: Path, begun: Callable[[], None]) -> None:
    write(place)
    begun()


async def refuse(_: Callable[[], None]) -> None:
    raise WorkUnderWay


async def lack(_: Callable[[], None]) -> None:
    raise StoreUnavailable(place="ici", problem="plein")


async def crash(_: Callable[[], None]) -> None:
    os._exit(3)


async def test_it_works_elsewhere_and_gives_way(tmp_path: Path) -> None:
    place = tmp_path / "written"
    await start(partial(write_and_begin, place))
    process, niceness = map(int, place.read_text().split())
    assert process != os.getpid()
    assert niceness > os.nice(0)


async def test_what_keeps_it_from_beginning_is_told_here() -> None:
    with pytest.raises(WorkUnderWay):
        await start(refuse)
    with pytest.raises(StoreUnavailable, match="plein"):
        await start(lack)
    with pytest.raises(ChildProcessError):
        await start(crash)
