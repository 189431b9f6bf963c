"""How often somebody may do something, without knowing who that is.

Nothing of an address is kept but a digest of it, in memory, under a random key that nobody is told
and that is thrown away within a day, with all that was counted under it.
"""

import secrets
import time
from collections import deque
from collections.abc import Callable
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from starlette.exceptions import HTTPException
from starlette.requests import Request

KEY_SECONDS = 24 * 3600.0
"""How long a key serves, at most."""

MOST_KEPT = 10_000
"""Addresses that are counted at once; more, and all begin again."""

NETWORK_BITS = 64
"""Of an IPv6 address, those that the network gives: whoever has them chooses the others."""


class Rate:
    """At most so many times for each address, in a window that moves.

    Args:
        most: how many times.
        seconds: the length of the window.
        now: the time it is, in seconds, on a clock that never goes back.
    """

    def __init__(
        self, most: int, seconds: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._seconds = seconds
        self._now = now
        self._begin()

    def wait(self, address: str) -> float:
        """Count one more time, and return 0; or else how many seconds it is too early by."""
        if (early := self.early(address)) > 0:
            return early
        now = self._now()
        if len(self._times) >= MOST_KEPT:
            self._forget(now)
        times = self._times.setdefault(self._digest(address), deque(maxlen=self._most))
        times.append(now)
        return 0.0

    def early(self, address: str) -> float:
        """Return how many seconds it is too early by for one more time, which is not counted."""
        now = self._now()
        if now >= self._key_ends:
            self._begin()
        times = self._times.get(self._digest(address))
        if times and len(times) == self._most and times[0] > now - self._seconds:
            return times[0] + self._seconds - now
        return 0.0

    def _begin(self) -> None:
        self._key = secrets.token_bytes(32)
        self._key_ends = self._now() + KEY_SECONDS
        self._times: dict[bytes, deque[float]] = {}

    def _forget(self, now: float) -> None:
        """Forget those who did nothing for a window, or else everybody."""
        recent = {who: all_ for who, all_ in self._times.items() if all_[-1] > now - self._seconds}
        self._times = recent if len(recent) < MOST_KEPT else {}

    def _digest(self, address: str) -> bytes:
        return blake2b(_network(address).encode(), key=self._key, digest_size=16).digest()


def hold_back(request: Request, rate: Rate) -> None:
    """Count a request. Raises HTTPException 429 when it comes too soon after others.

    Its address is that of the connection, unless the operator declares the proxy that it comes
    from: what a header says of it is not believed otherwise.
    """
    _refuse(rate.wait(_address(request)))


def check_pace(request: Request, rate: Rate) -> None:
    """Raise HTTPException 429 where `hold_back` would, and count nothing."""
    _refuse(rate.early(_address(request)))


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _refuse(wait: float) -> None:
    if wait > 0:
        raise HTTPException(429, headers={"Retry-After": str(ceil(wait))})


def _network(address: str) -> str:
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address) and not read.ipv4_mapped:
        return str(ip_network((read, NETWORK_BITS), strict=False))
    return address
