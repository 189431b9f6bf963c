"""What a catalogue teaches about its portal's keywords."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

import numpy as np

from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary.names import acronyms, proper_names
from eclaireur.methods.vocabulary.noun_groups import TERRITORIES
from eclaireur.methods.vocabulary.publishers import Publishers
from eclaireur.methods.vocabulary.ragged import Ragged
from eclaireur.methods.vocabulary.readings import Readings
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.subjects import (
    SubjectIndex,
    content_words,
    openings,
    runs,
    singular,
)
from eclaireur.text.words import EMPTY_WORDS, Word, words

_LONGEST_CODE = 3
_VOWELS = frozenset("aeiouy")


class PortalVocabulary:
    """The keywords of a portal, who uses them and on what. Made of what was read of its catalogue.

    What a dataset may see of it is a `Neighbourhood`.
    """

    def __init__(self, readings: Readings) -> None:
        self.identifiers = readings.identifiers
        self.titles = readings.titles
        self.rows = {each: row for row, each in enumerate(readings.identifiers)}
        """The number of each dataset, by identifier."""
        self.index = SubjectIndex(readings.stems.distinct, readings.stems.rows, readings.weights)
        written = Counter(
            dict(zip(readings.words.distinct, readings.words.counts().tolist(), strict=True))
        )
        self.names = proper_names(written)
        """The folded words that are proper names: places, organisations, brands."""
        self.acronyms = acronyms(written)
        """The folded words that the catalogue's texts write in capitals."""
        self.keywords = readings.keywords.distinct
        """Every keyword that may be proposed."""
        self.numbers = {each: number for number, each in enumerate(self.keywords)}
        """The place of each in `keywords`."""
        self.carried = readings.keywords.rows
        """The keywords of each dataset."""
        self.bearers = Ragged.grouped(self.carried.items, self.carried.owners(), len(self.keywords))
        """The datasets that carry each keyword."""
        self.counts = self.bearers.lengths()
        """How many they are."""
        self.telling = int(np.count_nonzero(self.carried.lengths()))
        """How many datasets carry some."""
        self.publishers = Publishers(readings.publishers, self.carried, len(self.keywords))
        self.named = dict(self._named())
        """The proper names and kinds of territories of each keyword that holds some, in the
        singular."""
        self.general = np.array([not says_something(each) for each in self.keywords], np.bool_)
        """Whether each keyword says nothing of a subject."""
        self.keys = [self._key(each) for each in self.keywords]
        """What each keyword shares with its variants."""
        self.spellings: dict[str, list[int]] = {}
        """The keywords that differ by accents, plural or empty words only, by their key."""
        for number, key in enumerate(self.keys):
            if key:
                self.spellings.setdefault(key, []).append(number)
        self.openings = openings(self.spellings)
        """The keys that a longer one begins with."""

    @classmethod
    def learn(cls, uses: Iterable[KeywordUse]) -> Self:
        """Learn from a catalogue. An identifier that comes again is left out."""
        return cls(Readings.of(uses))

    def key(self, keyword: str) -> str:
        """What a keyword shares with its variants: its words, in the singular.

        The portal closes up over an apostrophe: `cours-deau` has the key of `cours-d-eau`,
        because the catalogue knows `eau` and does not know `deau`.
        """
        number = self.numbers.get(keyword)
        return self._key(keyword) if number is None else self.keys[number]

    def is_code(self, word: str) -> bool:
        """Whether a folded word is no word for a reader: an acronym, a reference.

        Texts write an acronym in capitals; a short code, they may never write, or it cannot be
        pronounced.
        """
        if word in self.acronyms:
            return True
        if len(word) > _LONGEST_CODE or word.isdigit() or word in EMPTY_WORDS:
            return False
        return _VOWELS.isdisjoint(word) or not (
            word.isalpha() and any(each.stem in self.index for each in words(word))
        )

    def known_runs(self, clause: Sequence[Word]) -> Iterator[tuple[str, Sequence[Word]]]:
        """The runs of words that are a keyword of the portal, with its key."""
        return runs(clause, self.spellings, self.openings)

    def _named(self) -> Iterator[tuple[int, frozenset[str]]]:
        for number, keyword in enumerate(self.keywords):
            held = {
                singular(word.folded)
                for word in words(keyword)
                if word.folded in self.names or singular(word.folded) in TERRITORIES
            }
            if held:
                yield number, frozenset(held)

    def _key(self, keyword: str) -> str:
        return " ".join(singular(self._bare(word)) for word in content_words(keyword))

    def _bare(self, word: Word) -> str:
        if word.folded[0] in "dl" and word.folded[1] in "aeiouyh" and word.stem not in self.index:
            bare = word.folded[1:]
            return bare if any(w.stem in self.index for w in words(bare)) else word.folded
        return word.folded
