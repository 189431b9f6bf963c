"""A controlled vocabulary, whichever of the known formats its file is in."""

import io
from collections.abc import Iterable
from pathlib import Path

from eclaireur.core.concept import Concept, Vocabulary
from eclaireur.core.errors import NoConcept, WrongVocabularyName
from eclaireur.formats import rdf
from eclaireur.formats.stream import inflated, lines, opened
from eclaireur.text.slug import LONGEST_KEYWORD, SHORTEST_KEYWORD, slug
from eclaireur.vocabularies import concept_lines, skos


def read_vocabulary(place: str, name: str | None = None) -> Vocabulary:
    """Read the concepts of a file, or of standard input when the place is `-`.

    The format is told from the content: SKOS in RDF/XML, Turtle or JSON-LD, or JSON Lines with
    the keys of `concept_lines`, each plain or gzip.

    Args:
        place: the file.
        name: what to call the vocabulary; that of the file without one.

    Raises:
        WrongVocabularyName: it can have no such name.
        CatalogueNotFound, CatalogueIsDirectory, UnreadableCatalogue: the file cannot be opened.
        InvalidRdf, DoctypeRefused, RemoteContextRefused, CatalogueTooLarge: its RDF cannot be
            read.
        DamagedCatalogue, InflatedTooLarge: its gzip cannot be.
        InvalidLine: a line cannot be read. All is refused: half an authority would be none.
        NoConcept: it holds none.
    """
    called = _name(place, name)
    with opened(place) as source:
        return _vocabulary(called, source, place)


def received_vocabulary(
    content: bytes, place: str, name: str | None = None, *, max_inflated: int
) -> Vocabulary:
    """Read the concepts of a file received whole.

    Args:
        content: the bytes of the file.
        place: what to call it in an error.
        name: what to call the vocabulary; that of the file without one.
        max_inflated: the bytes that it may hold once inflated, if it is gzip.

    Raises:
        InvalidInput: as above.
    """
    return _vocabulary(
        _name(place, name), inflated(io.BytesIO(content), place, max_inflated), place
    )


def _name(place: str, name: str | None) -> str:
    called = slug(Path(place).name.partition(".")[0] if name is None else name)
    if called is None:
        raise WrongVocabularyName(
            name=place if name is None else name, minimum=SHORTEST_KEYWORD, maximum=LONGEST_KEYWORD
        )
    return called


def _vocabulary(name: str, source: io.BufferedReader, place: str) -> Vocabulary:
    concepts = tuple(_concepts(source, place))
    if not concepts:
        raise NoConcept(place=place)
    return Vocabulary(name=name, concepts=concepts)


def _concepts(source: io.BufferedReader, place: str) -> Iterable[Concept]:
    syntax = rdf.syntax_of(source.peek())
    if syntax is None:
        return concept_lines.concepts(lines(source))
    return skos.concepts(rdf.graph(source, syntax, place))
