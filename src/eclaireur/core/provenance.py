"""What a decision puts into a dataset, and the record of where it came from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import RETAINED, State, Suggestion, Value


class Provenance(Noun):
    """One value of an export that came from a proposal, and the decision that let it in."""

    field: str
    value: Value
    suggestion: str
    task_version: str
    method: str
    decision: State
    """`accepted` or `edited`."""
    proposed_on: date
    decided_on: date


class DecidedDataset(Noun):
    """A dataset with the values people retained, and the provenance of each."""

    dataset: Dataset
    provenance: tuple[Provenance, ...] = ()


def with_decisions(dataset: Dataset, suggestions: Iterable[Suggestion]) -> DecidedDataset:
    """Lay the retained values over what was published.

    A retained text takes the place of the field, the last of a field that of the others;
    retained keywords and themes join those already there. Nothing else leaves a trace.
    """
    changes: dict[str, Any] = {}
    provenance: list[Provenance] = []
    for suggestion in sorted(suggestions, key=lambda each: (each.field, each.number)):
        proposal, value = suggestion.proposal, suggestion.value
        if suggestion.state not in RETAINED or proposal is None or value is None:
            continue
        if isinstance(value, tuple):
            present = changes.get(suggestion.field, getattr(dataset, suggestion.field))
            new = dict.fromkeys(keyword for keyword in value if keyword not in present)
            changes[suggestion.field] = (*present, *new)
        else:
            changes[suggestion.field] = value
            provenance = [each for each in provenance if each.field != suggestion.field]
        provenance.append(
            Provenance(
                field=suggestion.field,
                value=value,
                suggestion=suggestion.key,
                task_version=suggestion.task_version,
                method=proposal.method or "",
                decision=suggestion.state,
                proposed_on=proposal.day,
                decided_on=suggestion.events[-1].day,
            )
        )
    return DecidedDataset(dataset=dataset.model_copy(update=changes), provenance=tuple(provenance))
