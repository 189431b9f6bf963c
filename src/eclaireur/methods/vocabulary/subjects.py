"""What the datasets of a catalogue are about, as an index that says how near each is to others."""

import heapq
import math
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from eclaireur.methods.vocabulary.ragged import Ragged
from eclaireur.text.words import EMPTY_WORDS, Word, words

_SHORTEST_PLURAL = 3
_OPENING_WORDS = 150
_OPENING_WEIGHT = 0.3
_PUBLISHER_WEIGHT = 0.6
_OF_PUBLISHER = "@"
# The words of a text that tell it best from others: the next ones hardly change what is near,
# and take as long.
_TELLING_WORDS = 40

Similarities = NDArray[np.float32]


def content_words(text: str) -> list[Word]:
    """The words of a text, but for empty words and single letters."""
    return [w for w in words(text) if len(w.folded) > 1 and w.folded not in EMPTY_WORDS]


@lru_cache(maxsize=200_000)
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


def runs(
    clause: Sequence[Word], known: Container[str], opened: Container[str]
) -> Iterator[tuple[str, Sequence[Word]]]:
    """The runs of words of a clause whose key is known, each with its key.

    Args:
        clause: the content words between two breaks.
        known: keys, which are words in the singular.
        opened: what `openings` gives for them.
    """
    parts = [singular(word.folded) for word in clause]
    for first, key in enumerate(parts):
        for last in range(first + 1, len(clause) + 1):
            if key in known:
                yield key, clause[first:last]
            if last == len(clause) or key not in opened:
                break
            key = f"{key} {parts[last]}"  # noqa: PLW2901


def openings(keys: Iterable[str]) -> set[str]:
    """The keys that a longer one begins with."""
    parts = map(str.split, keys)
    return {" ".join(each[:size]) for each in parts for size in range(1, len(each))}


def subject(
    title: Iterable[Word], description: Iterable[Word], publisher: Iterable[Word]
) -> dict[str, float]:
    """How much each stem says of a dataset; those of its publisher's name stand apart.

    The services of one kind in each territory have the same subjects: their names help.

    Args:
        title: the content words of its title.
        description: those of its description, of which the opening counts.
        publisher: those of its publisher's name.
    """
    counts: dict[str, float] = {}
    for found, weight in ((title, 1.0), (islice(description, _OPENING_WORDS), _OPENING_WEIGHT)):
        for word in found:
            # Two titles with the same year are not alike for that.
            if not word.folded.isdigit():
                counts[word.stem] = counts.get(word.stem, 0) + weight
    weights = {stem: 1 + math.log(n) if n > 1 else n for stem, n in counts.items()}
    return weights | {f"{word.stem}{_OF_PUBLISHER}": _PUBLISHER_WEIGHT for word in publisher}


class SubjectIndex:
    """TF-IDF vectors of subjects, kept by stem; the similarity is the cosine."""

    def __init__(
        self, stems: Sequence[str], subjects: Ragged, weights: NDArray[np.float32]
    ) -> None:
        """Index subjects.

        Args:
            stems: every stem.
            subjects: of each dataset, the places of its stems.
            weights: how much each says of it.
        """
        self._size = len(subjects.offsets) - 1
        self._places = {stem: place for place, stem in enumerate(stems)}
        self._rarest = float(np.log(self._size + 1))
        counts = np.bincount(subjects.items, minlength=len(stems))
        self._rarity = np.log((self._size + 1) / np.maximum(counts, 1)).astype(np.float32)
        owners = subjects.owners()
        weighed = weights * self._rarity[subjects.items]
        norms = np.sqrt(np.bincount(owners, weighed**2, self._size))
        weighed = (weighed / norms[owners]).astype(np.float32)
        order = np.argsort(subjects.items, kind="stable")
        self._ends = np.cumsum(counts)
        self._rows = owners[order].astype(np.int32)
        self._weights = weighed[order]

    def similarities(self, subject: Mapping[str, float]) -> tuple[Similarities, Similarities]:
        """How near each dataset is, from 0 to 1, to a subject.

        A word that no dataset of the catalogue holds sets the subject apart from all.

        Returns:
            The similarities, and those without the words of publishers' names.
        """
        found = np.zeros(self._size, np.float32)
        weighed = [(weight * self._rarity_of(stem), stem) for stem, weight in subject.items()]
        norm = math.sqrt(sum(weight * weight for weight, _ in weighed))
        telling = heapq.nlargest(_TELLING_WORDS, weighed)
        named = [each for each in telling if each[1].endswith(_OF_PUBLISHER)]
        self._add(found, [each for each in telling if each not in named], norm)
        without_names = found.copy()
        self._add(found, named, norm)
        return found, without_names

    def _add(self, found: Similarities, weighed: Iterable[tuple[float, str]], norm: float) -> None:
        for weight, stem in weighed:
            place = self._places.get(stem)
            if place is not None:
                span = slice(self._ends[place - 1] if place else 0, self._ends[place])
                np.add.at(found, self._rows[span], np.float32(weight / norm) * self._weights[span])

    def _rarity_of(self, stem: str) -> float:
        place = self._places.get(stem)
        return self._rarest if place is None else float(self._rarity[place])

    def __contains__(self, stem: str) -> bool:
        return stem in self._places
