"""What a catalogue teaches about its portal's keywords."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary.names import acronyms, inner_words, proper_names
from eclaireur.methods.vocabulary.noun_groups import TERRITORIES
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.subjects import SubjectIndex, content_words, singular, subject
from eclaireur.text.markup import readable
from eclaireur.text.words import EMPTY_WORDS, Word, words

Rows = NDArray[np.int32]
"""Numbers of datasets, in the order in which they were learned."""

# Enough for the opening words of a description, by which subjects are compared.
_DESCRIPTION_READ = 1_000
_LONGEST_CODE = 3
_VOWELS = frozenset("aeiouy")


class PortalVocabulary:
    """The keywords of a portal, who uses them and on what. Built in memory, then only read.

    `learn` makes one. What a dataset may see of it is a `Neighbourhood`.
    """

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        """The number of each dataset, by identifier."""
        self.identifiers: list[str] = []
        self.titles: list[str] = []
        self.publishers: list[str | None] = []
        self.keywords: list[frozenset[str]] = []
        """What each dataset carries, but for keywords that say nothing."""
        self.bearers: dict[str, Rows] = {}
        """The datasets that carry each keyword."""
        self.habits: dict[str | None, Counter[str]] = {}
        """How many datasets of each publisher carry each keyword."""
        self.publisher_sizes: Counter[str | None] = Counter()
        self.publisher_counts: Counter[str] = Counter()
        """How many publishers use each keyword."""
        self.names = frozenset[str]()
        """The folded words that are proper names: places, organisations, brands."""
        self.acronyms = frozenset[str]()
        """The folded words that the catalogue's texts write in capitals."""
        self.named: dict[str, frozenset[str]] = {}
        """The proper names and kinds of territories of each keyword that holds some, in the
        singular."""
        self.index = SubjectIndex(())
        self.spellings: dict[str, list[str]] = {}
        """The keywords that differ by accents, plural or empty words only, by their key."""
        self._keys: dict[str, str] = {}
        self.openings: set[str] = set()
        """The keys that a longer one begins with."""

    @classmethod
    def learn(cls, uses: Iterable[KeywordUse]) -> Self:
        """Learn from a catalogue. An identifier that comes again is left out."""
        vocabulary = cls()
        vocabulary.index = SubjectIndex(vocabulary._subjects(uses))
        vocabulary._learn_bearers()
        vocabulary._learn_names()
        vocabulary._learn_spellings()
        return vocabulary

    def key(self, keyword: str) -> str:
        """What a keyword shares with its variants: its words, in the singular.

        The portal closes up over an apostrophe: `cours-deau` has the key of `cours-d-eau`,
        because the catalogue knows `eau` and does not know `deau`.
        """
        known = self._keys.get(keyword)
        return self._key(keyword) if known is None else known

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
        for first, word in enumerate(clause):
            key = singular(word.folded)
            for last in range(first + 1, len(clause) + 1):
                if key in self.spellings:
                    yield key, clause[first:last]
                if last == len(clause) or key not in self.openings:
                    break
                key = f"{key} {singular(clause[last].folded)}"

    def _subjects(self, uses: Iterable[KeywordUse]) -> Iterator[Mapping[str, float]]:
        written = Counter[str]()
        for use in uses:
            if use.identifier in self.rows:
                continue
            self._add(use)
            description = readable(use.description, _DESCRIPTION_READ).text
            written.update(inner_words(use.title))
            written.update(inner_words(description))
            yield subject(content_words(use.title), content_words(description))
        self.names = proper_names(written)
        self.acronyms = acronyms(written)

    def _add(self, use: KeywordUse) -> None:
        carried = frozenset(filter(says_something, use.keywords))
        self.rows[use.identifier] = len(self.rows)
        self.identifiers.append(use.identifier)
        self.titles.append(use.title)
        self.publishers.append(use.publisher)
        self.keywords.append(carried)
        self.publisher_sizes[use.publisher] += 1
        habits = self.habits.setdefault(use.publisher, Counter())
        self.publisher_counts.update(carried - habits.keys())
        habits.update(carried)

    def _learn_bearers(self) -> None:
        bearers: dict[str, list[int]] = {}
        for row, carried in enumerate(self.keywords):
            for keyword in carried:
                bearers.setdefault(keyword, []).append(row)
        self.bearers = {each: np.array(rows, np.int32) for each, rows in bearers.items()}

    def _learn_names(self) -> None:
        for keyword in self.bearers:
            held = {
                singular(word.folded)
                for word in words(keyword)
                if word.folded in self.names or singular(word.folded) in TERRITORIES
            }
            if held:
                self.named[keyword] = frozenset(held)

    def _learn_spellings(self) -> None:
        self._keys = {keyword: self._key(keyword) for keyword in self.bearers}
        for keyword, key in self._keys.items():
            if key:
                self.spellings.setdefault(key, []).append(keyword)
        for key in self.spellings:
            stems = key.split()
            self.openings.update(" ".join(stems[:size]) for size in range(1, len(stems)))

    def _key(self, keyword: str) -> str:
        return " ".join(singular(self._bare(word)) for word in content_words(keyword))

    def _bare(self, word: Word) -> str:
        if word.folded[0] in "dl" and word.folded[1] in "aeiouyh" and word.stem not in self.index:
            bare = word.folded[1:]
            return bare if any(w.stem in self.index for w in words(bare)) else word.folded
        return word.folded
