"""The catalogue's own words that a word may be a misspelling of."""

from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
LEAST_USE = 3
"""Times a word is read in the catalogue before it may correct another."""

RARE, RATIO = 20, 30
"""A word read fewer times may be a misspelling of one read that many times more."""

BEST = 3


class Spelling:
    """A catalogue's words, ready to be compared."""

    def __init__(self, forms: dict[str, int]) -> None:
        self._counts = forms
        kept = [
            form
            for form, count in forms.items()
            if count >= LEAST_USE and len(form) >= SHORTEST and form.isalpha()
        ]
        self._forms = np.array(kept, dtype=object)
        self._lengths = np.array([len(form) for form in kept], np.int16)
        self._letters = np.array([_letters(form) for form in kept], np.uint64)

    def corrections(self, word: str) -> list[tuple[str, float]]:
        """What the word may stand for, best first, each with a weight up to 0.9."""
        count = self._read(word)
        if len(word) < SHORTEST or not word.isalpha() or count >= RARE:
            return []
        farthest = 1 if len(word) < 6 or count else 2
        near = self._forms[self._near(word, farthest)]
        found = process.extract(
            word, near, scorer=OSA.distance, processor=None, score_cutoff=farthest, limit=None
        )
        costs = sorted(
            (distance + 0.5 * (form[0] != word[0]) - 0.25 * log(self._counts[form]), form)
            for form, distance, _ in found
            if form != word and self._counts[form] > count * RATIO
        )[:BEST]
        return [
            (form, round(0.9 - 0.25 * (cost - costs[0][0]), 2))
            for cost, form in costs
            if cost < costs[0][0] + 1.5
        ]

    def _read(self, word: str) -> int:
        """Times that the catalogue says a word, in the singular or the plural."""
        singular = word.removesuffix("s")
        return max(self._counts.get(each, 0) for each in (word, singular, f"{singular}s"))

    def _near(self, word: str, farthest: int) -> NDArray[np.int64]:
        """The words whose length and letters are close enough."""
        differing = np.bitwise_count(self._letters ^ np.uint64(_letters(word)))
        alike = differing <= 2 * farthest
        return np.flatnonzero(alike & (np.abs(self._lengths - len(word)) <= farthest))


def _letters(word: str) -> int:
    """Which letters a word has, one bit each."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 61)
    return mask
