"""The publishers of a catalogue: their datasets, and their habits."""

from collections.abc import Sequence

import numpy as np

from eclaireur.methods.vocabulary.ragged import Numbers, Ragged


class Publishers:
    """Who publishes what. A dataset without a publisher is alone, under an empty name."""

    def __init__(self, names: Sequence[str], of_rows: Numbers, carried: Ragged, size: int) -> None:
        """Count.

        Args:
            names: the name of each publisher.
            of_rows: the publisher of each dataset, as a number.
            carried: the keywords of each dataset, as numbers.
            size: how many keywords there are.
        """
        self.of_rows = of_rows
        self.numbers = {name: number for number, name in enumerate(names) if name}
        self.rows = Ragged.grouped(of_rows, np.arange(len(of_rows)), len(names))
        """The datasets of each."""
        apart = max(1, size)
        uses, self._counts = np.unique(
            of_rows[carried.owners()] * apart + carried.items, return_counts=True
        )
        self._habits = Ragged.grouped(uses // apart, uses % apart, len(names))
        self.users = np.bincount(uses % apart, minlength=size)
        """How many publishers use each keyword."""

    def habits(self, publisher: int) -> tuple[Numbers, Numbers]:
        """The keywords that a publisher uses, in order, each with its number of datasets."""
        start, end = self._habits.offsets[publisher : publisher + 2]
        return self._habits.items[start:end], self._counts[start:end]
