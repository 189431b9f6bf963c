"""Proper names, told from other words by how a catalogue writes them.

No list of places could hold every commune, river and brand. French writes a proper name with a
capital wherever it stands, and other words in lower case: `Essonne`, but `santé`.
"""

from collections import Counter

from eclaireur.text.regex import regex
from eclaireur.text.words import folded

# A word that follows another one, since any word may open a sentence with a capital.
_INNER_WORD = regex(r"(?<=[^\W\d_][ ’'-])[^\W\d_]{2,}")
_FEWEST = 2
# How many times more often than in lower case a name is written with a capital, so that
# a mistake, or a title in English, changes nothing.
_MOSTLY = 4
_HYPHENATED_AFTER = regex(r"(?:[-'’][^\W_]+)+")
_HYPHENATED_BEFORE = regex(r"(?:[^\W_]+[-'’])+$")
# Characters to read on each side of words for what hyphens join to them.
_LONGEST_JOINED = 60


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


def acronyms(counts: Counter[str]) -> frozenset[str]:
    """The folded words that are written all in capitals nearly everywhere.

    Args:
        counts: how often the catalogue's texts hold each of their inner words.
    """
    large, small = Counter[str](), Counter[str]()
    for word, count in counts.items():
        (large if word.isupper() else small)[folded(word)] += count
    return frozenset(word for word, count in large.items() if count > _MOSTLY * small[word])


def is_part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether hyphens join capitalised words to a longer name, which is another thing.

    `Saint-Pierre` in `Saint-Pierre-de-Méaroz` is another place; `velo` in `comptage-velo`
    is what it says.
    """
    if not _has_capital(text[start:end]):
        return False
    after = _HYPHENATED_AFTER.match(text, end, end + _LONGEST_JOINED)
    before = None
    if text[start - 1 : start] == "-":
        before = _HYPHENATED_BEFORE.search(text[max(0, start - _LONGEST_JOINED) : start])
    rest = f"{before.group() if before else ''}{after.group() if after else ''}"
    return _has_capital(rest)


def _has_capital(text: str) -> bool:
    return text != text.lower()


def is_capitalised(word: str) -> bool:
    """Whether a word is written with one capital, at its beginning."""
    return word[0].isupper() and word[1:].islower()
