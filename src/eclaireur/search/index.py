"""The index of the catalogue, kept in the data directory and shared by processes.

It is derived: it is made again when it is missing, broken, of another version, or ahead of the
catalogue. Whoever opens it takes in what changed since, one process at a time. It is one file,
replaced whole: a process that dies, or reads meanwhile, leaves or finds a whole one.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from filelock import FileLock
from threadpoolctl import ThreadpoolController

from eclaireur.core.errors import SearchIndexUnreadable, SearchIndexUnwritable
from eclaireur.core.ports import (
    MOST_RESULTS,
    DatasetChange,
    SearchFilters,
    SearchHit,
    SearchOrder,
    SearchPage,
    SearchQuery,
    WhyFound,
)
from eclaireur.search.features import COVERAGE, Reader, Sense
from eclaireur.search.ranking import ALIKE, Ranking, reasons, shown
from eclaireur.search.reading import read_query
from eclaireur.search.records import Floats, Ints, Records

VERSION = 2
"""Of what is kept: an index of another version is made again."""

BATCH = 5_000
"""Changes taken in at once."""

BROAD = 5_000
"""Datasets whose meaning is compared with the query's."""

CANDIDATES = 500
"""Datasets ranked by all that is known of them; the others, by what is cheap to know."""

MOST_DEAD = 0.3
"""The share of rows that may be former versions before the index is made again."""


class Changes(Protocol):
    """What the index asks of the store."""

    async def catalogue_sequence(self) -> int: ...

    def changes_since(self, sequence: int) -> AsyncIterator[DatasetChange]: ...


class SearchIndex:
    """`core.ports.Search`, over files."""

    def __init__(self, directory: Path, store: Changes, *, popularity: float = 1.0) -> None:
        self._place = directory / f"v{VERSION}"
        self._lock = FileLock(directory / "lock", thread_local=False)
        self._directory = directory
        self._store = store
        self._popularity = popularity
        self._opened: Opened | None = None
        self._turn = asyncio.Lock()
        self._threads = ThreadpoolController()

    async def catch_up(self) -> None:
        async with self._turn:
            await self._caught_up()

    async def find(self, query: SearchQuery) -> SearchPage:
        opened = await self._current()
        return await asyncio.to_thread(self._found, opened, query)

    def _found(self, opened: "Opened", query: SearchQuery) -> SearchPage:
        # The matrices of one query are small: two threads would wait for each other.
        with self._threads.limit(limits=1, user_api="blas"):
            return opened.find(query, self._popularity)

    async def similar(self, identifier: str, limit: int = 5) -> tuple[SearchHit, ...]:
        opened = await self._current()
        return await asyncio.to_thread(opened.similar, identifier, limit)

    async def opened(self) -> "Opened":
        """The index, up to date: what weights are learned on."""
        return await self._current()

    async def _current(self) -> "Opened":
        sequence = await self._store.catalogue_sequence()
        if self._opened is not None and self._opened.records.sequence == sequence:
            return self._opened
        async with self._turn:
            return await self._caught_up()

    async def _caught_up(self) -> "Opened":
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            await asyncio.to_thread(self._lock.acquire)
        except OSError as error:
            raise _unwritable(self._directory, error) from error
        try:
            return await self._taken_in()
        except OSError as error:
            raise _unwritable(self._directory, error) from error
        finally:
            self._lock.release()

    async def _taken_in(self) -> "Opened":
        opened = self._opened = await asyncio.to_thread(self._open)
        sequence = await self._store.catalogue_sequence()
        if opened.records.sequence > sequence or opened.is_worn:
            opened = self._opened = await asyncio.to_thread(self._renewed)
        if opened.records.sequence == sequence:
            return opened
        batch: list[DatasetChange] = []
        async for change in self._store.changes_since(opened.records.sequence):
            batch.append(change)
            if len(batch) == BATCH:
                await asyncio.to_thread(opened.take_in, batch)
                batch = []
        if batch:
            await asyncio.to_thread(opened.take_in, batch)
        # What lies between may bear no dataset any more.
        await asyncio.to_thread(opened.settle, max(sequence, opened.records.sequence))
        return opened

    def _open(self) -> "Opened":
        if self._opened is not None and not self._opened.is_outdated():
            return self._opened
        for former in self._directory.glob("v*"):
            if former != self._place:
                shutil.rmtree(former)
        if not self._place.exists():
            return self._renewed()
        try:
            return Opened(self._place)
        except (SearchIndexUnreadable, ValueError):
            return self._renewed()

    def _renewed(self) -> "Opened":
        """An empty index in the place of this one."""
        shutil.rmtree(self._place, ignore_errors=True)
        self._place.mkdir(mode=0o700)
        Records().save(self._place / "records.npz")
        return Opened(self._place)


def _unwritable(place: Path, error: OSError) -> SearchIndexUnwritable:
    return SearchIndexUnwritable(place=str(place), problem=error.strerror or type(error).__name__)


class Opened:
    """The index as one process sees it."""

    def __init__(self, place: Path) -> None:
        self._place = place / "records.npz"
        self._stamp = self._stamped()
        self.records = Records.load(self._place)
        self._reader: Reader | None = None
        self._standings: dict[tuple[bool, float], Floats] = {}

    @property
    def is_worn(self) -> bool:
        """Whether too many rows are former versions of datasets."""
        living = self.records.living
        return len(living) > 1_000 and float(living.mean()) < 1 - MOST_DEAD

    @property
    def reader(self) -> Reader:
        if self._reader is None:
            self._reader = Reader(self.records)
        return self._reader

    def is_outdated(self) -> bool:
        """Whether another process has written since."""
        return self._stamp != self._stamped()

    def _stamped(self) -> tuple[int, int]:
        try:
            told = self._place.stat()
        except OSError:
            return 0, 0
        return told.st_ino, told.st_mtime_ns

    def take_in(self, changes: Sequence[DatasetChange]) -> None:
        """Take changes in, for good."""
        held = [each.dataset for each in changes if each.dataset]
        gone = [each.identifier for each in changes if each.dataset is None]
        self._keep(self.records.with_changes(held, gone, changes[-1].sequence))

    def settle(self, sequence: int) -> None:
        """Note that all is taken in up to a change."""
        if self.records.sequence != sequence:
            self.records.sequence = sequence
            self._keep(self.records)

    def _keep(self, records: Records) -> None:
        records.save(self._place)
        self.records, self._reader, self._stamp = records, None, self._stamped()
        self._standings = {}

    def candidates(
        self,
        senses: Sequence[Sense],
        filters: SearchFilters,
        ranks: Ranking,
        least: int,
        chosen_by: Floats | None = None,
    ) -> tuple[Ints, Floats, int]:
        """The rows to rank, what the catalogue says of the query, and how many rows say any of it.

        Without a word, every dataset answers.

        Args:
            senses: what the query means.
            filters: what the datasets must be.
            ranks: the weights.
            least: how many rows to rank at least, if as many answer.
            chosen_by: of each row, what makes it one of those, rather than how well it answers.
        """
        covered = self.reader.coverage(senses)
        answering = covered[_NEAREST] > 0 if senses else np.ones(covered.shape[1], np.bool_)
        answering &= self.records.living
        if filters != SearchFilters():
            answering &= self.records.chosen(filters)
        found = np.flatnonzero(answering)
        if chosen_by is None:
            chosen_by = ranks.first_scores(covered, self._standing(ranks))
        scores = chosen_by[found]
        total = len(found)
        if total > BROAD:
            best = np.argpartition(-scores, BROAD)[:BROAD]
            found, scores = found[best], scores[best]
        if senses:
            scores = ranks.with_meaning(scores, self.reader.nearness(senses, found))
        if len(found) > least:
            found = found[np.argpartition(-scores, least)[:least]]
        return found, covered, total

    def _standing(self, ranks: Ranking) -> Floats:
        """What is known of each dataset before any query, computed once."""
        if ranks.kind not in self._standings:
            self._standings[ranks.kind] = ranks.standing(self.reader.statics)
        return self._standings[ranks.kind]

    def find(self, query: SearchQuery, popularity: float) -> SearchPage:
        """Answer a query."""
        records, read = self.records, read_query(query.text)
        senses = self.reader.senses(read)
        ranks = Ranking(asks=read.asks, popularity=popularity)
        wanted = self._wanted(query.order)
        # In another order than relevance, each page is one of the same rows.
        least = max(CANDIDATES, query.offset + query.limit) if wanted is None else MOST_RESULTS
        rows, covered, total = self.candidates(
            senses, query.filters, ranks, least, None if senses else wanted
        )
        features = self.reader.features(senses, covered, rows)
        scores = ranks.scores(features)
        key = scores if wanted is None else wanted[rows]
        last = query.offset + query.limit
        first = np.arange(len(rows))
        if len(rows) > last:
            first = np.flatnonzero(key >= np.partition(key, -last)[-last])
        # Those that nothing sets apart are put by title, so that pages neither repeat nor miss any.
        order = sorted(first, key=lambda at: (-key[at], records.titles[rows[at]]))
        order = order[query.offset : last]
        why = reasons(records, senses, rows[order], features[order])
        grades = shown(scores)
        return SearchPage(
            total=min(total, MOST_RESULTS),
            hits=tuple(
                self._hit(
                    int(rows[at]),
                    grades[at],
                    why=each,
                    alike=round(float(np.exp(features[at, ALIKE]))) - 1,
                )
                for at, each in zip(order, why, strict=True)
            ),
            corrected={each.word: each.correction for each in senses if each.correction},
            unknown=tuple(each.word for each in senses if not each.stems),
        )

    def _wanted(self, order: SearchOrder) -> Floats | None:
        """What each row is put in order by, the most first; None for relevance."""
        match order:
            case SearchOrder.RELEVANCE:
                return None
            case SearchOrder.RECENT:
                # Such as 260131 for 20260131, which these floats would round.
                return (self.records.days[:, 2] - 20_000_000).astype(np.float32)
            case SearchOrder.USAGE:
                return self.records.usage[:, 0]

    def _hit(
        self, row: int, score: float, why: Mapping[WhyFound, tuple[str, ...]], alike: int
    ) -> SearchHit:
        return SearchHit(
            identifier=self.records.identifiers[row],
            title=self.records.titles[row],
            publisher=self.records.publishers[row] or None,
            score=round(float(score), 4),
            why=why,
            alike=alike,
        )

    def similar(self, identifier: str, limit: int) -> tuple[SearchHit, ...]:
        """The datasets closest in meaning to one."""
        records = self.records
        row = records.row_of.get(identifier)
        if row is None:
            return ()
        nearness = records.meanings.astype(np.float32) @ records.meanings[row].astype(np.float32)
        nearness[~records.living | (records.likeness == records.likeness[row])] = 0
        # One for each title that many datasets share.
        best: dict[int, int] = {}
        for at in np.argsort(-nearness)[: 20 * limit]:
            if nearness[at] > 0:
                best.setdefault(int(records.likeness[at]), int(at))
        return tuple(
            self._hit(at, nearness[at], why={}, alike=0) for at in list(best.values())[:limit]
        )


_NEAREST = COVERAGE.index("anywhere_near")
