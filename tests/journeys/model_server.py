"""The server of a model for tests that drive a browser or a process, and are not async."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fault_server import FaultServer, fault_server

START_SECONDS = 60


@contextmanager
def model_server() -> Iterator[FaultServer]:
    """Run one in a thread of its own, for a test or for all those of a file."""
    ready = threading.Event()
    running: list[tuple[FaultServer, asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def run() -> None:
        async with fault_server() as server:
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
