"""Lists of numbers of any length, kept end to end in one array."""

from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Ragged(NamedTuple):
    """Many lists of numbers."""

    offsets: Numbers
    """Where each list begins, and where the last one ends."""
    items: Numbers

    @classmethod
    def grouped(cls, owners: Numbers, items: Numbers, size: int) -> Self:
        """Give each item to its owner, a number under `size`; their order is kept."""
        order = np.argsort(owners, kind="stable")
        counts = np.bincount(owners, minlength=size)
        return cls(np.concatenate([[0], np.cumsum(counts)]), items[order])

    def list(self, number: int) -> Numbers:
        """The items of one list."""
        return self.items[self.offsets[number] : self.offsets[number + 1]]

    def lengths(self) -> Numbers:
        """How many items each list holds."""
        return np.diff(self.offsets)

    def owners(self) -> Numbers:
        """The list that each item is of."""
        return np.repeat(np.arange(len(self.offsets) - 1), self.lengths())

    def gathered(self, chosen: Numbers) -> tuple[Numbers, Numbers]:
        """Where the items of several lists are, and the place in `chosen` of each one's list."""
        starts = self.offsets[chosen]
        lengths = self.offsets[chosen + 1] - starts
        ends = np.cumsum(lengths)
        places = np.repeat(np.arange(len(chosen)), lengths)
        where = np.arange(len(places)) + (starts - ends + lengths)[places]
        return where, places
