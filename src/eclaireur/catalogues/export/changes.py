"""What decisions change, alone: a value a line, with what it takes the place of."""

from collections.abc import AsyncIterator, Mapping

from eclaireur.catalogues.export.dcat import as_json_ld, as_turtle
from eclaireur.catalogues.export.graph import changes_description
from eclaireur.catalogues.export.records import as_json, as_json_lines
from eclaireur.catalogues.export.spreadsheet import as_csv
from eclaireur.core.base import Json
from eclaireur.core.provenance import ChangedDataset

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "title": ("title",),
    "field": ("field",),
    "former": ("former",),
    "value": ("value",),
    "decision": ("provenance", "decision"),
    "suggestion": ("provenance", "suggestion"),
    "task_version": ("provenance", "task_version"),
    "method": ("provenance", "method"),
    "proposed_on": ("provenance", "proposed_on"),
    "decided_on": ("provenance", "decided_on"),
}
"""Each column of a spreadsheet, and the way to its value in the record."""


def write_csv(datasets: AsyncIterator[ChangedDataset]) -> AsyncIterator[bytes]:
    """Write a value a row, as the spreadsheet of whole datasets is written."""
    return as_csv(_records(datasets), _COLUMNS)


def write_json_lines(datasets: AsyncIterator[ChangedDataset]) -> AsyncIterator[bytes]:
    """Write a value a line."""
    return as_json_lines(_records(datasets))


def write_json(datasets: AsyncIterator[ChangedDataset]) -> AsyncIterator[bytes]:
    """Write an array of values, one a line."""
    return as_json(_records(datasets))


def write_json_ld(datasets: AsyncIterator[ChangedDataset]) -> AsyncIterator[bytes]:
    """Write in DCAT the values alone, and where each comes from."""
    return as_json_ld(changes_description(each) async for each in datasets)


def write_turtle(datasets: AsyncIterator[ChangedDataset]) -> AsyncIterator[bytes]:
    """Write the same in Turtle."""
    return as_turtle(changes_description(each) async for each in datasets)


async def _records(datasets: AsyncIterator[ChangedDataset]) -> AsyncIterator[dict[str, Json]]:
    async for changed in datasets:
        for each in changed.changes:
            told = each.model_dump(mode="json")
            yield {"id": changed.dataset.portal_identifier, "title": changed.dataset.title, **told}
