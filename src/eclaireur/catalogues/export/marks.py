"""Which values of an export came from a proposal, and how."""

from pydantic import ValidationError

from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.provenance import DecidedDataset, Provenance

PROVENANCE = "provenance"
"""The key of a record, and the column of a row, that bears the marks."""


def marks(decided: DecidedDataset) -> tuple[Provenance, ...]:
    """Return the provenance of each value that came from a proposal.

    A mark that came in with the dataset, from an earlier export, is kept as long as its
    value stands: nothing but a rewrite removes it.
    """
    new = {mark.suggestion for mark in decided.provenance}
    earlier = decided.dataset.extras.get(PROVENANCE)
    kept = (_mark(each) for each in earlier) if isinstance(earlier, list) else ()
    return (
        *(m for m in kept if m and m.suggestion not in new and _stands(m, decided.dataset)),
        *decided.provenance,
    )


def _mark(value: Json) -> Provenance | None:
    """The mark, or None where another program put something else under the same key."""
    try:
        return Provenance.model_validate(value)
    except ValidationError:
        return None


def _stands(mark: Provenance, dataset: Dataset) -> bool:
    present = getattr(dataset, mark.field, None)
    if isinstance(mark.value, tuple) and isinstance(present, tuple):
        return bool(mark.value) and set(mark.value) <= set(present)
    return mark.value == present
