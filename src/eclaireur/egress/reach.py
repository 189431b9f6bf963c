"""How far an IP address reaches, whatever form it is written in."""

import ipaddress
from enum import Enum, auto
from typing import TypeAlias

IP: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_PRIVATE = tuple(
    ipaddress.ip_network(network)
    for network in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "::1/128",
        "fc00::/7",
    )
)
"""Loopback (RFC 1122, RFC 4291), private (RFC 1918, RFC 4193) and shared (RFC 6598) addresses."""

_UNICAST = ipaddress.ip_network("2000::/3")
"""The only IPv6 addresses that IANA gives out for the Internet."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses as IPv6 networks reach them (RFC 6052)."""


class Reach(Enum):
    """Who may be behind an address."""

    PUBLIC = auto()
    """Any machine of the Internet."""
    PRIVATE = auto()
    """This machine or its network."""
    NONE = auto()
    """Nothing to talk to: multicast, link-local (cloud metadata), unspecified, reserved."""


def reach(address: IP) -> Reach:
    """Say how far an address reaches; an IPv4 address inside an IPv6 one is what counts."""
    address = _embedded(address)
    if any(address in network for network in _PRIVATE if network.version == address.version):
        return Reach.PRIVATE
    if isinstance(address, ipaddress.IPv6Address) and address not in _UNICAST:
        return Reach.NONE
    if address.is_global and not address.is_multicast and not address.is_reserved:
        return Reach.PUBLIC
    return Reach.NONE


def _embedded(address: IP) -> IP:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address
