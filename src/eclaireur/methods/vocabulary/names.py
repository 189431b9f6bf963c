"""Proper names, told from other words by how a catalogue writes them.

No list of places could hold every commune, river and brand. French writes a proper name with a
capital wherever it stands, and other words in lower case: `Essonne`, but `santé`.
"""

import re
from collections import Counter

from eclaireur.text.words import folded

# A word that follows another one, since any word may open a sentence with a capital.
_INNER_WORD = re.compile(r"(?<=[^\W\d_][ ’'-])[^\W\d_]{2,}")
_FEWEST = 2
# How many times more often than in lower case a name is written with a capital, so that
# a mistake, or a title in English, changes nothing.
_MOSTLY = 4


def inner_words(text: str) -> list[str]:
    """The words of a text that do not open it, as written."""
    return _INNER_WORD.findall(text)


def proper_names(counts: Counter[str]) -> frozenset[str]:
    """The folded words that are written with a capital nearly everywhere.

    Args:
        counts: how often the catalogue's texts hold each of their inner words. Words all in
            capitals, as acronyms are, tell nothing.
    """
    capital, small = Counter[str](), Counter[str]()
    for word, count in counts.items():
        if word.islower():
            small[folded(word)] += count
        elif is_capitalised(word):
            capital[folded(word)] += count
    return frozenset(
        word
        for word, count in capital.items()
        if count >= _FEWEST and count > _MOSTLY * small[word]
    )


def is_capitalised(word: str) -> bool:
    """Whether a word is written with one capital, at its beginning."""
    return word[0].isupper() and word[1:].islower()
