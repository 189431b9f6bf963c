"""What one dataset sees of the catalogue: all of it, but for its own record."""

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Bearers, DatasetReference
from eclaireur.methods.vocabulary.portal import PortalVocabulary, Rows

_NEIGHBOURS = 100
_EXAMPLES = 3
_FEWEST_SIBLINGS = 3
_SIBLINGS_WANTING = 2


class Neighbourhood:
    """The other datasets of the catalogue, by how near their subjects are.

    A record that is already in the catalogue must not be described by its own keywords:
    every count here leaves it out.
    """

    def __init__(
        self, vocabulary: PortalVocabulary, dataset: Dataset, subject: Mapping[str, float]
    ) -> None:
        self._vocabulary = vocabulary
        self._own = vocabulary.rows.get(dataset.portal_identifier)
        self._own_keywords = frozenset[str]()
        self._own_is_sibling = False
        self._siblings = 0
        self._habits = Counter[str]()
        if dataset.publisher is not None and dataset.publisher in vocabulary.habits:
            self._siblings = vocabulary.publisher_sizes[dataset.publisher]
            self._habits = vocabulary.habits[dataset.publisher]
        if self._own is not None:
            self._own_keywords = vocabulary.keywords[self._own]
            if dataset.publisher is not None:
                self._own_is_sibling = vocabulary.publishers[self._own] == dataset.publisher
            self._siblings -= self._own_is_sibling
        self._near = vocabulary.index.similarities(subject)
        if self._own is not None:
            self._near[self._own] = 0

    def nearest(self) -> Iterator[tuple[float, str | None, frozenset[str]]]:
        """The nearest datasets: similarity, at most 1, publisher and keywords, nearest first."""
        near = self._near
        size = min(_NEIGHBOURS, len(near))
        rows = np.argpartition(-near, size - 1)[:size] if size else np.empty(0, np.intp)
        for row in rows[np.lexsort((rows, -near[rows]))]:
            if near[row] > 0:
                publisher = self._vocabulary.publishers[row]
                yield float(near[row]), publisher, self._vocabulary.keywords[row]

    def count(self, keyword: str) -> int:
        """How many datasets carry a keyword."""
        return len(self._vocabulary.bearers.get(keyword, ())) - (keyword in self._own_keywords)

    def publishers(self, keyword: str) -> int:
        """How many publishers use a keyword."""
        known = self._vocabulary.publisher_counts[keyword]
        if self._own is not None and keyword in self._own_keywords:
            habits = self._vocabulary.habits[self._vocabulary.publishers[self._own]]
            known -= habits[keyword] == 1
        return known

    def habit(self, keyword: str) -> float:
        """The share of the publisher's other datasets that carry a keyword.

        It is lowered where they are few: one dataset makes no habit.
        """
        return self._habit_count(keyword) / (self._siblings + _SIBLINGS_WANTING)

    def habits(self) -> list[str]:
        """The keywords that at least a third of the publisher's other datasets carry."""
        if self._siblings < _FEWEST_SIBLINGS:
            return []
        return [
            keyword for keyword in self._habits if 3 * self._habit_count(keyword) >= self._siblings
        ]

    def commonest(self, key: str) -> str | None:
        """The spelling of a key that most datasets carry; None when none does."""
        spellings = self._vocabulary.spellings.get(key, ())
        best = max(spellings, key=lambda each: (self.count(each), each), default="")
        return best if self.count(best) else None

    def bearers(self, keyword: str) -> Bearers | None:
        """The datasets that carry a keyword, with the nearest few; None when there is none."""
        rows = self._others(keyword)
        if not len(rows):
            return None
        order = np.argsort(-self._near[rows], kind="stable")[:_EXAMPLES]
        return Bearers(count=len(rows), examples=tuple(map(self._reference, rows[order])))

    def _others(self, keyword: str) -> Rows:
        rows = self._vocabulary.bearers.get(keyword, np.empty(0, np.int32))
        return rows if self._own is None else rows[rows != self._own]

    def _reference(self, row: int) -> DatasetReference:
        identifier = self._vocabulary.identifiers[row]
        return DatasetReference(identifier=identifier, title=self._vocabulary.titles[row])

    def _habit_count(self, keyword: str) -> int:
        own = self._own_is_sibling and keyword in self._own_keywords
        return self._habits[keyword] - own
