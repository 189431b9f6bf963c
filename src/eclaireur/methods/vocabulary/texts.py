"""Lists of texts, in arrays: each text is kept once."""

from array import array
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from eclaireur.methods.vocabulary.ragged import Numbers, Ragged


class Texts(NamedTuple):
    """Some texts for each of many rows."""

    distinct: list[str]
    """Every text that a row holds, in order."""
    rows: Ragged
    """Of each row, the places of its texts in `distinct`."""

    @staticmethod
    def of(lists: Iterable[Iterable[str]]) -> "Texts":
        """Keep the texts of each list."""
        places: dict[str, int] = {}
        items, ends = array("q"), array("q", [0])
        for texts in lists:
            items.extend([places.setdefault(each, len(places)) for each in texts])
            ends.append(len(items))
        return _in_order(list(places), Ragged(_numbers(ends), _numbers(items)))

    def chosen(self, rows: Numbers) -> "Texts":
        """Those of some rows."""
        return _in_order(self.distinct, self.rows.chosen(rows))

    def followed_by(self, other: "Texts") -> "Texts":
        """Those of these rows, then those of others."""
        items = other.rows.items + len(self.distinct)
        rows = self.rows.followed_by(Ragged(other.rows.offsets, items))
        return _in_order([*self.distinct, *other.distinct], rows)

    def counts(self) -> Numbers:
        """How often each of the distinct texts comes."""
        return np.bincount(self.rows.items, minlength=len(self.distinct))


def _in_order(distinct: list[str], rows: Ragged) -> Texts:
    """The same rows, whatever else was kept before, in whatever order."""
    used = np.unique(rows.items)
    held = [distinct[each] for each in used]
    ordered = sorted(set(held))
    order = {text: place for place, text in enumerate(ordered)}
    places = np.zeros(len(distinct), np.int64)
    places[used] = [order[each] for each in held]
    return Texts(ordered, Ragged(rows.offsets, places[rows.items]))


def _numbers(items: "array[int]") -> Numbers:
    return np.frombuffer(items, np.int64) if items else np.empty(0, np.int64)
