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


async def write_json_lines(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[bytes]:
    """Write one record a line."""
    async for decided in datasets:
        yield _json(decided) + b"\n"


async def write_json(datasets: AsyncIterator[DecidedDataset]) -> AsyncIterator[bytes]:
    """Write an array of records, one a line."""
    before = b"[\n"
    async for decided in datasets:
        yield before + _json(decided)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _json(decided: DecidedDataset) -> bytes:
    text = json.dumps(exported_record(decided), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "replace")
