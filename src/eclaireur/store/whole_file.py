"""A file that is replaced whole, or not at all."""

import os
import tempfile
from pathlib import Path
from typing import TypeAlias

from eclaireur.core.errors import StoreUnavailable

Stamp: TypeAlias = tuple[int, int, int] | None
"""What changes when a file is replaced whole; None where there is none."""


def stamp_of(place: Path) -> Stamp:
    """Tell a file from the one that replaces it. Raises StoreUnavailable."""
    try:
        state = place.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreUnavailable(place=str(place), problem=str(error)) from error
    return state.st_mtime_ns, state.st_size, state.st_ino


def write_whole(place: Path, content: bytes) -> None:
    """Put a file in place of the former one. Raises StoreUnavailable."""
    try:
        with tempfile.NamedTemporaryFile(
            dir=place.parent, prefix=f".{place.name}", delete=False
        ) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(place)
    except OSError as error:
        raise StoreUnavailable(place=str(place), problem=str(error)) from error
