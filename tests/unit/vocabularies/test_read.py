"""Controlled vocabularies in every format, and what is refused."""

import gzip
import json
from pathlib import Path

import pytest

from eclaireur.core.concept import ANY_LANGUAGE, Concept
from eclaireur.core.errors import (
    CatalogueNotFound,
    DoctypeRefused,
    InvalidLine,
    InvalidRdf,
    NoConcept,
    RemoteContextRefused,
    WrongVocabularyName,
)
from eclaireur.vocabularies import read_vocabulary

SCHEME = "https://example.org/water/"
WATER = Concept(
    uri=f"{SCHEME}1",
    labels={"fr": "eau", "en": "water"},
    alternatives={"fr": ("flotte", "onde")},
)
RIVER = Concept(
    uri=f"{SCHEME}2",
    labels={"fr": "cours d’eau", ANY_LANGUAGE: "flumen"},
    broader=(WATER.uri,),
)

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix w: <https://example.org/water/> .
w:1 a skos:Concept ; skos:prefLabel "eau"@fr, "water"@en-GB, "Wasser"@de ;
  skos:altLabel "onde"@fr, "flotte"@fr-FR, " "@fr ; skos:narrower w:2 .
w:2 a skos:Concept ; skos:prefLabel "cours d’eau"@fr, "flumen" ; skos:broader w:absent .
w:3 a skos:Concept ; skos:prefLabel "Fluss"@de .
<javascript:alert(1)> a skos:Concept ; skos:prefLabel "piège"@fr .
[] a skos:Concept ; skos:prefLabel "sans adresse"@fr .
w:4 skos:prefLabel "pas un concept"@fr .
"""

RDF_XML = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<skos:Concept rdf:about="https://example.org/water/1">
  <skos:prefLabel xml:lang="fr">eau</skos:prefLabel>
  <skos:prefLabel xml:lang="en">water</skos:prefLabel>
  <skos:altLabel xml:lang="fr">flotte</skos:altLabel>
  <skos:altLabel xml:lang="fr">onde</skos:altLabel>
</skos:Concept>
<skos:Concept rdf:about="https://example.org/water/2">
  <skos:prefLabel xml:lang="fr">cours d’eau</skos:prefLabel>
  <skos:prefLabel>flumen</skos:prefLabel>
  <skos:broader rdf:resource="https://example.org/water/1"/>
</skos:Concept>
</rdf:RDF>"""

SKOS = "http://www.w3.org/2004/02/skos/core#"
JSON_LD = json.dumps(
    {
        "@context": {
            "skos": SKOS,
            "prefLabel": {"@id": f"{SKOS}prefLabel", "@container": "@language"},
            "altLabel": {"@id": f"{SKOS}altLabel", "@container": "@language"},
        },
        "@graph": [
            {
                "@id": WATER.uri,
                "@type": "skos:Concept",
                "prefLabel": {"fr": "eau", "en": "water"},
                "altLabel": {"fr": ["onde", "flotte"]},
            },
            {
                "@id": RIVER.uri,
                "@type": "skos:Concept",
                "prefLabel": {"fr": "cours d’eau"},
                "skos:prefLabel": "flumen",
                "skos:broader": {"@id": WATER.uri},
            },
        ],
    }
)

LINES = [
    {"id": "1", "uri": WATER.uri, "pref_fr": "eau", "pref_en": "water"}
    | {"alt_fr": ["flotte", "onde"], "alt_en": [], "broader": [], "related": ["9"]},
    {"id": "2", "uri": RIVER.uri, "pref_fr": "cours d’eau", "pref_en": None}
    | {"alt_fr": [], "alt_en": [], "broader": ["1", "absent"], "definition_fr": None},
    {"id": "3", "uri": f"{SCHEME}3", "pref_fr": None, "pref_en": None},
    {"id": "4", "uri": "javascript:alert(1)", "pref_fr": "piège", "pref_en": None},
]


def written(place: Path, content: str) -> str:
    place.write_text(content, encoding="utf-8")
    return str(place)


@pytest.mark.parametrize("content", [TURTLE, RDF_XML, JSON_LD], ids=["turtle", "xml", "json-ld"])
def test_skos_gives_labels_and_hierarchy_whatever_its_syntax(tmp_path: Path, content: str) -> None:
    vocabulary = read_vocabulary(written(tmp_path / "Eau douce.rdf", content))
    assert vocabulary.name == "eau-douce"
    assert vocabulary.concepts == (WATER, RIVER)


def test_json_lines_give_the_same(tmp_path: Path) -> None:
    place = tmp_path / "eau.jsonl.gz"
    place.write_bytes(gzip.compress("\n".join(map(json.dumps, LINES)).encode()))
    vocabulary = read_vocabulary(str(place), "Ma liste")
    assert vocabulary.name == "ma-liste"
    river = RIVER.model_copy(update={"labels": {"fr": "cours d’eau"}})
    assert vocabulary.concepts == (WATER, river)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not-json"),
        ("[]", "not-an-object"),
        ('{"id": "1"}', "missing-key"),
        ('{"id": "1", "uri": 3}', "wrong-type"),
        ('{"id": "1", "uri": "https://x", "alt_fr": "eau"}', "wrong-type"),
        ('{"id": "1", "uri": "https://x", "alt_fr": [1]}', "wrong-type"),
    ],
)
def test_one_wrong_line_refuses_the_file(tmp_path: Path, line: str, problem: str) -> None:
    place = written(tmp_path / "eau.jsonl", f"{json.dumps(LINES[0])}\n{line}\n")
    with pytest.raises(InvalidLine) as refusal:
        read_vocabulary(place)
    assert (refusal.value.params["line"], refusal.value.params["problem"]) == (2, problem)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", NoConcept),
        ("@prefix a: <https://a/> .", NoConcept),
        (TURTLE.partition("w:3")[0] + "w:3 a", InvalidRdf),
        (f'<!DOCTYPE rdf:RDF [<!ENTITY a "b">]>{RDF_XML}', DoctypeRefused),
        ('{"@context": "https://example.org/context", "@id": "https://a"}', RemoteContextRefused),
    ],
)
def test_what_holds_no_vocabulary_is_refused(
    tmp_path: Path, content: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        read_vocabulary(written(tmp_path / "eau.ttl", content))


def test_an_absent_file_and_an_impossible_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueNotFound):
        read_vocabulary(str(tmp_path / "absent.ttl"))
    for name in ("..", "a", "-"):
        with pytest.raises(WrongVocabularyName):
            read_vocabulary(written(tmp_path / "eau.ttl", TURTLE), name)


def test_eurovoc_is_read_whole() -> None:
    place = Path(__file__).parents[4] / "shared/data/vocab/eurovoc_fr_en.jsonl"
    if not place.exists():
        pytest.skip("EuroVoc is not beside this repository: ../shared/data")
    concepts = read_vocabulary(str(place)).concepts
    assert len(concepts) == place.read_bytes().count(b"\n")
    assert all(each.labels["fr"] and each.labels["en"] for each in concepts)
    assert any(each.broader for each in concepts)
