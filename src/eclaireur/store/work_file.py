"""A long work that one process at a time does: how far it is, for whoever asks, in a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from eclaireur.core.errors import StoreUnavailable, WorkUnderWay, system_problem
from eclaireur.store.whole_file import write_whole

# Those who only ask whether it is held hold it for less.
_PATIENCE_S = 1.0


class WorkFile:
    """What the last work wrote, and a lock that the system opens when its process ends."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock_place = place.with_suffix(".lock")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Do the work, alone.

        Raises:
            WorkUnderWay: another process does it.
            StoreUnavailable: the lock cannot be written.
        """
        lock = FileLock(self._lock_place, thread_local=False)
        try:
            lock.acquire(timeout=_PATIENCE_S)
        except Timeout as error:
            raise WorkUnderWay from error
        except OSError as error:
            raise StoreUnavailable(
                place=str(self._lock_place), problem=system_problem(error)
            ) from error
        try:
            yield
        finally:
            lock.release()

    @property
    def is_held(self) -> bool:
        """Whether a process is at it. Raises StoreUnavailable."""
        if not self._lock_place.exists():
            return False
        lock = FileLock(self._lock_place, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        except OSError as error:
            raise StoreUnavailable(
                place=str(self._lock_place), problem=system_problem(error)
            ) from error
        lock.release()
        return False

    def write(self, content: str) -> None:
        """Say how far it is. Raises StoreUnavailable."""
        write_whole(self._place, content.encode())

    def read(self) -> str | None:
        """Return what was written last, if anything ever was. Raises StoreUnavailable."""
        try:
            return self._place.read_text("utf-8")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(self._place, error) from error

    @staticmethod
    def _unusable(place: Path, error: OSError) -> StoreUnavailable:
        return StoreUnavailable(place=str(place), problem=system_problem(error))
