"""A catalogue's datasets, whichever of the known formats its file is in."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from pyoxigraph import Store

from eclaireur.catalogues import datagouv_csv, dcat
from eclaireur.catalogues.record import dataset_from_record, identifier_in
from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    CatalogueTooLarge,
    EmptyCatalogue,
    InvalidLine,
    InvalidRecord,
    UnknownCatalogueFormat,
)
from eclaireur.formats import jsonl, rdf
from eclaireur.formats.jsonl import NumberedRecord
from eclaireur.formats.stream import inflated, lines, opened

_JSON_LD_KEYS = frozenset({"@context", "@graph"})

MAX_DOCUMENT = 256 * 2**20
"""Bytes of a JSON array or object, which is read in one piece."""

PIECE = 2**20
"""Bytes of a document that are read at once."""

HEAD = 20
"""Lines in which the format must show: the first lines may be blank, or bad JSON Lines."""


@dataclass(frozen=True)
class Contents:
    """What a document holds."""

    records: Iterator[NumberedRecord | InvalidLine]
    next_page: str | None = None
    """The address of the document that follows, where DCAT is served in pages."""


def read_catalogue(place: str, *, nameless: str | None = None) -> Iterator[Dataset | InvalidLine]:
    """Read the datasets of a file, or of standard input when the place is `-`.

    The format is told from the content: JSON Lines, a JSON array, one JSON object,
    data.gouv.fr's CSV, or DCAT in RDF/XML, Turtle or JSON-LD, each plain or gzip. A record that
    cannot be read is an `InvalidLine` in its place, and the next one follows.

    Args:
        place: the file.
        nameless: what a record without an identifier is called, before the number of its
            line; without it, such a record is an `InvalidLine`.

    Raises:
        CatalogueNotFound, CatalogueIsDirectory, UnreadableCatalogue: it cannot be opened.
        EmptyCatalogue, UnknownCatalogueFormat: it holds no catalogue.
        DamagedCatalogue, CatalogueTooLarge, InflatedTooLarge: it cannot be read to its end.
        InvalidRdf, DoctypeRefused, RemoteContextRefused: its DCAT cannot be read.
    """
    with opened(place) as source:
        for each in contents(source, place).records:
            yield each if isinstance(each, InvalidLine) else dataset_of(*each, nameless)


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
    return contents(inflated(io.BytesIO(content), place, max_inflated), place).records


def dataset_of(
    number: int, record: dict[str, Json], nameless: str | None = None
) -> Dataset | InvalidLine:
    """Read a record; what is wrong with it bears its number, and its identifier if it has one."""
    fallback = None if nameless is None else f"{nameless}{number}"
    try:
        return dataset_from_record(record, fallback_identifier=fallback)
    except InvalidRecord as refusal:
        return InvalidLine(line=number, **refusal.params, **_named(record))


def _named(record: dict[str, Json]) -> dict[str, str]:
    try:
        identifier = identifier_in(record)
    except InvalidRecord:
        return {}
    return {"identifier": identifier} if identifier else {}


def contents(source: io.BufferedReader, place: str) -> Contents:
    """Tell the format of a document, and read what it holds.

    Raises:
        EclaireurError: as `read_catalogue`, now or while the records are read.
    """
    syntax = rdf.syntax_of(source.peek())
    if syntax is not None:
        return _of_graph(rdf.graph(source, syntax, place))
    rest = lines(source)
    head: list[bytes] = []
    for line in islice(rest, HEAD):
        is_first = not any(map(bytes.strip, head))
        head.append(line)
        opening = line.strip()
        if is_first and (opening == b"{" or opening.startswith(b"[")):
            # It may be one line: what follows is not to be cut.
            return _document(chain(head, iter(partial(source.read, PIECE), b"")), place)
        if is_first and (delimiter := datagouv_csv.delimiter(_decoded(opening))):
            return Contents(datagouv_csv.records(map(_decoded, chain(head, rest)), delimiter))
        if opening.startswith(b"{"):
            return Contents(jsonl.records(chain(head, rest)))
    if any(map(bytes.strip, head)):
        raise UnknownCatalogueFormat(place=place)
    raise EmptyCatalogue(place=place)


def _document(pieces: Iterable[bytes], place: str) -> Contents:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > MAX_DOCUMENT:
            raise CatalogueTooLarge(place=place, limit=MAX_DOCUMENT // 2**20)
    try:
        document = jsonl.parsed(bytes(content))
    except InvalidRecord as refusal:
        raise UnknownCatalogueFormat(place=place) from refusal
    if isinstance(document, dict) and not _JSON_LD_KEYS.isdisjoint(document):
        source = inflated(io.BytesIO(bytes(content)), place)
        return _of_graph(rdf.graph(source, rdf.Syntax.JSON_LD, place))
    return Contents(jsonl.document(document))


def _of_graph(graph: Store) -> Contents:
    return Contents(dcat.records(graph), dcat.next_page(graph))


def _decoded(line: bytes) -> str:
    """Text of a line of CSV. What is not UTF-8 stays visible, for its row to be reported."""
    return line.decode("utf-8", "surrogateescape")
