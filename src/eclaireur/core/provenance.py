"""What a decision puts into a dataset, and the record of where it came from."""

from collections.abc import Iterable
from datetime import date

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


class Change(Noun):
    """What one decision changes in a field of a dataset."""

    field: str
    former: Value | None
    """What the field says without it."""
    value: Value
    """What the whole field says with it."""
    provenance: Provenance


class ChangedDataset(Noun):
    """A dataset as published, and what decisions change in it."""

    dataset: Dataset
    changes: tuple[Change, ...]


def changes(dataset: Dataset, suggestions: Iterable[Suggestion]) -> tuple[Change, ...]:
    """Return what the retained values change in what a dataset says, in their order.

    A retained text takes the place of the field; retained keywords and themes join those already
    there. Nothing else leaves a trace.
    """
    said: dict[str, Value | None] = {}
    made: list[Change] = []
    for suggestion in in_force(suggestions):
        field, proposal, value = suggestion.field, suggestion.proposal, suggestion.value
        if proposal is None or value is None:
            continue
        former: Value | None = said.get(field, getattr(dataset, field))
        whole = value
        if isinstance(value, tuple):
            present = former if isinstance(former, tuple) else ()
            whole = (*present, *dict.fromkeys(each for each in value if each not in present))
        said[field] = whole
        provenance = Provenance(
            field=field,
            value=value,
            suggestion=suggestion.key,
            task_version=suggestion.task_version,
            method=proposal.method or "",
            decision=suggestion.state,
            proposed_on=proposal.day,
            decided_on=suggestion.events[-1].day,
        )
        made.append(Change(field=field, former=former, value=whole, provenance=provenance))
    return tuple(made)


def in_force(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Return those whose value counts, by field, then by number; of texts, the last of each."""
    counted: list[Suggestion] = []
    for each in sorted(suggestions, key=lambda suggestion: (suggestion.field, suggestion.number)):
        if each.state not in RETAINED or each.value is None:
            continue
        if not isinstance(each.value, tuple):
            counted = [other for other in counted if other.field != each.field]
        counted.append(each)
    return tuple(counted)


def with_decisions(dataset: Dataset, suggestions: Iterable[Suggestion]) -> DecidedDataset:
    """Lay the retained values over what was published, as `changes` tells them."""
    made = changes(dataset, suggestions)
    return DecidedDataset(
        dataset=dataset.model_copy(update={each.field: each.value for each in made}),
        provenance=tuple(each.provenance for each in made),
    )
