"""JSON Lines and JSON: the records of the import, with what came from proposals."""

import json
from collections.abc import AsyncIterator

from eclaireur.catalogues.export.marks import PROVENANCE, marks
from eclaireur.catalogues.record import record_from_dataset
from eclaireur.core.base import Json
from eclaireur.core.provenance import DecidedDataset


def exported_record(decided: DecidedDataset) -> dict[str, Json]:
    """Return the dataset's record, with one entry of `provenance` for each value retained."""
    record = record_from_dataset(decided.dataset)
    record.pop(PROVENANCE, None)
    record[PROVENANCE] = [mark.model_dump(mode="json") for mark in marks(decided)]
    return record


def write_json_lines(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[bytes]:
    """Write one record a line."""
    return as_json_lines(exported_record(each) async for each in datasets)


def write_json(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[bytes]:
    """Write an array of records, one a line."""
    return as_json(exported_record(each) async for each in datasets)


async def as_json_lines(records: AsyncIterator[dict[str, Json]]) -> AsyncIterator[bytes]:
    """Write one object a line."""
    async for record in records:
        yield _json(record) + b"\n"


async def as_json(records: AsyncIterator[dict[str, Json]]) -> AsyncIterator[bytes]:
    """Write an array of objects, one a line."""
    before = b"[\n"
    async for record in records:
        yield before + _json(record)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _json(record: dict[str, Json]) -> bytes:
    return json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
