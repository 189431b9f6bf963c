"""The network under the one client: a name is resolved, judged, and connected to, once."""

import asyncio
from collections.abc import Iterable

import httpcore2

from eclaireur.core.errors import EgressRefused, HostUnreachable
from eclaireur.egress.destination import Destination
from eclaireur.egress.reach import reach
from eclaireur.egress.resolving import Resolve


class JudgedNetwork(httpcore2.AsyncNetworkBackend):
    """Connects to declared hosts alone, at the very IP addresses that were judged.

    Judging a name and leaving the connection to resolve it again would let its owner answer
    twice, first with an address that passes (DNS rebinding).
    """

    def __init__(self, destinations: Iterable[Destination], resolve: Resolve) -> None:
        self._destinations = tuple(destinations)
        self._resolve = resolve
        self._sockets = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first address of the host that may answer for it and does.

        Raises:
            EgressRefused: none of its addresses may.
            HostUnreachable: none answers, or the name has none.
        """
        declared = [
            each
            for each in self._destinations
            if (each.origin.host, each.origin.port) == (host, port)
        ]
        origin = str(declared[0].origin)
        try:
            found = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise HostUnreachable(origin=origin, problem="name") from error
        admitted = [
            address for address in found if any(each.admits(reach(address)) for each in declared)
        ]
        if not admitted:
            raise EgressRefused(
                origin=origin, problem="not-private" if declared[0].private else "not-public"
            )
        failure: Exception | None = None
        for address in admitted:
            try:
                return await self._sockets.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise HostUnreachable(origin=origin, problem="connection") from failure

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
