"""A dataset in DCAT-AP, with PROV for what came from a proposal."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from rdflib import DCAT, DCTERMS, FOAF, PROV, RDF, RDFS, XSD, Literal, URIRef

from eclaireur.catalogues.export.iris import (
    IPTC,
    SCHEMA,
    frequency,
    licence,
    named,
    part,
    theme,
    web_address,
)
from eclaireur.catalogues.export.marks import marks
from eclaireur.core.dataset import Dataset, Distribution
from eclaireur.core.provenance import ChangedDataset, DecidedDataset, Provenance
from eclaireur.core.suggestion import State

CATALOGUE = URIRef("urn:eclaireur:catalogue")

PREFIXES: Mapping[str, str] = {
    "dcat": str(DCAT),
    "dct": str(DCTERMS),
    "foaf": str(FOAF),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "xsd": str(XSD),
}

_PROPERTIES: Mapping[str, URIRef] = {
    "title": DCTERMS.title,
    "description": DCTERMS.description,
    "short_description": DCTERMS.abstract,
    "keywords": DCAT.keyword,
    "theme": DCAT.theme,
}
"""The property of each field that a task may propose."""

_SAID: Mapping[State, str] = {
    State.ACCEPTED: "Une personne a accepté la proposition.",
    State.EDITED: "Une personne a modifié la proposition.",
}

_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, and so RDF/XML neither."""


class Description:
    """Triples by subject and predicate, each once, in the order they were said.

    `rdflib.Graph` keeps three indexes and no order: it costs ten times as much here.
    """

    def __init__(self) -> None:
        self.nodes: dict[URIRef, dict[URIRef, dict[URIRef | Literal, None]]] = {}

    def add(self, triple: tuple[URIRef, URIRef, URIRef | Literal]) -> None:
        subject, predicate, value = triple
        self.nodes.setdefault(subject, {}).setdefault(predicate, {})[value] = None


def catalogue_description() -> Description:
    """Describe the catalogue itself."""
    graph = Description()
    graph.add((CATALOGUE, RDF.type, DCAT.Catalog))
    graph.add((CATALOGUE, DCTERMS.title, _french("Catalogue exporté par Éclaireur")))
    return graph


def dataset_description(decided: DecidedDataset) -> Description:
    """Describe a dataset, and each value that came from a proposal."""
    dataset = decided.dataset
    graph, node = _begun(dataset)
    _add_texts(graph, node, dataset)
    _add_context(graph, node, dataset)
    _add_coverage(graph, node, dataset)
    for number, distribution in enumerate(dataset.distributions, start=1):
        _add_distribution(graph, node, number, distribution, dataset.license)
    for mark in marks(decided):
        _add_mark(graph, node, mark)
    return graph


def changes_description(changed: ChangedDataset) -> Description:
    """Describe what decisions change in a dataset, and nothing else that it says."""
    graph, node = _begun(changed.dataset)
    for change in changed.changes:
        value = change.provenance.value
        for each in value if isinstance(value, tuple) else (value,):
            graph.add((node, _property(change.field), _object(change.field, each)))
        _add_mark(graph, node, change.provenance)
    return graph


def _begun(dataset: Dataset) -> tuple[Description, URIRef]:
    """The description of a dataset that is known by its identifier, so far, and its node."""
    graph = Description()
    node = named("dataset", dataset.portal_identifier)
    graph.add((CATALOGUE, DCAT.dataset, node))
    graph.add((node, RDF.type, DCAT.Dataset))
    graph.add((node, DCTERMS.identifier, _plain(dataset.portal_identifier)))
    return graph, node


def _property(field: str) -> URIRef:
    return _PROPERTIES.get(field, named("field", field))


def _object(field: str, value: str) -> URIRef | Literal:
    return theme(value) if field == "theme" else _french(value)


def _add_texts(graph: Description, node: URIRef, dataset: Dataset) -> None:
    texts = {
        DCTERMS.title: dataset.title,
        DCTERMS.alternative: dataset.acronym,
        DCTERMS.description: dataset.description,
        DCTERMS.abstract: dataset.short_description,
    }
    for predicate, text in texts.items():
        if text:
            graph.add((node, predicate, _french(text)))
    for keyword in dataset.keywords:
        graph.add((node, DCAT.keyword, _french(keyword)))
    for told in dataset.theme:
        concept = theme(told)
        graph.add((node, DCAT.theme, concept))
        if web_address(told) is None:
            graph.add((concept, RDFS.label, _plain(told)))


def _add_context(graph: Description, node: URIRef, dataset: Dataset) -> None:
    if dataset.publisher:
        publisher = named("organization", dataset.publisher)
        graph.add((node, DCTERMS.publisher, publisher))
        graph.add((publisher, RDF.type, FOAF.Organization))
        graph.add((publisher, FOAF.name, _plain(dataset.publisher)))
    if dataset.license:
        _add_licence(graph, node, dataset.license)
    if dataset.frequency:
        concept = frequency(dataset.frequency)
        graph.add((node, DCTERMS.accrualPeriodicity, concept))
        graph.add((concept, RDF.type, DCTERMS.Frequency))
        graph.add((concept, RDFS.label, _plain(dataset.frequency)))
    for predicate, moment in (
        (DCTERMS.issued, dataset.issued),
        (DCTERMS.modified, dataset.modified),
    ):
        if moment:
            graph.add((node, predicate, _moment(moment)))


def _add_licence(graph: Description, node: URIRef, label: str) -> None:
    document = licence(label)
    graph.add((node, DCTERMS.license, document))
    graph.add((document, RDF.type, DCTERMS.LicenseDocument))
    graph.add((document, RDFS.label, _plain(label)))


def _add_coverage(graph: Description, node: URIRef, dataset: Dataset) -> None:
    if dataset.temporal and (dataset.temporal.start or dataset.temporal.end):
        period = part(node, "temporal")
        graph.add((node, DCTERMS.temporal, period))
        graph.add((period, RDF.type, DCTERMS.PeriodOfTime))
        if dataset.temporal.start:
            graph.add((period, DCAT.startDate, _moment(dataset.temporal.start)))
        if dataset.temporal.end:
            graph.add((period, DCAT.endDate, _moment(dataset.temporal.end)))
    for zone in dataset.spatial.zones if dataset.spatial else ():
        place = named("location", zone)
        graph.add((node, DCTERMS.spatial, place))
        graph.add((place, RDF.type, DCTERMS.Location))
        graph.add((place, RDFS.label, _french(zone)))


def _add_distribution(
    graph: Description,
    dataset: URIRef,
    number: int,
    distribution: Distribution,
    license_label: str | None,
) -> None:
    node = part(dataset, f"distribution:{number}")
    graph.add((dataset, DCAT.distribution, node))
    graph.add((node, RDF.type, DCAT.Distribution))
    if distribution.title:
        graph.add((node, DCTERMS.title, _french(distribution.title)))
    if distribution.access_url and (address := web_address(distribution.access_url)):
        graph.add((node, DCAT.accessURL, address))
    if distribution.format:
        file_format = named("format", distribution.format)
        graph.add((node, DCTERMS.format, file_format))
        graph.add((file_format, RDF.type, DCTERMS.MediaTypeOrExtent))
        graph.add((file_format, RDFS.label, _plain(distribution.format)))
    if license_label:
        _add_licence(graph, node, license_label)


def _add_mark(graph: Description, dataset: URIRef, mark: Provenance) -> None:
    """Say of each retained triple who proposed it and that a person let it in.

    An accepted value is what the software generated. An edited one was generated by the
    person's decision, and derives from what the software proposed.
    """
    suggestion = named("suggestion", mark.suggestion)
    proposal, decision = part(suggestion, "proposal"), part(suggestion, "decision")
    edited = mark.decision is State.EDITED
    _add_proposal(graph, proposal, mark)
    _add_decision(graph, decision, mark)
    if edited:
        draft = part(suggestion, "proposed")
        _add_entity(graph, draft, proposal, IPTC.algorithmicMedia)
        graph.add((decision, PROV.used, draft))
    values = mark.value if isinstance(mark.value, tuple) else (mark.value,)
    for number, value in enumerate(values, start=1):
        entity = part(suggestion, f"value:{number}")
        graph.add((entity, RDF.type, RDF.Statement))
        graph.add((entity, RDF.subject, dataset))
        graph.add((entity, RDF.predicate, _property(mark.field)))
        graph.add((entity, RDF.object, _object(mark.field, value)))
        if edited:
            _add_entity(graph, entity, decision, IPTC.humanEdits)
            graph.add((entity, PROV.wasDerivedFrom, draft))
        else:
            _add_entity(graph, entity, proposal, IPTC.algorithmicMedia)
            graph.add((decision, PROV.used, entity))


def _add_entity(graph: Description, entity: URIRef, activity: URIRef, source_type: URIRef) -> None:
    graph.add((entity, RDF.type, PROV.Entity))
    graph.add((entity, RDF.type, SCHEMA.CreativeWork))
    graph.add((entity, PROV.wasGeneratedBy, activity))
    graph.add((entity, SCHEMA.digitalSourceType, source_type))


def _add_proposal(graph: Description, activity: URIRef, mark: Provenance) -> None:
    agent = named("method", mark.method)
    association, plan = part(activity, "association"), named("task", mark.task_version)
    graph.add((activity, RDF.type, PROV.Activity))
    graph.add((activity, RDFS.label, _french("Proposition automatique d’Éclaireur.")))
    graph.add((activity, DCTERMS.date, _moment(mark.proposed_on.isoformat())))
    graph.add((activity, PROV.wasAssociatedWith, agent))
    graph.add((activity, PROV.qualifiedAssociation, association))
    graph.add((association, RDF.type, PROV.Association))
    graph.add((association, PROV.agent, agent))
    graph.add((association, PROV.hadPlan, plan))
    graph.add((agent, RDF.type, PROV.SoftwareAgent))
    graph.add((agent, FOAF.name, _plain(f"Éclaireur, {mark.method}")))
    graph.add((plan, RDF.type, PROV.Plan))
    graph.add((plan, SCHEMA.version, _plain(mark.task_version)))


def _add_decision(graph: Description, activity: URIRef, mark: Provenance) -> None:
    person = part(activity, "person")
    graph.add((activity, RDF.type, PROV.Activity))
    graph.add((activity, DCTERMS.type, named("decision", mark.decision)))
    graph.add((activity, RDFS.label, _french(_SAID[mark.decision])))
    graph.add((activity, DCTERMS.date, _moment(mark.decided_on.isoformat())))
    graph.add((activity, PROV.wasAssociatedWith, person))
    # One node a decision: it says that a person decided, and links no two decisions.
    graph.add((person, RDF.type, PROV.Person))


def _french(text: str) -> Literal:
    return Literal(_ILLEGAL.sub("\ufffd", text), lang="fr")


def _plain(text: str) -> Literal:
    return Literal(_ILLEGAL.sub("\ufffd", text))


def _moment(text: str) -> Literal:
    """A date or a time with its type; anything else as it was published."""
    for datatype, parse in ((XSD.date, date.fromisoformat), (XSD.dateTime, datetime.fromisoformat)):
        try:
            canonical = parse(text).isoformat() == text
        except ValueError:
            continue
        if canonical:
            return Literal(text, datatype=datatype, normalize=False)
    return _plain(text)
