"""The index of the catalogue, kept in the data directory and shared by processes.

It is derived: it is made again when it is missing, broken, of another version, or follows another
catalogue than the store's, such as the one that a backup has taken the place of. Whoever opens it
takes in what changed since, one process at a time. It is one file, replaced whole: a process that
dies, or reads meanwhile, leaves or finds a whole one.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import numpy as np
from filelock import AsyncFileLock
from numpy.typing import NDArray

from eclaireur.core.errors import (
    SearchIndexUnreadable,
    SearchIndexUnwritable,
    system_problem,
)
from eclaireur.core.ports import (
    Breakdown,
    DatasetChange,
    Lack,
    Lacking,
    SearchFilters,
    SearchHit,
    SearchOrder,
    SearchPage,
    SearchQuery,
)
from eclaireur.core.uninterrupted import uninterrupted
from eclaireur.search.features import COVERAGE, Reader, Sense
from eclaireur.search.ranking import ALIKE, Ranking, Reasons, reasons, shown
from eclaireur.search.reading import read_query
from eclaireur.search.records import Floats, Ints, Records

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

VERSION = 4
"""Of what is kept: an index of another version is made again."""

BATCH = 5_000
"""Changes taken in at once."""

BROAD = 5_000
"""Datasets whose meaning is compared with the query's."""

CANDIDATES = 500
"""Datasets ranked by all that is known of them; the others, by what is cheap to know."""

LEAST_SAID = 0.5
"""Of what the dataset that says the most of a query says, what others must say to be put in
another order than by relevance."""

MOST_NAMES = 6
"""Names counted for each filter."""

MOST_DEAD = 0.3
"""The share of rows that may be former versions before the index is made again."""


Answer = TypeVar("Answer")


class Changes(Protocol):
    """What the index asks of the store."""

    async def catalogue_sequence(self) -> int: ...

    async def catalogue_token(self, sequence: int) -> str | None: ...

    def changes_since(self, sequence: int) -> AsyncIterator[DatasetChange]: ...


class SearchIndex:
    """`core.ports.Search`, over files."""

    def __init__(self, directory: Path, store: Changes, *, popularity: float = 1.0) -> None:
        self._place = directory / f"v{VERSION}"
        self._lock = AsyncFileLock(directory / "lock", thread_local=False)
        self._directory = directory
        self._store = store
        self._popularity = popularity
        self._opened: Opened | None = None
        self._has_followed = False
        self._turn = asyncio.Lock()

    @property
    def is_ready(self) -> bool:
        return self._has_followed

    async def catch_up(self) -> None:
        async with self._turn:
            await self._caught_up()

    async def find(self, query: SearchQuery, lacking: Lacking | None = None) -> SearchPage:
        opened = await self._current()
        return await self._alone(lambda: opened.find(query, self._popularity, lacking))

    async def breakdown(self, query: SearchQuery, lacking: Mapping[Lack, Lacking]) -> Breakdown:
        opened = await self._current()
        return await self._alone(lambda: opened.breakdown(query, lacking))

    async def similar(self, identifier: str, limit: int = 5) -> tuple[SearchHit, ...]:
        opened = await self._current()
        return await self._alone(lambda: opened.similar(identifier, limit))

    async def _alone(self, ask: Callable[[], Answer]) -> Answer:
        """Ask the index in a thread, and in one only."""
        threads = self._threads

        def answer() -> Answer:
            # The matrices of one query are small: two threads would wait for each other.
            with threads.limit(limits=1, user_api="blas"):
                return ask()

        return await asyncio.to_thread(answer)

    @cached_property
    def _threads(self) -> "ThreadpoolController":
        # It looks through all that the process has loaded: only whoever searches needs it.
        from threadpoolctl import ThreadpoolController  # noqa: PLC0415

        return ThreadpoolController()

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
            async with self._lock:
                opened = await self._taken_in()
        except BaseException as error:
            self._has_followed = False
            if isinstance(error, OSError):
                raise _unwritable(self._directory, error) from error
            raise
        self._has_followed = True
        return opened

    async def _taken_in(self) -> "Opened":
        opened = self._opened = await uninterrupted(asyncio.to_thread(self._open))
        sequence = await self._store.catalogue_sequence()
        token = await self._store.catalogue_token(sequence) or ""
        if opened.is_worn or not await self._follows(opened.records, sequence):
            opened = self._opened = await uninterrupted(asyncio.to_thread(self._renewed))
        if opened.records.sequence == sequence:
            return opened
        batch: list[DatasetChange] = []
        async for change in self._store.changes_since(opened.records.sequence):
            if len(batch) == BATCH:
                await uninterrupted(asyncio.to_thread(opened.take_in, batch))
                batch = []
            batch.append(change)
        await uninterrupted(asyncio.to_thread(opened.take_in, batch, (sequence, token)))
        return opened

    async def _follows(self, records: Records, sequence: int) -> bool:
        """Whether what was read is of this catalogue, and not of one that it took the place of."""
        if records.sequence > sequence:
            return False
        return await self._store.catalogue_token(records.checked) == records.token

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
    return SearchIndexUnwritable(place=str(place), problem=system_problem(error))


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

    def take_in(
        self, changes: Sequence[DatasetChange], upto: tuple[int, str] | None = None
    ) -> None:
        """Take changes in, for good.

        Args:
            changes: the next ones of the catalogue.
            upto: where the catalogue stood before they were read, and its token there, if they
                are the last. What lies between may bear no dataset any more.
        """
        last = changes[-1].sequence if changes else self.records.sequence
        records = self.records.with_changes(changes, last)
        if upto is not None:
            records.checked, records.token = upto
            records.sequence = max(records.sequence, records.checked)
        records.save(self._place)
        self.records, self._reader, self._stamp = records, None, self._stamped()
        self._standings = {}

    def _answering(
        self, senses: Sequence[Sense], covered: Floats, filters: SearchFilters
    ) -> NDArray[np.bool_]:
        """Which rows say any of a query. Without a word, all do."""
        answering = covered[_NEAREST] > 0 if senses else np.ones(covered.shape[1], np.bool_)
        answering &= self.records.living
        if filters != SearchFilters():
            answering &= self.records.chosen(filters)
        return answering

    def _read(self, query: SearchQuery, lacking: Lacking | None = None) -> "_Answer":
        """Find the rows to put in order.

        By relevance, what says little comes last; no other order can tell, so it is left out.
        """
        senses = self.reader.senses(read_query(query.text))
        covered = self.reader.coverage(senses)
        answering = self._answering(senses, covered, query.filters)
        if lacking is not None:
            answering &= self.records.lacking(lacking)
        if query.order is SearchOrder.RELEVANCE or not senses:
            return _Answer(senses, covered, answering, 0)
        # A word near in meaning tells little, but in a title or a keyword.
        said = np.maximum(covered[_ANYWHERE], covered[_HEADLINE_NEAR])
        # Whatever the filters, so that each keeps as many as were counted before it was set.
        best = (said * self.records.living).max(initial=0.0)
        # Sums of the same shares may differ by their last bits.
        telling = answering & (said >= LEAST_SAID * best - 1e-6)
        return _Answer(senses, covered, telling, int(answering.sum() - telling.sum()))

    def breakdown(self, query: SearchQuery, lacking: Mapping[Lack, Lacking]) -> Breakdown:
        """Count what the datasets are that answer a query."""
        answering = self._read(query).rows
        masks = {lack: answering & self.records.lacking(told) for lack, told in lacking.items()}
        chosen = masks[lack] if (lack := query.filters.lacking) else answering
        return Breakdown(
            total=int(answering.sum()),
            lacking={lack: int(mask.sum()) for lack, mask in masks.items()},
            names=self.records.commonest(chosen, MOST_NAMES),
        )

    def candidates(
        self, senses: Sequence[Sense], filters: SearchFilters, ranks: Ranking, least: int
    ) -> tuple[Ints, Floats, int]:
        """The rows to rank, what the catalogue says of the query, and how many rows say any of it.

        Args:
            senses: what the query means.
            filters: what the datasets must be.
            ranks: the weights.
            least: how many rows to rank at least, if as many answer.
        """
        covered = self.reader.coverage(senses)
        answering = self._answering(senses, covered, filters)
        rows = self._best(senses, covered, answering, ranks, least)
        return rows, covered, int(answering.sum())

    def _best(
        self,
        senses: Sequence[Sense],
        covered: Floats,
        answering: NDArray[np.bool_],
        ranks: Ranking,
        least: int,
    ) -> Ints:
        """The rows that may answer best, as far as it is cheap to know."""
        found = np.flatnonzero(answering)
        scores = ranks.first_scores(covered, self._standing(ranks))[found]
        if len(found) > BROAD:
            best = np.argpartition(-scores, BROAD)[:BROAD]
            found, scores = found[best], scores[best]
        if senses:
            scores = ranks.with_meaning(scores, self.reader.nearness(senses, found))
        if len(found) > least:
            found = found[np.argpartition(-scores, least)[:least]]
        return found

    def _standing(self, ranks: Ranking) -> Floats:
        """What is known of each dataset before any query, computed once."""
        if ranks.kind not in self._standings:
            self._standings[ranks.kind] = ranks.standing(self.reader.statics)
        return self._standings[ranks.kind]

    def find(
        self, query: SearchQuery, popularity: float, lacking: Lacking | None = None
    ) -> SearchPage:
        """Answer a query."""
        ranks = Ranking(asks=read_query(query.text).asks, popularity=popularity)
        senses, covered, answering, left_out = self._read(query, lacking)
        last, wanted = query.offset + query.limit, self._wanted(query.order)
        least = max(CANDIDATES, last) if wanted is None else 1
        rows = self._best(senses, covered, answering, ranks, least)
        if wanted is None:
            features = self.reader.features(senses, covered, rows)
            scores = ranks.scores(features)
            places = self._first(rows, scores, last)[query.offset :]
        else:
            # The best one tells what the scores of those shown are to be compared with.
            all_rows = np.flatnonzero(answering)
            page = all_rows[self._first(all_rows, wanted[all_rows], last)[query.offset :]]
            places = list(range(len(rows), len(rows) + len(page)))
            rows = np.concatenate([rows, page])
            features = self.reader.features(senses, covered, rows)
            scores = ranks.scores(features)
        grades, why = shown(scores), reasons(self.records, senses, rows[places], features[places])
        return SearchPage(
            total=int(answering.sum()),
            left_out=left_out,
            hits=tuple(
                self._hit(
                    int(rows[at]),
                    grades[at],
                    told,
                    alike=round(float(np.exp(features[at, ALIKE]))) - 1,
                )
                for at, told in zip(places, why, strict=True)
            ),
            corrected={each.word: each.correction for each in senses if each.correction},
            unknown=tuple(each.word for each in senses if not each.stems),
        )

    def _first(self, rows: Ints, key: Floats, count: int) -> list[int]:
        """The places of the first rows: those of the highest key.

        Those that nothing sets apart are put by title, so that pages neither repeat nor miss any.
        """
        first = np.arange(len(rows))
        if len(rows) > count:
            first = np.flatnonzero(key >= np.partition(key, -count)[-count])
        titles = self.records.titles
        return sorted(first.tolist(), key=lambda at: (-key[at], titles[rows[at]]))[:count]

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

    def _hit(self, row: int, score: float, told: Reasons, alike: int = 0) -> SearchHit:
        return SearchHit(
            identifier=self.records.identifiers[row],
            title=self.records.titles[row],
            publisher=self.records.publishers[row] or None,
            score=round(float(score), 4),
            why={reason: tuple(words) for reason, words in told.why.items()},
            near=told.near,
            alike=alike,
        )

    def similar(self, identifier: str, limit: int) -> tuple[SearchHit, ...]:
        """The datasets closest in meaning to one."""
        records = self.records
        row = records.row_of.get(identifier)
        if row is None:
            return ()
        nearness = records.vectors @ records.vectors[row]
        nearness[~records.living | (records.likeness == records.likeness[row])] = 0
        # One for each title that many datasets share.
        best: dict[int, int] = {}
        for at in self._first(np.arange(len(nearness)), nearness, 20 * limit):
            if nearness[at] > 0:
                best.setdefault(int(records.likeness[at]), at)
        unsaid = Reasons({}, {})
        return tuple(self._hit(at, nearness[at], unsaid) for at in list(best.values())[:limit])


class _Answer(NamedTuple):
    """The datasets that answer a query."""

    senses: list[Sense]
    covered: Floats
    rows: NDArray[np.bool_]
    left_out: int


_ANYWHERE = COVERAGE.index("anywhere")
_NEAREST = COVERAGE.index("anywhere_near")
_HEADLINE_NEAR = COVERAGE.index("headline_near")
