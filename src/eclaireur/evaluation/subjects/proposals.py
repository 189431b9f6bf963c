"""What a method proposes for a dataset, as a person would be shown it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from eclaireur.assistant.proposing import Proposer
from eclaireur.catalogues.record import dataset_from_record
from eclaireur.core.case import CASE
from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import Store
from eclaireur.core.proposal import Method
from eclaireur.core.suggestion import State, Suggestion, Value
from eclaireur.core.untraced import UNTRACED
from eclaireur.evaluation.measured import Observed
from eclaireur.evaluation.subjects.subject import Answer, Candidate, Item, LeftOut, Record
from eclaireur.tasks.task import Task

Observe = Callable[[Value | None, Dataset], Iterable[Observed]]
"""What is measured of a value, None where there is none, given the record as published."""


class Proposals:
    """A task that proposes a value for a field.

    The field of a record is what its producer chose: the method is not shown it. The other
    datasets of the catalogue are there as they are, and the record itself, if it is among
    them, is left out by the methods that learn from it.
    """

    def __init__(
        self,
        task: Task,
        methods: Sequence[Method],
        observe: Observe,
        store: Store,
        today: Callable[[], date],
        *,
        needs_reference: bool,
    ) -> None:
        self.task = task.field
        self.version = task.version
        self._observe = observe
        self._needs_reference = needs_reference
        self.proposers = {
            method.model or method.name: Proposer(
                store, [replace(task, methods=(method,))], today, UNTRACED
            )
            for method in methods
        }
        """By the name of their one method, or of the model that it asks."""
        self.candidates = [
            self._candidate(name, proposer, method.model)
            for (name, proposer), method in zip(self.proposers.items(), methods, strict=True)
        ]

    async def read(self, record: Record) -> Item[Dataset] | LeftOut:
        # What people made of a former proposal is no part of what was published.
        dataset = dataset_from_record({k: v for k, v in record.items() if k != CASE})
        if self._needs_reference and not getattr(dataset, self.task):
            return LeftOut("no-reference")
        return Item(dataset.identifier, dataset)

    def shown(self, dataset: Dataset) -> Dataset:
        """The record without what its producer chose."""
        empty = Dataset.model_fields[self.task].get_default()
        return dataset.model_copy(update={self.task: empty})

    async def propose(self, proposer: Proposer, dataset: Dataset) -> Suggestion:
        return await proposer.preview(self.shown(dataset), self.task)

    def _candidate(self, name: str, proposer: Proposer, model: str | None) -> Candidate[Dataset]:
        async def measure(dataset: Dataset) -> Answer:
            suggestion = await self.propose(proposer, dataset)
            observed = tuple(self._observe(suggestion.value, dataset))
            reason = suggestion.reason.code if suggestion.reason else None
            return Answer(
                observed=observed,
                withheld=reason if suggestion.state is State.WITHHELD else None,
                failed=reason if suggestion.state is State.FAILED else None,
                usage=suggestion.outcome.usage if model else None,
            )

        return Candidate(name, measure, model)
