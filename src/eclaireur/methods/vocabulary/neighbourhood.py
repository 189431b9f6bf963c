"""What one dataset sees of the catalogue: all of it, but for its own record."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Bearers, DatasetReference
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.ragged import Numbers
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.subjects import Similarities

_NEAREST = 80
_FAR = 4
_EXAMPLES = 3
# Names of publishers left out, a dataset that shares less of the subject than so much of what the
# nearest one shares is about something else.
_SHARED = 0.2
_SOMETHING = 1e-9
_SIBLINGS_WANTING = 2
# By which the number of keywords that suits a dataset is told.
_ALIKE = 10
_USUAL = 5.0


class Nearest(NamedTuple):
    """The nearest datasets, nearest first."""

    rows: Numbers
    similarities: NDArray[np.float64]
    """From 0 to 1."""


class Neighbourhood:
    """The other datasets of the catalogue, by how near they are.

    A record that is already in the catalogue must not be described by its own keywords:
    every count here leaves it out.
    """

    def __init__(
        self,
        vocabulary: PortalVocabulary,
        dataset: Dataset,
        source: Source,
        *,
        newcomer: bool = False,
    ) -> None:
        """Look around a dataset.

        Args:
            vocabulary: what the catalogue teaches.
            dataset: the dataset.
            source: its text.
            newcomer: whether to see it as the first of its publisher, all of whose datasets are
                then left out. A ranker learns from both views.
        """
        self._vocabulary = vocabulary
        publishers = vocabulary.publishers
        own = vocabulary.rows.get(dataset.portal_identifier)
        publisher = publishers.numbers.get(dataset.publisher or "")
        aside = [np.empty(0, np.int64) if own is None else np.array([own])]
        if newcomer and publisher is not None:
            aside.append(publishers.rows.list(publisher))
        self._aside = np.unique(np.concatenate(aside))
        carrying = np.count_nonzero(vocabulary.carried.lengths_of(self._aside))
        self.telling = vocabulary.telling - int(carrying)
        """How many other datasets carry keywords."""
        self._unseen, self._unseen_counts = self._carried(self._aside)
        self._hidden = dict(zip(self._unseen.tolist(), self._unseen_counts.tolist(), strict=True))
        self.publisher = None if newcomer else publisher
        """The number of its publisher, if the catalogue holds others of its datasets."""
        self._own_siblings = np.empty(0, np.int64)
        self.siblings = 0
        """How many other datasets its publisher has."""
        if self.publisher is not None:
            of_own = self._aside[publishers.of_rows[self._aside] == self.publisher]
            self._own_siblings, _ = self._carried(of_own)
            self.siblings = len(publishers.rows.list(self.publisher)) - len(of_own)
        self._near, self._about = vocabulary.index.similarities(
            source.subject(source.names_around(vocabulary.names))
        )
        self._near[self._aside] = 0
        self._about[self._aside] = 0
        self._least_shared = max(_SHARED * float(self._about.max(initial=0)), _SOMETHING)
        self.nearest = _nearest(self._near)

    def counts(self, keywords: Numbers) -> Numbers:
        """How many datasets carry each keyword."""
        unseen = _at(self._unseen, self._unseen_counts, keywords)
        return self._vocabulary.counts[keywords] - unseen

    def users(self, keywords: Numbers) -> Numbers:
        """How many publishers use each keyword."""
        publishers = self._vocabulary.publishers
        known = publishers.users[keywords]
        for publisher in np.unique(publishers.of_rows[self._aside]):
            hidden = self._aside[publishers.of_rows[self._aside] == publisher]
            used = _at(*publishers.habits(publisher), keywords)
            known = known - ((used > 0) & (used == _at(*self._carried(hidden), keywords)))
        return known

    def habits(self) -> tuple[Numbers, Numbers]:
        """The keywords of the publisher's other datasets, and on how many of them each is."""
        if self.publisher is None:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        keywords, counts = self._vocabulary.publishers.habits(self.publisher)
        return keywords, counts - np.isin(keywords, self._own_siblings)

    def habit_counts(self, keywords: Numbers) -> Numbers:
        """How many of the publisher's other datasets carry each keyword."""
        return _at(*self.habits(), keywords)

    def habit_shares(self, keywords: Numbers) -> NDArray[np.float64]:
        """The share of the publisher's other datasets that carry each keyword.

        It is lowered where they are few: one dataset makes no habit.
        """
        shares: NDArray[np.float64] = self.habit_counts(keywords) / (
            self.siblings + _SIBLINGS_WANTING
        )
        return shares

    def usual_number(self) -> float:
        """How many keywords the nearest datasets carry."""
        nearest = self.nearest.rows[:_ALIKE]
        found = self._vocabulary.carried.lengths_of(nearest)
        return float((found.sum() + _USUAL) / (len(nearest) + 1))

    def commonest(self, key: str) -> int | None:
        """The spelling of a key that most datasets carry; None when none does."""
        keywords, counts = self._vocabulary.keywords, self._vocabulary.counts
        best = max(
            (
                (int(counts[each]) - self._hidden.get(each, 0), keywords[each], each)
                for each in self._vocabulary.spellings.get(key, ())
            ),
            default=None,
        )
        return best[2] if best is not None and best[0] else None

    def shares_subject(self, keyword: int) -> bool:
        """Whether a dataset that carries a keyword is about something of the same."""
        shared = self._about[self._vocabulary.bearers.list(keyword)].max()
        return bool(shared >= self._least_shared)

    def bearers(self, keyword: int) -> Bearers | None:
        """The datasets that carry a keyword, with the nearest few; None when there is none."""
        rows = self._vocabulary.bearers.list(keyword)
        for hidden in self._aside:
            rows = rows[rows != hidden]
        if not len(rows):
            return None
        near = -self._near[rows]
        if len(rows) > _EXAMPLES:
            nearest = np.flatnonzero(near <= np.partition(near, _EXAMPLES)[_EXAMPLES])
        else:
            nearest = np.arange(len(rows))
        order = nearest[np.argsort(near[nearest], kind="stable")[:_EXAMPLES]]
        return Bearers(count=len(rows), examples=tuple(map(self._reference, rows[order])))

    def _carried(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        carried = self._vocabulary.carried
        where, _ = carried.gathered(rows)
        keywords, counts = np.unique(carried.items[where], return_counts=True)
        return keywords, counts

    def _reference(self, row: int) -> DatasetReference:
        identifier = self._vocabulary.identifiers[row]
        return DatasetReference(identifier=identifier, title=self._vocabulary.titles[row])


def _nearest(near: Similarities) -> Nearest:
    # Most datasets share a few common words, and are far.
    rows = np.flatnonzero(near > near.max(initial=0) / _FAR)
    if len(rows) < _NEAREST:
        rows = np.flatnonzero(near > 0)
    if len(rows) > _NEAREST:
        rows = rows[np.argpartition(-near[rows], _NEAREST - 1)[:_NEAREST]]
    rows = rows[np.lexsort((rows, -near[rows]))]
    return Nearest(rows, near[rows].astype(np.float64))


def _at(keys: Numbers, values: Numbers, wanted: Numbers) -> Numbers:
    """The value of each key wanted, among sorted keys; 0 for those that are not there."""
    if not len(keys):
        return np.zeros(len(wanted), np.int64)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, values[places], 0)
