"""What every format of an export must keep to, whatever it is."""

import csv
import io
import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from rdflib import DCAT, DCTERMS, PROV, RDF, RDFS, Graph, Literal, Namespace, URIRef

from eclaireur.catalogues.export import EXPORT_FORMATS
from eclaireur.catalogues.read import read_catalogue
from eclaireur.catalogues.record import dataset_from_record
from eclaireur.core.dataset import Dataset, Distribution, Location, PeriodOfTime
from eclaireur.core.provenance import DecidedDataset, Provenance
from eclaireur.core.suggestion import State, Value
from eclaireur.core.theme import theme_uri
from eclaireur.sample import sample_place

SCHEMA = Namespace("https://schema.org/")
IPTC = Namespace("http://cv.iptc.org/newscodes/digitalsourcetype/")

HOSTILE = (
    '=cmd|" /C calc"!A0\r\n</script><b>x</b> """ \\u0041 \\\\ \' ; , \t \x01\x1f\x0b'
    " \u2028 \uffff 🌳"
    " <http://exemple.fr/> . } ] @fr ^^<x>\\"
)


@dataclass(frozen=True)
class Exported:
    """A dataset as an export gives it back, in the terms that every format has."""

    identifier: str
    title: str
    description: str
    short_description: str
    keywords: frozenset[str]
    theme: frozenset[str]
    marks: frozenset[tuple[str, str, str]]
    """The suggestion, its method and the decision of each value from a proposal."""


def from_records(records: Iterable[Mapping[str, Any]]) -> list[Exported]:
    return [
        Exported(
            identifier=record["id"],
            title=record["title"],
            description=record["description"],
            short_description=record["description_short"] or "",
            keywords=frozenset(record["tags"]),
            theme=frozenset(record.get("theme", ())),
            marks=frozenset(
                (mark["suggestion"], mark["method"], mark["decision"])
                for mark in record["provenance"]
            ),
        )
        for record in records
    ]


def from_rows(content: bytes) -> list[Exported]:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    return from_records(
        {
            **row,
            "title": row["title"].removeprefix("'"),
            "description": row["description"].removeprefix("'"),
            "description_short": row["description_short"].removeprefix("'"),
            "tags": row["tags"].split(",") if row["tags"] else [],
            "theme": row["theme"].split(",") if row["theme"] else [],
            "provenance": json.loads(row["provenance"] or "[]"),
        }
        for row in rows
    )


def from_graph(content: bytes, syntax: str) -> list[Exported]:
    graph = Graph().parse(data=content, format=syntax)
    text = content.decode()
    datasets = sorted(
        graph.subjects(RDF.type, DCAT.Dataset), key=lambda node: text.index(str(node))
    )
    return [_from_node(graph, dataset) for dataset in datasets]


def _from_node(graph: Graph, dataset: Any) -> Exported:
    return Exported(
        identifier=str(graph.value(dataset, DCTERMS.identifier)),
        title=str(graph.value(dataset, DCTERMS.title) or ""),
        description=str(graph.value(dataset, DCTERMS.description) or ""),
        short_description=str(graph.value(dataset, DCTERMS.abstract) or ""),
        keywords=frozenset(map(str, graph.objects(dataset, DCAT.keyword))),
        theme=frozenset(map(str, graph.objects(dataset, DCAT.theme))),
        marks=frozenset(
            _mark(graph, statement) for statement in graph.subjects(RDF.subject, dataset)
        ),
    )


def _mark(graph: Graph, statement: Any) -> tuple[str, str, str]:
    suggestion = str(statement).split(":")[3]
    proposal = URIRef(f"urn:eclaireur:suggestion:{suggestion}:proposal")
    decision = URIRef(f"urn:eclaireur:suggestion:{suggestion}:decision")
    agent = graph.value(proposal, PROV.wasAssociatedWith)
    assert (agent, RDF.type, PROV.SoftwareAgent) in graph
    assert (graph.value(decision, PROV.wasAssociatedWith), RDF.type, PROV.Person) in graph
    predicate = graph.value(statement, RDF.predicate)
    retained = graph.value(statement, RDF.object)
    assert (graph.value(statement, RDF.subject), predicate, retained) in graph
    return (
        suggestion,
        str(agent).split(":")[-1],
        str(graph.value(decision, DCTERMS.type)).split(":")[-1],
    )


READERS: Mapping[str, Callable[[bytes], list[Exported]]] = {
    "json": lambda content: from_records(json.loads(content)),
    "jsonl": lambda content: from_records(map(json.loads, content.split(b"\n")[:-1])),
    "csv": from_rows,
    "dcat": lambda content: from_graph(content, "json-ld"),
    "dcat-turtle": lambda content: from_graph(content, "turtle"),
}

# rdflib's own reader of JSON-LD uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

every_format = pytest.mark.parametrize("name", EXPORT_FORMATS)


async def export(name: str, datasets: Iterable[DecidedDataset]) -> bytes:
    async def each() -> AsyncIterator[DecidedDataset]:
        for dataset in datasets:
            yield dataset

    return b"".join([chunk async for chunk in EXPORT_FORMATS[name].write(each())])


def sample() -> list[Dataset]:
    return [each for each in read_catalogue(sample_place()) if isinstance(each, Dataset)]


def retained(field: str, value: Value, decision: State, suggestion: str = "k1") -> Provenance:
    return Provenance(
        field=field,
        value=value,
        suggestion=suggestion,
        task_version=f"{field}-1",
        method="extraction",
        decision=decision,
        proposed_on=date(2026, 1, 2),
        decided_on=date(2026, 1, 3),
    )


def test_every_format_is_read_here() -> None:
    assert set(READERS) == set(EXPORT_FORMATS)


@every_format
async def test_an_empty_catalogue_is_valid(name: str) -> None:
    assert READERS[name](await export(name, [])) == []


@every_format
async def test_untouched_datasets_are_those_that_came_in_unmarked_and_in_order(name: str) -> None:
    datasets = sample()
    content = await export(name, [DecidedDataset(dataset=each) for each in datasets])
    assert READERS[name](content) == [
        Exported(
            identifier=each.identifier,
            title=each.title,
            description=each.description,
            short_description=each.short_description or "",
            keywords=frozenset(each.keywords),
            theme=frozenset(each.theme),
            marks=frozenset(),
        )
        for each in datasets
    ]
    for sign in (b"digitalSourceType", b"digitalsourcetype/", b"prov:Activity", b"SoftwareAgent"):
        assert sign not in content


@every_format
async def test_retained_values_are_there_with_their_provenance(name: str) -> None:
    dataset = Dataset(
        identifier="a/b c",
        title="Arbres",
        short_description="Des arbres.",
        keywords=("eau", "air"),
        theme=(theme_uri("ENVI"),),
    )
    decided = DecidedDataset(
        dataset=dataset,
        provenance=(
            retained("short_description", "Des arbres.", State.ACCEPTED),
            retained("keywords", ("air",), State.EDITED, "k2"),
            retained("theme", (theme_uri("ENVI"),), State.ACCEPTED, "k3"),
        ),
    )
    [exported] = READERS[name](await export(name, [decided]))
    assert exported.short_description == "Des arbres."
    assert exported.keywords == {"eau", "air"}
    assert exported.theme == {theme_uri("ENVI")}
    assert exported.marks == {
        ("k1", "extraction", "accepted"),
        ("k2", "extraction", "edited"),
        ("k3", "extraction", "accepted"),
    }


@every_format
async def test_hostile_text_survives(name: str) -> None:
    dataset = Dataset(
        identifier=f"x{HOSTILE}",
        title=HOSTILE,
        description=HOSTILE,
        keywords=("a", "b\nc"),
        publisher=HOSTILE,
        license=HOSTILE,
        frequency=HOSTILE,
        issued=HOSTILE,
        modified="2026-13-45",
        temporal=PeriodOfTime(start=HOSTILE),
        spatial=Location(granularity=HOSTILE, zones=(HOSTILE,)),
        distributions=(
            Distribution(format=HOSTILE, title=HOSTILE, access_url=f"https://a{HOSTILE}"),
        ),
        extras={"x": HOSTILE, "provenance": HOSTILE},
    )
    decided = DecidedDataset(
        dataset=dataset, provenance=(retained("title", HOSTILE, State.ACCEPTED),)
    )
    [exported] = READERS[name](await export(name, [decided]))
    for text in (exported.title, exported.description):
        assert text.encode("ascii", "ignore").translate(None, b"\1\x0b\x1f") == HOSTILE.encode(
            "ascii", "ignore"
        ).translate(None, b"\1\x0b\x1f")
        assert "🌳" in text
    assert len(exported.marks) == 1


@every_format
async def test_the_same_datasets_give_the_same_bytes(name: str) -> None:
    datasets = [DecidedDataset(dataset=each) for each in sample()]
    assert await export(name, datasets) == await export(name, datasets)


@every_format
async def test_a_mark_from_an_earlier_export_stays_as_long_as_its_value(name: str) -> None:
    mark = retained("short_description", "Des arbres.", State.ACCEPTED).model_dump(mode="json")
    record = {"id": "1", "title": "Arbres", "provenance": [mark, "autre chose"]}
    kept = dataset_from_record({**record, "description_short": "Des arbres."})
    rewritten = dataset_from_record({**record, "description_short": "Une forêt."})
    content = await export(name, [DecidedDataset(dataset=kept)])
    assert READERS[name](content)[0].marks == {("k1", "extraction", "accepted")}
    content = await export(name, [DecidedDataset(dataset=rewritten)])
    assert READERS[name](content)[0].marks == frozenset()


@pytest.mark.parametrize("name", ["json", "jsonl"])
async def test_records_are_those_of_the_import(name: str, tmp_path: Any) -> None:
    path = tmp_path / "export"
    path.write_bytes(await export(name, [DecidedDataset(dataset=each) for each in sample()]))
    assert list(read_catalogue(str(path))) == sample()


@pytest.mark.parametrize("start", [*"=+-@\t\r\n＝＋－＠", " =", "\u00a0-"])
async def test_no_cell_is_run_as_a_formula(start: str) -> None:
    dataset = Dataset(identifier=f"{start}1", title=f"{start}2+3", keywords=(f"{start}x",))
    content = (await export("csv", [DecidedDataset(dataset=dataset)])).decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    assert [
        cell for cell in row if cell.lstrip(" \u00a0").startswith(start.lstrip(" \u00a0"))
    ] == []
    assert f"'{start}2+3" in row


async def test_both_syntaxes_of_dcat_say_the_same() -> None:
    datasets = [
        DecidedDataset(
            dataset=each.model_copy(update={"short_description": "Résumé."}),
            provenance=(retained("short_description", "Résumé.", State.EDITED, each.identifier),),
        )
        for each in sample()
    ]
    json_ld = Graph().parse(data=await export("dcat", datasets), format="json-ld")
    turtle = Graph().parse(data=await export("dcat-turtle", datasets), format="turtle")
    assert set(json_ld) == set(turtle)


async def test_dcat_says_how_each_value_was_made() -> None:
    decided = DecidedDataset(
        dataset=Dataset(identifier="1", short_description="Un.", keywords=("air",)),
        provenance=(
            retained("short_description", "Un.", State.ACCEPTED, "a"),
            retained("keywords", ("air",), State.EDITED, "e"),
        ),
    )
    graph = Graph().parse(data=await export("dcat-turtle", [decided]), format="turtle")
    accepted = URIRef("urn:eclaireur:suggestion:a:value:1")
    edited = URIRef("urn:eclaireur:suggestion:e:value:1")
    assert (accepted, SCHEMA.digitalSourceType, IPTC.algorithmicMedia) in graph
    assert (edited, SCHEMA.digitalSourceType, IPTC.humanEdits) in graph
    assert (accepted, RDF.object, Literal("Un.", lang="fr")) in graph
    software = graph.value(accepted, PROV.wasGeneratedBy)
    assert software == URIRef("urn:eclaireur:suggestion:a:proposal")
    assert graph.value(software, DCTERMS.date) == Literal(date(2026, 1, 2))
    association = graph.value(software, PROV.qualifiedAssociation)
    plan = graph.value(association, PROV.hadPlan)
    assert graph.value(plan, SCHEMA.version) == Literal("short_description-1")
    person = graph.value(edited, PROV.wasGeneratedBy)
    assert person == URIRef("urn:eclaireur:suggestion:e:decision")
    proposed = graph.value(edited, PROV.wasDerivedFrom)
    assert (proposed, SCHEMA.digitalSourceType, IPTC.algorithmicMedia) in graph


async def test_a_theme_that_has_no_address_gets_one_of_ours_in_dcat() -> None:
    decided = DecidedDataset(dataset=Dataset(identifier="1", theme=("L’eau",)))
    graph = Graph().parse(data=await export("dcat-turtle", [decided]), format="turtle")
    [theme] = graph.objects(None, DCAT.theme)
    assert isinstance(theme, URIRef)
    assert graph.value(theme, RDFS.label) == Literal("L’eau")


async def test_dcat_uses_the_authorities_terms() -> None:
    dataset = Dataset(
        identifier="1",
        license="Licence Ouverte / Open Licence version 2.0",
        frequency="annual",
        issued="2026-01-02",
        modified="2026-01-02T03:04:05",
    )
    content = await export("dcat", [DecidedDataset(dataset=dataset)])
    graph = Graph().parse(data=content, format="json-ld")
    node = URIRef("urn:eclaireur:dataset:1")
    assert graph.value(node, DCTERMS.license) == URIRef("https://spdx.org/licenses/etalab-2.0")
    assert graph.value(node, DCTERMS.accrualPeriodicity) == URIRef(
        "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
    )
    issued, modified = graph.value(node, DCTERMS.issued), graph.value(node, DCTERMS.modified)
    assert isinstance(issued, Literal)
    assert issued.toPython() == date(2026, 1, 2)
    assert isinstance(modified, Literal)
    assert modified.toPython().isoformat() == "2026-01-02T03:04:05"
