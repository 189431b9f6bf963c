"""DCAT, as DCAT-AP portals write it: each dataset of a graph as a record."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode

from eclaireur.catalogues.concepts import frequency_code, licence_label
from eclaireur.core.base import Json
from eclaireur.core.errors import InvalidDataset, InvalidLine
from eclaireur.formats.jsonl import NumberedRecord

_PREFIXES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "prov": "http://www.w3.org/ns/prov#",
    "adms": "http://www.w3.org/ns/adms#",
    "schema": "http://schema.org/",
    "dcatap": "http://data.europa.eu/r5r/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "locn": "http://www.w3.org/ns/locn#",
    "spdx": "http://spdx.org/rdf/terms#",
    "geodcatap": "http://data.europa.eu/930/",
}

MAX_LEVELS = 4
"""Nodes below a dataset that its extras follow: deeper ones are about something else."""


def _iri(name: str) -> NamedNode:
    prefix, _, rest = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + rest)


_TYPE = _iri("rdf:type")
_DATASET = _iri("dcat:Dataset")
_NEXT_PAGES = tuple(
    NamedNode(f"http://www.w3.org/ns/hydra/core#{name}") for name in ("next", "nextPage")
)
_LABELS = tuple(
    map(_iri, ("rdfs:label", "skos:prefLabel", "foaf:name", "dct:title", "schema:name"))
)
_PERSONS = frozenset(
    map(_iri, ("foaf:Person", "schema:Person", "prov:Person", "vcard:Individual", "vcard:Kind"))
)
"""What is a person, or a card with the name and the address of one."""

_READ = frozenset(
    map(
        _iri,
        (
            "rdf:type",
            "dct:identifier",
            "dct:title",
            "dct:alternative",
            "dct:description",
            "dct:abstract",
            "dcat:keyword",
            "dcat:theme",
            "dct:publisher",
            "dct:license",
            "dct:accrualPeriodicity",
            "dct:spatial",
            "dct:temporal",
            "dcat:distribution",
            "dct:issued",
            "dct:modified",
        ),
    )
)
"""What has a field in a record. The rest goes to its extras."""

_WEB = ("http://", "https://")
_MAILBOXES = ("mailto:", "tel:")
_OF_PERSONS = ("foaf", "vcard")
_PERSONAL = frozenset(
    map(
        _iri,
        (
            "dcat:contactPoint",
            "dct:creator",
            "dct:contributor",
            "dct:rightsHolder",
            "prov:qualifiedAttribution",
            "prov:wasAttributedTo",
            "geodcatap:custodian",
            "geodcatap:distributor",
            "geodcatap:originator",
            "geodcatap:principalInvestigator",
            "geodcatap:processor",
            "geodcatap:resourceProvider",
            "geodcatap:user",
        ),
    )
)
"""What leads to people, and may lead to an organisation too: neither is kept."""

Node: TypeAlias = NamedNode | BlankNode
Term: TypeAlias = Node | Literal


def next_page(graph: pyoxigraph.Store) -> str | None:
    """Return the address of the page that follows, if the graph is one of several (Hydra)."""
    for predicate in _NEXT_PAGES:
        for quad in graph.quads_for_pattern(None, predicate, None, None):
            return quad.object.value if isinstance(quad.object, NamedNode | Literal) else None
    return None


def records(graph: pyoxigraph.Store) -> Iterator[NumberedRecord | InvalidLine]:
    """Read each dataset, in the order of their IRIs.

    A dataset is called by its `dct:identifier`, or by its IRI where it has none or shares it.
    """
    datasets = sorted(
        {
            quad.subject
            for quad in graph.quads_for_pattern(None, _TYPE, _DATASET, None)
            if isinstance(quad.subject, Node)
        },
        key=str,
    )
    nodes = [_Node(graph, each) for each in datasets]
    shared = Counter(each.text("dct:identifier") for each in nodes)
    for number, node in enumerate(nodes, start=1):
        identifier = node.text("dct:identifier")
        if identifier is None or shared[identifier] > 1:
            if isinstance(node.term, BlankNode):
                yield InvalidDataset(
                    line=number, identifier=node.text("dct:title") or "?", problem="no-identifier"
                )
                continue
            identifier = node.term.value
        yield number, _record(node, identifier)


class _Node:
    """A node of a graph, and what it says."""

    def __init__(self, graph: pyoxigraph.Store, term: Node) -> None:
        self.term = term
        self._graph = graph
        self.values: dict[NamedNode, list[Term]] = {}
        for quad in graph.quads_for_pattern(term, None, None, None):
            if isinstance(quad.object, Term):
                self.values.setdefault(quad.predicate, []).append(quad.object)
        for values in self.values.values():
            values.sort(key=str)

    def all(self, name: str) -> list[Term]:
        return self.values.get(_iri(name), [])

    def nodes(self, name: str) -> Iterator["_Node"]:
        for value in self.all(name):
            if isinstance(value, NamedNode | BlankNode):
                yield _Node(self._graph, value)

    def text(self, name: str) -> str | None:
        """The text of a property, in French where there is a choice."""
        told = _in_french(self.all(name))
        return _said(told[0]) if told else None

    def texts(self, name: str) -> list[str]:
        return list(dict.fromkeys(filter(None, map(_said, _in_french(self.all(name))))))

    def labels(self, name: str) -> Iterator[str]:
        """What the values of a property are called, or their IRIs."""
        for value in self.all(name):
            if isinstance(value, Literal):
                yield value.value
            else:
                label = _Node(self._graph, value).label
                if label is not None:
                    yield label

    @property
    def label(self) -> str | None:
        told = [value for label in _LABELS for value in _in_french(self.values.get(label, []))]
        return _said(told[0]) if told else _said(self.term)

    @property
    def is_person(self) -> bool:
        return not _PERSONS.isdisjoint(self.values.get(_TYPE, ()))

    def whole(self, levels: int) -> Json:
        """All that it says, without persons, for extras."""
        if self.is_person:
            return None
        said: dict[str, Json] = {}
        if isinstance(self.term, NamedNode):
            said["@id"] = self.term.value
        for predicate, values in sorted(self.values.items(), key=str):
            name = _compact(predicate)
            if name != "rdf:type" and not _is_personal(predicate, name):
                self._put(said, name, values, levels)
        if said.keys() == {"@id"}:
            return said["@id"]
        return said or None

    def extras(self) -> dict[str, Json]:
        said: dict[str, Json] = {}
        for predicate, values in sorted(self.values.items(), key=str):
            name = _compact(predicate)
            if predicate not in _READ and not _is_personal(predicate, name):
                self._put(said, name, values, MAX_LEVELS)
        return said

    def _put(self, said: dict[str, Json], name: str, values: list[Term], levels: int) -> None:
        told = (self._value(value, levels) for value in values)
        kept: list[Json] = [each for each in told if each is not None]
        if kept:
            said[name] = kept[0] if len(kept) == 1 else kept

    def _value(self, value: Term, levels: int) -> Json:
        if isinstance(value, Literal):
            return value.value
        if isinstance(value, NamedNode) and value.value.startswith(_MAILBOXES):
            return None
        if levels == 0:
            return _said(value)
        return _Node(self._graph, value).whole(levels - 1)


def _record(node: _Node, identifier: str) -> dict[str, Json]:
    record: dict[str, Json] = {
        "id": identifier,
        "title": node.text("dct:title"),
        "acronym": node.text("dct:alternative"),
        "description": node.text("dct:description"),
        "description_short": node.text("dct:abstract"),
        "tags": [*node.texts("dcat:keyword")],
        "theme": [*_themes(node)] or None,
        "organization": _publisher(node),
        "license": _licence(node),
        "frequency": _frequency(node),
        "spatial": _spatial(node),
        "temporal": _temporal(node),
        "resources": [*_resources(node)] or None,
        "created_at": node.text("dct:issued"),
        "last_modified": node.text("dct:modified"),
    }
    if isinstance(node.term, NamedNode) and node.term.value != identifier:
        record["uri"] = node.term.value
    return record | node.extras()


def _themes(node: _Node) -> Iterator[str]:
    """The addresses of the themes, and what those are called that have none."""
    for value in node.all("dcat:theme"):
        if isinstance(value, Literal) or value.value.startswith(_WEB):
            yield value.value
    for each in node.nodes("dcat:theme"):
        told = None if each.is_person or each.term.value.startswith(_WEB) else each.label
        if told and not told.startswith(_MAILBOXES):
            yield told


def _publisher(node: _Node) -> str | None:
    for value in node.all("dct:publisher"):
        if isinstance(value, Literal):
            return value.value
    return next((each.label for each in node.nodes("dct:publisher") if not each.is_person), None)


def _licence(node: _Node) -> str | None:
    holders = (node, *node.nodes("dcat:distribution"))
    for holder in holders:
        for value in holder.all("dct:license"):
            known = licence_label(value.value) if isinstance(value, NamedNode) else None
            if known is not None:
                return known
        for label in holder.labels("dct:license"):
            return label
    return None


def _frequency(node: _Node) -> str | None:
    for value in node.all("dct:accrualPeriodicity"):
        known = frequency_code(value.value) if isinstance(value, NamedNode) else None
        if known is not None:
            return known
    return next(node.labels("dct:accrualPeriodicity"), None)


def _spatial(node: _Node) -> Json:
    zones: list[Json] = [*node.labels("dct:spatial")]
    return {"zones": zones} if zones else None


def _temporal(node: _Node) -> Json:
    for period in node.nodes("dct:temporal"):
        start = period.text("dcat:startDate") or period.text("schema:startDate")
        end = period.text("dcat:endDate") or period.text("schema:endDate")
        if start or end:
            return {"start": start, "end": end}
    return None


def _resources(node: _Node) -> Iterator[Json]:
    for each in node.nodes("dcat:distribution"):
        yield {
            "title": each.text("dct:title"),
            "format": _format(each),
            "url": each.text("dcat:downloadURL") or each.text("dcat:accessURL"),
        }


def _format(distribution: _Node) -> str | None:
    labels = (*distribution.labels("dct:format"), *distribution.labels("dcat:mediaType"))
    return next((each.rstrip("/").rpartition("/")[2] for each in labels), None)


def _in_french(values: list[Term]) -> list[Term]:
    """The values in French; failing them, those in no language; failing them, the others."""
    by_language: dict[str, list[Term]] = {}
    for value in values:
        language = (value.language or "") if isinstance(value, Literal) else ""
        by_language.setdefault(language.partition("-")[0].lower(), []).append(value)
    for language in ("fr", "", "en"):
        if language in by_language:
            return by_language[language]
    return values


def _said(value: Term) -> str | None:
    """A literal's text or an IRI; a blank node has neither."""
    return None if isinstance(value, BlankNode) else value.value


def _compact(predicate: NamedNode) -> str:
    for prefix, namespace in _PREFIXES.items():
        if predicate.value.startswith(namespace):
            return f"{prefix}:{predicate.value.removeprefix(namespace)}"
    return predicate.value


def _is_personal(predicate: NamedNode, name: str) -> bool:
    return predicate in _PERSONAL or name.partition(":")[0] in _OF_PERSONS
