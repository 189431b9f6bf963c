"""Catalogues spoiled in every way: each is read, or refused in words, and what was there stays.

Whatever the bytes, and whatever a portal answers: no unexpected exception; what is left out is told
with its line; what could be read can be kept, looked for and exported in every format; and nothing
else of the catalogue changes. `unit/configuration/test_reading` does the same of `eclaireur.toml`.
"""

import asyncio
import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from empty_stores import empty_store
from fault_server import Behaviour, Received, answer, fault_server
from fuzzing import examples
from hypothesis import given
from hypothesis import strategies as st
from portals_replayed import PORTALS, Told

from eclaireur.assistant.harvest import harvest
from eclaireur.catalogues.export import EXPORT_FORMATS
from eclaireur.catalogues.file import File
from eclaireur.catalogues.portals import Manners, Visitor, open_portal
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import EclaireurError
from eclaireur.core.harvest import Entry, Source
from eclaireur.core.ports import SearchQuery
from eclaireur.core.provenance import with_decisions
from eclaireur.egress import Destination, open_egress
from eclaireur.messages import messages
from eclaireur.search import SearchIndex
from eclaireur.store import SqlStore, open_store

DAY = date(2026, 11, 26)
QUICK = Manners(pause_s=0, attempts=1, first_wait_s=0.01, longest_wait_s=0.1, deadline_s=1)
THERE = Dataset(identifier="there", title="Ce qui y est déjà", keywords=("eau",))

RECORD = {
    "id": "arbres",
    "title": "Arbres de la commune",
    "description": "Liste des arbres, « avec » des guillemets.\nEt deux lignes.",
    "tags": ["arbre", "commune"],
    "organization": {"name": "Ville de Valmoncel", "id": "v"},
    "temporal": {"start": "2020-01-01", "end": None},
    "spatial": {"granularity": "fr:commune", "zones": ["Valmoncel"]},
    "resources": [{"title": "CSV", "format": "csv", "url": "https://exemple.fr/a.csv"}],
    "extras": {"a": [1, 2.5, None, True]},
}
LINES = b"".join(
    json.dumps(RECORD | {"id": f"arbres-{each}"}, ensure_ascii=False).encode() + b"\n"
    for each in range(3)
)
CSV = (
    b"id;title;description;organization;tags;license;archived\n"
    b'a;"Arbres; et bancs";"Une ""description""\nsur deux lignes";Ville;arbre,banc;lov2;False\n'
    b"b;Bancs;Liste;Ville;banc;lov2;False\n"
)
TURTLE = b"""
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
<https://exemple.fr/c> a dcat:Catalog ; dcat:dataset <https://exemple.fr/a> .
<https://exemple.fr/a> a dcat:Dataset ; dct:title "Arbres"@fr ; dct:identifier "a" ;
  dct:description "Liste des arbres."@fr ; dcat:keyword "arbre"@fr ;
  dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://exemple.fr/a.csv> ] .
"""
RDF_XML = b"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
<dcat:Dataset rdf:about="https://exemple.fr/a"><dct:title xml:lang="fr">Arbres</dct:title>
<dct:identifier>a</dct:identifier><dcat:keyword>arbre</dcat:keyword></dcat:Dataset></rdf:RDF>
"""
JSON_LD = json.dumps(
    {
        "@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
        "@id": "https://exemple.fr/a",
        "@type": "dcat:Dataset",
        "dct:title": {"@value": "Arbres", "@language": "fr"},
        "dct:identifier": "a",
    }
).encode()
DOCUMENTS = {
    "jsonl": LINES,
    "json": json.dumps([RECORD]).encode(),
    "csv": CSV,
    "turtle": TURTLE,
    "rdf-xml": RDF_XML,
    "json-ld": JSON_LD,
}
SPOILS = [
    *(
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n",
        b'"',
        b"'",
        b"\\",
        b"<",
        b">",
    ),
    *(b"{", b"}", b"[", b"]", b";", b",", b"&#0;", b"&a;", b"\\u0000", b"\\ud800", b"1e999", b"-"),
    *(b"NaN", b"null", b"9" * 40, b"[" * 300, b"@prefix", b"<!DOCTYPE a>", b"xml:lang='--'"),
]
VALUES: list[Any] = [
    *(None, True, 0, -1, 10**30, 0.1, "", " ", "\0", "\ud800", "é" * 5_000, "2020-99-99", [], {}),
    *([[]], [None], [{}], {"": ""}, {"id": {"id": []}}, ["a"] * 300, "http://[", "//", "a" * 600),
]


@st.composite
def spoiled(draw: st.DrawFn, content: bytes) -> bytes:
    """Cut, doubled, overwritten here and there; compressed for some, and spoiled again."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 0, 1, 2, 5, 30])))
        put = draw(st.sampled_from([b"", content[start:end] * 2, *SPOILS]) | st.binary(max_size=4))
        content = content[:start] + put + content[end:]
    if draw(st.booleans()):
        content = content[: draw(st.integers(0, len(content)))]
    if draw(st.integers(0, 3)) == 0:
        content = gzip.compress(content, mtime=0)
        cut = draw(st.integers(10, len(content)))
        content = content[:cut] + draw(st.sampled_from([b"", content[cut:], b"\0" * 9]))
    return content


def spoiled_value(draw: st.DrawFn, value: Any) -> Any:
    """The value, with another in the place of one that it holds."""
    if isinstance(value, dict) and value and draw(st.integers(0, 4)):
        key = draw(st.sampled_from(sorted(value)))
        return value | {key: spoiled_value(draw, value[key])}
    if isinstance(value, list) and value and draw(st.integers(0, 4)):
        at = draw(st.integers(0, len(value) - 1))
        return [*value[:at], spoiled_value(draw, value[at]), *value[at + 1 :]]
    return draw(st.sampled_from(VALUES))


@dataclass
class Import:
    """An import into a catalogue that holds something, and what it told."""

    data: Path
    told: list[Entry] = field(default_factory=list)

    async def of(self, source: Source) -> EclaireurError | None:
        async with open_store(empty_store(self.data / "eclaireur.sqlite")) as store:
            await store.put_datasets([THERE])
            refusal = None
            try:
                await harvest(store, source, DAY, self.told.append)
            except EclaireurError as error:
                refusal = error
            await self._check(store)
        return refusal

    async def _check(self, store: SqlStore) -> None:
        kept = {each.identifier: each async for each, _ in store.all_datasets()}
        read = {each.dataset.identifier for each in self.told if each.dataset is not None}
        assert kept["there"] == THERE or "there" in read
        assert kept.keys() - {"there"} <= read
        decided = [with_decisions(each, ()) for each in kept.values()]
        for each in EXPORT_FORMATS.values():
            assert [chunk async for chunk in each.write(_each(decided))]
        index = SearchIndex(self.data / "search", store)
        assert (await index.find(SearchQuery())).total == len(kept)


async def _each(items: Sequence[Any]) -> Any:
    for item in items:
        yield item


def in_words(error: EclaireurError) -> str:
    return messages("fr").error(error)


@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)
@examples(6)
@given(data=st.data())
def test_a_spoiled_file_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, data: st.DataObject
) -> None:
    home = tmp_path_factory.mktemp("spoiled")
    place = home / "catalogue"
    place.write_bytes(data.draw(spoiled(content)))
    imported = Import(home)
    refusal = asyncio.run(imported.of(File(str(place), None)))
    assert refusal is None or in_words(refusal)
    for each in imported.told:
        assert each.left_out is None or in_words(each.left_out)


@examples(12)
@given(data=st.data())
def test_a_record_with_anything_anywhere_is_read_or_left_out_in_words(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    home = tmp_path_factory.mktemp("spoiled")
    place = home / "catalogue.jsonl"
    record = data.draw(st.composite(spoiled_value)(RECORD))
    lines = (RECORD | {"id": "first"}, record, RECORD | {"id": "last"})
    place.write_text("".join(f"{json.dumps(each)}\n" for each in lines))
    imported = Import(home)
    asyncio.run(imported.of(File(str(place), None)))
    read = [each.identifier for each in imported.told if each.dataset]
    assert (read[0], read[-1]) == ("first", "last")
    for each in imported.told:
        assert each.left_out is None or in_words(each.left_out)


class Recorder:
    """What an answer writes."""

    def __init__(self) -> None:
        self.written = b""

    def write(self, written: bytes) -> None:
        self.written += written


@pytest.mark.parametrize("kind", PORTALS)
@examples(3)
@given(data=st.data())
def test_a_spoiled_answer_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, kind: str, data: st.DataObject
) -> None:
    home = tmp_path_factory.mktemp("spoiled")
    chosen = data.draw(st.integers(0, 2))

    async def imported() -> EclaireurError | None:
        async with fault_server() as server:
            portal = PORTALS[kind](server, page=5)
            portal.publish(*(Told(f"d{number}", f"Titre {number}") for number in range(3)))
            asked = 0

            def respond(received: Received) -> Behaviour:
                nonlocal asked
                asked += 1
                whole = portal.respond(received)
                return _spoiling(whole, data.draw) if asked == 1 + chosen else whole

            server.respond = respond
            async with open_egress([Destination.of(server.origin, private=True)]) as egress:
                try:
                    source = await open_portal(
                        "portal", portal.address, None, Visitor(egress, portal.address, QUICK)
                    )
                except EclaireurError as error:
                    return error
                return await Import(home).of(source)

    refusal = asyncio.run(imported())
    assert refusal is None or in_words(refusal)


def _spoiling(whole: Behaviour, draw: Callable[..., Any]) -> Behaviour:
    async def behave(writer: asyncio.StreamWriter) -> None:
        recorder: Any = Recorder()
        await whole(recorder)
        _, _, content = recorder.written.partition(b"\r\n\r\n")
        if draw(st.booleans()):
            content = draw(spoiled(content))
        else:
            try:
                value = json.loads(content)
            except ValueError:
                value = None
            content = json.dumps(draw(st.composite(spoiled_value)(value))).encode()
        await answer(content)(writer)

    return behave
