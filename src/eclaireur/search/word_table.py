"""Which French words are near one another in meaning: a static table of vectors.

`word_table.npz` is made by `tools/word_table.py`, which says from what and under which
licence. Nothing is computed by a language model, here or when the table is made.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 96


class WordTable(NamedTuple):
    """A vector of unit length for each stem."""

    rows: dict[str, int]
    vectors: NDArray[np.int8]
    """One row a stem, in steps of 1/127."""

    def of(self, stems: list[str]) -> NDArray[np.float32]:
        """The vectors of stems, one a row; zeros for those that the table lacks."""
        found = np.zeros((len(stems), DIMENSIONS), np.float32)
        known = [
            (at, row) for at, stem in enumerate(stems) if (row := self.rows.get(stem, -1)) >= 0
        ]
        if known:
            places, rows = zip(*known, strict=True)
            vectors = self.vectors[list(rows)].astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            found[list(places)] = vectors
        return found


@cache
def word_table() -> WordTable:
    """Read the table that comes with the package, once."""
    content = (files(__package__) / "word_table.npz").read_bytes()
    with np.load(BytesIO(content)) as held:
        stems = held["stems"].tobytes().decode("ascii").split("\n")
        return WordTable({stem: row for row, stem in enumerate(stems)}, held["vectors"])
