"""What a web address names, read one strict way: what it does not recognise, it refuses."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Self

import idna

from eclaireur.core.errors import WrongAddress

_ADDRESS = re.compile(
    r"""
    (?P<scheme>https?)://
    (?: \[ (?P<ipv6>[0-9a-f:.]{2,45}) \] | (?P<host>[^\s\x00-\x20/?\#\\@:\[\]%<>^`{|}"]{1,255}) )
    (?: : (?P<port>[0-9]{1,5}) )?
    (?P<target> (?: /[!-~]* )? )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")

_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""A last label that system resolvers may read as an IPv4 address in decimal, octal or hex."""

_LONGEST_NAME = 253

_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Origin:
    """A scheme, a host and a port, in the one form that equal origins share."""

    scheme: str
    host: str
    """In lower case and ASCII, without a trailing dot; an IP address without its brackets."""
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"


@dataclass(frozen=True)
class Address:
    """An origin, and what is asked of it."""

    origin: Origin
    target: str
    """The path and the query."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Read an http or https address.

        There is no user in it, no fragment, no scope; the host is a name, or an IP address
        in its usual form.

        Raises:
            WrongAddress: it is anything else. The text is not repeated: it may hold a secret.
        """
        match = _ADDRESS.fullmatch(text)
        if match is None or "#" in match["target"]:
            raise WrongAddress(problem="user" if "@" in text else "form")
        scheme = match["scheme"].lower()
        port = int(match["port"] or _DEFAULT_PORTS[scheme])
        if not 0 < port <= 65535:
            raise WrongAddress(problem="port")
        host = _ipv6(match["ipv6"]) if match["ipv6"] else _host(match["host"])
        return cls(Origin(scheme, host, port), match["target"] or "/")


def _ipv6(text: str) -> str:
    try:
        address = ipaddress.IPv6Address(text)
    except ValueError:
        raise WrongAddress(problem="host") from None
    return str(address.ipv4_mapped or address)


def _host(text: str) -> str:
    name = text.lower() if text.isascii() else _ascii(text)
    labels = name.removesuffix(".").split(".")
    if _NUMERIC.fullmatch(labels[-1]):
        try:
            return str(ipaddress.IPv4Address(".".join(labels)))
        except ValueError:
            raise WrongAddress(problem="host") from None
    if len(name) > _LONGEST_NAME or not all(map(_LABEL.fullmatch, labels)):
        raise WrongAddress(problem="host")
    return ".".join(labels)


def _ascii(text: str) -> str:
    """A name in another script as the DNS knows it: full-width digits become digits here."""
    try:
        return idna.encode(text, uts46=True).decode()
    except idna.IDNAError:
        raise WrongAddress(problem="host") from None
