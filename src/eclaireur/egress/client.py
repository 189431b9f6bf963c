"""The one way out of this process: what is not declared cannot be reached."""

import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from eclaireur.core.departure import SENT
from eclaireur.core.errors import EgressRefused, WrongAddress
from eclaireur.egress.address import Address, Origin
from eclaireur.egress.answer import Answer
from eclaireur.egress.destination import Destination
from eclaireur.egress.resolving import Resolve, resolve_by_system

if TYPE_CHECKING:
    from eclaireur.egress.connections import Connections

logger = logging.getLogger(__name__)


class Egress:
    """Sends requests to declared destinations, and to nothing else.

    It follows no redirect, uses no proxy and keeps no cookie. Errors and logs name an origin,
    never a path. Open it with `open_egress`.
    """

    def __init__(self, destinations: Iterable[Destination], resolve: Resolve) -> None:
        self._destinations = tuple(destinations)
        self._declared = frozenset(each.origin for each in self._destinations)
        self._resolve = resolve
        self._connections: Connections | None = None
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
            self._departures[str(admitted.origin), SENT] += 1
            answer = await self._opened().exchange(
                method, admitted, headers, body, deadline_s, max_bytes, take
            )
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
        if self._connections is not None:
            await self._connections.aclose()

    def _admitted(self, address: str) -> Address:
        try:
            read = Address.read(address)
        except WrongAddress as error:
            raise EgressRefused(origin="?", problem="unreadable") from error
        if read.origin not in self._declared:
            raise EgressRefused(origin=str(read.origin), problem="undeclared")
        return read

    def _opened(self) -> "Connections":
        if self._connections is None:
            # Most processes reach nothing, and certificates take as long to read as a command runs.
            from eclaireur.egress.connections import Connections  # noqa: PLC0415

            self._connections = Connections(self._destinations, self._resolve)
        return self._connections


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
