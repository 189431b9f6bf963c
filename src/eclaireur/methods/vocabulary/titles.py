"""The titles of a catalogue, as an index that says how near each is to some words."""

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from eclaireur.text.words import EMPTY_WORDS, Word, words

_SHORTEST_PLURAL = 3

Similarities = NDArray[np.float32]


def content_words(text: str) -> list[Word]:
    """The words of a text, but for empty words and single letters."""
    return [w for w in words(text) if len(w.folded) > 1 and w.folded not in EMPTY_WORDS]


def subject_stems(found: Iterable[Word]) -> list[str]:
    """The stems by which titles are compared: two with the same year are not alike for that."""
    return [word.stem for word in found if not word.folded.isdigit()]


def singular(word: str) -> str:
    """A folded word without the mark of its plural: `canaux` and `canal` give the same.

    A stem is too short to tell that two words are one: those of `arrêts` and `arrêtés` are
    the same.
    """
    if len(word) <= _SHORTEST_PLURAL or word[-1] not in "sx":
        return word
    if word.endswith("aux") and not word.endswith("eaux"):
        return f"{word[:-3]}al"
    return word[:-1]


class TitleIndex:
    """TF-IDF vectors of titles, kept by word; the similarity is the cosine."""

    def __init__(self, titles: Iterable[str]) -> None:
        postings: dict[str, list[int]] = {}
        counts: dict[str, list[int]] = {}
        self._size = 0
        for row, title in enumerate(titles):
            for stem, count in Counter(subject_stems(content_words(title))).items():
                postings.setdefault(stem, []).append(row)
                counts.setdefault(stem, []).append(count)
            self._size = row + 1
        self._rarity = {
            stem: float(np.log((self._size + 1) / len(rows))) for stem, rows in postings.items()
        }
        self._rows = {stem: np.array(rows, np.int32) for stem, rows in postings.items()}
        self._weights = {
            stem: ((1 + np.log(np.array(each))) * self._rarity[stem]).astype(np.float32)
            for stem, each in counts.items()
        }
        self._normalise()

    def _normalise(self) -> None:
        squares = np.zeros(self._size, np.float32)
        for stem, rows in self._rows.items():
            squares[rows] += self._weights[stem] ** 2
        norms = np.sqrt(squares)
        for stem, rows in self._rows.items():
            self._weights[stem] /= norms[rows]

    def similarities(self, frequencies: Mapping[str, float]) -> Similarities:
        """How near each title is, from 0 to 1, to stems of given frequencies."""
        found = np.zeros(self._size, np.float32)
        square = 0.0
        for stem, frequency in frequencies.items():
            if (rows := self._rows.get(stem)) is not None:
                weight = frequency * self._rarity[stem]
                square += weight * weight
                found[rows] += np.float32(weight) * self._weights[stem]
        return found / np.float32(np.sqrt(square)) if square else found

    def __contains__(self, stem: str) -> bool:
        return stem in self._rows
