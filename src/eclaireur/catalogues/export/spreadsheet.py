"""CSV for spreadsheets: the columns of data.gouv.fr's export, and where values came from.

It is for people to read. JSON Lines is what gives every key back unchanged.
"""

import csv
import io
import json
from collections.abc import AsyncIterator, Mapping

from eclaireur.catalogues.export.marks import PROVENANCE
from eclaireur.catalogues.export.records import exported_record
from eclaireur.core.base import Json
from eclaireur.core.provenance import DecidedDataset
from eclaireur.formats.stream import BYTE_ORDER_MARK

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "title": ("title",),
    "acronym": ("acronym",),
    "organization": ("organization",),
    "description": ("description",),
    "description_short": ("description_short",),
    "frequency": ("frequency",),
    "license": ("license",),
    "temporal_coverage.start": ("temporal", "start"),
    "temporal_coverage.end": ("temporal", "end"),
    "spatial.granularity": ("spatial", "granularity"),
    "spatial.zones": ("spatial", "zones"),
    "featured": ("featured",),
    "created_at": ("created_at",),
    "last_modified": ("last_modified",),
    "tags": ("tags",),
    "theme": ("theme",),
    "resources_count": ("resources_count",),
    "resources_formats": ("resources_formats",),
    "harvest.backend": ("harvest_backend",),
    "quality_score": ("quality_score",),
    "metric.discussions": ("metric", "discussions"),
    "metric.reuses": ("metric", "reuses"),
    "metric.views": ("metric", "views"),
    "metric.followers": ("metric", "followers"),
    "metric.resources_downloads": ("metric", "resources_downloads"),
    PROVENANCE: (PROVENANCE,),
}
"""Each column, and the way to its value in the record."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV Injection)."""


def write_csv(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[bytes]:
    """Write one dataset a row."""
    return as_csv((exported_record(each) async for each in datasets), _COLUMNS)


async def as_csv(
    records: AsyncIterator[dict[str, Json]], columns: Mapping[str, tuple[str, ...]]
) -> AsyncIterator[bytes]:
    """Write UTF-8 with a byte order mark, `;` and every cell quoted, which Excel opens in French.

    A cell that a spreadsheet would run as a formula gets a leading apostrophe.

    Args:
        records: one a row.
        columns: each column, and the way to its value in the record.
    """
    yield BYTE_ORDER_MARK + _row(list(columns))
    async for record in records:
        yield _row([_cell(_at(record, path)) for path in columns.values()])


def _row(cells: list[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, delimiter=";", quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue().encode("utf-8", "replace")


def _at(record: Json, path: tuple[str, ...]) -> Json:
    for key in path:
        record = record.get(key) if isinstance(record, dict) else None
    return record


def _cell(value: Json) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, str):
        return _inert(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return _inert(",".join(map(str, value)))
    return json.dumps(value, ensure_ascii=False)


def _inert(text: str) -> str:
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text
