"""What a source of datasets holds, and how far a reading of it has come."""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import InvalidInput
from eclaireur.core.model import Text


class PortalKind(StrEnum):
    """What a portal speaks."""

    UDATA = "udata"
    CKAN = "ckan"
    DCAT = "dcat"
    """A document at an address, in DCAT or in any format that a file may be in."""


def is_address(place: str) -> bool:
    """Whether a portal is given by its address, and not by its name.

    >>> is_address("HTTPS://portail.exemple.fr/"), is_address("mon-portail")
    (True, False)
    """
    return place.lower().startswith(("http://", "https://"))


class CatalogueDeclaration(Noun):
    """A portal that the catalogue may be read from, as its operator declares it."""

    address: Text
    """Of the portal, of its API, or of a document."""
    kind: PortalKind | None = None
    """Without it, what the portal answers tells."""
    private: bool = False
    """Whether the host is on this machine or network, where no outside address may answer."""


class Run(Noun):
    """One reading of a source, which may be interrupted and go on."""

    source: str
    number: int
    """Its rank among the readings of this source."""
    cursor: str | None = None
    """Where the source says to go on; None at the beginning."""
    again: bool = False
    """Whether the source was read to its end before."""


@dataclass(frozen=True)
class Entry:
    """What a source tells of one of its datasets."""

    identifier: str | None
    """None when it could not be read."""
    stamp: str | None = None
    """What tells one state of the dataset from another, where the source says."""
    dataset: Dataset | None = None
    """None when only its stamp was told, or when it is left out."""
    left_out: InvalidInput | None = None
    """Why it is not taken: it cannot be read, or it is archived."""


@dataclass(frozen=True)
class Page:
    """Some of the datasets of a source."""

    entries: tuple[Entry, ...]
    cursor: str | None = None
    """Where a reading goes on after this page; None when it can only begin again."""
    whole: Callable[[], Awaitable[tuple[Entry, ...]]] | None = None
    """Reads again, with the datasets themselves, what was told by stamps only."""


class Source(Protocol):
    """Where datasets come from."""

    @property
    def name(self) -> str:
        """What tells it from the others, and is the same at the next reading."""
        ...

    def pages(self, cursor: str | None, *, stamps_only: bool) -> AsyncIterator[Page]:
        """Read what it holds, in an order that changes do not disturb.

        Args:
            cursor: where to begin.
            stamps_only: the datasets themselves need not be told, but for those asked for
                with `datasets`.

        Raises:
            EclaireurError: it cannot be read on.
        """
        ...

    async def datasets(self, identifiers: Collection[str]) -> tuple[Entry, ...]:
        """Read some of its datasets by their identifiers; those that it no longer holds lack."""
        ...
