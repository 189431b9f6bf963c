"""What a dataset and a query have to do with one another, in figures."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eclaireur.search.reading import Query, Term, form_of, root
from eclaireur.search.records import (
    DESCRIPTION,
    EVERYWHERE,
    LABELS,
    ONCE,
    PUBLISHER,
    TITLE,
    Bits,
    Floats,
    Forms,
    Ints,
    Records,
    word_weights,
)
from eclaireur.search.spelling import Spelling
from eclaireur.search.word_table import word_table
from eclaireur.text.words import EMPTY_WORDS, words

FEATURES = (
    "headline",
    "publisher",
    "description",
    "anywhere",
    "headline_near",
    "anywhere_near",
    "whole",
    "title_share",
    "following",
    "form",
    "emphasis",
    "meaning",
    "views",
    "downloads",
    "reuses",
    "followers",
    "publisher_views",
    "publisher_mean",
    "alike",
    "quality",
    "national",
    "age",
)
"""The columns of `Reader.features`.

The first six are shares of what the query says, its rare words counting more: said by title,
keywords and acronym, by the publisher's name, by the description, by any of them; then, words near
in meaning counting too. `whole`: all of it is said. `title_share`: how much of the title the query
says. `following`: how many of its words follow one another in the title, as typed but for the
plural and for words such as articles. `form`: the share that title, keywords and acronym say as
typed, but for the plural.
`emphasis`: how often the description says its words, against its length (BM25).
"""

COVERAGE = FEATURES[: FEATURES.index("whole")]
"""Those that are known of the whole catalogue at once."""

_SAYING = (
    (TITLE | LABELS, False),
    (PUBLISHER, False),
    (DESCRIPTION, False),
    (EVERYWHERE, False),
    (TITLE | LABELS, True),
    (EVERYWHERE, True),
)
"""For each of `COVERAGE`, the fields that count, and whether words near in meaning do."""

_ANYWHERE = COVERAGE.index("anywhere")

WHOLE = 0.899
"""All is said, but for what a corrected spelling loses."""

NEAR = 25
"""Words of the catalogue taken as near in meaning to one of the query."""
LEAST_NEARNESS = 0.5
NEARNESS_LOST = 0.2
PART = 0.7
"""What a match on the letters or the figures of a word counts."""
MOST_RARE = 8.0
"""What a word counts that the catalogue lacks, against the rarity of those it has."""


SATURATION, LENGTH = 1.2, 0.75
"""BM25's usual k1 and b."""


_EMPTY_STEMS = frozenset(root(each.stem) for each in words(" ".join(EMPTY_WORDS)))


class Sense(NamedTuple):
    """A word of a query, and the catalogue's words that may answer it."""

    word: str
    rarity: float
    stems: dict[int, float]
    """As typed or corrected, with their weights."""
    near: dict[int, float]
    """Near in meaning."""
    forms: Forms
    """Those of the word and, if the catalogue lacks it, of its correction."""
    typed: int | None
    """The stem as typed, if the catalogue has it."""
    correction: str | None


class Said(NamedTuple):
    """Rows that say some stems, in what fields, and what each of these counts."""

    rows: Ints
    fields: Bits
    worth: Floats


class Reader:
    """Reads queries against the words of a catalogue."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._spelling = Spelling(records.forms)
        table = word_table()
        kept = [
            place
            for stem, place in records.places.items()
            if records.headline_counts[place] >= 2 and stem in table.rows
        ]
        self._near_stems = np.array(kept, np.int64)
        self._near_vectors = table.of([records.stems[place] for place in kept])
        self.statics = records.statics
        self._meanings = records.vectors
        self._empty = np.zeros(len(records.stems), np.bool_)
        self._empty[[records.places[s] for s in _EMPTY_STEMS if s in records.places]] = True

    def senses(self, query: Query) -> list[Sense]:
        """What the words of a query may stand for in this catalogue."""
        vectors = word_table().of([term.stem for term in query.terms])
        nearness = np.ascontiguousarray((self._near_vectors @ vectors.T).T)
        return [self._sense(*each) for each in zip(query.terms, nearness, strict=True)]

    def _sense(self, term: Term, nearness: Floats) -> Sense:
        records, places = self._records, self._records.places
        stems: dict[int, float] = {}
        if (known := places.get(term.stem)) is not None:
            stems[known] = 1.0
        correction = None
        for form, weight in self._spelling.corrections(term.word):
            place = places.get(read_stem(form))
            if place is not None and place not in stems:
                stems[place] = weight * (0.85 if known is not None else 1.0)
                correction = correction or form
        for part in term.parts:
            if part in places:
                stems.setdefault(places[part], PART)
        near: dict[int, float] = {}
        close = np.flatnonzero(nearness > LEAST_NEARNESS)
        for at in close[np.argsort(-nearness[close])][:NEAR]:
            place = int(self._near_stems[at])
            if place not in stems:
                near[place] = float(nearness[at]) - NEARNESS_LOST
        rarity = float(records.rarity[next(iter(stems))]) if stems else MOST_RARE
        written = [term.word] if known is not None else [term.word, correction or term.word]
        forms = np.array([form_of(each) for each in written], np.uint32)
        return Sense(term.word, rarity, stems, near, forms, known, correction)

    def coverage(self, senses: Sequence[Sense]) -> Floats:
        """What each dataset of the catalogue says of the query: a row for each of `COVERAGE`."""
        records = self._records
        weights = _shares(senses)
        covered = np.zeros((len(COVERAGE), len(records.identifiers)), np.float32)
        best = np.zeros(covered.shape[1], np.float32)
        for sense, weight in zip(senses, weights, strict=True):
            exact = self._said(sense.stems)
            near = self._said(sense.near)
            either = Said(
                np.concatenate([near.rows, exact.rows]),
                np.concatenate([near.fields, exact.fields]),
                np.concatenate([near.worth, exact.worth]),
            )
            for place, (bits, with_near) in enumerate(_SAYING):
                said = either if with_near else exact
                rows, worth = said.rows, said.worth
                if bits != EVERYWHERE:
                    chosen = np.flatnonzero(said.fields & bits)
                    rows, worth = rows[chosen], worth[chosen]
                if not with_near and len(sense.stems) == 1:
                    covered[place][rows] += weight * worth
                else:
                    # A row that comes more than once keeps what is written last, the best.
                    best[rows] = worth
                    covered[place][rows] += weight * best[rows]
        return covered

    def _said(self, stems: Mapping[int, float]) -> "Said":
        """Where some stems are said, in the order of their weights."""
        ordered = sorted(stems.items(), key=itemgetter(1))
        found = [self._records.postings(stem) for stem, _ in ordered]
        sizes = [len(rows) for rows, _ in found]
        return Said(
            np.concatenate([np.zeros(0, np.int64), *(rows for rows, _ in found)]),
            np.concatenate([np.zeros(0, np.uint8), *(fields for _, fields in found)]),
            np.repeat(np.array([worth for _, worth in ordered], np.float32), sizes),
        )

    def features(self, senses: Sequence[Sense], covered: Floats, rows: Ints) -> Floats:
        """A row for each of some datasets, in the columns of `FEATURES`."""
        records = self._records
        said = covered[:, rows].T
        places, stems, forms = records.titles_among(rows)
        rarity = records.rarity[stems]
        total = np.bincount(places, rarity, minlength=len(rows))
        answering = np.zeros(len(stems), np.bool_)
        for stem in {stem for sense in senses for stem in sense.stems}:
            answering |= stems == stem
        shared = np.bincount(places, rarity * answering, minlength=len(rows))
        title_share = shared / np.maximum(total, 1e-6)
        telling = ~self._empty[stems]
        return np.column_stack(
            [
                said,
                said[:, _ANYWHERE] > WHOLE,
                title_share,
                _following(senses, places[telling], forms[telling], len(rows)),
                self._form(senses, rows, places, forms),
                self._emphasis(senses, rows),
                self.nearness(senses, rows),
                self.statics[rows],
            ]
        ).astype(np.float32)

    def _form(self, senses: Sequence[Sense], rows: Ints, places: Ints, forms: Forms) -> Floats:
        """The share of the query that headlines say as typed; titles' forms are given."""
        labelled, labels = self._records.labels_among(rows)
        places, forms = np.concatenate([places, labelled]), np.concatenate([forms, labels])
        total = np.zeros(len(rows), np.float32)
        for sense, weight in zip(senses, _shares(senses), strict=True):
            saying = np.zeros(len(rows), np.bool_)
            saying[places[_is_one_of(forms, sense.forms)]] = True
            total += weight * saying
        return total

    def _emphasis(self, senses: Sequence[Sense], rows: Ints) -> Floats:
        total = np.zeros(len(rows), np.float32)
        usual = SATURATION * (1 - LENGTH + LENGTH * self._records.wordiness[rows])
        for sense, weight in zip(senses, _shares(senses), strict=True):
            best = np.zeros_like(total)
            for stem, worth in sense.stems.items():
                times = self._records.fields_of(stem, rows) // ONCE
                best = np.maximum(best, worth * (SATURATION + 1) * times / (times + usual))
            total += weight * best
        return total

    def nearness(self, senses: Sequence[Sense], rows: Ints) -> Floats:
        """How close in meaning some datasets are to the query."""
        return self._meanings.take(rows, axis=0) @ self._meaning(senses)

    def _meaning(self, senses: Sequence[Sense]) -> Floats:
        stems = [
            self._records.stems[next(iter(each.stems))] if each.stems else each.word
            for each in senses
        ]
        total = word_weights(stems) @ word_table().of(stems)
        length = float(np.linalg.norm(total))
        return total / length if length else total


def _shares(senses: Sequence[Sense]) -> Floats:
    """What each word counts in a query, rare ones more."""
    weights = np.array([each.rarity for each in senses], np.float32)
    return weights / np.float32(max(float(weights.sum()), 1e-6))


def _following(senses: Sequence[Sense], places: Ints, forms: Forms, count: int) -> Floats:
    """The share of the query's pairs of words that follow one another in each title."""
    total = np.zeros(count, np.float32)
    pairs = list(pairwise(_is_one_of(forms, each.forms) for each in senses))
    for one, other in pairs:
        pair = one[:-1] & other[1:]
        found = places[:-1][pair & (places[:-1] == places[1:])]
        total[found] += 1 / len(pairs)
    return np.minimum(total, 1)


def _is_one_of(forms: Forms, sought: Forms) -> NDArray[np.bool_]:
    """Which forms are among the few of a word."""
    found = np.zeros(len(forms), np.bool_)
    for each in sought:
        found |= forms == each
    return found


def read_stem(form: str) -> str:
    """The stem of a folded word."""
    return root(words(form)[0].stem)
