"""A case of the evaluation set, as a line of a file that `eclaireur evaluate` reads."""

from collections.abc import Mapping
from types import MappingProxyType

from eclaireur.catalogues.record import record_from_dataset
from eclaireur.core.base import Json
from eclaireur.core.case import CASE, EvaluationCase

_REFERENCES: Mapping[str, str] = MappingProxyType(
    {"short_description": "description_short", "keywords": "tags"}
)
"""The key of a record that holds the reference of a field, where its name is another."""


def case_record(case: EvaluationCase) -> dict[str, Json]:
    """Return the published record, the person's own value as its reference if they gave one."""
    record = record_from_dataset(case.dataset)
    told = case.model_dump(mode="json", exclude={"dataset"})
    if case.retained is not None:
        record[_REFERENCES.get(case.task, case.task)] = told["retained"]
    record[CASE] = told
    return record
