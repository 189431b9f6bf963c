"""Spans on their way to the collector: kept for a moment, sent together, dropped if they cannot be.

Nobody ever waits for the collector: a span is put in a bounded queue, and what does not fit, or
cannot be sent, is dropped and counted.
"""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor

from eclaireur.core.errors import EclaireurError
from eclaireur.egress import Egress

WAITING = 2_048
"""Spans that wait at most: some megabytes."""

BATCH = 512
"""Spans sent at once."""

EVERY_S = 2.0
"""Seconds during which spans are gathered."""

DEADLINE_S = 10.0
"""Seconds that the collector has to answer."""

LAST_DEADLINE_S = 2.0
"""Seconds that it has when the process ends: somebody waits for that."""

ANSWER_BYTES = 100_000
"""The longest answer that is read. What it says is not used."""

HEADERS = {"content-type": "application/x-protobuf"}

logger = logging.getLogger(__name__)


class Sender(SpanProcessor):
    """Sends the spans that end to a collector.

    Args:
        egress: the way out; the collector must be declared there.
        address: where traces are posted.
    """

    def __init__(self, egress: Egress, address: str) -> None:
        self._egress = egress
        self._address = address
        self._waiting: deque[ReadableSpan] = deque()
        self._is_failing = False
        self.dropped = 0
        """Spans that did not fit, or could not be sent."""

    def on_end(self, span: ReadableSpan) -> None:
        """Keep a span until it is sent, if there is room."""
        if len(self._waiting) < WAITING:
            self._waiting.append(span)
        else:
            self.dropped += 1

    @asynccontextmanager
    async def sending(self) -> AsyncIterator[None]:
        """Send what there is again and again, then once more in the end."""
        ending = asyncio.Event()
        task = asyncio.create_task(self._send_regularly(ending))
        try:
            yield
        finally:
            ending.set()
            try:
                async with asyncio.timeout(LAST_DEADLINE_S):
                    await task
            except TimeoutError:
                logger.warning("traces: the collector is too slow to take the last ones")

    async def _send_regularly(self, ending: asyncio.Event) -> None:
        while not ending.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY_S):
                    await ending.wait()
            await self._send_all()

    async def _send_all(self) -> None:
        while self._waiting:
            batch = [self._waiting.popleft() for _ in range(min(BATCH, len(self._waiting)))]
            problem: str | None = "the process ends"
            try:
                problem = await self._problem_sending(batch)
            finally:
                # A counter never goes down: nothing is counted before it is known.
                self.dropped += len(batch) if problem is not None else 0
            if (problem is not None) != self._is_failing:
                # Once when it begins to fail, and once when it works again.
                self._is_failing = problem is not None
                logger.warning("traces: %s", problem or "the collector takes them again")
            if problem is not None:
                return

    async def _problem_sending(self, batch: list[ReadableSpan]) -> str | None:
        """Send some spans; return why they were not taken, if they were not."""
        body = await asyncio.to_thread(lambda: encode_spans(batch).SerializeToString())
        try:
            answer = await self._egress.send(
                "POST",
                self._address,
                headers=HEADERS,
                body=body,
                deadline_s=DEADLINE_S,
                max_bytes=ANSWER_BYTES,
            )
        except EclaireurError as error:
            return str(error)
        return None if answer.status == 200 else f"the collector answered {answer.status}"
