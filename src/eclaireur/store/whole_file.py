"""A file that is replaced whole, or not at all."""

import os
import tempfile
from pathlib import Path

from eclaireur.core.errors import StoreUnavailable


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
