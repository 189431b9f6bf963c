"""A catalogue's datasets, whichever of the known formats its file is in."""

import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from eclaireur.catalogues import datagouv_csv, jsonl
from eclaireur.catalogues.jsonl import NumberedRecord
from eclaireur.catalogues.record import dataset_from_record
from eclaireur.catalogues.stream import inflated, lines, opened
from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    CatalogueTooLarge,
    EmptyCatalogue,
    InvalidLine,
    InvalidRecord,
    UnknownCatalogueFormat,
)

MAX_DOCUMENT = 256 * 2**20
"""Bytes of a JSON array or object, which is read in one piece."""

HEAD = 20
"""Lines in which the format must show: the first lines may be blank, or bad JSON Lines."""


def read_catalogue(place: str, *, nameless: str | None = None) -> Iterator[Dataset | InvalidLine]:
    """Read the datasets of a file, or of standard input when the place is `-`.

    The format is told from the content: JSON Lines, a JSON array, one JSON object, or
    data.gouv.fr's CSV, each plain or gzip. A record that cannot be read is an `InvalidLine`
    in its place, and the next one follows.

    Args:
        place: the file.
        nameless: what a record without an identifier is called, before the number of its
            line; without it, such a record is an `InvalidLine`.

    Raises:
        CatalogueNotFound, CatalogueIsDirectory, UnreadableCatalogue: it cannot be opened.
        EmptyCatalogue, UnknownCatalogueFormat: it holds no catalogue.
        DamagedCatalogue, CatalogueTooLarge, InflatedTooLarge: it cannot be read to its end.
    """
    with opened(place) as source:
        for each in _records(source, place):
            yield each if isinstance(each, InvalidLine) else _dataset(*each, nameless)


def read_records(
    content: bytes, place: str, *, max_inflated: int
) -> Iterator[NumberedRecord | InvalidLine]:
    """Read the records of a file received whole, which may lack an identifier.

    Args:
        content: the bytes of the file.
        place: what to call it in an error.
        max_inflated: the bytes that it may hold once inflated, if it is gzip.

    Raises:
        EmptyCatalogue, UnknownCatalogueFormat, DamagedCatalogue, CatalogueTooLarge,
            InflatedTooLarge: as above.
    """
    return _records(inflated(io.BytesIO(content), place, max_inflated), place)


def _dataset(number: int, record: dict[str, Json], nameless: str | None) -> Dataset | InvalidLine:
    fallback = None if nameless is None else f"{nameless}{number}"
    try:
        return dataset_from_record(record, fallback_identifier=fallback)
    except InvalidRecord as refusal:
        return InvalidLine(line=number, **refusal.params)


def _records(source: io.BufferedReader, place: str) -> Iterator[NumberedRecord | InvalidLine]:
    rest = lines(source)
    head: list[bytes] = []
    for line in islice(rest, HEAD):
        is_first = not any(map(bytes.strip, head))
        head.append(line)
        opening = line.strip()
        if is_first and (opening == b"{" or opening.startswith(b"[")):
            return _document(chain(head, rest), place)
        if is_first and (delimiter := datagouv_csv.delimiter(_decoded(opening))):
            return datagouv_csv.records(map(_decoded, chain(head, rest)), delimiter)
        if opening.startswith(b"{"):
            return jsonl.records(chain(head, rest))
    if any(map(bytes.strip, head)):
        raise UnknownCatalogueFormat(place=place)
    raise EmptyCatalogue(place=place)


def _document(pieces: Iterable[bytes], place: str) -> Iterator[NumberedRecord | InvalidLine]:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > MAX_DOCUMENT:
            raise CatalogueTooLarge(place=place, limit=MAX_DOCUMENT // 2**20)
    try:
        return jsonl.document(bytes(content))
    except InvalidRecord as refusal:
        raise UnknownCatalogueFormat(place=place) from refusal


def _decoded(line: bytes) -> str:
    """Text of a line of CSV. What is not UTF-8 stays visible, for its row to be reported."""
    return line.decode("utf-8", "surrogateescape")
