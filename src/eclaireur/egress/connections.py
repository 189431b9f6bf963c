"""The connections of the one way out, and the failures of a request by the names they have here."""

import asyncio
import ssl
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager

import httpcore2

from eclaireur.core.errors import AnswerCutShort, AnswerTooLarge, HostTooSlow, HostUnreachable
from eclaireur.egress.address import Address, Origin
from eclaireur.egress.answer import Answer
from eclaireur.egress.destination import Destination
from eclaireur.egress.network import JudgedNetwork
from eclaireur.egress.resolving import Resolve

CONNECT_S = 5.0
"""Seconds to connect to one IP address, and as many for TLS."""

CONNECTIONS = 100
"""Connections open at once; a request waits for one within its own deadline."""

MB = 1_000_000


class Connections:
    """Connections to declared destinations, kept for the next request."""

    def __init__(self, destinations: Collection[Destination], resolve: Resolve) -> None:
        # To read the authorities that the system trusts takes longer than to ask.
        encrypted = any(each.origin.scheme == "https" for each in destinations)
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=httpcore2.default_ssl_context() if encrypted else None,
            max_connections=CONNECTIONS,
            network_backend=JudgedNetwork(destinations, resolve),
        )

    async def exchange(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str],
        body: bytes | None,
        deadline_s: float,
        max_bytes: int,
        take: Callable[[bytes], object],
    ) -> Answer:
        """Send a request, and give the body of its answer to `take` as it comes.

        Raises:
            EgressRefused: no IP address of the host may answer for it.
            HostUnreachable: it cannot be connected to.
            HostTooSlow: the deadline has passed.
            AnswerCutShort: the answer ended before its end, or is not HTTP.
            AnswerTooLarge: the answer is longer than `max_bytes`.
        """
        with _failures_told(address.origin, deadline_s):
            async with asyncio.timeout(deadline_s):
                return await self._exchange(method, address, headers, body, max_bytes, take)

    async def aclose(self) -> None:
        """Close them all."""
        await self._pool.aclose()

    async def _exchange(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str],
        body: bytes | None,
        max_bytes: int,
        take: Callable[[bytes], object],
    ) -> Answer:
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
