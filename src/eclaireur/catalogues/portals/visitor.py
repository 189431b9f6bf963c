"""How a portal is asked: one thing at a time, without haste, and again when that may help."""

import asyncio
import io
import json
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO, NoReturn

import stamina

from eclaireur.core.base import Json
from eclaireur.core.errors import (
    AnswerCutShort,
    HostTooSlow,
    HostUnreachable,
    PortalAnswerUnusable,
    PortalBusy,
    PortalFailed,
    PortalLacks,
    PortalRefuses,
)
from eclaireur.egress import Answer, Egress
from eclaireur.egress.address import Address
from eclaireur.egress.retry_after import seconds_to_wait
from eclaireur.formats.stream import inflated

MAX_PAGE = 64 * 10**6
"""Bytes of a page of JSON, as sent and once inflated."""

MAX_DOWNLOAD = 2 * 10**9
"""Bytes of a document."""

_GZIP = {"accept-encoding": "gzip"}
IDENTITY = {"user-agent": "eclaireur"}
_PASSING_PROBLEMS = frozenset({"name", "connection"})
_BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_REFUSING = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Manners:
    """How long a portal is waited for, and left alone. All are seconds but `attempts`."""

    pause_s: float = 0.1
    """From one request to the next, at least."""
    attempts: int = 5
    first_wait_s: float = 1.0
    """Before another attempt; it doubles each time."""
    longest_wait_s: float = 120.0
    """That a portal may ask for before one gives up, to take it up later."""
    deadline_s: float = 60.0
    """For one answer."""
    download_s: float = 1800.0
    """For one document."""


class Visitor:
    """Reads what a portal serves, politely."""

    def __init__(self, egress: Egress, address: str, manners: Manners | None = None) -> None:
        self._egress = egress
        self._origin = str(Address.read(address).origin)
        self.manners = manners or Manners()
        self._next_at = 0.0

    @property
    def origin(self) -> str:
        """Whom it visits, as errors name it."""
        return self._origin

    async def json(self, address: str, headers: Mapping[str, str] | None = None) -> Json:
        """Read an answer in JSON.

        Raises:
            PortalLacks: there is nothing there, or no longer.
            PortalRefuses, PortalBusy, PortalFailed: the portal does not serve it now.
            PortalAnswerUnusable: it is not JSON.
            Unavailable: the portal cannot be reached, as egress tells.
        """
        read: Json = None
        async for attempt in self.attempts(self._wait_before_another):
            with attempt:
                await self.turn()
                answer = await self._egress.send(
                    "GET",
                    address,
                    headers={"accept": "application/json", **_GZIP, **IDENTITY, **(headers or {})},
                    deadline_s=self.manners.deadline_s,
                    max_bytes=MAX_PAGE,
                )
                self.refuse_failure(answer)
                read = self._parsed(answer.body)
        return read

    async def download(self, address: str, sink: IO[bytes], accept: str) -> None:
        """Write a document into a file, from its beginning. Raises as `json` does."""
        async for attempt in self.attempts(self._wait_before_another):
            with attempt:
                await self.turn()
                sink.seek(0)
                sink.truncate()
                answer = await self._egress.download(
                    address,
                    sink,
                    headers={"accept": accept, **_GZIP, **IDENTITY},
                    deadline_s=self.manners.download_s,
                    max_bytes=MAX_DOWNLOAD,
                )
                self.refuse_failure(answer)

    def unexpected(self) -> PortalAnswerUnusable:
        """The error of an answer that is JSON of another form."""
        return PortalAnswerUnusable(origin=self._origin, problem="unexpected")

    def refuse_failure(self, answer: Answer) -> None:
        status = answer.status
        if status in _BUSY:
            seconds = seconds_to_wait(answer.headers.get("retry-after", ""))
            raise PortalBusy(origin=self._origin, seconds=seconds)
        if status in _GONE:
            raise PortalLacks(origin=self._origin, status=status)
        if status in _REFUSING:
            raise PortalRefuses(origin=self._origin, status=status)
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            raise PortalFailed(origin=self._origin, status=status)

    def _parsed(self, body: bytes) -> Json:
        try:
            text = inflated(io.BytesIO(body), self._origin, MAX_PAGE).read()
            read: Json = json.loads(text, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise PortalAnswerUnusable(origin=self._origin, problem="not-json") from error
        return read

    async def turn(self) -> None:
        """Wait until the portal has been left alone long enough."""
        now = time.monotonic()
        await asyncio.sleep(max(0.0, self._next_at - now))
        self._next_at = max(now, self._next_at) + self.manners.pause_s

    def attempts(
        self, wait_before_another: Callable[[Exception], bool | float]
    ) -> AsyncIterator[stamina.Attempt]:
        """As many attempts as manners allow, where another may help."""
        return aiter(
            stamina.retry_context(
                on=wait_before_another,
                attempts=self.manners.attempts,
                timeout=None,
                wait_initial=self.manners.first_wait_s,
                wait_max=self.manners.longest_wait_s,
                wait_jitter=self.manners.first_wait_s,
            )
        )

    def _wait_before_another(self, error: Exception) -> bool | float:
        """Say whether another attempt may help, and how long to wait for it."""
        match error:
            case PortalBusy():
                seconds = float(error.params["seconds"])
                logger.info("waiting for %s: %s", self._origin, error)
                return seconds <= self.manners.longest_wait_s and (seconds or True)
            case PortalFailed():
                return float(error.params["status"]) >= HTTPStatus.INTERNAL_SERVER_ERROR
            case HostUnreachable(params={"problem": problem}):
                return problem in _PASSING_PROBLEMS
            case AnswerCutShort() | HostTooSlow():
                return True
        return False


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
