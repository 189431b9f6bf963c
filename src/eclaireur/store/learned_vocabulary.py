"""What the catalogue teaches of its keywords, kept in a file so that it is read once.

The file is derived, as the index of search is: it is made again when it is missing, damaged, of
another version, or ahead of the catalogue. Whoever opens it reads what changed since, one process
at a time. It is replaced whole: a process that dies, or opens it meanwhile, leaves or finds a
whole one.
"""

import asyncio
from pathlib import Path

from filelock import AsyncFileLock

from eclaireur.core.errors import StoreUnavailable, system_problem
from eclaireur.core.ports import KeywordUse, Store
from eclaireur.core.uninterrupted import uninterrupted
from eclaireur.methods.vocabulary import PortalVocabulary, Readings, UnusableReadings
from eclaireur.store.whole_file import whole_file


class LearnedVocabulary:
    """The vocabulary of the portal, as its catalogue stands."""

    def __init__(self, directory: Path, store: Store) -> None:
        self._directory = directory
        self._place = directory / "readings.npz"
        self._lock = AsyncFileLock(directory / "lock", thread_local=False)
        self._store = store
        self._turn = asyncio.Lock()
        self._learned: tuple[int, PortalVocabulary] | None = None

    async def current(self) -> PortalVocabulary:
        """Return what the catalogue teaches as it stands.

        Raises:
            StoreUnavailable: the catalogue cannot be read, or the file written.
        """
        async with self._turn:
            sequence = await self._store.catalogue_sequence()
            if self._learned is None or self._learned[0] != sequence:
                readings = await self._caught_up()
                # It takes a second on a large catalogue, and others are being answered.
                vocabulary = await asyncio.to_thread(PortalVocabulary, readings)
                self._learned = readings.sequence, vocabulary
            return self._learned[1]

    async def readings(self) -> Readings:
        """Return what was read of the catalogue as it stands. Raises StoreUnavailable."""
        async with self._turn:
            return await self._caught_up()

    async def catch_up(self) -> None:
        """Read what changed in the catalogue, so that nobody waits for it later.

        Raises:
            StoreUnavailable: the catalogue cannot be read, or the file written.
        """
        await self.readings()

    async def _caught_up(self) -> Readings:
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            async with self._lock:
                kept = await uninterrupted(asyncio.to_thread(self._kept))
                readings = await self._followed(kept)
                if readings is not kept:
                    await uninterrupted(asyncio.to_thread(self._keep, readings))
                return readings
        except OSError as error:
            raise StoreUnavailable(place=str(self._place), problem=system_problem(error)) from error

    async def _followed(self, kept: Readings | None) -> Readings:
        """What was read, with what changed in the catalogue since."""
        sequence = await self._store.catalogue_sequence()
        if kept is None or kept.sequence > sequence:
            uses = [use async for use in self._store.keyword_uses()]
            return await uninterrupted(asyncio.to_thread(Readings.of, uses, sequence))
        if kept.sequence == sequence:
            return kept
        changed, gone = [], []
        async for change in self._store.changes_since(kept.sequence):
            sequence = max(sequence, change.sequence)
            if change.dataset is None:
                gone.append(change.identifier)
            else:
                changed.append(KeywordUse.of(change.dataset))
        work = asyncio.to_thread(kept.with_changes, changed, gone, sequence)
        return await uninterrupted(work)

    def _kept(self) -> Readings | None:
        """What the file holds, if it can be used."""
        try:
            with self._place.open("rb") as file:
                return Readings.read(file)
        except (FileNotFoundError, UnusableReadings):
            return None

    def _keep(self, readings: Readings) -> None:
        with whole_file(self._place) as file:
            readings.write(file)
