"""From the name of a host to the addresses that are judged."""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from eclaireur.egress.reach import IP

Resolve: TypeAlias = Callable[[str, int], Awaitable[Sequence[IP]]]
"""From a host and a port to IP addresses, in the order to try; raises OSError."""


async def resolve_by_system(host: str, port: int) -> Sequence[IP]:
    """Ask the system, as every other program does."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ipaddress.ip_address(each[4][0]) for each in found))
