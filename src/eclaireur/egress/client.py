"""The one way out of this process: what is not declared cannot be reached."""

import asyncio
import logging
import ssl
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from typing import IO

import httpcore2

from eclaireur.core.departure import SENT
from eclaireur.core.errors import (
    AnswerCutShort,
    AnswerTooLarge,
    EgressRefused,
    HostTooSlow,
    HostUnreachable,
    WrongAddress,
)
from eclaireur.egress.address import Address, Origin
from eclaireur.egress.destination import Destination
from eclaireur.egress.network import JudgedNetwork, Resolve, resolve_by_system

CONNECT_S = 5.0
"""Seconds to connect to one IP address, and as many for TLS."""

CONNECTIONS = 100
"""Connections open at once; a request waits for one within its own deadline."""

MB = 1_000_000

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What a host answered."""

    status: int
    headers: Mapping[str, str]
    """By name, in lower case."""
    body: bytes


class Egress:
    """Sends requests to declared destinations, and to nothing else.

    It follows no redirect, uses no proxy and keeps no cookie. Errors and logs name an origin,
    never a path. Open it with `open_egress`.
    """

    def __init__(self, destinations: Iterable[Destination], resolve: Resolve) -> None:
        declared = tuple(destinations)
        self._declared = frozenset(each.origin for each in declared)
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=httpcore2.default_ssl_context(),
            max_connections=CONNECTIONS,
            network_backend=JudgedNetwork(declared, resolve),
        )
        self._refusals: Counter[tuple[str, str]] = Counter()
        self._departures: Counter[tuple[str, str]] = Counter()

    @property
    def origins(self) -> frozenset[str]:
        """The origins that were declared."""
        return frozenset(str(each) for each in self._declared)

    @property
    def refusals(self) -> Mapping[tuple[str, str], int]:
        """How many requests were refused, by origin and problem, since the process began."""
        return self._refusals

    def take_departures(self) -> Mapping[tuple[str, str], int]:
        """Return what left or was refused since it was last asked, by origin and outcome."""
        taken, self._departures = self._departures, Counter()
        return taken

    async def send(
        self,
        method: str,
        address: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None = None,
        deadline_s: float,
        max_bytes: int,
    ) -> Answer:
        """Send one request and read its whole answer.

        Args:
            method: GET, POST…
            address: the whole address, on a declared origin.
            headers: what goes with it, beside what HTTP itself needs.
            body: what is sent, if anything.
            deadline_s: seconds until the last byte of the answer, everything included.
            max_bytes: the longest answer read.

        Raises:
            EgressRefused: the address is not declared, resolves to what may not answer for
                it, or answers with a redirect.
            HostUnreachable: it cannot be connected to.
            HostTooSlow: the deadline has passed.
            AnswerCutShort: the answer ended before its end, or is not HTTP.
            AnswerTooLarge: the answer is longer than `max_bytes`.
        """
        read = bytearray()
        answer = await self._sent(
            method, address, headers, body, deadline_s, max_bytes, read.extend
        )
        return replace(answer, body=bytes(read))

    async def download(
        self,
        address: str,
        sink: IO[bytes],
        *,
        headers: Mapping[str, str],
        deadline_s: float,
        max_bytes: int,
    ) -> Answer:
        """Get what may not fit in memory, and write it as it comes.

        Args:
            address: the whole address, on a declared origin.
            sink: where the bytes go, whatever the status; after an error, it holds a part.
            headers: as for `send`.
            deadline_s: as for `send`.
            max_bytes: as for `send`.

        Returns:
            The answer, with an empty body.

        Raises:
            Unavailable: as for `send`.
        """
        return await self._sent("GET", address, headers, None, deadline_s, max_bytes, sink.write)

    async def _sent(
        self,
        method: str,
        address: str,
        headers: Mapping[str, str],
        body: bytes | None,
        deadline_s: float,
        max_bytes: int,
        take: Callable[[bytes], object],
    ) -> Answer:
        try:
            admitted = self._admitted(address)
            with _failures_told(admitted.origin, deadline_s):
                async with asyncio.timeout(deadline_s):
                    answer = await self._exchange(method, admitted, headers, body, max_bytes, take)
            _refuse_redirect(answer, admitted.origin)
        except EgressRefused as refusal:
            origin, problem = str(refusal.params["origin"]), str(refusal.params["problem"])
            self._refusals[origin, problem] += 1
            # A portal that answers with links to elsewhere must not fill a store with their names.
            self._departures["?" if problem == "undeclared" else origin, problem] += 1
            logger.info("refused: %s (%s)", origin, problem)
            raise
        return answer

    async def aclose(self) -> None:
        await self._pool.aclose()

    def _admitted(self, address: str) -> Address:
        try:
            read = Address.read(address)
        except WrongAddress as error:
            raise EgressRefused(origin="?", problem="unreadable") from error
        if read.origin not in self._declared:
            raise EgressRefused(origin=str(read.origin), problem="undeclared")
        return read

    async def _exchange(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str],
        body: bytes | None,
        max_bytes: int,
        take: Callable[[bytes], object],
    ) -> Answer:
        self._departures[str(address.origin), SENT] += 1
        # The pool is given the parts that were judged: nothing reads the address a second time.
        url = httpcore2.URL(
            scheme=address.origin.scheme.encode(),
            host=address.origin.host.encode(),
            port=address.origin.port,
            target=address.target.encode(),
        )
        async with self._pool.stream(
            method,
            url,
            headers=list(headers.items()),
            content=body,
            extensions={"timeout": {"connect": CONNECT_S}},
        ) as response:
            length = 0
            async for chunk in response.aiter_stream():
                length += len(chunk)
                if length > max_bytes:
                    raise AnswerTooLarge(origin=str(address.origin), limit=max_bytes / MB)
                take(chunk)
            return Answer(
                response.status,
                {
                    name.decode("latin-1").lower(): value.decode("latin-1")
                    for name, value in response.headers
                },
                b"",
            )


@asynccontextmanager
async def open_egress(
    destinations: Iterable[Destination], *, resolve: Resolve = resolve_by_system
) -> AsyncIterator[Egress]:
    """Open the way out, and close its connections at the end."""
    egress = Egress(destinations, resolve)
    try:
        yield egress
    finally:
        await egress.aclose()


def _refuse_redirect(answer: Answer, origin: Origin) -> None:
    if 300 <= answer.status < 400:
        raise EgressRefused(origin=str(origin), problem="redirect")


@contextmanager
def _failures_told(origin: Origin, deadline_s: float) -> Iterator[None]:
    """Give the failures of a request the names that they have here."""
    try:
        yield
    except TimeoutError as error:
        raise HostTooSlow(origin=str(origin), seconds=round(deadline_s, 1)) from error
    except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
        # The connection itself is made by `JudgedNetwork`: what is left is TLS.
        cause = error.__cause__ or error.__context__
        untrusted = isinstance(cause, ssl.SSLCertVerificationError)
        problem = "certificate" if untrusted else "tls"
        raise HostUnreachable(origin=str(origin), problem=problem) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise AnswerCutShort(origin=str(origin)) from error
