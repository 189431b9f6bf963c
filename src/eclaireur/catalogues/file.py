"""A file as a source of datasets, in any of the known formats."""

import hashlib
from collections.abc import AsyncIterator, Collection
from pathlib import Path

from eclaireur.catalogues.entries import entry_of
from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.batches import batches
from eclaireur.core.harvest import Entry, Page

PAGE = 200
"""Datasets put into the catalogue at once."""


class File:
    """The datasets of a file. Another reading of it begins again, and writes what changed."""

    def __init__(self, place: str, name: str | None = None) -> None:
        """Prepare to read a file, called by a digest of its path unless it has a name.

        A path may hold somebody's name.
        """
        self._place = place
        self._name = name

    @property
    def name(self) -> str:
        if self._name is not None:
            return self._name
        path = str(Path(self._place).resolve())
        return f"file:{hashlib.sha256(path.encode(errors='surrogateescape')).hexdigest()[:32]}"

    async def pages(self, cursor: str | None, *, stamps_only: bool) -> AsyncIterator[Page]:  # noqa: ARG002
        for held in batches(map(entry_of, read_catalogue(self._place)), PAGE):
            yield Page(tuple(held))

    async def datasets(self, identifiers: Collection[str]) -> tuple[Entry, ...]:  # noqa: ARG002
        """Return nothing: what the file does not hold is gone."""
        return ()
