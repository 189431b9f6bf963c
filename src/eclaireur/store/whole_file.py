"""A file that is replaced whole, or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from eclaireur.core.errors import StoreUnavailable, system_problem

Stamp: TypeAlias = tuple[int, int, int] | None
"""What changes when a file is replaced whole; None where there is none."""


def stamp_of(place: Path) -> Stamp:
    """Tell a file from the one that replaces it. Raises StoreUnavailable."""
    try:
        state = place.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreUnavailable(place=str(place), problem=system_problem(error)) from error
    return state.st_mtime_ns, state.st_size, state.st_ino


def write_whole(place: Path, content: bytes) -> None:
    """Put a file in place of the former one. Raises StoreUnavailable."""
    try:
        with whole_file(place) as file:
            file.write(content)
    except OSError as error:
        raise StoreUnavailable(place=str(place), problem=system_problem(error)) from error


@contextmanager
def whole_file(place: Path) -> Iterator[BinaryIO]:
    """Write a file that takes the place of the former one in the end, or is not left at all.

    Raises:
        OSError: the system refuses.
    """
    with tempfile.NamedTemporaryFile(
        dir=place.parent, prefix=f".{place.name}", delete=False
    ) as file:
        beside = Path(file.name)
        try:
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            # What is left of it would take the room that others lack.
            beside.unlink()
            raise
    beside.replace(place)
