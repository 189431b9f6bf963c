"""DCAT in JSON-LD and Turtle, one dataset at a time so that memory stays flat.

The terms and their quoting are rdflib's. Its serialisers are not used: they want the whole
graph, and take ten milliseconds a dataset.
"""

import json
import re
from collections.abc import AsyncIterator

from rdflib import RDF, Literal, URIRef

from eclaireur.catalogues.export.graph import (
    PREFIXES,
    Description,
    catalogue_description,
    dataset_description,
)
from eclaireur.core.base import Json
from eclaireur.core.provenance import DecidedDataset

_TERM = re.compile(
    rf"({'|'.join(re.escape(iri) for iri in PREFIXES.values())})([A-Za-z][A-Za-z0-9]*)"
)
_PREFIX_OF = {iri: prefix for prefix, iri in PREFIXES.items()}


def write_turtle(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[bytes]:
    """Write the prefixes once, then each dataset's triples."""
    return as_turtle(dataset_description(each) async for each in datasets)


def write_json_ld(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[bytes]:
    """Write one `@graph` under an inline context: nothing is to be fetched to read it."""
    return as_json_ld(dataset_description(each) async for each in datasets)


async def as_turtle(descriptions: AsyncIterator[Description]) -> AsyncIterator[bytes]:
    """Write the prefixes once, then the catalogue, then each description."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    yield (prefixes + _turtle(catalogue_description())).encode()
    async for each in descriptions:
        yield _turtle(each).encode()


async def as_json_ld(descriptions: AsyncIterator[Description]) -> AsyncIterator[bytes]:
    """Write one `@graph` under an inline context, with the catalogue and each description."""
    context = json.dumps(dict(PREFIXES))
    yield f'{{"@context": {context},\n"@graph": [\n{_json_ld(catalogue_description())}'.encode()
    async for each in descriptions:
        yield f",\n{_json_ld(each)}".encode()
    yield b"\n]}\n"


def _turtle(description: Description) -> str:
    blocks = []
    for subject, properties in description.nodes.items():
        said = " ;\n    ".join(
            f"{_turtle_term(predicate)} {', '.join(map(_turtle_term, values))}"
            for predicate, values in properties.items()
        )
        blocks.append(f"\n{subject.n3()} {said} .\n")
    return "".join(blocks)


def _turtle_term(term: URIRef | Literal) -> str:
    if isinstance(term, URIRef):
        return _compact(term) or term.n3()
    if term.datatype:
        return f"{Literal(str(term)).n3()}^^{_turtle_term(term.datatype)}"
    return term.n3()


def _json_ld(description: Description) -> str:
    return ",\n".join(
        json.dumps(_node(subject, properties), ensure_ascii=False)
        for subject, properties in description.nodes.items()
    )


def _node(
    subject: URIRef, properties: dict[URIRef, dict[URIRef | Literal, None]]
) -> dict[str, Json]:
    node: dict[str, Json] = {"@id": str(subject)}
    for predicate, values in properties.items():
        if predicate == RDF.type:
            node["@type"] = [_compact(value) or str(value) for value in values]
        else:
            objects = [_json_ld_value(value) for value in values]
            node[_compact(predicate) or str(predicate)] = (
                objects[0] if len(objects) == 1 else objects
            )
    return node


def _json_ld_value(term: URIRef | Literal) -> Json:
    if isinstance(term, URIRef):
        return {"@id": str(term)}
    if term.datatype:
        return {"@type": _compact(term.datatype) or str(term.datatype), "@value": str(term)}
    if term.language:
        return {"@language": term.language, "@value": str(term)}
    return str(term)


def _compact(term: URIRef | Literal) -> str | None:
    """The prefixed name of an IRI, if its local part is one that needs no escape."""
    match = _TERM.fullmatch(term)
    return f"{_PREFIX_OF[match[1]]}:{match[2]}" if match else None
