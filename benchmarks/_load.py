"""People who each ask, wait for the answer, and ask again: a closed load over real HTTP."""

import asyncio
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Times:
    """How long each request took, and all of them together."""

    seconds: Sequence[float]
    elapsed_s: float
    processor_s: float | None = None
    """Of the process that was asked, for all of them."""

    @property
    def throughput(self) -> float:
        """Requests a second."""
        return len(self.seconds) / self.elapsed_s

    def percentile(self, rank: int) -> float:
        """Seconds within which so many in a hundred requests were answered."""
        return statistics.quantiles(self.seconds, n=100)[rank - 1]


async def load(
    port: int, requests: Sequence[bytes], users: int, check: Callable[[bytes], bool]
) -> Times:
    """Send each request once, as fast as so many people do.

    Raises:
        SystemExit: an answer is not what `check` expects.
    """
    waiting, seconds = iter(requests), list[float]()
    began = time.perf_counter()
    await asyncio.gather(*(_person(port, waiting, seconds, check) for _ in range(users)))
    return Times(seconds, time.perf_counter() - began)


def post(path: str, body: bytes, **headers: str) -> bytes:
    """Write a request."""
    fields = {"host": "127.0.0.1", "content-type": "application/json", **headers}
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
    return "\r\n".join([*lines, f"content-length: {len(body)}", "", ""]).encode() + body


async def _person(
    port: int, waiting: Iterator[bytes], seconds: list[float], check: Callable[[bytes], bool]
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in waiting:
        began = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        body = await reader.readexactly(int(length[1]) if length else 0)
        seconds.append(time.perf_counter() - began)
        if not check(body):
            raise SystemExit(f"Not the answer expected: {head + body!r:.2000}")
    writer.close()
