"""What a catalogue teaches about its portal's keywords."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

import numpy as np

from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary.names import acronyms, inner_words, proper_names
from eclaireur.methods.vocabulary.noun_groups import TERRITORIES
from eclaireur.methods.vocabulary.publishers import Publishers
from eclaireur.methods.vocabulary.ragged import Ragged
from eclaireur.methods.vocabulary.rules import may_be_proposed, says_something
from eclaireur.methods.vocabulary.subjects import (
    SubjectIndex,
    content_words,
    openings,
    runs,
    singular,
    subject,
)
from eclaireur.text.markup import readable
from eclaireur.text.words import EMPTY_WORDS, Word, words

# Enough for the opening words of a description, by which subjects are compared.
_DESCRIPTION_READ = 1_000
_LONGEST_CODE = 3
_NONE = Ragged(np.zeros(1, np.int64), np.empty(0, np.int64))
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
        self.keywords: list[str] = []
        """Every keyword that may be proposed."""
        self.numbers: dict[str, int] = {}
        """The place of each in `keywords`."""
        self.carried = _NONE
        """The keywords of each dataset."""
        self.bearers = _NONE
        """The datasets that carry each keyword."""
        self.counts = _NONE.items
        """How many they are."""
        self.publishers = Publishers((), _NONE.items, _NONE, 0)
        self.names = frozenset[str]()
        """The folded words that are proper names: places, organisations, brands."""
        self.acronyms = frozenset[str]()
        """The folded words that the catalogue's texts write in capitals."""
        self.telling = 0
        """How many datasets carry some."""
        self.named: dict[int, frozenset[str]] = {}
        """The proper names and kinds of territories of each keyword that holds some, in the
        singular."""
        self.general = np.empty(0, np.bool_)
        """Whether each keyword says nothing of a subject."""
        self.index = SubjectIndex(())
        self.keys: list[str] = []
        """What each keyword shares with its variants."""
        self.spellings: dict[str, list[int]] = {}
        """The keywords that differ by accents, plural or empty words only, by their key."""
        self.openings: set[str] = set()
        """The keys that a longer one begins with."""

    @classmethod
    def learn(cls, uses: Iterable[KeywordUse]) -> Self:
        """Learn from a catalogue. An identifier that comes again is left out."""
        vocabulary = cls()
        vocabulary._learn_texts(uses)
        vocabulary._learn_names()
        vocabulary._learn_spellings()
        return vocabulary

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

    def _learn_texts(self, uses: Iterable[KeywordUse]) -> None:
        written = Counter[str]()
        names: dict[str, int] = {}
        publishers, carried, owners, subjects = [], [], [], []
        for use in uses:
            if use.identifier in self.rows:
                continue
            row = self.rows[use.identifier] = len(self.rows)
            self.identifiers.append(use.identifier)
            self.titles.append(use.title)
            # No publisher is no habit: such a dataset is alone.
            publishers.append(names.setdefault(use.publisher or f"\0{row}", len(names)))
            for keyword in filter(may_be_proposed, dict.fromkeys(use.keywords)):
                carried.append(self.numbers.setdefault(keyword, len(self.numbers)))
                owners.append(row)
            description = readable(use.description, _DESCRIPTION_READ).text
            written.update(inner_words(use.title))
            written.update(inner_words(description))
            title, body = content_words(use.title), content_words(description)
            subjects.append(subject(title, body, content_words(use.publisher or "")))
        self.index = SubjectIndex(subjects)
        self.names = proper_names(written)
        self.acronyms = acronyms(written)
        self.keywords = list(self.numbers)
        items = np.array(carried, np.int64)
        rows = np.array(owners, np.int64)
        self.carried = Ragged.grouped(rows, items, len(self.rows))
        self.bearers = Ragged.grouped(items, rows, len(self.keywords))
        self.counts = self.bearers.lengths()
        self.telling = int(np.count_nonzero(self.carried.lengths()))
        self.publishers = Publishers(
            ["" if name.startswith("\0") else name for name in names],
            np.array(publishers, np.int64),
            self.carried,
            len(self.keywords),
        )

    def _learn_names(self) -> None:
        for number, keyword in enumerate(self.keywords):
            held = {
                singular(word.folded)
                for word in words(keyword)
                if word.folded in self.names or singular(word.folded) in TERRITORIES
            }
            if held:
                self.named[number] = frozenset(held)
        self.general = np.array([not says_something(each) for each in self.keywords], np.bool_)

    def _learn_spellings(self) -> None:
        self.keys = [self._key(keyword) for keyword in self.keywords]
        for number, key in enumerate(self.keys):
            if key:
                self.spellings.setdefault(key, []).append(number)
        self.openings = openings(self.spellings)

    def _key(self, keyword: str) -> str:
        return " ".join(singular(self._bare(word)) for word in content_words(keyword))

    def _bare(self, word: Word) -> str:
        if word.folded[0] in "dl" and word.folded[1] in "aeiouyh" and word.stem not in self.index:
            bare = word.folded[1:]
            return bare if any(w.stem in self.index for w in words(bare)) else word.folded
        return word.folded
