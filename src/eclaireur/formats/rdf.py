"""RDF in its three usual syntaxes, read without fetching anything that it refers to."""

import io
import re
from enum import StrEnum
from typing import BinaryIO, cast
from xml.parsers import expat

import pyoxigraph

from eclaireur.core.errors import (
    CatalogueTooLarge,
    DoctypeRefused,
    InvalidRdf,
    RemoteContextRefused,
)

MAX_JSON_LD = 256 * 2**20
"""Bytes of JSON-LD, which is read in one piece: its parser takes ten times as many."""

MAX_RDF = 2 * 2**30
"""Bytes of RDF/XML or Turtle, which are read as they come; the graph is held in memory."""

MAX_LITERAL = 16 * 2**20
"""Bytes of a literal in Turtle: what its parser holds."""

MAX_DEPTH = 200
"""Elements inside one another in RDF/XML. DCAT has fewer than twenty."""

_RDF_NAMESPACE = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TURTLE = re.compile(
    rb"@prefix\b|@base\b|prefix\s+\S*:|base\s+<|#|<[a-z][a-z0-9+.-]*:[^<>\s]*>", re.IGNORECASE
)
_JSON_LD = re.compile(rb'(?:\[\s*)?\{\s*"@(?:context|graph|id|type|base|vocab)"\s*:')


class Syntax(StrEnum):
    """How a graph is written."""

    RDF_XML = "RDF/XML"
    TURTLE = "Turtle"
    JSON_LD = "JSON-LD"


_FORMATS = {
    Syntax.RDF_XML: pyoxigraph.RdfFormat.RDF_XML,
    Syntax.TURTLE: pyoxigraph.RdfFormat.TURTLE,
    Syntax.JSON_LD: pyoxigraph.RdfFormat.JSON_LD,
}


def syntax_of(opening: bytes) -> Syntax | None:
    """Tell the syntax of a text from how it opens; None if it is something else."""
    opening = opening.lstrip()
    if opening.startswith(b"<") and _RDF_NAMESPACE in opening and b"RDF" in opening:
        return Syntax.RDF_XML
    if _JSON_LD.match(opening):
        return Syntax.JSON_LD
    return Syntax.TURTLE if _TURTLE.match(opening) else None


def graph(source: io.BufferedReader, syntax: Syntax, place: str) -> pyoxigraph.Store:
    """Read a whole graph.

    Args:
        source: the bytes.
        syntax: how it is written.
        place: what to call it in an error; relative references are left as they are.

    Raises:
        DoctypeRefused: it declares entities, which may swell without end or be elsewhere.
        RemoteContextRefused: its context is elsewhere.
        InvalidRdf: it is not of this syntax to its end.
        CatalogueTooLarge: it is too long to be held.
    """
    read = pyoxigraph.Store()
    if syntax is Syntax.RDF_XML:
        bounded: _Bounded = _Xml(source, place, MAX_RDF)
    else:
        bounded = _Bounded(source, place, MAX_JSON_LD if syntax is Syntax.JSON_LD else MAX_RDF)
    try:
        read.bulk_load(
            cast("BinaryIO", bounded),
            format=_FORMATS[syntax],
            base_iri="urn:eclaireur:here:",
            lenient=True,
        )
    except SyntaxError as error:
        # The only way in for a context that is not in the text is a loader, and there is none.
        if "load remote contexts" in str(error.msg):
            raise RemoteContextRefused(place=place) from error
        # The rest of the message may quote the text.
        raise InvalidRdf(place=place, syntax=syntax.value, line=error.lineno or 0) from error
    except MemoryError as error:
        # What its parser says of a literal that is longer than it holds.
        raise CatalogueTooLarge(place=place, limit=MAX_LITERAL // 2**20) from error
    return read


class _Bounded(io.RawIOBase):
    """The bytes of a source, refused when there are too many."""

    def __init__(self, source: io.BufferedReader, place: str, limit: int) -> None:
        self._source = source
        self._place = place
        self._limit = self._left = limit

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk = self._source.read1(size) if size > 0 else self._source.read()
        self._left -= len(chunk)
        if self._left < 0:
            raise CatalogueTooLarge(place=self._place, limit=self._limit // 2**20)
        return chunk


class _Xml(_Bounded):
    """XML, looked at on its way: the parser of graphs trusts it in three things that this does not.

    It expands entities without end, takes time that grows as the square of the depth, and takes
    a text that breaks off for one that ends.
    """

    def __init__(self, source: io.BufferedReader, place: str, limit: int) -> None:
        super().__init__(source, place, limit)
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._enter
        self._parser.EndElementHandler = self._leave

    def read(self, size: int = -1) -> bytes:
        chunk = super().read(size)
        try:
            self._parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            raise self._invalid(error.lineno) from error
        return chunk

    def _refuse_doctype(self, *_: object) -> None:
        raise DoctypeRefused(place=self._place)

    def _enter(self, *_: object) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._invalid(self._parser.CurrentLineNumber)

    def _leave(self, _: object) -> None:
        self._depth -= 1

    def _invalid(self, line: int) -> InvalidRdf:
        return InvalidRdf(place=self._place, syntax=Syntax.RDF_XML.value, line=line)
