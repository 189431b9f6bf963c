"""Empty stores, made once in a process and copied: the migrations take most of a small test."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from eclaireur.settings import Settings
from eclaireur.store import open_store


def make_store(address: str) -> None:
    """Have the migrations make a store in an empty database."""

    async def make() -> None:
        async with open_store(address):
            pass

    # The thread of a test may have a loop of its own already.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, make()).result()


@cache
def _made() -> bytes:
    with TemporaryDirectory() as directory:
        place = Path(directory, "eclaireur.sqlite")
        make_store(f"sqlite:///{place}")
        return place.read_bytes()


def empty_store(place: Path) -> str:
    """Have an empty store in a file, unless it is there already, and return its address."""
    if not place.exists():
        place.parent.mkdir(mode=0o700, exist_ok=True)
        place.write_bytes(_made())
    return f"sqlite:///{place}"


def empty_data(place: Path) -> Path:
    """Have an empty store in a data directory, unless it is there already; return the directory."""
    empty_store(Settings(data=place).database_file)
    return place
