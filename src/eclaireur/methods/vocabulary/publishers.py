"""The publishers of a catalogue: their datasets, and their habits."""

from collections.abc import Sequence

import numpy as np

from eclaireur.methods.vocabulary.ragged import Numbers, Ragged


class Publishers:
    """Who publishes what. A dataset without a publisher is alone, under an empty name."""

    def __init__(self, names: Sequence[str], carried: Ragged, size: int) -> None:
        """Count.

        Args:
            names: the publisher of each dataset.
            carried: the keywords of each dataset, as numbers.
            size: how many keywords there are.
        """
        # No publisher is no habit: such a dataset is alone.
        alone = ((name,) if name else (name, row) for row, name in enumerate(names))
        numbers: dict[tuple[object, ...], int] = {}
        self.of_rows = np.array([numbers.setdefault(e, len(numbers)) for e in alone], np.int64)
        """The publisher of each dataset, as a number."""
        self.numbers = {str(each[0]): number for each, number in numbers.items() if each[0]}
        self.rows = Ragged.grouped(self.of_rows, np.arange(len(names)), len(numbers))
        """The datasets of each."""
        apart = max(1, size)
        uses, self._counts = np.unique(
            self.of_rows[carried.owners()] * apart + carried.items, return_counts=True
        )
        self._habits = Ragged.grouped(uses // apart, uses % apart, len(numbers))
        self.users = np.bincount(uses % apart, minlength=size)
        """How many publishers use each keyword."""

    def habits(self, publisher: int) -> tuple[Numbers, Numbers]:
        """The keywords that a publisher uses, in order, each with its number of datasets."""
        start, end = self._habits.offsets[publisher : publisher + 2]
        return self._habits.items[start:end], self._counts[start:end]
