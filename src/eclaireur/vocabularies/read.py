"""A controlled vocabulary, whichever of the known formats its file is in."""

from collections.abc import Iterable
from pathlib import Path

from eclaireur.core.concept import Concept, Vocabulary
from eclaireur.core.errors import NoConcept, WrongVocabularyName
from eclaireur.formats import rdf
from eclaireur.formats.stream import lines, opened
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
    called = slug(Path(place).name.partition(".")[0] if name is None else name)
    if called is None:
        raise WrongVocabularyName(
            name=place if name is None else name, minimum=SHORTEST_KEYWORD, maximum=LONGEST_KEYWORD
        )
    concepts = tuple(_concepts(place))
    if not concepts:
        raise NoConcept(place=place)
    return Vocabulary(name=called, concepts=concepts)


def _concepts(place: str) -> Iterable[Concept]:
    with opened(place) as source:
        syntax = rdf.syntax_of(source.peek())
        if syntax is None:
            yield from concept_lines.concepts(lines(source))
        else:
            yield from skos.concepts(rdf.graph(source, syntax, place))
