"""Servers of tests that are async, for tests that drive a browser or a process and are not."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TypeVar

Server = TypeVar("Server")

START_SECONDS = 60


@contextmanager
def in_a_thread(serve: Callable[[], AbstractAsyncContextManager[Server]]) -> Iterator[Server]:
    """Run a server in a thread of its own, for a test or for all those of a file."""
    ready = threading.Event()
    running: list[tuple[Server, asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def run() -> None:
        async with serve() as server:
            over = asyncio.Event()
            running.append((server, asyncio.get_running_loop(), over))
            ready.set()
            await over.wait()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    ready.wait(START_SECONDS)
    [(server, loop, over)] = running
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
