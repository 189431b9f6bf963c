"""Bytes of a catalogue: from a file or standard input, plain or gzip, in bounded lines."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from eclaireur.core.errors import (
    CatalogueIsDirectory,
    CatalogueNotFound,
    DamagedCatalogue,
    InflatedTooLarge,
    UnreadableCatalogue,
)

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STANDARD_INPUT = "-"

MAX_LINE = 32 * 2**20
"""Bytes of a line: twenty times the longest record of data.gouv.fr (1.7 MB)."""

MAX_INFLATED = 8 * 2**30
"""Bytes that a gzip file may hold: sixty times the whole of data.gouv.fr's catalogue."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_GZIP_MAGIC = b"\x1f\x8b"


@contextmanager
def opened(place: str) -> Iterator[io.BufferedReader]:
    """Open a file, or standard input when the place is `-`, and inflate it if it is gzip.

    Raises:
        CatalogueNotFound: no such file.
        CatalogueIsDirectory: the place is a directory.
        UnreadableCatalogue: the system refuses.
    """
    if place == STANDARD_INPUT:
        yield inflated(sys.stdin.buffer, place)
        return
    try:
        with Path(place).open("rb") as source:
            yield inflated(source, place)
    except FileNotFoundError:
        raise CatalogueNotFound(place=place) from None
    except IsADirectoryError:
        raise CatalogueIsDirectory(place=place) from None
    except OSError as problem:
        raise UnreadableCatalogue(place=place, problem=str(problem)) from problem


def inflated(source: BinaryIO, place: str, limit: int = MAX_INFLATED) -> io.BufferedReader:
    """Return a reader of the bytes, inflated if they are gzip, past any byte order mark.

    Args:
        source: the bytes.
        place: what to call them in an error.
        limit: the bytes that they may inflate to.

    Reading raises:
        DamagedCatalogue: the gzip is cut short, or is none.
        InflatedTooLarge: it swells beyond the limit.
    """
    reader = (
        source
        if isinstance(source, io.BufferedReader)
        else io.BufferedReader(cast("io.RawIOBase", source))
    )
    if reader.peek(len(_GZIP_MAGIC)).startswith(_GZIP_MAGIC):
        reader = io.BufferedReader(_Inflated(reader, place, limit))
    if reader.peek(len(BYTE_ORDER_MARK)).startswith(BYTE_ORDER_MARK):
        reader.read(len(BYTE_ORDER_MARK))
    return reader


def lines(source: io.BufferedReader) -> Iterator[bytes]:
    """Split into lines, end of line included. A line over the limit is cut just past it."""
    while line := source.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = source.readline(MAX_LINE + 1)


class _Inflated(io.RawIOBase):
    """The content of a gzip file, refused when it is damaged or swells beyond the limit."""

    def __init__(self, source: io.BufferedReader, place: str, limit: int) -> None:
        self._gzip = gzip.GzipFile(fileobj=source)
        self._place = place
        self._limit = self._left = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        try:
            count = self._gzip.readinto(buffer)
        except (EOFError, OSError, zlib.error) as problem:
            raise DamagedCatalogue(place=self._place) from problem
        self._left -= count
        if self._left < 0:
            raise InflatedTooLarge(place=self._place, limit=self._limit // 2**20)
        return count
