"""What Éclaireur does, whoever asks and through whichever door."""

import asyncio
import logging
import secrets
import traceback
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, islice
from typing import TypeVar, TypeVarTuple

from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    DatasetNotFound,
    PersonalDataInValue,
    SuggestedMeanwhile,
    UnknownField,
    ValueMissing,
)
from eclaireur.core.ports import DatasetPage, DatasetQuery, ImportOutcome, Store
from eclaireur.core.proposal import Method, Proposal, Withheld
from eclaireur.core.provenance import DecidedDataset, with_decisions
from eclaireur.core.suggestion import (
    RETAINED,
    Action,
    Decision,
    Event,
    Reason,
    State,
    Suggestion,
    Value,
)
from eclaireur.guards import grounding, personal_data
from eclaireur.ledger import meter
from eclaireur.tasks.task import Task

DRAFT_LIFE = timedelta(hours=24)
"""How long a draft that nobody puts into the catalogue is kept."""

BATCH = 200
"""Datasets or suggestions written in one transaction."""

ATTEMPTS = 5
"""Times a batch is computed again because somebody else asked for the same meanwhile."""

LONG = 10_000
"""Characters of a description that takes tens of milliseconds to read. A thread for each of the
others would cost more than it frees."""

Given = TypeVarTuple("Given")
Read = TypeVar("Read")

logger = logging.getLogger(__name__)


class DatasetView(Noun):
    """A dataset with everything that was proposed for it and decided on."""

    published: Dataset
    decided: DecidedDataset
    suggestions: tuple[Suggestion, ...]
    """By field, then by number: the last of a field is the one that counts."""
    expires_at: datetime | None
    """When it is deleted, if it is a draft."""

    def latest(self, field: str) -> Suggestion | None:
        """The suggestion that counts for a field."""
        return _latest(self.suggestions, field)


class Assistant:
    """The use cases, over a store and the tasks that were wired in."""

    def __init__(
        self,
        store: Store,
        tasks: Sequence[Task],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._tasks: Mapping[str, Task] = {task.field: task for task in tasks}
        self._now = now

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it can propose a value for."""
        return tuple(self._tasks)

    async def put_datasets(self, datasets: Iterable[Dataset]) -> ImportOutcome:
        """Add datasets to the catalogue, or replace those that bear the same identifier."""
        total = ImportOutcome()
        for batch in _batches(datasets):
            outcome = await self._store.put_datasets(batch)
            total = ImportOutcome(
                added=total.added + outcome.added,
                changed=total.changed + outcome.changed,
                unchanged=total.unchanged + outcome.unchanged,
                made_stale=total.made_stale + outcome.made_stale,
            )
        return total

    async def find_datasets(self, query: DatasetQuery) -> DatasetPage:
        """List datasets of the catalogue."""
        return await self._store.find_datasets(query)

    async def add_draft(self, content: Dataset, portal_identifier: str | None = None) -> Dataset:
        """Keep a dataset that a person typed for a day, under a random identifier.

        Args:
            content: what was typed; its identifier does not count.
            portal_identifier: the one that its portal knows it by, if any.

        Returns:
            The dataset as kept, with a placeholder for each personal data in its texts.
        """
        draft = _as_draft(content, portal_identifier)
        draft = await asyncio.to_thread(personal_data.masked, draft)
        await self._store.put_drafts([draft], self._draft_end())
        return draft

    async def change_draft(self, identifier: str, content: Dataset) -> Dataset:
        """Replace what a draft says, personal data masked; its open proposals become stale.

        Raises:
            DatasetNotFound: there is no such draft.
        """
        former = await self._draft(identifier)
        masked = await asyncio.to_thread(personal_data.masked, content)
        draft = masked.model_copy(
            update={"identifier": identifier, "other_identifier": former.other_identifier}
        )
        await self._store.put_drafts([draft], self._draft_end())
        return draft

    async def keep_draft(self, identifier: str) -> None:
        """Put a draft into the catalogue, with what was decided on it.

        Raises:
            DatasetNotFound: there is no such draft.
            PortalIdentifierTaken: a dataset of the catalogue has its identifier of the portal.
        """
        await self._store.keep_draft(identifier)

    async def drop_expired_drafts(self) -> int:
        """Delete the drafts that are a day old, and return how many."""
        return await self._store.drop_expired_drafts(self._now())

    async def view(self, identifier: str) -> DatasetView:
        """Return a dataset with its suggestions. Raises DatasetNotFound."""
        dataset = await self._store.dataset(identifier)
        suggestions = await self._store.suggestions_of([identifier])
        return DatasetView(
            published=dataset,
            decided=with_decisions(dataset, suggestions),
            suggestions=suggestions,
            expires_at=await self._store.draft_expiry(identifier),
        )

    async def check(self, identifier: str, text: str) -> grounding.Verdict:
        """Confront a text with what a dataset says. Raises DatasetNotFound."""
        dataset = await self._store.dataset(identifier)
        return await asyncio.to_thread(grounding.check, text, dataset)

    async def suggest(self, identifier: str, field: str) -> Suggestion:
        """Propose a value for a field, or return the suggestion that already answers.

        The same question is never computed twice: a proposal that is open, a decision in
        force, or the same refusal for the same source is returned as it is.

        Raises:
            UnknownField: nothing proposes that field.
            DatasetNotFound: no dataset bears the identifier.
        """
        self._task(field)
        dataset = await self._store.dataset(identifier)
        [suggestion] = await self._suggest_all([dataset], [field])
        return suggestion

    async def suggest_for_records(
        self, records: Iterable[Dataset], fields: Sequence[str]
    ) -> AsyncIterator[tuple[Dataset, Suggestion]]:
        """Propose values for records that come from elsewhere, in their order.

        A record equal to the catalogue's is the catalogue's; any other becomes a draft, as it
        was published.

        Raises:
            UnknownField: nothing proposes one of the fields.
        """
        fields = tuple(dict.fromkeys(fields))
        for field in fields:
            self._task(field)
        for batch in _batches(records):
            known = await self._store.datasets_among([record.identifier for record in batch])
            datasets = [
                record
                if known.get(record.identifier) == record
                else _as_draft(record, record.portal_identifier)
                for record in batch
            ]
            drafts = [each for each in datasets if each.identifier not in known]
            if drafts:
                await self._store.put_drafts(drafts, self._draft_end())
            suggestions = iter(await self._suggest_all(datasets, fields))
            for record in batch:
                for _ in fields:
                    yield record, next(suggestions)

    async def preview(self, dataset: Dataset, field: str) -> Suggestion:
        """Propose a value for a field and keep no trace of it. Raises UnknownField."""
        return await self._compute(self._task(field), dataset, dataset, number=1)

    async def suggestion(self, key: str) -> Suggestion:
        """Return a suggestion. Raises SuggestionNotFound."""
        return await self._store.suggestion(key)

    async def find_suggestions(
        self,
        *,
        state: State | None = None,
        field: str | None = None,
        after: str | None = None,
        limit: int = 100,
    ) -> tuple[Suggestion, ...]:
        """List suggestions in the order of their keys, beginning after the key `after`."""
        return await self._store.find_suggestions(
            state=state, field=field, after=after, limit=limit
        )

    async def decide(self, key: str, decision: Decision) -> Suggestion:
        """Record a person's decision. An edit that changes nothing is an acceptance.

        Raises:
            SuggestionNotFound: no suggestion bears the key.
            Conflict: it is stale, already decided, or somebody decided meanwhile.
            PersonalDataInValue: the value holds personal data; nothing of it was kept.
            InvalidInput: the value cannot be kept in the field.
        """
        suggestion = await self._store.suggestion(key)
        state, value = decision.action.leads_to, None
        if decision.action is Action.EDIT:
            if decision.value is None:
                raise ValueMissing
            # First what is quick, and bounds what is read for personal data.
            value = self._task(suggestion.field).accepts(decision.value)
            if suggestion.value != decision.value:
                await asyncio.to_thread(_refuse_personal_data, suggestion, decision.value)
            if value == suggestion.value:
                state, value = State.ACCEPTED, None
        reason = Reason(code=decision.reason) if decision.reason else None
        return await self._record(
            suggestion.decided(Event(state=state, day=self._today(), value=value, reason=reason))
        )

    async def undo(self, key: str) -> Suggestion:
        """Take a decision back; the proposal is open again, or stale if the source changed.

        Raises:
            SuggestionNotFound: no suggestion bears the key.
            Conflict: no decision is in force, or somebody changed it meanwhile.
        """
        suggestion = await self._store.suggestion(key)
        dataset = await self._store.dataset(suggestion.dataset)
        return await self._record(suggestion.undone(dataset, self._today()))

    async def export(self, identifiers: Sequence[str] = ()) -> AsyncIterator[DecidedDataset]:
        """The whole catalogue by identifier, or the datasets and drafts named, as decided.

        Raises:
            DatasetNotFound: one of the identifiers is unknown.
        """
        if identifiers:
            for identifier in identifiers:
                yield (await self.view(identifier)).decided
        else:
            async for dataset, retained in self._store.all_datasets():
                yield with_decisions(dataset, retained)

    def _task(self, field: str) -> Task:
        if field not in self._tasks:
            raise UnknownField(field=field, known=", ".join(self._tasks))
        return self._tasks[field]

    def _today(self) -> date:
        return self._now().date()

    def _draft_end(self) -> datetime:
        return self._now() + DRAFT_LIFE

    async def _draft(self, identifier: str) -> Dataset:
        if await self._store.draft_expiry(identifier) is None:
            raise DatasetNotFound(identifier=identifier)
        return await self._store.dataset(identifier)

    async def _record(self, suggestion: Suggestion) -> Suggestion:
        await self._store.append_event(suggestion.key, suggestion.events[-1])
        return suggestion

    async def _suggest_all(
        self, datasets: Sequence[Dataset], fields: Sequence[str]
    ) -> list[Suggestion]:
        """One suggestion a dataset and field, in that order, all of them recorded."""
        for attempt in range(1, ATTEMPTS + 1):
            earlier = {
                identifier: tuple(group)
                for identifier, group in groupby(
                    await self._store.suggestions_of([each.identifier for each in datasets]),
                    key=lambda suggestion: suggestion.dataset,
                )
            }
            answers: dict[tuple[str, str], Suggestion] = {}
            fresh = []
            for dataset in {each.identifier: each for each in datasets}.values():
                made = earlier.get(dataset.identifier, ())
                current = with_decisions(dataset, made).dataset
                for field in fields:
                    task, last = self._task(field), _latest(made, field)
                    if last is None or not _still_answers(last, task, dataset):
                        last = await self._next(task, dataset, current, last)
                        fresh.append(last)
                    answers[dataset.identifier, field] = last
            try:
                await self._store.add_suggestions(fresh)
            except SuggestedMeanwhile:
                if attempt == ATTEMPTS:
                    raise
            else:
                break
        return [answers[each.identifier, field] for each in datasets for field in fields]

    async def _next(
        self, task: Task, published: Dataset, current: Dataset, last: Suggestion | None
    ) -> Suggestion:
        """The suggestion that takes the place of the last one, whose proposal is closed."""
        if last is not None and last.state is State.PROPOSED:
            stale = Event(state=State.STALE, day=self._today())
            await self._record(last.following(stale))
        number = last.number + 1 if last else 1
        return await self._compute(task, published, current, number)

    async def _compute(
        self, task: Task, published: Dataset, current: Dataset, number: int
    ) -> Suggestion:
        """Run the task on the dataset as decided so far, whatever the method does."""
        requested = Suggestion.requested(
            published,
            field=task.field,
            number=number,
            task_version=task.version,
            reads=task.reads,
            day=self._today(),
        )
        return requested.following(await self._run(task, current))

    async def _run(self, task: Task, dataset: Dataset) -> Event:
        """The event that the task's outcome makes. One bad record never stops the rest."""
        method = task.method
        lack: Reason | None = None
        outcome: Proposal | Withheld | None = None
        with meter.embedded() as measure:
            try:
                lack = await _read(dataset, task.shortfall, dataset)
                if lack is None:
                    outcome = await _propose(method, dataset)
            except Exception as error:  # noqa: BLE001
                # The exception's message may quote the record, so only its trace is logged.
                trace = "".join(traceback.format_tb(error.__traceback__))
                logger.error("%s: %s\n%s", method.name, type(error).__name__, trace)  # noqa: TRY400
        if lack is not None:
            return Event(state=State.WITHHELD, day=self._today(), reason=lack)
        made = {"day": self._today(), "method": method.name, "usage": measure.usage}
        match outcome:
            case Proposal(value, evidence):
                return Event(state=State.PROPOSED, value=value, evidence=evidence, **made)
            case Withheld(reason):
                return Event(state=State.WITHHELD, reason=reason, **made)
            case _:
                return Event(state=State.FAILED, reason=Reason(code="method-failed"), **made)


async def _propose(method: Method, dataset: Dataset) -> Proposal | Withheld:
    """What the method answers, and nothing about a person.

    Methods run here, so masking every record first would protect nobody more than reading the
    few passages that a proposal takes; it would take longer than the methods themselves.
    """
    outcome = await method.propose(dataset)
    if await _tells_of_someone(outcome, dataset):
        cleared = await _read(dataset, personal_data.without_people, dataset)
        outcome = await method.propose(cleared)
        if await _tells_of_someone(outcome, cleared):
            return Withheld(Reason(code="personal-data"))
    return outcome


async def _tells_of_someone(outcome: Proposal | Withheld, dataset: Dataset) -> bool:
    if isinstance(outcome, Withheld):
        return False
    return await _read(dataset, personal_data.tells_of_someone, outcome, dataset)


async def _read(dataset: Dataset, reading: Callable[[*Given], Read], *given: *Given) -> Read:
    """What a reading of the dataset answers; other requests go on meanwhile if it is long."""
    if len(dataset.description) < LONG:
        return reading(*given)
    return await asyncio.to_thread(reading, *given)


def _refuse_personal_data(suggestion: Suggestion, value: Value) -> None:
    """Raise PersonalDataInValue if what the person wrote, and was not proposed, holds some."""
    if isinstance(value, str):
        masked = [personal_data.mask(value)]
    else:
        proposed = suggestion.value or ()
        masked = [personal_data.mask(each) for each in value if each not in proposed]
    if any(each.spans for each in masked):
        text = ", ".join(each.text for each in masked)
        raise PersonalDataInValue(field=suggestion.field, masked=text)


def _still_answers(suggestion: Suggestion, task: Task, dataset: Dataset) -> bool:
    """Whether asking again would only give the same suggestion."""
    if suggestion.state in RETAINED:
        return True
    if suggestion.state in {State.STALE, State.FAILED, State.REQUESTED}:
        return False
    return suggestion.task_version == task.version and not suggestion.outdated_by(dataset)


def _latest(suggestions: Iterable[Suggestion], field: str) -> Suggestion | None:
    """The last of the suggestions for a field, which come by number."""
    return next((each for each in reversed(tuple(suggestions)) if each.field == field), None)


def _as_draft(record: Dataset, portal_identifier: str | None) -> Dataset:
    """The record under a random identifier, remembering the one that its portal gave it."""
    return record.model_copy(
        update={
            "identifier": f"draft-{secrets.token_hex(10)}",
            "other_identifier": portal_identifier,
        }
    )


def _batches(items: Iterable[Dataset]) -> Iterator[list[Dataset]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
