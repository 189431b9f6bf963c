"""The store, in SQL that SQLite and PostgreSQL both speak."""

import secrets
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from itertools import chain, groupby

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.access import Session
from eclaireur.core.audit import AuditReport
from eclaireur.core.batches import batches
from eclaireur.core.call import Call, Durations, LedgerLine, Spent
from eclaireur.core.campaign import Campaign, CampaignItem, CampaignProgress, CampaignState
from eclaireur.core.case import EvaluationCase
from eclaireur.core.dataset import Dataset
from eclaireur.core.departure import Departures
from eclaireur.core.errors import DatasetNotFound, PortalIdentifierTaken
from eclaireur.core.feedback import FeedbackCount, FoundBy
from eclaireur.core.harvest import Run
from eclaireur.core.learning import Tally
from eclaireur.core.ports import (
    Completion,
    DatasetChange,
    DatasetPage,
    DatasetQuery,
    Dossier,
    ImportOutcome,
    KeywordUse,
    Lack,
    Lacking,
    Leave,
    Standing,
)
from eclaireur.core.remark import Remark
from eclaireur.core.review import ReviewItem, ReviewOrder, SecondLook
from eclaireur.core.sending import Sending, SendingChoice, SendingState
from eclaireur.core.suggestion import RETAINED, Event, State, Suggestion
from eclaireur.core.switch import Switch
from eclaireur.core.trial import Trial
from eclaireur.store import (
    answers,
    drafts,
    harvests,
    integrity,
    reviews,
    rows,
    said,
    switches,
    tallies,
)
from eclaireur.store import calls as call_rows
from eclaireur.store import campaigns as campaign_rows
from eclaireur.store import datasets as dataset_rows
from eclaireur.store import departures as departure_rows
from eclaireur.store import feedback as feedback_rows
from eclaireur.store import sendings as sending_rows
from eclaireur.store import sessions as session_rows
from eclaireur.store import suggestions as suggestion_rows
from eclaireur.store import trials as trial_rows
from eclaireur.store.database import Database, connect
from eclaireur.store.schema import audit, catalogue, catalogue_token, dataset, event, suggestion
from eclaireur.store.together import Together

FEW = 10
"""Datasets whose suggestions are read in less time than it takes to ask another thread."""

BATCH = 500
"""Rows named in one statement: databases limit its parameters."""

WHOLE_DATASETS = 100
"""Datasets read at once: a description may weigh megabytes."""


@asynccontextmanager
async def open_store(address: str) -> "AsyncIterator[SqlStore]":
    """Open the store at `sqlite:///PATH` or `postgresql://…`, its schema brought up to date.

    Raises:
        StoreUnavailable: the database cannot be opened.
    """
    database = connect(address)
    try:
        await database.migrate()
        store = SqlStore(database)
        try:
            yield store
        finally:
            await store.end_writing()
    finally:
        await database.close()


class SqlStore:
    """Everything that is kept, in a relational database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._calls = Together(self._write_calls)
        self._suggestions = Together(self._write_suggestions)

    async def end_writing(self) -> None:
        """Wait for what those who were cancelled had asked to write."""
        await self._calls.end()
        await self._suggestions.end()

    async def is_current(self) -> bool:
        return await self._database.is_current()

    async def put_datasets(self, datasets: Sequence[Dataset]) -> ImportOutcome:
        async with self._database.writing() as connection:
            return await _put(connection, datasets, expires_at=None)

    async def begin_run(self, source: str) -> Run:
        async with self._database.writing() as connection:
            return await harvests.begin(connection, source)

    async def put_harvested(
        self,
        run: Run,
        datasets: Sequence[Dataset],
        stamps: Mapping[str, str | None],
        cursor: str | None,
    ) -> ImportOutcome:
        async with self._database.writing() as connection:
            outcome = await _put(connection, datasets, expires_at=None)
            for batch in batches(stamps, BATCH):
                known = await harvests.in_catalogue(connection, batch)
                await harvests.see(connection, run, stamps, sorted(known))
            await harvests.stand_at(connection, run, cursor)
        return outcome

    async def stamps(self, source: str, identifiers: Sequence[str]) -> Mapping[str, str | None]:
        found: dict[str, str | None] = {}
        async with self._database.reading() as connection:
            for batch in batches(identifiers, BATCH):
                found |= await harvests.stamps(connection, source, batch)
        return found

    async def unseen(self, run: Run) -> tuple[str, ...]:
        async with self._database.reading() as connection:
            return await harvests.unseen(connection, run)

    async def end_run(self, run: Run, vanished: Sequence[str], day: date) -> None:
        async with self._database.writing() as connection:
            sequence = await _lock_catalogue(connection)
            for batch in batches(sorted(vanished), BATCH):
                await dataset_rows.lock(connection, batch)
                sequence = await harvests.vanish(connection, batch, day, sequence)
            if vanished:
                await _end_changes(connection, sequence)
            await harvests.end(connection, run)

    async def put_drafts(self, drafts: Sequence[Dataset], expires_at: datetime) -> None:
        async with self._database.writing() as connection:
            await _put(connection, drafts, expires_at)

    async def keep_draft(self, identifier: str) -> None:
        async with self._database.writing() as connection:
            sequence = await _lock_catalogue(connection)
            there = await dataset_rows.lock(connection, [identifier])
            if identifier not in there or there[identifier].expires_at is None:
                raise DatasetNotFound(identifier=identifier)
            draft = await dataset_rows.load_one(connection, identifier)
            if await dataset_rows.is_in_catalogue(connection, draft.portal_identifier):
                raise PortalIdentifierTaken(identifier=draft.portal_identifier)
            await connection.execute(
                update(dataset)
                .where(dataset.c.identifier == identifier)
                .values(expires_at=None, sequence=sequence + 1)
            )
            await _end_changes(connection, sequence + 1)

    async def drop_expired_drafts(self, now: datetime) -> int:
        due = select(dataset.c.identifier).where(dataset.c.expires_at <= now)
        # Most often none is due, and whoever only reads need not be able to write.
        async with self._database.reading() as connection:
            if (await connection.execute(due.limit(1))).first() is None:
                return 0
        async with self._database.writing() as connection:
            locked = due.order_by(dataset.c.identifier).with_for_update()
            identifiers = (await connection.scalars(locked)).all()
            for batch in batches(identifiers, BATCH):
                theirs = suggestion_rows.keys(suggestion.c.dataset.in_(batch))
                await connection.execute(delete(event).where(event.c.suggestion.in_(theirs)))
                await reviews.forget(connection, batch)
                await connection.execute(delete(suggestion).where(suggestion.c.dataset.in_(batch)))
                await connection.execute(delete(dataset).where(dataset.c.identifier.in_(batch)))
        await self._database.forget()
        return len(identifiers)

    async def dataset(self, identifier: str) -> Dataset:
        async with self._database.reading(few=True) as connection:
            return await dataset_rows.load_one(connection, identifier)

    async def dossier(self, identifier: str) -> Dossier:
        async with self._database.reading(few=True) as connection:
            kept = await dataset_rows.load_one(connection, identifier)
            made = await suggestion_rows.load_of(connection, [identifier])
            return Dossier(
                dataset=kept,
                suggestions=tuple(sorted(made, key=lambda each: (each.field, each.number))),
                switches=await switches.load(connection),
                vanished_on=await connection.scalar(
                    select(dataset.c.vanished_on).where(dataset.c.identifier == identifier)
                ),
            )

    async def datasets_among(self, identifiers: Sequence[str]) -> Mapping[str, Dataset]:
        found: list[Dataset] = []
        async with self._database.reading() as connection:
            for batch in batches(identifiers, BATCH):
                found += await dataset_rows.load(
                    connection, dataset_rows.LIVE, dataset.c.identifier.in_(batch)
                )
        return {each.identifier: each for each in found}

    async def draft_expiry(self, identifier: str) -> datetime | None:
        async with self._database.reading(few=True) as connection:
            found = await connection.execute(
                select(dataset.c.expires_at).where(dataset.c.identifier == identifier)
            )
            row = found.one_or_none()
        if row is None:
            raise DatasetNotFound(identifier=identifier)
        expires_at: datetime | None = row.expires_at
        return expires_at

    async def vanished_on(self, identifier: str) -> date | None:
        async with self._database.reading() as connection:
            found = await connection.execute(
                select(dataset.c.vanished_on).where(dataset.c.identifier == identifier)
            )
            row = found.one_or_none()
        if row is None:
            raise DatasetNotFound(identifier=identifier)
        vanished_on: date | None = row.vanished_on
        return vanished_on

    async def find_datasets(self, query: DatasetQuery) -> DatasetPage:
        async with self._database.reading() as connection:
            found = await connection.execute(dataset_rows.summaries(query))
            items = tuple(map(rows.to_summary, found))
            if 0 < len(items) < query.limit:
                # The last page tells how many there are: a rare word is looked for once.
                return DatasetPage(total=query.offset + len(items), items=items)
            total = await connection.execute(
                select(func.count()).where(*dataset_rows.found_by(query))
            )
            return DatasetPage(total=total.scalar_one(), items=items)

    async def lacking(self, lack: Lack) -> Lacking:
        async with self._database.reading() as connection:
            counted = await connection.execute(dataset_rows.lacking_counts(lack))
            lacking, total = counted.one()
            are_lacking = 2 * lacking <= total
            numbers = await connection.scalars(dataset_rows.numbers(lack, are_lacking=are_lacking))
            return Lacking(numbers.all(), are_lacking)

    async def all_datasets(self) -> AsyncIterator[tuple[Dataset, tuple[Suggestion, ...]]]:
        last = ""
        while True:
            async with self._database.reading() as connection:
                contents = await connection.scalars(
                    dataset_rows.next_after(last, WHOLE_DATASETS, dataset.c.content)
                )
                batch = [rows.to_dataset(content) for content in contents]
                retained = await suggestion_rows.load(
                    connection,
                    suggestion_rows.keys(
                        suggestion.c.dataset.in_([each.identifier for each in batch]),
                        suggestion.c.state.in_(RETAINED),
                    ),
                )
            if not batch:
                return
            by_dataset = _by_dataset(retained)
            for each in batch:
                yield each, by_dataset.get(each.identifier, ())
            last = batch[-1].identifier

    async def keyword_uses(self) -> AsyncIterator[KeywordUse]:
        columns = (
            dataset.c.identifier,
            dataset.c.title,
            dataset.c.publisher,
            dataset.c.keywords,
            dataset.c.content,
        )
        last = ""
        while True:
            async with self._database.reading() as connection:
                found = await connection.execute(dataset_rows.next_after(last, BATCH, *columns))
                batch = [rows.to_keyword_use(row) for row in found]
            if not batch:
                return
            for each in batch:
                yield each
            last = batch[-1].identifier

    async def catalogue_sequence(self) -> int:
        async with self._database.reading(few=True) as connection:
            found = await connection.execute(select(catalogue.c.sequence))
            sequence: int = found.scalar_one()
            return sequence

    async def catalogue_token(self, sequence: int) -> str | None:
        if sequence == 0:
            return ""
        async with self._database.reading(few=True) as connection:
            token: str | None = await connection.scalar(
                select(catalogue_token.c.token).where(catalogue_token.c.sequence == sequence)
            )
            return token

    async def changes_since(self, sequence: int) -> AsyncIterator[DatasetChange]:
        while True:
            async with self._database.reading() as connection:
                found = await connection.execute(
                    dataset_rows.next_changes(sequence, WHOLE_DATASETS)
                )
                batch = [rows.to_change(row) for row in found]
            if not batch:
                return
            for each in batch:
                yield each
            sequence = batch[-1].sequence

    async def add_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        await self._suggestions.add(tuple(suggestions))

    async def _write_suggestions(self, added: Sequence[Sequence[Suggestion]]) -> None:
        ordered = sorted(chain.from_iterable(added), key=lambda each: each.dataset)
        async with self._database.writing(few=True) as connection:
            for batch in batches(ordered, BATCH):
                await suggestion_rows.add(connection, batch)

    async def suggestion(self, key: str) -> Suggestion:
        async with self._database.reading(few=True) as connection:
            return await suggestion_rows.load_one(connection, key)

    async def suggestions_of(self, datasets: Sequence[str]) -> tuple[Suggestion, ...]:
        found: list[Suggestion] = []
        async with self._database.reading(few=len(datasets) <= FEW) as connection:
            for batch in batches(dict.fromkeys(datasets), BATCH):
                found += await suggestion_rows.load_of(connection, batch)
        return tuple(sorted(found, key=lambda each: (each.dataset, each.field, each.number)))

    async def find_suggestions(
        self, *, state: State | None, field: str | None, after: str | None, limit: int
    ) -> tuple[Suggestion, ...]:
        wanted = suggestion_rows.keys().order_by(suggestion.c.key).limit(limit)
        if state is not None:
            wanted = wanted.where(suggestion.c.state == state)
        if field is not None:
            wanted = wanted.where(suggestion.c.field == field)
        if after is not None:
            wanted = wanted.where(suggestion.c.key > after)
        async with self._database.reading() as connection:
            return tuple(await suggestion_rows.load(connection, wanted))

    async def append_event(self, key: str, event: Event, why: str | None = None) -> None:
        async with self._database.writing(few=True) as connection:
            await suggestion_rows.append(connection, key, event, why)

    async def add_remark(self, remark: Remark) -> None:
        async with self._database.writing(few=True) as connection:
            await said.add_remark(connection, remark)

    async def remarks(self) -> tuple[Remark, ...]:
        async with self._database.reading() as connection:
            return await said.remarks(connection)

    async def put_case(self, case: EvaluationCase) -> None:
        async with self._database.writing() as connection:
            await said.put_case(connection, case)

    async def cases(self) -> tuple[EvaluationCase, ...]:
        async with self._database.reading() as connection:
            return await said.cases(connection)

    async def trials(self) -> tuple[Trial, ...]:
        async with self._database.reading(few=True) as connection:
            return await trial_rows.load(connection)

    async def add_trial(self, trial: Trial) -> None:
        async with self._database.writing(few=True) as connection:
            await trial_rows.add(connection, trial)

    async def replace_trial(self, trial: Trial) -> None:
        async with self._database.writing(few=True) as connection:
            await trial_rows.replace(connection, trial)

    async def add_campaign(self, campaign: Campaign, items: Sequence[CampaignItem]) -> None:
        async with self._database.writing() as connection:
            await campaign_rows.add(connection, campaign, items)

    async def campaign(self, key: str) -> Campaign:
        async with self._database.reading(few=True) as connection:
            return await campaign_rows.load_one(connection, key)

    async def campaigns(self) -> tuple[Campaign, ...]:
        async with self._database.reading(few=True) as connection:
            return tuple(await campaign_rows.load(connection))

    async def turn_campaign(self, key: str, state: CampaignState) -> None:
        async with self._database.writing(few=True) as connection:
            await campaign_rows.turn(connection, key, state)

    async def campaign_items(self, key: str, datasets: Sequence[str]) -> tuple[CampaignItem, ...]:
        found: list[CampaignItem] = []
        async with self._database.reading() as connection:
            for batch in batches(datasets, BATCH):
                found += await campaign_rows.items(connection, key, batch)
        return tuple(sorted(found, key=lambda each: each.rank))

    async def pending_items(self, key: str, batch: int) -> tuple[str, ...]:
        async with self._database.reading(few=True) as connection:
            return await campaign_rows.pending(connection, key, batch)

    async def pending_batches(self, key: str) -> tuple[int, ...]:
        async with self._database.reading() as connection:
            return await campaign_rows.pending_batches(connection, key)

    async def forget_failures(self, key: str) -> int:
        async with self._database.writing() as connection:
            return await campaign_rows.forget_failures(connection, key)

    async def tried(self, key: str, suggestions: Mapping[str, str]) -> None:
        async with self._database.writing() as connection:
            for batch in batches(sorted(suggestions.values()), BATCH):
                await reviews.lock(connection, batch)
            await campaign_rows.tried(connection, key, suggestions)
            for batch in batches(suggestions.values(), BATCH):
                named = suggestion_rows.keys(suggestion.c.key.in_(batch))
                await reviews.enqueue(connection, await suggestion_rows.load(connection, named))

    async def campaign_progress(self, key: str) -> CampaignProgress:
        async with self._database.reading() as connection:
            return await campaign_rows.progress(connection, key)

    async def hold_for_review(
        self,
        campaign: str,
        page: str,
        leave: Leave,
        *,
        order: ReviewOrder,
        count: int,
        looks_again: bool,
    ) -> tuple[ReviewItem, ...]:
        async with self._database.writing(few=True) as connection:
            return await reviews.hold(
                connection,
                campaign,
                page,
                leave,
                order=order,
                count=count,
                looks_again=looks_again,
            )

    async def take_for_review(
        self, campaign: str, keys: Sequence[str], page: str, leave: Leave
    ) -> frozenset[str]:
        async with self._database.writing(few=True) as connection:
            return await reviews.take(connection, campaign, keys, page, leave)

    async def twins(
        self, campaign: str, dataset: str, page: str, leave: Leave, limit: int
    ) -> tuple[int, tuple[ReviewItem, ...]]:
        async with self._database.reading() as connection:
            return await reviews.twins(connection, campaign, dataset, leave, page, limit)

    async def skip(self, campaign: str, key: str, page: str, tomorrow: date) -> None:
        async with self._database.writing(few=True) as connection:
            await reviews.skip(connection, campaign, key, page, tomorrow)

    async def release(self, campaign: str, page: str) -> None:
        async with self._database.writing(few=True) as connection:
            await reviews.release(connection, campaign, page)

    async def sample(self, campaign: str, key: str, page: str, since: date) -> None:
        async with self._database.writing(few=True) as connection:
            await reviews.sample(connection, campaign, key, page, since)

    async def is_second_look(self, campaign: str, key: str, page: str) -> bool:
        async with self._database.reading(few=True) as connection:
            return await reviews.is_second_look(connection, campaign, key, page)

    async def look_again(
        self, campaign: str, key: str, page: str, second: State, day: date
    ) -> bool:
        async with self._database.writing(few=True) as connection:
            return await reviews.look_again(connection, campaign, key, page, second, day)

    async def second_looks(self, campaign: str) -> tuple[SecondLook, ...]:
        async with self._database.reading(few=True) as connection:
            return await reviews.second_looks(connection, campaign)

    async def tallies(
        self, since: date | None = None, until: date | None = None
    ) -> tuple[Tally, ...]:
        async with self._database.reading() as connection:
            return await tallies.load(connection, since, until)

    async def to_send(
        self, portal: str, choice: SendingChoice, after: str | None, limit: int
    ) -> tuple[Dataset, ...]:
        wanted = sending_rows.to_send(portal, choice, after, limit)
        async with self._database.reading() as connection:
            return await dataset_rows.load_in_order(connection, wanted)

    async def to_revert(
        self, portal: str, choice: SendingChoice, after: str | None, limit: int
    ) -> tuple[Dataset, ...]:
        wanted = sending_rows.to_revert(portal, choice, after, limit)
        async with self._database.reading() as connection:
            return await dataset_rows.load_in_order(connection, wanted)

    async def sendings(self, portal: str, datasets: Sequence[str]) -> tuple[Sending, ...]:
        async with self._database.reading(few=len(datasets) <= FEW) as connection:
            return await sending_rows.load(connection, portal, datasets)

    async def begin_sendings(self, sendings: Sequence[Sending]) -> tuple[Sending, ...]:
        async with self._database.writing(few=True) as connection:
            return await sending_rows.begin(connection, sendings)

    async def settle_sendings(self, sendings: Sequence[Sending]) -> None:
        async with self._database.writing(few=True) as connection:
            await sending_rows.settle(connection, sendings)

    async def forget_sendings(self, sendings: Sequence[Sending]) -> None:
        async with self._database.writing(few=True) as connection:
            await sending_rows.forget(connection, sendings)

    async def sending_counts(self) -> Mapping[tuple[str, SendingState], int]:
        async with self._database.reading() as connection:
            return await sending_rows.counts(connection)

    async def stray_sendings(self) -> tuple[str, ...]:
        async with self._database.reading() as connection:
            return await sending_rows.stray(connection)

    async def standing(self, key: str, day: date) -> Standing:
        async with self._database.reading(few=True) as connection:
            return Standing(
                switches=await switches.load(connection),
                answer=await answers.load(connection, key),
                spent=await call_rows.spent_on(connection, day),
            )

    async def keep_answer(self, key: str, completion: Completion, call: Call) -> None:
        await self._calls.add(([call], {key: (completion, call.day)}))

    async def record_calls(self, calls: Sequence[Call]) -> None:
        await self._calls.add((calls, {}))

    async def _write_calls(
        self, asked: Sequence[tuple[Sequence[Call], Mapping[str, tuple[Completion, date]]]]
    ) -> None:
        kept = {key: answer for _, answered in asked for key, answer in answered.items()}
        async with self._database.writing(few=True) as connection:
            await call_rows.record(connection, [call for calls, _ in asked for call in calls])
            if kept:
                await answers.keep(connection, kept)

    async def spent_on(self, day: date) -> Mapping[str, Spent]:
        async with self._database.reading(few=True) as connection:
            return await call_rows.spent_on(connection, day)

    async def ledger(self) -> tuple[LedgerLine, ...]:
        async with self._database.reading() as connection:
            return await call_rows.ledger(connection)

    async def call_durations(self, bounds_s: Sequence[float]) -> tuple[Durations, ...]:
        async with self._database.reading() as connection:
            return await call_rows.durations(connection, bounds_s)

    async def suggestion_counts(self) -> Mapping[tuple[str, State], int]:
        async with self._database.reading() as connection:
            return await call_rows.suggestion_counts(connection)

    async def switches(self) -> tuple[Switch, ...]:
        async with self._database.reading(few=True) as connection:
            return await switches.load(connection)

    async def turn_off(self, switch: Switch) -> None:
        async with self._database.writing(few=True) as connection:
            await switches.turn_off(connection, switch)

    async def turn_on(self, switch: Switch) -> None:
        async with self._database.writing(few=True) as connection:
            await switches.turn_on(connection, switch)

    async def keep_session(self, session: Session) -> None:
        async with self._database.writing(few=True) as connection:
            await session_rows.keep(connection, session)

    async def session(self, digest: str) -> Session | None:
        async with self._database.reading(few=True) as connection:
            return await session_rows.load(connection, digest)

    async def prolong_session(self, digest: str, idle_until: datetime) -> None:
        async with self._database.writing(few=True) as connection:
            await session_rows.prolong(connection, digest, idle_until)

    async def end_session(self, digest: str) -> None:
        async with self._database.writing(few=True) as connection:
            await session_rows.end(connection, session_rows.is_of(digest))

    async def end_sessions(self) -> int:
        async with self._database.writing() as connection:
            return await session_rows.end(connection)

    async def drop_ended_sessions(self, now: datetime) -> int:
        # As for drafts: whoever only reads need not be able to write.
        if not await self.sessions_due(now):
            return 0
        async with self._database.writing() as connection:
            return await session_rows.end(connection, session_rows.is_over(now))

    async def sessions_due(self, before: datetime) -> int:
        async with self._database.reading() as connection:
            return await session_rows.count(connection, session_rows.is_over(before))

    async def count_feedback(self, day: date, found_by: FoundBy, *, useful: bool) -> None:
        async with self._database.writing(few=True) as connection:
            await feedback_rows.count(connection, day, found_by, useful=useful)

    async def feedback(self) -> tuple[FeedbackCount, ...]:
        async with self._database.reading() as connection:
            return await feedback_rows.load(connection)

    async def count_departures(self, day: date, counts: Mapping[tuple[str, str], int]) -> None:
        async with self._database.writing(few=True) as connection:
            await departure_rows.count(connection, day, counts)

    async def departures(self) -> tuple[Departures, ...]:
        async with self._database.reading() as connection:
            return await departure_rows.load(connection)

    async def drafts_due(self, before: datetime) -> int:
        due = select(func.count()).where(dataset.c.expires_at < before)
        async with self._database.reading() as connection:
            return (await connection.execute(due)).scalar_one()

    async def altered_datasets(self) -> tuple[str, ...]:
        async with self._database.reading() as connection:
            return await integrity.altered_datasets(connection)

    async def stray_suggestions(self) -> tuple[str, ...]:
        async with self._database.reading() as connection:
            return await integrity.stray_suggestions(connection)

    async def columns(self) -> tuple[tuple[str, str], ...]:
        async with self._database.reading() as connection:
            return await connection.run_sync(integrity.columns)

    async def rows_filled(self, table: str, column: str) -> int:
        async with self._database.reading() as connection:
            return await integrity.rows_filled(connection, table, column)

    async def keep_audit(self, report: AuditReport) -> None:
        values = {"day": report.day, "body": report.model_dump_json()}
        async with self._database.writing(few=True) as connection:
            await connection.execute(delete(audit).where(audit.c.day == report.day))
            await connection.execute(insert(audit).values(values))

    async def last_audit(self) -> AuditReport | None:
        last = select(audit.c.body).order_by(audit.c.day.desc()).limit(1)
        async with self._database.reading() as connection:
            body = await connection.scalar(last)
            return None if body is None else AuditReport.model_validate_json(body)


async def _lock_catalogue(connection: AsyncConnection) -> int:
    """Wait for the other writers of datasets, and return the number of the last change."""
    found = await connection.execute(select(catalogue.c.sequence).with_for_update())
    sequence: int = found.scalar_one()
    return sequence


async def _end_changes(connection: AsyncConnection, sequence: int) -> None:
    await connection.execute(update(catalogue).values(sequence=sequence))
    await connection.execute(
        insert(catalogue_token).values(sequence=sequence, token=secrets.token_hex(8))
    )


async def _put(
    connection: AsyncConnection, datasets: Iterable[Dataset], expires_at: datetime | None
) -> ImportOutcome:
    """Write datasets of the catalogue, or drafts. Of two with one identifier, the last counts."""
    before_all = sequence = await _lock_catalogue(connection)
    last = {each.identifier: each for each in datasets}
    fates: Counter[str] = Counter()
    made_stale = 0
    for batch in batches((last[identifier] for identifier in sorted(last)), BATCH):
        there = await dataset_rows.lock(connection, [each.identifier for each in batch])
        new: list[rows.Values] = []
        other: list[rows.Values] = []
        for each in batch:
            before, values = there.get(each.identifier), rows.dataset_values(each, expires_at)
            fate = _fate(before, values)
            fates[fate] += 1
            if fate == "unchanged":
                continue
            if expires_at is None:
                sequence += 1
                values["sequence"] = sequence
            (new if before is None else other).append(values)
        if new:
            await connection.execute(insert(dataset), new)
        if other:
            await dataset_rows.replace(connection, other)
            rewritten = {values["identifier"] for values in other}
            made_stale += await suggestion_rows.close_outdated(
                connection, [each for each in batch if each.identifier in rewritten]
            )
        if expires_at is None:
            await drafts.adopt(connection, batch)
    if sequence != before_all:
        await _end_changes(connection, sequence)
    return ImportOutcome(made_stale=made_stale, **fates)


def _fate(before: rows.AnyRow | None, values: rows.Values) -> str:
    """What becomes of a dataset when these values are put, as `ImportOutcome` calls it.

    Raises:
        DatasetNotFound: it has joined the catalogue, which no draft replaces.
    """
    if before is None:
        return "added"
    if before.expires_at is None and values["expires_at"] is not None:
        raise DatasetNotFound(identifier=values["identifier"])
    if before.expires_at != values["expires_at"]:
        return "added"
    if before.vanished_on is not None:
        return "returned"
    return "unchanged" if before.content_hash == values["content_hash"] else "changed"


def _by_dataset(suggestions: Iterable[Suggestion]) -> dict[str, tuple[Suggestion, ...]]:
    ordered = sorted(suggestions, key=lambda each: (each.dataset, each.field, each.number))
    return {name: tuple(group) for name, group in groupby(ordered, lambda each: each.dataset)}
