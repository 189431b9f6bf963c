"""Where this process may send something: what its operator declared, and nothing else."""

import ipaddress
from dataclasses import dataclass
from typing import Self

from eclaireur.core.errors import WrongAddress
from eclaireur.egress.address import Address, Origin
from eclaireur.egress.reach import Reach, reach

_THIS_MACHINE = "localhost"


@dataclass(frozen=True)
class Destination:
    """An origin that was declared."""

    origin: Origin
    private: bool
    """Whether it is on this machine or network: then nothing outside may answer for it, and
    otherwise nothing inside."""

    @classmethod
    def of(cls, address: str, *, private: bool) -> Self:
        """Read a declared address; an IP address, or `localhost`, says itself if it is private.

        Raises:
            WrongAddress: it is not one, its IP address leads nowhere, it holds a query, or
                what is sent could be read on its way.
        """
        if "?" in address:
            raise WrongAddress(problem="query")
        return cls.of_document(address, private=private)

    @classmethod
    def of_document(cls, address: str, *, private: bool) -> Self:
        """Read the address of a document, which may hold a query.

        Raises:
            WrongAddress: as for `of`.
        """
        read = Address.read(address)
        by_itself = _reach(read.origin.host)
        if by_itself is Reach.NONE:
            raise WrongAddress(problem="host")
        if by_itself is not None:
            private = by_itself is Reach.PRIVATE
        if read.origin.scheme == "http" and not private:
            raise WrongAddress(problem="plain")
        return cls(read.origin, private)

    def admits(self, found: Reach) -> bool:
        """Whether an IP address of this reach may answer for the destination."""
        return found is (Reach.PRIVATE if self.private else Reach.PUBLIC)


def _reach(host: str) -> Reach | None:
    """The reach of a host that tells it by itself; None when its name must be resolved."""
    if host == _THIS_MACHINE or host.endswith(f".{_THIS_MACHINE}"):
        return Reach.PRIVATE
    try:
        return reach(ipaddress.ip_address(host))
    except ValueError:
        return None
