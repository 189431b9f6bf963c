"""What Éclaireur does, whoever asks and through whichever door."""

import asyncio
import random
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from copy import copy
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Self

from eclaireur.assistant.campaigns import Campaigns
from eclaireur.assistant.clearance import refuse_personal_data
from eclaireur.assistant.harvest import harvest
from eclaireur.assistant.means import Means, Refusal, TaskMeans
from eclaireur.assistant.proposing import Proposer
from eclaireur.assistant.readiness import Unready, unready
from eclaireur.assistant.reviews import Reviews
from eclaireur.assistant.trials import Trials
from eclaireur.assistant.view import DatasetView
from eclaireur.core.access import UNLIMITED, Authority, Grant, Role
from eclaireur.core.audit import AuditReport
from eclaireur.core.base import holdable
from eclaireur.core.batches import batches
from eclaireur.core.call import Durations, LedgerLine, Spent
from eclaireur.core.case import EvaluationCase
from eclaireur.core.completion import Completions, UsedValue
from eclaireur.core.dataset import Dataset
from eclaireur.core.departure import Departures
from eclaireur.core.errors import (
    DatasetNotFound,
    DatasetVanished,
    DraftNotPublic,
    DraftTooLong,
    NotACase,
    RemarkLength,
    RemarksClosed,
    UnknownModel,
    ValueMissing,
)
from eclaireur.core.feedback import FeedbackCount, FoundBy
from eclaireur.core.harvest import Entry, Source
from eclaireur.core.ports import (
    Breakdown,
    DatasetPage,
    DatasetQuery,
    Follower,
    ImportOutcome,
    Lack,
    Search,
    SearchHit,
    SearchPage,
    SearchQuery,
    Store,
    Tracer,
)
from eclaireur.core.provenance import ChangedDataset, DecidedDataset, changes, with_decisions
from eclaireur.core.publication import NOTHING_DECLARED, Declared
from eclaireur.core.remark import LONGEST_REMARK, Remark
from eclaireur.core.suggestion import (
    Action,
    Decision,
    Event,
    State,
    Suggestion,
    Value,
    of_field,
)
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.turns import Turns
from eclaireur.core.untraced import UNTRACED
from eclaireur.guards import grounding, personal_data
from eclaireur.guards.reading import within_reach
from eclaireur.ledger.budget import NO_LIMIT, Budget
from eclaireur.ledger.learning import THRESHOLD, Learning
from eclaireur.ledger.summary import Ledger
from eclaireur.tasks.task import Task

DRAFT_LIFE = timedelta(hours=24)
"""How long a draft that nobody puts into the catalogue is kept."""

LONGEST_DRAFT = 200_000
"""Characters of a draft that is typed or sent, all its fields together. Masking reads each of them:
two seconds of processor for so many."""

BATCH = 200
"""Datasets or suggestions written in one transaction."""


class Assistant:
    """The use cases, over a store and the tasks that were wired in.

    Args:
        store: where everything is kept.
        tasks: what can be proposed, and how.
        now: the time it is.
        search: finds datasets, in an index that follows the store.
        followers: what else is derived from the catalogue.
        declared: what the operator declared: the models first.
        turns: those of this process to ask each model, by its declared name.
        budget: what models may be asked for in a day, all tasks together.
        refusals: how many requests the way out refused, by origin and problem.
        tracer: follows each suggestion that is computed.
        remarks: whether people may say what they think in their own words.
        second_looks: the share of decisions of a campaign that are looked at a second time.
        chance: a number drawn from 0 to 1, for which those are.
    """

    def __init__(
        self,
        store: Store,
        tasks: Sequence[Task],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        search: Search,
        followers: Sequence[Follower] = (),
        declared: Declared = NOTHING_DECLARED,
        turns: Mapping[str, Turns] = MappingProxyType({}),
        budget: Budget = NO_LIMIT,
        refusals: Callable[[], Mapping[tuple[str, str], int]] = dict,
        tracer: Tracer = UNTRACED,
        remarks: bool = False,
        second_looks: float = 0.0,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._store = store
        self.declared = declared
        self._budget = budget
        self._refusals = refusals
        self._search = search
        self._followers = (search, *followers)
        self.takes_remarks = remarks
        """Whether people may say what they think in their own words."""
        self._now = now
        self._proposer = Proposer(store, tasks, lambda: self.today, tracer)
        self.trials = Trials(store, self._proposer, lambda: self.today)
        self.campaigns = Campaigns(store, self._proposer, declared, turns, lambda: self.today)
        self.reviews = Reviews(store, self.weigh, now, chance=chance, share=second_looks)
        self._authority = UNLIMITED

    def acting_for(self, authority: Authority) -> Self:
        """Return the same assistant, which does for somebody what they may do, and no more."""
        other = copy(self)
        other._authority = authority  # noqa: SLF001
        other.reviews = self.reviews.among(authority.organisations(Role.REVIEW))
        return other

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What can be proposed, and how."""
        return tuple(self._proposer.tasks.values())

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it can propose a value for."""
        return tuple(self._proposer.tasks)

    async def unready(self) -> tuple[Unready, ...]:
        """Return what keeps this process from serving just now; nothing if it may be asked."""
        return await unready(self._store, self._search)

    async def put_datasets(self, datasets: Iterable[Dataset]) -> ImportOutcome:
        """Add datasets to the catalogue, or replace those that bear the same identifier."""
        total = ImportOutcome()
        for batch in batches(datasets, BATCH):
            total += await self._store.put_datasets(batch)
        await self._follow()
        return total

    async def harvest(self, source: Source, tell: Callable[[Entry], None]) -> ImportOutcome:
        """Bring what a source holds into the catalogue, as `harvest.harvest` does."""
        outcome = await harvest(self._store, source, self.today, tell)
        await self._follow()
        return outcome

    async def search(self, query: SearchQuery) -> SearchPage:
        """Find datasets of the catalogue. Nothing of what is looked for is kept.

        Raises:
            Unavailable: the index can neither be read nor made.
        """
        lack = query.filters.lacking
        return await self._search.find(query, await self._store.lacking(lack) if lack else None)

    async def breakdown(self, query: SearchQuery) -> Breakdown:
        """Count what all the datasets are that a query finds. Raises Unavailable."""
        lacking = {each: await self._store.lacking(each) for each in Lack}
        return await self._search.breakdown(query, lacking)

    async def similar(self, identifier: str, limit: int = 5) -> tuple[SearchHit, ...]:
        """Return the datasets of the catalogue that are most like one. Raises Unavailable."""
        return await self._search.similar(identifier, limit)

    async def find_datasets(self, query: DatasetQuery) -> DatasetPage:
        """List datasets of the catalogue."""
        return await self._store.find_datasets(query)

    async def count_feedback(self, found_by: FoundBy, *, useful: bool) -> None:
        """Count one more person who found results useful, or not. Nothing else is known of it."""
        await self._store.count_feedback(self.today, found_by, useful=useful)

    async def feedback(self) -> tuple[FeedbackCount, ...]:
        """Return what people said of the results of searches, the latest day first."""
        return await self._store.feedback()

    async def add_draft(self, content: Dataset, portal_identifier: str | None = None) -> Dataset:
        """Keep a dataset that a person typed for a day, under a random identifier.

        Args:
            content: what was typed; its identifier does not count.
            portal_identifier: the one that its portal knows it by, if any.

        Returns:
            The dataset as kept, with a placeholder for each personal data in its texts.

        Raises:
            DraftTooLong: it says more than `LONGEST_DRAFT`.
        """
        draft = await _masked(_as_draft(content, portal_identifier))
        await self._store.put_drafts([draft], self._draft_end())
        return draft

    async def change_draft(self, identifier: str, content: Dataset) -> Dataset:
        """Replace what a draft says, personal data masked; its open proposals become stale.

        Raises:
            DatasetNotFound: there is no such draft.
            DraftTooLong: it says more than `LONGEST_DRAFT`.
        """
        former = await self._draft(identifier)
        draft = (await _masked(content)).model_copy(
            update={"identifier": identifier, "other_identifier": former.other_identifier}
        )
        await self._store.put_drafts([draft], self._draft_end())
        return draft

    async def keep_draft(self, identifier: str) -> None:
        """Put a draft into the catalogue, with what was decided on it.

        Raises:
            DatasetNotFound: there is no such draft.
            PortalIdentifierTaken: a dataset of the catalogue has its identifier of the portal.
            RoleMissing: whoever asks may not decide for its publisher.
        """
        draft = await self._draft(identifier)
        self._authority.capacity(Role.REVIEW, draft.publisher)
        await self._store.keep_draft(identifier)

    async def drop_expired_drafts(self) -> int:
        """Delete the drafts that are a day old, and return how many."""
        return await self._store.drop_expired_drafts(self._now())

    async def drop_expired(self) -> None:
        """Delete the drafts that are a day old, and the sessions that are over."""
        await self.drop_expired_drafts()
        await self._store.drop_ended_sessions(self._now())

    async def view(self, identifier: str) -> DatasetView:
        """Return a dataset with its suggestions. Raises DatasetNotFound."""
        dataset = await self._store.dataset(identifier)
        suggestions = await self._store.suggestions_of([identifier])
        return DatasetView(
            published=dataset,
            decided=with_decisions(dataset, suggestions),
            suggestions=suggestions,
            expires_at=await self._store.draft_expiry(identifier),
            vanished_on=await self._store.vanished_on(identifier),
        )

    async def suggestion_keys(self, identifier: str) -> frozenset[str]:
        """Return the keys of all that was proposed for a dataset, which may not be there."""
        return frozenset(each.key for each in await self._store.suggestions_of([identifier]))

    async def views(self, identifiers: Sequence[str]) -> Mapping[str, DatasetView]:
        """Return those datasets of the catalogue that bear one of the identifiers."""
        datasets = await self._store.datasets_among(identifiers)
        made: dict[str, list[Suggestion]] = {identifier: [] for identifier in datasets}
        for each in await self._store.suggestions_of(list(datasets)):
            made[each.dataset].append(each)
        return {
            identifier: DatasetView(
                published=dataset,
                decided=with_decisions(dataset, made[identifier]),
                suggestions=tuple(made[identifier]),
                expires_at=None,
                vanished_on=None,
            )
            for identifier, dataset in datasets.items()
        }

    async def check(self, identifier: str, text: str) -> grounding.Verdict:
        """Confront a text with what a dataset says. Raises DatasetNotFound."""
        dataset = within_reach(await self._store.dataset(identifier))
        return await asyncio.to_thread(grounding.check, text, dataset)

    async def suggest(self, identifier: str, field: str) -> Suggestion:
        """Propose a value for a field, or return the suggestion that already answers.

        The same question is never computed twice: a proposal that is open, a decision in
        force, or the same refusal for the same source is returned as it is.

        Raises:
            UnknownField: nothing proposes that field.
            DatasetNotFound: no dataset bears the identifier.
            DatasetVanished: its source no longer holds it.
            RoleMissing: a model would be asked, and whoever asks may not.
        """
        task = self._proposer.task(field)
        dataset = await self._live(identifier)
        if task.automatic and any(method.model for method in task.methods):
            await self._capacity(Role.REVIEW, identifier)
        [suggestion] = await self._proposer.answers([dataset], [field])
        return suggestion

    async def suggest_another(self, identifier: str, field: str) -> Suggestion:
        """Propose another value for a field, by the next method.

        An open proposal gives way to the new one. When the next method has none to give, the
        suggestion returned says why, and what was proposed before stands. A method that failed
        is asked again after the others.

        Raises:
            UnknownField: nothing proposes that field.
            DatasetNotFound: no dataset bears the identifier.
            DatasetVanished: its source no longer holds it.
            AlreadyDecided: a value was retained; undo that decision first.
            NoOtherMethod: every method has answered.
            RoleMissing: whoever asks may not have it computed.
        """
        self._proposer.task(field)
        await self._capacity(Role.REVIEW, identifier)
        return await self._proposer.another(identifier, field)

    def offers_another(self, view: DatasetView, field: str) -> bool:
        """Whether a person may ask for another proposal for a field."""
        return self._proposer.offers_another(view, field)

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
            self._proposer.task(field)
        for batch in batches(records, BATCH):
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
            suggestions = iter(await self._proposer.answers(datasets, fields))
            for record in batch:
                for _ in fields:
                    yield record, next(suggestions)

    async def preview(self, dataset: Dataset, field: str) -> Suggestion:
        """Propose a value for a field and keep no trace of it. Raises UnknownField."""
        return await self._proposer.preview(dataset, field)

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
            RoleMissing: whoever asks may not decide on this dataset.
        """
        suggestion = await self._store.suggestion(key)
        capacity = await self._capacity(Role.REVIEW, suggestion.dataset)
        state, value = await self.weigh(suggestion, decision)
        event = Event(state=state, day=self.today, value=value, capacity=capacity)
        why = None if state is State.ACCEPTED else decision.reason
        return await self._record(suggestion.decided(event), why)

    async def weigh(self, suggestion: Suggestion, decision: Decision) -> tuple[State, Value | None]:
        """Return what a decision comes to, and its value if it has one of its own.

        Raises:
            PersonalDataInValue: the value holds personal data.
            InvalidInput: the value cannot be kept in the field.
        """
        if decision.action is not Action.EDIT:
            return decision.action.leads_to, None
        if decision.value is None:
            raise ValueMissing
        # First what is quick, and bounds what is read for personal data.
        value = self._proposer.task(suggestion.field).accepts(decision.value)
        if suggestion.value != decision.value:
            await asyncio.to_thread(refuse_personal_data, suggestion, decision.value)
        if value == suggestion.value:
            return State.ACCEPTED, None
        return State.EDITED, value

    def accepts(self, field: str, value: Value) -> Value:
        """Return a person's value in the form that a field keeps.

        Raises:
            UnknownField: nothing proposes that field.
            InvalidInput: the value cannot be kept in the field.
        """
        return self._proposer.task(field).accepts(value)

    def completes(self, field: str) -> bool:
        """Whether the values in use help to type one. Raises UnknownField."""
        return self._proposer.task(field).completion is not None

    async def complete(self, field: str, typed: str, offset: int, limit: int) -> Completions:
        """Find the values in use that begin as typed. Nothing of what is typed is kept.

        Raises:
            UnknownField: nothing proposes that field.
        """
        completion = self._proposer.task(field).completion
        return (
            Completions(0, ())
            if completion is None
            else await completion.complete(typed, offset, limit)
        )

    async def uses(self, field: str, values: Sequence[str]) -> tuple[UsedValue, ...]:
        """Tell how many datasets of the catalogue carry each value of a field that is completed.

        Raises:
            UnknownField: nothing proposes that field.
        """
        completion = self._proposer.task(field).completion
        return () if completion is None else await completion.uses(values)

    async def undo(self, key: str) -> Suggestion:
        """Take a decision back; the proposal is open again, or stale if the source changed.

        Raises:
            SuggestionNotFound: no suggestion bears the key.
            Conflict: no decision is in force, or somebody changed it meanwhile.
            RoleMissing: whoever asks may not decide on this dataset.
        """
        suggestion = await self._store.suggestion(key)
        dataset = await self._store.dataset(suggestion.dataset)
        capacity = await self._capacity(Role.REVIEW, suggestion.dataset)
        made = of_field(await self._store.suggestions_of([dataset.identifier]), suggestion.field)
        replaced = any(each.proposal and each.number > suggestion.number for each in made)
        undone = suggestion.undone(dataset, self.today, replaced=replaced, capacity=capacity)
        return await self._record(undone)

    async def remark(self, key: str, text: str) -> Remark:
        """Keep what somebody says of a proposal in their own words, and return what is kept.

        Personal data is masked. The remark tells neither the proposal nor its dataset.

        Raises:
            RemarksClosed: the operator did not open them.
            RemarkLength: it is empty, or longer than 500 characters.
            SuggestionNotFound: no suggestion bears the key.
        """
        if not self.takes_remarks:
            raise RemarksClosed
        if not 1 <= len(text.strip()) <= LONGEST_REMARK:
            raise RemarkLength(limit=LONGEST_REMARK)
        suggestion = await self._store.suggestion(key)
        masked = await asyncio.to_thread(personal_data.mask, holdable(text.strip()))
        remark = Remark(
            day=self.today,
            task=suggestion.field,
            task_version=suggestion.task_version,
            method=suggestion.outcome.method or "",
            text=masked.text,
        )
        await self._store.add_remark(remark)
        return remark

    async def remarks(self) -> tuple[Remark, ...]:
        """Return what people said in their own words, in an order that says nothing."""
        return await self._store.remarks()

    async def keep_case(self, key: str) -> EvaluationCase:
        """Turn a proposal that a person edited or rejected into a case of the evaluation set.

        Raises:
            SuggestionNotFound: no suggestion bears the key.
            NotACase: it is neither edited nor rejected.
            DraftNotPublic: its dataset is not in the catalogue.
            RoleMissing: whoever asks does not operate for its publisher.
        """
        suggestion = await self._store.suggestion(key)
        await self._capacity(Role.OPERATE, suggestion.dataset)
        proposal = suggestion.proposal
        decided = suggestion.state in {State.EDITED, State.REJECTED}
        if not decided or proposal is None or proposal.value is None:
            raise NotACase(suggestion=key, state=suggestion.state)
        if await self._store.draft_expiry(suggestion.dataset) is not None:
            raise DraftNotPublic(identifier=suggestion.dataset)
        case = EvaluationCase(
            task=suggestion.field,
            task_version=suggestion.task_version,
            method=proposal.method or "",
            model=proposal.model,
            dataset=await self._store.dataset(suggestion.dataset),
            proposed=proposal.value,
            decision=suggestion.state,
            retained=suggestion.value if suggestion.state is State.EDITED else None,
        )
        await self._store.put_case(case)
        return case

    async def cases(self) -> tuple[EvaluationCase, ...]:
        """Return the cases of the evaluation set, by task."""
        return await self._store.cases()

    async def export(self, identifiers: Sequence[str] = ()) -> AsyncIterator[DecidedDataset]:
        """The whole catalogue by identifier, or the datasets and drafts named, as decided.

        Raises:
            DatasetNotFound: one of the identifiers is unknown.
        """
        async for dataset, made in self._exported(identifiers):
            yield with_decisions(dataset, made)

    async def export_changes(
        self, identifiers: Sequence[str] = ()
    ) -> AsyncIterator[ChangedDataset]:
        """Those datasets of `export` in which a decision changes something, and what it changes.

        Raises:
            DatasetNotFound: one of the identifiers is unknown.
        """
        async for dataset, made in self._exported(identifiers):
            changed = changes(dataset, made)
            if changed:
                yield ChangedDataset(dataset=dataset, changes=changed)

    async def _exported(
        self, identifiers: Sequence[str]
    ) -> AsyncIterator[tuple[Dataset, tuple[Suggestion, ...]]]:
        for identifier in identifiers:
            view = await self.view(identifier)
            yield view.published, view.suggestions
        if not identifiers:
            async for each in self._store.all_datasets():
                yield each

    async def ledger(self) -> Ledger:
        """Return what everything cost, and what it did not."""
        return Ledger.of(await self._store.ledger(), await self._store.suggestion_counts())

    async def learning(
        self, since: date | None = None, until: date | None = None, *, threshold: int = THRESHOLD
    ) -> Learning:
        """Return what people did with the proposals of a period, its two ends included."""
        tallies = await self._store.tallies(since, until)
        lines = (
            line
            for line in await self._store.ledger()
            if (since is None or line.day >= since) and (until is None or line.day <= until)
        )
        return Learning.of(tallies, lines, threshold=threshold)

    async def in_use_since(self) -> Mapping[tuple[str, str], date]:
        """Return the first day that each version of a task was used, by task and version."""
        days: dict[tuple[str, str], date] = {}
        for each in await self._store.tallies():
            version = (each.task, each.task_version)
            days[version] = min(each.day, days.get(version, each.day))
        return days

    async def departures(self) -> tuple[Departures, ...]:
        """Return what left by the one way out, by day, origin and outcome."""
        return await self._store.departures()

    async def last_audit(self) -> AuditReport | None:
        """Return what the last audit found, if there ever was one."""
        return await self._store.last_audit()

    async def calls(self) -> tuple[LedgerLine, ...]:
        """Return what is metered, each kind of call by day."""
        return await self._store.ledger()

    async def call_durations(self, bounds_s: Sequence[float]) -> tuple[Durations, ...]:
        """Return how many calls of models took at most so many seconds, by task and model."""
        return await self._store.call_durations(bounds_s)

    async def suggestion_counts(self) -> Mapping[tuple[str, State], int]:
        """Return how many suggestions there are, by field and state."""
        return await self._store.suggestion_counts()

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What the way out refused to send since this process began."""
        return tuple(
            Refusal(origin=origin, problem=problem, count=count)
            for (origin, problem), count in sorted(self._refusals().items())
        )

    async def means(self) -> Means:
        """Return what each task may use now, and what stands in its way."""
        switches = await self._store.switches()
        spent = await self._store.spent_on(self.today)
        tasks = self._proposer.tasks.values()
        allowances = [
            each
            for task in tasks
            for each in task.budgets.task.allowances(task.field, spent.get(task.field, Spent()))
        ]
        return Means(
            tasks=tuple(
                TaskMeans.of(
                    task.field,
                    [(method.name, method.model) for method in task.methods],
                    automatic=task.automatic,
                    budgets=task.budgets,
                    switches=switches,
                    spent=spent,
                )
                for task in tasks
            ),
            budgets=(*allowances, *self._budget.allowances(None, sum(spent.values(), Spent()))),
            switches=switches,
            refusals=self.refusals,
        )

    async def switches(self) -> tuple[Switch, ...]:
        """Return all that is turned off."""
        return await self._store.switches()

    async def turn(self, switch: Switch, *, on: bool) -> None:
        """Turn a task or a model off, or on again, at once.

        Raises:
            UnknownField: no task proposes that field.
            UnknownModel: no model is declared under that name.
            RoleMissing: whoever asks does not operate for the organisation.
        """
        self._authority.capacity(Role.OPERATE, switch.organisation)
        if switch.kind is Switchable.TASK:
            self._proposer.task(switch.name)
        elif switch.name not in self.declared.models and not (
            on and switch in await self.switches()
        ):
            raise UnknownModel(model=switch.name, known=", ".join(self.declared.models))
        await (self._store.turn_on(switch) if on else self._store.turn_off(switch))

    async def _follow(self) -> None:
        """Let what is derived from the catalogue take in what changed."""
        for each in self._followers:
            await each.catch_up()

    @property
    def today(self) -> date:
        """The day it is, in UTC."""
        return self._now().date()

    async def _capacity(self, role: Role, identifier: str) -> Grant | None:
        """Return in what capacity somebody acts on a dataset. Raises RoleMissing.

        A draft is nobody's yet, whatever publisher was typed: whoever has the role somewhere may
        work on it, and is asked again when it is put into the catalogue.
        """
        if self._authority.is_unlimited:
            return None
        publisher = (await self._store.dataset(identifier)).publisher
        if not self._authority.may(role, publisher) and await self._store.draft_expiry(identifier):
            own = (each for each in self._authority.grants if each.role.includes(role))
            if (grant := next(own, None)) is not None:
                return grant
        return self._authority.capacity(role, publisher)

    def _draft_end(self) -> datetime:
        return self._now() + DRAFT_LIFE

    async def _live(self, identifier: str) -> Dataset:
        """A dataset that its source still holds, or a draft."""
        dataset = await self._store.dataset(identifier)
        if await self._store.vanished_on(identifier) is not None:
            raise DatasetVanished(identifier=identifier)
        return dataset

    async def _draft(self, identifier: str) -> Dataset:
        if await self._store.draft_expiry(identifier) is None:
            raise DatasetNotFound(identifier=identifier)
        return await self._store.dataset(identifier)

    async def _record(self, suggestion: Suggestion, why: str | None = None) -> Suggestion:
        await self._store.append_event(suggestion.key, suggestion.events[-1], why)
        return suggestion


def refuse_long_draft(content: Dataset) -> None:
    """Refuse a dataset that says too much to be a draft. Raises DraftTooLong."""
    length = len(content.model_dump_json(exclude_defaults=True))
    if length > LONGEST_DRAFT:
        raise DraftTooLong(length=length, maximum=LONGEST_DRAFT)


async def _masked(content: Dataset) -> Dataset:
    refuse_long_draft(content)
    return await asyncio.to_thread(personal_data.masked, content)


def _as_draft(record: Dataset, portal_identifier: str | None) -> Dataset:
    """The record under a random identifier, remembering the one that its portal gave it."""
    return record.model_copy(
        update={
            "identifier": f"draft-{secrets.token_hex(10)}",
            "other_identifier": portal_identifier,
        }
    )
