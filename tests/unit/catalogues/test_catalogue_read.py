import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.catalogues import read
from eclaireur.catalogues.read import read_catalogue, read_records
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    ArchivedDataset,
    CatalogueIsDirectory,
    CatalogueNotFound,
    CatalogueTooLarge,
    DamagedCatalogue,
    EclaireurError,
    EmptyCatalogue,
    InflatedTooLarge,
    InvalidLine,
    UnknownCatalogueFormat,
    UnreadableCatalogue,
)
from eclaireur.formats import stream

Write = Callable[[bytes | str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(content: bytes | str) -> str:
        path = tmp_path / "catalogue"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return _write


def outline(place: str) -> list[str | tuple[int, str]]:
    """The identifiers read, and the line and problem of what was not."""
    return [
        (each.params["line"], each.params.get("problem", each.code))
        if isinstance(each, InvalidLine)
        else each.identifier
        for each in read_catalogue(place)
    ]


def test_a_bad_line_is_reported_with_its_number_and_stops_nothing(write: Write) -> None:
    lines = [
        b'{"id": "1"}',
        b"",
        b"not json",
        b'{"id": "2", "title": ["a"]}',
        b'[{"id": "3"}]',
        b'{"id": "4", "title": "\xe9"}',
        b'{"id": "5", "x": NaN}',
        b'{"id": "6", "x": 1e999}',
        b'{"title": "sans identifiant"}',
        b'{"id": "7", "x": ' + b"[" * 100_000 + b"}",
        b'{"id": "8", "id": "9"}',
    ]
    assert outline(write(b"\n".join(lines))) == [
        "1",
        (3, "not-json"),
        (4, "wrong-type"),
        (5, "not-an-object"),
        (6, "not-utf8"),
        (7, "not-json"),
        (8, "not-finite"),
        (9, "no-identifier"),
        (10, "too-deep"),
        "9",
    ]


def test_the_first_line_may_be_the_bad_one(write: Write) -> None:
    assert outline(write('oups\n{"id": "1"}\n')) == [(1, "not-json"), "1"]
    assert outline(write('{"id": "1"\n{"id": "2"}\r\n')) == [(1, "not-json"), "2"]


def test_a_line_over_the_limit_is_reported_and_the_next_is_read(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "MAX_LINE", 64)
    monkeypatch.setattr("eclaireur.formats.jsonl.MAX_LINE", 64)
    long = json.dumps({"id": "1", "description": "a" * 500})
    assert outline(write(f'{long}\n{{"id": "2"}}\n{long}')) == [
        (1, "too-long"),
        "2",
        (3, "too-long"),
    ]


def test_a_byte_order_mark_is_passed_over(write: Write) -> None:
    assert outline(write(b'\xef\xbb\xbf{"id": "1"}\n{"id": "2"}')) == ["1", "2"]


def test_a_document_may_be_an_array_or_one_record(write: Write) -> None:
    assert outline(write('\n [{"id": "1"}, 3,\n {"id": "2"}]')) == ["1", (2, "not-an-object"), "2"]
    assert outline(write('{\n  "id": "1"\n}\n')) == ["1"]


def test_a_document_too_large_to_hold_is_refused(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "MAX_DOCUMENT", 100)
    with pytest.raises(CatalogueTooLarge):
        outline(write('[{"id": "1"},\n' + " " * 200 + "]"))


HEADER = (
    "id;title;slug;owner;owner_id;description;temporal_coverage.start;spatial.zones;featured;"
    "tags;archived;resources_formats;harvest.backend;quality_score;metric.views"
)


def test_the_csv_of_the_portal_gives_the_same_datasets(write: Write) -> None:
    row = (
        '1;Arbres;arbres;camille;42;"Une ligne\r\npuis ; une « autre »";2020-01-01;A,B;True;'
        "arbres,eau;False;csv,json;DCAT;0.44;12"
    )
    [dataset] = read_catalogue(write(f"{HEADER}\n{row}\n"))
    assert isinstance(dataset, Dataset)
    assert dataset.title == "Arbres"
    assert dataset.description == "Une ligne\r\npuis ; une « autre »"
    assert dataset.keywords == ("arbres", "eau")
    assert dataset.spatial
    assert dataset.spatial.zones == ("A", "B")
    assert dataset.temporal
    assert dataset.temporal.start == "2020-01-01"
    assert [each.format for each in dataset.distributions] == ["csv", "json"]
    assert dataset.extras == {
        "slug": "arbres",
        "featured": True,
        "harvest_backend": "DCAT",
        "quality_score": 0.44,
        "metric": {"views": 12},
    }


def test_rows_that_are_archived_short_or_not_utf8_are_reported(write: Write) -> None:
    rows = [
        b"id;title;archived",
        b'1;"deux\nlignes";',
        b"2;b;2023-01-01 10:00:00",
        b"3;c",
        b"",
        b"4;\xe9;False",
        b"5;e;false",
        b";f;",
    ]
    assert outline(write(b"\r\n".join(rows))) == [
        "1",
        (4, "archived-dataset"),
        (5, "wrong-columns"),
        (7, "not-utf8"),
        "5",
        (9, "no-identifier"),
    ]
    assert isinstance(list(read_catalogue(write(b"\n".join(rows))))[1], ArchivedDataset)


def test_commas_and_a_column_for_the_short_description_are_accepted(write: Write) -> None:
    [dataset] = read_catalogue(write("﻿title,id,description_short\nArbres,1,Une phrase.\n"))
    assert isinstance(dataset, Dataset)
    assert (dataset.identifier, dataset.short_description) == ("1", "Une phrase.")


def test_a_quote_that_never_closes_does_not_take_the_memory(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eclaireur.catalogues.datagouv_csv.MAX_LINE", 100)
    content = 'id;title\n1;"' + "a\n" * 100 + "2;b\n"
    assert (2, "not-csv") in outline(write(content))


def test_gzip_is_recognised_by_its_content(write: Write) -> None:
    assert outline(write(gzip.compress(b'{"id": "1"}\n'))) == ["1"]
    assert outline(write(gzip.compress(b"id;title\n1;a\n"))) == ["1"]


def test_a_damaged_gzip_is_an_error_after_what_could_be_read(write: Write) -> None:
    content = gzip.compress("".join(f'{{"id": "{n}"}}\n' for n in range(10_000)).encode())
    reading = read_catalogue(write(content[: len(content) // 2]))
    assert isinstance(next(reading), Dataset)
    with pytest.raises(DamagedCatalogue):
        list(reading)


def test_a_gzip_that_swells_beyond_the_limit_is_stopped() -> None:
    content = (b'{"id": "1", "title": "' + b"a" * 2_000 + b'"}\n') * 1_200
    limit = 2 * 2**20
    assert len(content) > limit
    with pytest.raises(InflatedTooLarge, match="2 MB"):
        list(read_records(gzip.compress(content), "bombe.gz", max_inflated=limit))
    assert list(read_records(gzip.compress(content), "fiches.gz", max_inflated=2 * limit))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "1"}\n')))
    assert outline("-") == ["1"]


@pytest.mark.parametrize("content", ["", "\n \n", b"\xef\xbb\xbf", gzip.compress(b"", mtime=0)])
def test_an_empty_catalogue_is_an_error(write: Write, content: bytes | str) -> None:
    with pytest.raises(EmptyCatalogue):
        outline(write(content))


@pytest.mark.parametrize(
    "content", ["Bonjour\n", "a;b\n1;2\n", "<rdf/>", "[1, 2", b"\x89PNG\r\n\x1a\n\0", "3"]
)
def test_anything_else_is_an_error_that_says_so(write: Write, content: bytes | str) -> None:
    with pytest.raises(UnknownCatalogueFormat):
        outline(write(content))


def test_a_place_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueNotFound):
        outline(str(tmp_path / "absent"))
    with pytest.raises(CatalogueIsDirectory):
        outline(str(tmp_path))
    with pytest.raises(UnreadableCatalogue):
        outline(str(tmp_path / ("a" * 300)))


def test_records_of_a_file_received_whole_may_lack_an_identifier() -> None:
    assert list(read_records(b'{"title": "Arbres"}', "fiche.json", max_inflated=1)) == [
        (1, {"title": "Arbres"})
    ]


@given(
    st.lists(
        st.sampled_from([b"{", b"[", b"id;title\n", b'{"id":"1"}', b'"', b";", b"\n", b"\x1f\x8b"])
        | st.binary(max_size=20),
        max_size=8,
    )
)
def test_no_bytes_crash_it(pieces: list[bytes]) -> None:
    try:
        list(read_records(b"".join(pieces), "fichier", max_inflated=1_000))
    except EclaireurError:
        return
