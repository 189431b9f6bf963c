"""What one dataset sees of the catalogue: all of it, but for its own record."""

from collections.abc import Iterator, Mapping

import numpy as np

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Bearers, DatasetReference
from eclaireur.methods.vocabulary.portal import PortalVocabulary, Rows

_NEIGHBOURS = 40
_EXAMPLES = 3
_FEWEST_SIBLINGS = 3


class Neighbourhood:
    """The other datasets of the catalogue, by how near their titles are.

    A record that is already in the catalogue must not be described by its own keywords:
    every count here leaves it out.
    """

    def __init__(
        self, vocabulary: PortalVocabulary, dataset: Dataset, frequencies: Mapping[str, float]
    ) -> None:
        self._vocabulary = vocabulary
        self._publisher = dataset.publisher
        self._own = vocabulary.rows.get(dataset.portal_identifier)
        self._own_keywords = frozenset[str]()
        self._siblings = 0
        self._own_is_sibling = False
        if dataset.publisher is not None:
            self._siblings = vocabulary.publisher_sizes[dataset.publisher]
        if self._own is not None:
            self._own_keywords = vocabulary.keywords[self._own]
            self._own_is_sibling = vocabulary.publishers[self._own] == dataset.publisher
            self._siblings -= self._own_is_sibling
        self._near = vocabulary.index.similarities(frequencies)
        if self._own is not None:
            self._near[self._own] = 0

    def nearest(self) -> Iterator[tuple[float, frozenset[str]]]:
        """The nearest datasets that carry keywords: similarity, at most 1, and keywords."""
        near = self._near
        size = min(_NEIGHBOURS, len(near))
        for row in np.argpartition(-near, size - 1)[:size] if size else ():
            if near[row] > 0:
                yield float(near[row]), self._vocabulary.keywords[row]

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
        """The share of the publisher's other datasets that carry a keyword."""
        return self._habit_count(keyword) / self._siblings if self._siblings else 0.0

    def habits(self) -> list[str]:
        """The keywords that at least a third of the publisher's other datasets carry."""
        if self._siblings < _FEWEST_SIBLINGS:
            return []
        known = self._vocabulary.habits[self._publisher]
        return [keyword for keyword in known if 3 * self._habit_count(keyword) >= self._siblings]

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
        return self._vocabulary.habits[self._publisher][keyword] - own
