"""What speaks for each keyword of the portal that may suit a dataset, as a ranker weighs it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eclaireur.methods.vocabulary.neighbourhood import Nearest, Neighbourhood
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.ragged import Numbers
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.terms import Term, known_terms

FEATURES = (
    *("vote", "close_vote", "sibling_vote", "other_vote", "best", "other_best", "rank", "voters"),
    *("habit", "habit_count", "siblings"),
    *("bearers", "users", "bearers_a_user", "in_title", "in_opening", "in_description", "position"),
    *("words", "general", "named", "around", "nearest", "length"),
)
"""The columns, in order. A ranker that was learned with others cannot be used."""

_LENT = 70
_CLOSE = 10
_LEAST_HABIT = 1 / 3
_FEWEST_SIBLINGS = 2
# The weight of neighbours that would say nothing: a few weak ones cannot be sure of anything.
_DOUBT = 0.05
_UNSAID = 5_000
_LONGEST_NAME = 5
_LOWEST_RANK = 99
_DESCRIPTION_AT = 500

Values = NDArray[np.float64]


class Evidences(NamedTuple):
    """Keywords of the portal, and what speaks for each."""

    keywords: Numbers
    matrix: NDArray[np.float32]
    """One row a keyword, one column for each of `FEATURES`."""
    terms: Mapping[int, Term]
    """Where the text holds those that it holds."""

    def column(self, feature: str) -> NDArray[np.float32]:
        """One feature of every keyword."""
        column: NDArray[np.float32] = self.matrix[:, FEATURES.index(feature)]
        return column


def evidences(
    vocabulary: PortalVocabulary, neighbourhood: Neighbourhood, source: Source
) -> Evidences:
    """The keywords that near datasets, the publisher or the text suggest."""
    votes = _Votes(vocabulary, neighbourhood)
    terms = _said(vocabulary, neighbourhood, source)
    around = _around(vocabulary, source)
    habits, counts = neighbourhood.habits()
    if neighbourhood.siblings < _FEWEST_SIBLINGS:
        habits = habits[:0]
    else:
        habits = habits[counts >= neighbourhood.siblings * _LEAST_HABIT]
    named = (neighbourhood.commonest(key) for key in around)
    also = [*terms, *(each for each in named if each is not None)]
    keywords = np.unique(np.concatenate([votes.likeliest(_LENT), habits, np.array(also, np.int64)]))
    bearers = neighbourhood.counts(keywords)
    keywords, bearers = keywords[bearers > 0], np.log1p(bearers[bearers > 0])
    users = np.log1p(neighbourhood.users(keywords))
    held = [terms.get(each) for each in keywords.tolist()]
    keys = [vocabulary.keys[each] for each in keywords]
    columns = [
        *votes.columns(keywords),
        neighbourhood.habit_shares(keywords),
        neighbourhood.habit_counts(keywords),
        np.full(len(keywords), neighbourhood.siblings),
        *(bearers, users, bearers - users),
        [each.in_title if each else 0 for each in held],
        [each.in_opening if each else 0 for each in held],
        [each.in_description if each else 0 for each in held],
        [_position(each) for each in held],
        [1 + key.count(" ") for key in keys],
        vocabulary.general[keywords],
        [each in vocabulary.named for each in keywords.tolist()],
        [key in around for key in keys],
        np.full(len(keywords), votes.nearest),
        np.full(len(keywords), len(source.texts["description"])),
    ]
    return Evidences(keywords, np.array(columns, np.float32).T.reshape(-1, len(FEATURES)), terms)


class _Votes:
    """How the nearest datasets vote.

    Those of one publisher are often made from one template: each weighs less than the one
    before, so that none decides alone.
    """

    def __init__(self, vocabulary: PortalVocabulary, neighbourhood: Neighbourhood) -> None:
        rows, similarities = neighbourhood.nearest
        where, self._dataset = vocabulary.carried.gathered(rows)
        self._keywords, self._keyword = np.unique(
            vocabulary.carried.items[where], return_inverse=True
        )
        owners = vocabulary.publishers.of_rows[rows]
        ours = np.zeros(len(rows), np.bool_)
        if neighbourhood.publisher is not None:
            ours = owners == neighbourhood.publisher
        weights = _damped(neighbourhood.nearest, owners)
        self._columns = (
            self._vote(weights),
            self._vote(weights * (np.arange(len(rows)) < _CLOSE)),
            self._vote(similarities**2 * ours),
            self._vote(weights * ~ours),
            self._best(similarities),
            self._best(similarities * ~ours),
            self._rank(),
            self._voters(owners),
        )
        self.nearest = float(similarities[0]) if len(rows) else 0.0
        """How near the nearest dataset is."""

    def likeliest(self, number: int) -> Numbers:
        """The keywords that most speaks for."""
        best = np.argsort(-(self._columns[0] + self._columns[3]), kind="stable")
        return self._keywords[best[:number]]

    def columns(self, keywords: Numbers) -> Iterator[Values]:
        """The votes for each keyword, in the order of `FEATURES`."""
        size = len(self._keywords)
        places = np.searchsorted(self._keywords, keywords)
        known = places < size
        known[known] = self._keywords[places[known]] == keywords[known]
        for column, absent in zip(self._columns, (*[0.0] * 6, _LOWEST_RANK, 0.0), strict=True):
            values = np.full(len(keywords), absent)
            values[known] = column[places[known]]
            yield values

    def _vote(self, weights: Values) -> Values:
        votes = np.bincount(self._keyword, weights[self._dataset], len(self._keywords))
        shares: Values = votes / (weights.sum() + _DOUBT)
        return shares

    def _best(self, similarities: Values) -> Values:
        best = np.zeros(len(self._keywords))
        np.maximum.at(best, self._keyword, similarities[self._dataset])
        return best

    def _rank(self) -> Values:
        rank = np.full(len(self._keywords), float(_LOWEST_RANK))
        np.minimum.at(rank, self._keyword, self._dataset.astype(np.float64))
        return rank

    def _voters(self, owners: Numbers) -> Values:
        """How many publishers vote for each keyword."""
        apart = int(owners.max(initial=0)) + 1
        votes = np.unique(self._keyword * apart + owners[self._dataset])
        return np.bincount(votes // apart, minlength=len(self._keywords)).astype(np.float64)


def _damped(nearest: Nearest, owners: Numbers) -> Values:
    """The weight of each dataset: less than that of those of its publisher that are nearer."""
    order = np.argsort(owners, kind="stable")
    ordered = owners[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    heard = np.empty(len(owners), np.int64)
    heard[order] = np.arange(len(owners)) - np.repeat(starts, np.diff(starts, append=len(owners)))
    damped: Values = nearest.similarities**2 / (1 + heard)
    return damped


def _said(
    vocabulary: PortalVocabulary, neighbourhood: Neighbourhood, source: Source
) -> dict[int, Term]:
    """The keywords that the text holds, in their commonest spelling."""
    found = known_terms(source, vocabulary)
    spelt = {neighbourhood.commonest(key): term for key, term in found.items()}
    variants = (
        (number, term) for key, term in found.items() for number in vocabulary.spellings[key]
    )
    common = {number: term for number, term in spelt.items() if number is not None}
    return common | dict(variants)


def _around(vocabulary: PortalVocabulary, source: Source) -> set[str]:
    """The keys that the names of the publisher, the acronym and the territory hold."""
    return {
        " ".join(named[first : first + size])
        for named in source.around()
        for first in range(len(named))
        for size in range(1, _LONGEST_NAME + 1)
        if first + size <= len(named)
        and " ".join(named[first : first + size]) in vocabulary.spellings
    }


def _position(term: Term | None) -> int:
    if term is None:
        return _UNSAID
    return term.place.start + (_DESCRIPTION_AT if term.place.field == "description" else 0)
