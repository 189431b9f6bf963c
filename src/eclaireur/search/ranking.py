"""How what was found is put in order: weights learned on queries whose answer is known."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from eclaireur.core.ports import WhyFound
from eclaireur.search.features import FEATURES, NEARNESS_LOST, Sense
from eclaireur.search.records import DESCRIPTION, LABELS, PUBLISHER, TITLE, Floats, Ints, Records
from eclaireur.text.words import EMPTY_WORDS

POPULARITY = ("views", "downloads", "reuses", "followers", "publisher_views", "publisher_mean")
"""The features that tell how much a dataset is used: an operator may make them count less."""

ALIKE = FEATURES.index("alike")

MUCH_USED = 5_000
"""Views from which a dataset is said to be much used."""

SURE, MERGED = 0.65, 0.95
"""The cosines between which a word of a title, a keyword or an acronym is said to mean another.

Read on results of real queries: of the words that come from 0.65 on, two in three are of much the
same meaning; between 0.60 and 0.65, four in ten. Words closer than 0.95 are mostly rare ones that
the makers of the vectors gave a vector in common, or names of one kind: two towns, two months.
"""


@cache
def _weights() -> Mapping[str, Floats]:
    """By kind of query, the weight of each feature. `tools.search_weights` writes them."""
    held = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    return {
        kind: np.array([held[kind][name] for name in FEATURES], np.float32)
        for kind in ("words", "question")
    }


class Ranking:
    """The weights of one kind of query."""

    def __init__(self, *, asks: bool, popularity: float) -> None:
        """Take the weights learned.

        Args:
            asks: whether the query is a sentence.
            popularity: what the use of a dataset counts, 1 being as learned and 0 nothing.
        """
        self.kind = (asks, popularity)
        self._weights = _weights()["question" if asks else "words"].copy()
        for name in POPULARITY:
            self._weights[FEATURES.index(name)] *= popularity

    def standing(self, statics: Floats) -> Floats:
        """What is known of each dataset before any query."""
        return np.asarray(statics @ self._weights[-statics.shape[1] :])

    def first_scores(self, covered: Floats, standing: Floats) -> Floats:
        """How well each dataset of the catalogue answers, as far as it is cheap to know."""
        return np.asarray(self._weights[: len(covered)] @ covered + standing)

    def with_meaning(self, scores: Floats, nearness: Floats) -> Floats:
        """First scores, their meanings counted in."""
        return np.asarray(scores + self._weights[_MEANING] * nearness)

    def scores(self, features: Floats) -> Floats:
        """How well each dataset answers: the higher the better, on no scale."""
        return np.asarray(features @ self._weights)


def shown(scores: Floats) -> Floats:
    """The scores between 0 and 1, for whom reads them."""
    return 1 / (1 + np.exp(-(scores - scores.max(initial=0.0)) / 2)) * 2 if len(scores) else scores


class Reasons(NamedTuple):
    """Why a dataset was found."""

    why: dict[WhyFound, list[str]]
    """Each reason with the words of the query it is about."""
    near: dict[str, str]
    """The dataset's own word for each of those found by their meaning."""


def reasons(
    records: Records, senses: Sequence[Sense], rows: Ints, features: Floats
) -> list[Reasons]:
    """Why each dataset was found."""
    told = [Reasons({}, {}) for _ in rows]
    for sense in senses:
        fields = [(stem, records.fields_of(stem, rows)) for stem in sense.stems]
        unsaid = []
        for at, (why, _) in enumerate(told):
            stem, bits = next(((stem, int(each[at])) for stem, each in fields if each[at]), (-1, 0))
            if not bits:
                unsaid.append(at)
                continue
            field = next(name for bit, name in _FIELDS.items() if bits & bit)
            why.setdefault(field, []).append(sense.word)
            if sense.correction and stem != sense.typed:
                why.setdefault(WhyFound.SPELLING, []).append(sense.word)
        for at, found in zip(unsaid, _nearest(records, sense, rows[unsaid]), strict=True):
            if found is not None:
                reason, said = found
                told[at].why.setdefault(reason, []).append(sense.word)
                told[at].near[sense.word] = said
    for each, views in zip(told, np.expm1(features[:, _VIEWS]), strict=True):
        _leave_out_noise(each)
        if views >= MUCH_USED:
            each.why[WhyFound.USAGE] = []
    return told


def _leave_out_noise(told: Reasons) -> None:
    """Say that what was found is distant only where nothing better can be said."""
    if len(told.why) > 1:
        for word in told.why.pop(WhyFound.DISTANT, ()):
            del told.near[word]


def _nearest(records: Records, sense: Sense, rows: Ints) -> list[tuple[WhyFound, str] | None]:
    """By which of their own words, and how surely, datasets come near a word in meaning."""
    found: list[tuple[WhyFound, str] | None] = [None] * len(rows)
    # The nearest comes first, and only a surer one takes its place.
    for stem, weight in sorted(sense.near.items(), key=itemgetter(1), reverse=True):
        if records.spoken[stem] in EMPTY_WORDS:
            continue
        is_sure = SURE <= weight + NEARNESS_LOST < MERGED
        waiting = [
            at
            for at, each in enumerate(found)
            if each is None or (is_sure and each[0] is WhyFound.DISTANT)
        ]
        if not waiting:
            continue
        for at, bits in zip(waiting, records.fields_of(stem, rows[waiting]), strict=True):
            if bits & (TITLE | LABELS) and is_sure:
                found[at] = WhyFound.MEANING, records.spoken[stem]
            elif bits and found[at] is None:
                found[at] = WhyFound.DISTANT, records.spoken[stem]
    return found


_MEANING = FEATURES.index("meaning")
_VIEWS = FEATURES.index("views")
_FIELDS = {
    TITLE: WhyFound.TITLE,
    LABELS: WhyFound.LABELS,
    PUBLISHER: WhyFound.PUBLISHER,
    DESCRIPTION: WhyFound.DESCRIPTION,
}
