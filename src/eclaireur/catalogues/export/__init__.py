"""What leaves: the published datasets with the values that people retained, marked as such."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from eclaireur.catalogues.export import changes
from eclaireur.catalogues.export.dcat import write_json_ld, write_turtle
from eclaireur.catalogues.export.records import write_json, write_json_lines
from eclaireur.catalogues.export.spreadsheet import write_csv
from eclaireur.core.provenance import ChangedDataset, DecidedDataset


@dataclass(frozen=True)
class ExportFormat:
    """A way to write datasets as bytes.

    Each gives the same bytes for the same datasets, in their order, and holds one dataset
    at a time in memory.
    """

    name: str
    media_type: str
    extension: str
    """With its dot, as in `.csv`."""
    write: Callable[[AsyncIterator[DecidedDataset]], AsyncIterator[bytes]]
    write_changes: Callable[[AsyncIterator[ChangedDataset]], AsyncIterator[bytes]]
    """What decisions change, and nothing else."""


EXPORT_FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {
        each.name: each
        for each in (
            ExportFormat("json", "application/json", ".json", write_json, changes.write_json),
            ExportFormat(
                "jsonl",
                "application/jsonl",
                ".jsonl",
                write_json_lines,
                changes.write_json_lines,
            ),
            ExportFormat("csv", "text/csv; charset=utf-8", ".csv", write_csv, changes.write_csv),
            ExportFormat(
                "dcat", "application/ld+json", ".jsonld", write_json_ld, changes.write_json_ld
            ),
            ExportFormat(
                "dcat-turtle",
                "text/turtle; charset=utf-8",
                ".ttl",
                write_turtle,
                changes.write_turtle,
            ),
        )
    }
)
"""Every format of an export, by name."""
