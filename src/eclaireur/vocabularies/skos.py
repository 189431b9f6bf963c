"""The concepts of a graph of SKOS, with their labels and the concepts above them."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store

from eclaireur.core.base import holdable
from eclaireur.core.concept import Concept
from eclaireur.vocabularies.labels import is_citable, language_of

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_CONCEPT = NamedNode(f"{_SKOS}Concept")
_LABEL, _ALTERNATIVE, _BROADER, _NARROWER = (
    NamedNode(f"{_SKOS}{each}") for each in ("prefLabel", "altLabel", "broader", "narrower")
)


def concepts(graph: Store) -> Iterator[Concept]:
    """Every concept that has a web address and a label, by address."""
    found = {
        quad.subject.value: quad.subject
        for quad in graph.quads_for_pattern(None, _TYPE, _CONCEPT)
        if isinstance(quad.subject, NamedNode) and is_citable(quad.subject.value)
    }
    for uri, node in sorted(found.items()):
        labels: dict[str, str] = {}
        for language, text in _texts(graph, node, _LABEL):
            labels.setdefault(language, text)
        alternatives: dict[str, tuple[str, ...]] = {}
        for language, text in _texts(graph, node, _ALTERNATIVE):
            alternatives[language] = (*alternatives.get(language, ()), text)
        above = {_iri(quad.object) for quad in graph.quads_for_pattern(node, _BROADER, None)}
        above |= {_iri(quad.subject) for quad in graph.quads_for_pattern(None, _NARROWER, node)}
        if labels:
            yield Concept(
                uri=uri,
                labels=labels,
                alternatives=alternatives,
                broader=tuple(sorted(above & found.keys())),
            )


def _texts(graph: Store, node: NamedNode, property_: NamedNode) -> list[tuple[str, str]]:
    """The texts of a property by language, in an order that another reading keeps."""
    quads: Iterator[Quad] = graph.quads_for_pattern(node, property_, None)
    return sorted(
        (language, holdable(quad.object.value.strip()))
        for quad in quads
        if isinstance(quad.object, Literal)
        and (language := language_of(quad.object.language)) is not None
        and quad.object.value.strip()
    )


def _iri(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else ""
