"""Who may be behind an IP address, whatever disguise it wears."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.egress.reach import Reach, reach


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", Reach.PUBLIC),
        ("2606:2800:220:1::1", Reach.PUBLIC),
        ("127.0.0.1", Reach.PRIVATE),
        ("127.255.255.254", Reach.PRIVATE),
        ("10.1.2.3", Reach.PRIVATE),
        ("172.31.255.255", Reach.PRIVATE),
        ("192.168.0.1", Reach.PRIVATE),
        ("100.64.0.1", Reach.PRIVATE),
        ("::1", Reach.PRIVATE),
        ("fd00::1", Reach.PRIVATE),
        ("0.0.0.0", Reach.NONE),  # noqa: S104
        ("::", Reach.NONE),
        ("169.254.169.254", Reach.NONE),
        ("fe80::1", Reach.NONE),
        ("fe80::1%1", Reach.NONE),
        ("fec0::1", Reach.NONE),
        ("224.0.0.1", Reach.NONE),
        ("ff02::1", Reach.NONE),
        ("240.0.0.1", Reach.NONE),
        ("255.255.255.255", Reach.NONE),
        ("192.0.2.1", Reach.NONE),
        ("198.18.0.1", Reach.NONE),
        ("2001:db8::1", Reach.NONE),
        ("::127.0.0.1", Reach.NONE),
        ("2001:0:7f00:1::", Reach.NONE),
    ],
)
def test_reach_of_known_addresses(address: str, expected: Reach) -> None:
    assert reach(ipaddress.ip_address(address)) is expected


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_inside_an_ipv6_one_is_what_counts(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    disguises = [
        ipaddress.IPv6Address((0xFFFF << 32) | number),
        ipaddress.IPv6Address((0x64_FF9B << 96) | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80) | 1),
    ]
    assert {reach(each) for each in disguises} == {reach(address)}


@given(st.ip_addresses())
def test_public_is_only_what_the_internet_routes(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if reach(address) is Reach.PUBLIC:
        assert not any((address.is_loopback, address.is_link_local, address.is_multicast))
        assert not address.is_unspecified
