"""How what was found is put in order: weights learned on queries whose answer is known."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from eclaireur.core.ports import WhyFound
from eclaireur.search.features import FEATURES, Sense
from eclaireur.search.records import DESCRIPTION, LABELS, PUBLISHER, TITLE, Floats, Ints, Records

POPULARITY = ("views", "downloads", "reuses", "followers", "publisher_views", "publisher_mean")
"""The features that tell how much a dataset is used: an operator may make them count less."""

ALIKE = FEATURES.index("alike")

MUCH_USED = 5_000
"""Views from which a dataset is said to be much used."""


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


def reasons(
    records: Records, senses: Sequence[Sense], rows: Ints, features: Floats
) -> list[dict[WhyFound, tuple[str, ...]]]:
    """Why each dataset was found, each reason with the words of the query it is about."""
    why: list[dict[WhyFound, list[str]]] = [{} for _ in rows]
    for sense in senses:
        fields = [(stem, records.fields_of(stem, rows)) for stem in sense.stems]
        near = records.saying(sense.near)[rows]
        for at, found in enumerate(why):
            stem, bits = next(((stem, int(each[at])) for stem, each in fields if each[at]), (-1, 0))
            if bits:
                field = next(name for bit, name in _FIELDS.items() if bits & bit)
                found.setdefault(field, []).append(sense.word)
                if sense.correction and stem != sense.typed:
                    found.setdefault(WhyFound.SPELLING, []).append(sense.word)
            elif near[at]:
                found.setdefault(WhyFound.MEANING, []).append(sense.word)
    for found, views in zip(why, np.expm1(features[:, _VIEWS]), strict=True):
        if views >= MUCH_USED:
            found[WhyFound.USAGE] = []
    return [{reason: tuple(words) for reason, words in each.items()} for each in why]


_MEANING = FEATURES.index("meaning")
_VIEWS = FEATURES.index("views")
_FIELDS = {
    TITLE: WhyFound.TITLE,
    LABELS: WhyFound.LABELS,
    PUBLISHER: WhyFound.PUBLISHER,
    DESCRIPTION: WhyFound.DESCRIPTION,
}
