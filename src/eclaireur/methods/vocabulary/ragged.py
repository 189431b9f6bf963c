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

    def lengths_of(self, chosen: Numbers) -> Numbers:
        """How many items some of the lists hold."""
        return self.offsets[chosen + 1] - self.offsets[chosen]

    def chosen(self, chosen: Numbers) -> Self:
        """Some of the lists."""
        where, _ = self.gathered(chosen)
        ends = np.cumsum(self.lengths_of(chosen))
        return type(self)(np.concatenate([[0], ends]), self.items[where])

    def followed_by(self, other: Self) -> Self:
        """These lists, then others."""
        offsets = np.concatenate([self.offsets, self.offsets[-1] + other.offsets[1:]])
        return type(self)(offsets, np.concatenate([self.items, other.items]))

    def is_sound(self, lists: int, size: int) -> bool:
        """Whether it holds so many lists of numbers under `size`."""
        return bool(
            self.offsets.shape == (lists + 1,)
            and self.items.ndim == 1
            and self.offsets[0] == 0
            and self.offsets[-1] == len(self.items)
            and (np.diff(self.offsets) >= 0).all()
            and (self.items >= 0).all()
            and (self.items < size).all()
        )

    def owners(self) -> Numbers:
        """The list that each item is of."""
        return np.repeat(np.arange(len(self.offsets) - 1), self.lengths())

    def gathered(self, chosen: Numbers) -> tuple[Numbers, Numbers]:
        """Where the items of several lists are, and the place in `chosen` of each one's list."""
        starts = self.offsets[chosen]
        lengths = self.lengths_of(chosen)
        ends = np.cumsum(lengths)
        places = np.repeat(np.arange(len(chosen)), lengths)
        where = np.arange(len(places)) + (starts - ends + lengths)[places]
        return where, places
