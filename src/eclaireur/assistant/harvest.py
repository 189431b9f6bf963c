"""Bringing into the catalogue what a source holds, and only what has changed."""

from collections.abc import Callable, Sequence
from datetime import date

from eclaireur.core.batches import batches
from eclaireur.core.errors import ArchivedDataset, EmptySource
from eclaireur.core.harvest import Entry, Page, Run, Source
from eclaireur.core.ports import ImportOutcome, Store

ONE_BY_ONE = 10
"""Changed datasets of a page that are asked for one by one; more, and the page is read whole."""

CONFIRMED_AT_ONCE = 100
"""Datasets not met that a source is asked for, and put, in one transaction."""


async def harvest(
    store: Store, source: Source, day: date, tell: Callable[[Entry], None]
) -> ImportOutcome:
    """Read a source, from where the last reading stopped, and put what it holds.

    A source that was read to its end before is asked only for stamps, then for the datasets
    whose stamp is another. What it was not seen to hold is asked for once more, since pages
    shift while they are read; what it then lacks is marked as vanished. Nothing is marked when
    some of its datasets could not even be identified.

    Args:
        store: where datasets are kept.
        source: what is read.
        day: today.
        tell: is told of each dataset met, read or left out.

    Raises:
        EmptySource: it holds nothing at all, which is more likely its fault.
        EclaireurError: it cannot be read on. What was read is kept, and the next reading goes
            on from there.
    """
    run = await store.begin_run(source.name)
    reading = _Reading(store, source, run, tell)
    async for page in source.pages(run.cursor, stamps_only=run.again):
        await reading.take(page)
    if reading.met == 0 and run.cursor is None:
        raise EmptySource
    vanished = await reading.missing() if reading.all_identified else ()
    await store.end_run(run, vanished, day)
    return reading.outcome + ImportOutcome(vanished=len(vanished))


class _Reading:
    """A reading under way."""

    def __init__(
        self, store: Store, source: Source, run: Run, tell: Callable[[Entry], None]
    ) -> None:
        self._store = store
        self._source = source
        self._run = run
        self._tell = tell
        self._cursor = run.cursor
        self.outcome = ImportOutcome()
        self.met = 0
        self.all_identified = True

    async def take(self, page: Page) -> None:
        """Put a page of the source."""
        self.met += len(page.entries)
        entries = await self._whole(page)
        self._cursor = page.cursor
        await self._put(entries)

    async def missing(self) -> tuple[str, ...]:
        """Return what the source no longer holds, and put what it does after all."""
        gone: list[str] = []
        for unmet in batches(await self._store.unseen(self._run), CONFIRMED_AT_ONCE):
            found = await self._source.datasets(unmet)
            held = [each for each in found if each.identifier in unmet]
            await self._put(held)
            there = {each.identifier for each in held if not _is_withdrawn(each)}
            gone += [each for each in unmet if each not in there]
        return tuple(gone)

    async def _whole(self, page: Page) -> list[Entry]:
        """The entries of a page, with the datasets of those whose stamp is another."""
        stamps = {
            each.identifier: each.stamp
            for each in page.entries
            if each.identifier is not None and each.dataset is None and each.left_out is None
        }
        known = await self._store.stamps(self._source.name, list(stamps)) if stamps else {}
        changed = {
            identifier
            for identifier, stamp in stamps.items()
            if identifier not in known or known[identifier] != stamp
        }
        if not changed:
            return list(page.entries)
        if page.whole is not None and len(changed) > ONE_BY_ONE:
            read = await page.whole()
        else:
            read = await self._source.datasets(sorted(changed))
        told = {each.identifier: each for each in read}
        # What changed and is no longer told is gone, or on another page by now.
        kept = [each for each in page.entries if each.identifier not in changed]
        return kept + [told[each] for each in sorted(changed) if each in told]

    async def _put(self, entries: Sequence[Entry]) -> None:
        for each in entries:
            self._tell(each)
            if each.identifier is None and not _is_withdrawn(each):
                self.all_identified = False
        stamps = {
            each.identifier: each.stamp
            for each in entries
            if each.identifier is not None and not _is_withdrawn(each)
        }
        datasets = [each.dataset for each in entries if each.dataset is not None]
        outcome = await self._store.put_harvested(self._run, datasets, stamps, self._cursor)
        untouched = sum(each.dataset is None and each.left_out is None for each in entries)
        self.outcome += outcome + ImportOutcome(unchanged=untouched)


def _is_withdrawn(entry: Entry) -> bool:
    """Whether the source says that it no longer publishes the dataset."""
    return isinstance(entry.left_out, ArchivedDataset)
