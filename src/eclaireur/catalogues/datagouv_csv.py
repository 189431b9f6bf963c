"""The CSV export of data.gouv.fr's catalogue (udata's `DatasetCsvAdapter`).

Columns are found by name, so that older exports, which lack some, are read too.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from eclaireur.core.base import Json
from eclaireur.core.errors import ArchivedDataset, InvalidLine
from eclaireur.formats.jsonl import NumberedRecord
from eclaireur.formats.stream import MAX_LINE

_DELIMITERS = ";,\t"
_NOT_ARCHIVED = frozenset({"", "false"})

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?(e[-+]?[0-9]{1,2})?", re.IGNORECASE)
"""A number as JSON writes it, of a size that every reader holds. Python's own reading would take
`nan`, which is no value, and `1_000`."""

_PATHS: Mapping[str, tuple[str, ...]] = {
    "temporal_coverage.start": ("temporal", "start"),
    "temporal_coverage.end": ("temporal", "end"),
    "harvest.backend": ("harvest_backend",),
}
"""The keys of the record that columns of another name go to."""


def delimiter(header: str) -> str | None:
    """Return what separates the columns of a catalogue's header, or None if it is not one."""
    for candidate in _DELIMITERS:
        try:
            columns = _columns(next(csv.reader([header], delimiter=candidate), []))
        except csv.Error:
            return None
        if "title" in columns and not {"id", "description"}.isdisjoint(columns):
            return candidate
    return None


def records(lines: Iterable[str], delimiter: str) -> Iterator[NumberedRecord | InvalidLine]:
    """Read each row, in UTF-8 decoded with `surrogateescape`, with the number of its first line.

    Archived datasets are left out and reported.
    """
    csv.field_size_limit(MAX_LINE)
    cut: list[str] = []
    reader = csv.reader(_noting_cut(lines, cut), delimiter=delimiter)
    columns = _columns(next(reader, []))
    while True:
        number = reader.line_num + 1
        cut.clear()
        try:
            row = next(reader, None)
        except csv.Error:
            yield InvalidLine(line=number, problem="not-csv")
            continue
        if row is None:
            return
        if cut:
            # Its last cell lost its end, and may hold the rows that follow.
            yield InvalidLine(line=number, problem="too-long")
        elif row:
            yield _read(number, columns, row)


def _noting_cut(lines: Iterable[str], cut: list[str]) -> Iterator[str]:
    """The lines, of which those that lost their end are noted."""
    for line in lines:
        if len(line) > MAX_LINE // 4 and len(line.encode("utf-8", "surrogateescape")) > MAX_LINE:
            cut.append(line[:1])
        yield line


def _columns(header: Sequence[str]) -> list[str]:
    return [name.strip().lower() for name in header]


def _read(number: int, columns: Sequence[str], row: Sequence[str]) -> NumberedRecord | InvalidLine:
    if len(row) != len(columns):
        return InvalidLine(line=number, problem="wrong-columns")
    if any(map(_is_undecodable, row)):
        return InvalidLine(line=number, problem="not-utf8")
    cells = dict(zip(columns, row, strict=True))
    if cells.pop("archived", "").strip().lower() not in _NOT_ARCHIVED:
        return ArchivedDataset(line=number)
    record: dict[str, Json] = {}
    for column, cell in cells.items():
        if cell:
            _put(record, _PATHS.get(column) or tuple(column.split(".")), cell)
    return number, record


def _is_undecodable(cell: str) -> bool:
    return not cell.isascii() and any("\udc80" <= character <= "\udcff" for character in cell)


def _put(record: dict[str, Json], path: tuple[str, ...], cell: str) -> None:
    """Put a cell where the record has its value, in the record's type."""
    for key in path[:-1]:
        inner = record.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        record = inner
    convert = _CONVERSIONS.get(path) or (_number if path[0] == "metric" else str)
    record[path[-1]] = convert(cell)


def _list(cell: str) -> list[Json]:
    return [part for each in cell.split(",") if (part := each.strip())]


def _flag(cell: str) -> bool:
    return cell.strip().lower() == "true"


def _number(cell: str) -> Json:
    """The number, or the cell itself when it holds none."""
    match _NUMBER.fullmatch(cell):
        case None:
            return cell
        case number if any(number.groups()):
            return float(cell)
        case _:
            return int(cell)


_CONVERSIONS: Mapping[tuple[str, ...], Callable[[str], Json]] = {
    ("spatial", "zones"): _list,
    ("tags",): _list,
    ("theme",): _list,
    ("resources_formats",): _list,
    ("resources_count",): _number,
    ("main_resources_count",): _number,
    ("downloads",): _number,
    ("quality_score",): _number,
    ("featured",): _flag,
}
