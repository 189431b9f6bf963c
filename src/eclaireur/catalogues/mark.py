"""What tells, in the extras of a portal, which values came from a proposal that a person let in."""

import json
from collections.abc import Mapping

from eclaireur.catalogues.export.marks import PROVENANCE, marks
from eclaireur.core.base import Json
from eclaireur.core.errors import InvalidRecord
from eclaireur.core.provenance import DecidedDataset
from eclaireur.formats import jsonl

EXTRA = "eclaireur:provenance"
"""The name of the extra. Its value is a text, which every portal takes: a list, in JSON."""


def written(decided: DecidedDataset) -> str | None:
    """Return the marks of all the values that came from proposals and stand; None without any."""
    told = [each.model_dump(mode="json") for each in marks(decided)]
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else None


def lift(record: dict[str, Json], extras: Mapping[str, Json]) -> None:
    """Put the marks that a portal's extras bear where an export puts them, which reads them back.

    What another program put under that name is left alone.
    """
    text = extras.get(EXTRA)
    if not isinstance(text, str):
        return
    try:
        told = jsonl.parsed(text.encode("utf-8", "surrogatepass"))
    except InvalidRecord:
        return
    if isinstance(told, list):
        record[PROVENANCE] = told
