"""DCAT: what is read of it, and what is refused."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.catalogues.export.dcat import write_json_ld, write_turtle
from eclaireur.catalogues.read import read_catalogue, read_records
from eclaireur.core.dataset import Dataset, Distribution, Location, PeriodOfTime
from eclaireur.core.errors import (
    CatalogueTooLarge,
    DoctypeRefused,
    EclaireurError,
    InvalidLine,
    InvalidRdf,
    RemoteContextRefused,
)
from eclaireur.core.provenance import DecidedDataset
from eclaireur.core.theme import theme_uri
from eclaireur.formats import rdf

Write = Callable[[bytes | str], str]

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
TURTLE = """@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix schema: <http://schema.org/> .
"""

SWELLING = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = {
    "swelling": f'<!DOCTYPE r [<!ENTITY a0 "lol">{SWELLING}]>',
    "file": '<!DOCTYPE r [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
    "address": '<!DOCTYPE r [<!ENTITY a9 SYSTEM "http://127.0.0.1:9/">]>',
    "parameter": '<!DOCTYPE r [<!ENTITY % a9 SYSTEM "http://127.0.0.1:9/"> %a9;]>',
    "elsewhere": '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/">',
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(content: bytes | str) -> str:
        path = tmp_path / "catalogue"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return _write


def read(place: str) -> list[Dataset | InvalidLine]:
    return list(read_catalogue(place))


@pytest.mark.parametrize("doctype", ENTITIES.values(), ids=ENTITIES.keys())
@pytest.mark.parametrize("declaration", ["", '<?xml version="1.0"?>'])
def test_a_document_type_is_never_read(write: Write, doctype: str, declaration: str) -> None:
    content = f"{declaration}{doctype}<rdf:RDF {RDF}><x>&a9;</x></rdf:RDF>"
    for written in (content.encode(), gzip.compress(content.encode())):
        with pytest.raises(DoctypeRefused):
            read(write(written))


@pytest.mark.parametrize(
    "context",
    [
        "http://127.0.0.1:9/context.jsonld",
        ["http://127.0.0.1:9/context.jsonld", {}],
        {"@import": "http://127.0.0.1:9/context.jsonld"},
        "file:///etc/passwd",
        "context.jsonld",
    ],
)
def test_a_context_elsewhere_is_never_fetched(write: Write, context: object) -> None:
    document = {
        "@context": context,
        "@id": "http://x/",
        "@type": "http://www.w3.org/ns/dcat#Dataset",
    }
    with pytest.raises(RemoteContextRefused):
        read(write(json.dumps(document)))
    nested = {"@graph": [{"@id": "http://x/", "http://x/p": document}]}
    with pytest.raises(RemoteContextRefused):
        read(write(json.dumps(nested, indent=1)))


def test_too_much_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf, "MAX_RDF", 100_000)
    with pytest.raises(CatalogueTooLarge):
        read(write(gzip.compress(TURTLE.encode() + b"# nothing to see\n" * 100_000)))


@pytest.mark.parametrize(
    ("content", "syntax", "line"),
    [
        (TURTLE + "<http://x/> a dcat:Dataset ; .\n<http://y/> a", "Turtle", 7),
        (f"<rdf:RDF {RDF}>\n<rdf:Description>", "RDF/XML", None),
        ('{"@graph": [', "JSON-LD", None),
        (f"<rdf:RDF {RDF}>" + "<a>" * 100, "RDF/XML", None),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_line(
    write: Write, content: str, syntax: str, line: int | None
) -> None:
    with pytest.raises(InvalidRdf) as caught:
        read(write(content))
    assert caught.value.params["syntax"] == syntax
    if line is not None:
        assert caught.value.params["line"] == line


def test_what_is_deep_is_no_crash(write: Write) -> None:
    for content in (
        '{"@id": ' + '{"http://x/a": ' * 200_000,
        TURTLE + "<http://x/> <http://x/> " + "[ <http://x/> " * 200_000,
        f"<rdf:RDF {RDF} xmlns:d='http://x/'>" + "<rdf:Description><d:a>" * 200_000,
    ):
        with pytest.raises(InvalidRdf):
            read(write(content))


FULL = Dataset(
    identifier="full",
    title="Qualité de l’eau",
    acronym="QE",
    description="Une **description**.",
    short_description="Une phrase.",
    keywords=("eau", "riviere"),
    theme=("http://inspire.ec.europa.eu/theme/hy", theme_uri("ENVI"), "L’eau"),
    publisher="Ville",
    license="Licence Ouverte / Open Licence version 2.0",
    frequency="monthly",
    temporal=PeriodOfTime(start="2020-01-01", end="2021-01-01"),
    spatial=Location(zones=("Brest", "Rennes")),
    distributions=(Distribution(format="csv", title="A", access_url="https://exemple.fr/a.csv"),),
    issued="2020-01-01",
    modified="2021-01-01T00:00:00",
)


@pytest.mark.parametrize("export", [write_turtle, write_json_ld])
async def test_an_export_comes_back(write: Write, export: Callable[..., object]) -> None:
    async def decided() -> object:
        yield DecidedDataset(dataset=FULL)

    content = b"".join([chunk async for chunk in export(decided())])  # type: ignore[attr-defined]
    [back] = read(write(content))
    assert isinstance(back, Dataset)
    assert back.extras.keys() <= {"uri"}
    assert back.model_copy(update={"extras": {}}) == FULL


def test_themes_are_addresses_or_else_what_they_are_called(write: Write) -> None:
    content = (
        TURTLE
        + f"""
    <http://x/1> a dcat:Dataset ; dcat:theme "agri", [ schema:name "Eau" ],
      <{theme_uri("ENVI").replace("http:", "https:")}>, <mailto:camille@exemple.fr>,
      [ a foaf:Person ; schema:name "Camille" ] .
    """
    )
    [dataset] = read(write(content))
    assert isinstance(dataset, Dataset)
    assert set(dataset.theme) == {theme_uri("AGRI"), theme_uri("ENVI"), "Eau"}
    assert "amille" not in dataset.model_dump_json()


def test_persons_are_left_out_and_the_rest_is_kept(write: Write) -> None:
    content = (
        TURTLE
        + """
    <http://x/1> a dcat:Dataset ; dct:title "Eau" ;
      dct:publisher [ a foaf:Person ; foaf:name "Camille" ] ;
      dct:contributor [ foaf:name "Camille" ] ;
      dcat:contactPoint <mailto:camille@exemple.fr> ;
      schema:author [ schema:name "Camille" ] ;
      dct:provenance [ dct:description "Relevés." ; dct:creator "Camille" ;
        dct:relation [ a vcard:Individual ; schema:name "Camille" ] ] ;
      dct:relation <mailto:camille@exemple.fr>, <http://x/2> ;
      dct:language <http://x/fr> .
    """
    )
    [dataset] = read(write(content))
    assert isinstance(dataset, Dataset)
    assert dataset.identifier == "http://x/1"
    assert dataset.publisher is None
    assert dataset.extras == {
        "dct:provenance": {"dct:description": "Relevés."},
        "dct:relation": "http://x/2",
        "dct:language": "http://x/fr",
    }
    assert "amille" not in dataset.model_dump_json()


def test_datasets_that_share_an_identifier_are_told_apart(write: Write) -> None:
    content = (
        TURTLE
        + """
    <http://x/1> a dcat:Dataset ; dct:identifier "a" .
    <http://x/2> a dcat:Dataset ; dct:identifier "a" .
    <http://x/3> a dcat:Dataset ; dct:identifier "b" . [] a dcat:Dataset ; dct:title "Sans nom" .
    """
    )
    found = read(write(content))
    named = [each.identifier for each in found if isinstance(each, Dataset)]
    assert sorted(named) == ["b", "http://x/1", "http://x/2"]
    [nameless] = [each for each in found if isinstance(each, InvalidLine)]
    assert nameless.params["problem"] == "no-identifier"


def test_what_turns_in_circles_ends(write: Write) -> None:
    content = (
        TURTLE
        + "<http://x/1> a dcat:Dataset ; dct:relation <http://x/1>, [ dct:relation <http://x/1> ] ."
    )
    assert len(read(write(content))) == 1


@given(
    st.lists(
        st.sampled_from(
            [
                b"@prefix d: <http://www.w3.org/ns/dcat#> .",
                b"<http://x/> a d:Dataset .",
                b'{"@graph": [',
                b'"@context"',
                b"<rdf:RDF",
                RDF.encode(),
                b">",
                b"]}",
                b"# ",
            ]
        )
        | st.binary(max_size=10),
        max_size=8,
    )
)
def test_no_bytes_crash_it(pieces: list[bytes]) -> None:
    try:
        list(read_records(b"".join(pieces), "fichier", max_inflated=1_000))
    except EclaireurError:
        return
