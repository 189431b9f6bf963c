"""A document at an address: DCAT, in pages where it says so, or any format a file may have."""

import tempfile
from collections.abc import AsyncIterator, Collection
from urllib.parse import urljoin

from eclaireur.catalogues.entries import entry, entry_of
from eclaireur.catalogues.portals.visitor import Visitor
from eclaireur.catalogues.read import contents
from eclaireur.core.batches import batches
from eclaireur.core.errors import InvalidLine, PortalAnswerUnusable
from eclaireur.core.harvest import Entry, Page
from eclaireur.formats.jsonl import NumberedRecord
from eclaireur.formats.stream import opened

PAGE = 200
"""Datasets put into the catalogue at once."""

ACCEPT = "text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.8, */*;q=0.1"


class Document:
    """The datasets of a document, and of those that follow it (Hydra)."""

    def __init__(self, name: str, address: str, visitor: Visitor) -> None:
        self._name = name
        self._address = address
        self._visitor = visitor

    @property
    def name(self) -> str:
        return self._name

    async def pages(self, cursor: str | None, *, stamps_only: bool) -> AsyncIterator[Page]:  # noqa: ARG002 - it has no stamps
        address: str | None = cursor or self._address
        met: set[str] = set()
        while address is not None:
            if address in met:
                raise PortalAnswerUnusable(origin=self._visitor.origin, problem="loop")
            met.add(address)
            with tempfile.NamedTemporaryFile() as copy:
                await self._visitor.download(address, copy.file, ACCEPT)
                copy.flush()
                with opened(copy.name) as source:
                    read = contents(source, self._visitor.origin)
                    following = urljoin(address, read.next_page) if read.next_page else None
                    for held in batches(map(_entry, read.records), PAGE):
                        # Were it interrupted after this, the document would be read again.
                        yield Page(tuple(held), address)
            address = following
            yield Page((), address)

    async def datasets(self, identifiers: Collection[str]) -> tuple[Entry, ...]:  # noqa: ARG002
        """Return nothing: what the documents do not hold is gone."""
        return ()


def _entry(read: NumberedRecord | InvalidLine) -> Entry:
    return entry_of(read) if isinstance(read, InvalidLine) else entry(*read)
