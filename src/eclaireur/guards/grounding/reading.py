"""The text being checked: its words, and which of them a claim already covers."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

from eclaireur.guards.grounding.verdict import LONGEST_CLAIM, Grounds, Kind
from eclaireur.text.regex import regex
from eclaireur.text.words import EMPTY_WORDS, Word, words

_SENTENCE_BREAK = regex(r"(?:^|[.!?…\n])[\s«\"“(]*\Z")
_IRREGULAR = {"st": "saint", "ste": "saint", "cours": "cours", "travaux": "travail"}
_SHORTEST_PLURAL = 4
"""Letters of a word that may lose its ending: `bus` and `fils` are no plurals."""
_LONGEST_WORD = 64
"""A longer run of letters is encoded data, and not worth keeping in memory."""


def key(word: Word) -> str:
    """The form by which a word of the text and a word of the dataset are the same."""
    return _key(word.folded) if len(word.folded) <= _LONGEST_WORD else word.folded


@lru_cache(maxsize=200_000)
def _key(form: str) -> str:
    """The stem of the masculine singular, near enough.

    By itself the stemmer tells `opinion` from `opinions`, `privé` from `privée` and `public` from
    `publique`, for the words come to it without their accents.
    """
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if len(form) > _SHORTEST_PLURAL and form.endswith("s") and not form.endswith("ss"):
        form = form[:-1]
    if len(form) > _SHORTEST_PLURAL and form.endswith("ee"):
        form = form[:-1]
    stem: str = Stemmer("french", 0).stemWord(form)
    return f"{stem[:-2]}c" if stem.endswith("iqu") else stem


def significant(word: Word) -> bool:
    """Whether the word says something by itself."""
    return word.folded not in EMPTY_WORDS


class Found(NamedTuple):
    """A claim found in a text, and what supports it in the dataset."""

    start: int
    end: int
    kind: Kind
    grounds: Grounds | None


@dataclass
class Reading:
    """A text, read once by every kind of claim, from the most to the least precise."""

    text: str
    words: list[Word] = field(init=False)
    _taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.words = words(self.text)
        self._taken = bytearray(len(self.text))

    def free(self, start: int, end: int) -> bool:
        """Whether no claim covers any part of the span."""
        return not any(self._taken[start:end])

    def take(self, start: int, end: int) -> None:
        """Mark a span as covered by a claim."""
        self._taken[start:end] = b"\x01" * (end - start)

    def surface(self, word: Word) -> str:
        """The word as written."""
        return self.text[word.start : word.end]

    def gap(self, index: int) -> str:
        """What stands between a word and the next."""
        following = self.words[index + 1].start if index + 1 < len(self.words) else None
        return self.text[self.words[index].end : following]

    def within(self, start: int, end: int) -> list[int]:
        """The indices of the words that a span touches. Words come in order and never overlap."""
        first = bisect_right(self.words, start, key=lambda word: word.end)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return list(range(first, last))

    def opens_sentence(self, index: int) -> bool:
        """Whether a capital there would be only the sentence's."""
        start = self.words[index].start
        return bool(_SENTENCE_BREAK.search(self.text[max(0, start - 8) : start])) or start == 0

    def capitalised(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.surface(self.words[index])[0].isupper()

    def fitting(self, first: int, last: int) -> int:
        """The last word, at most `last`, that lets a claim from `first` keep to its length."""
        start = self.words[first].start
        while last > first and self.words[last].end - start > LONGEST_CLAIM:
            last -= 1
        return last
