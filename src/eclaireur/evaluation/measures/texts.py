"""What can be told of a short text by itself, beside its source, or beside another text."""

import re
from collections.abc import Sequence

from eclaireur.text.sentences import sentences
from eclaireur.text.words import words

_MUTE = re.compile(r"(?<=[^aeiouy])(?:e|es|ent)$")
"""The ending of a word that is not heard after a consonant (`-ent` of verbs, mostly)."""
_VOWELS = re.compile(r"[aeiouy]+")


def novelty(text: str, source: str, length: int = 2) -> float | None:
    """The share of the runs of so many words that the source does not hold.

    Narayan S., Cohen S. and Lapata M., "Don't give me the details, just the summary!", EMNLP 2018.
    Case and accents do not count. None for a text with fewer words.
    """
    runs = _runs(text, length)
    if not runs:
        return None
    known = frozenset(_runs(source, length))
    return sum(each not in known for each in runs) / len(runs)


def readability(text: str) -> float | None:
    """How easy a French text is to read: the higher, the easier. It has no bound.

    207 - 1.015 (words / sentences) - 73.6 (syllables / words): Kandel L. and Moles A.,
    "Application de l'indice de Flesch à la langue française", Cahiers d'études de
    radio-télévision 19 (1958). Syllables are counted by rule, see `syllables`. None without a word.
    """
    found = words(text)
    if not found:
        return None
    told = max(1, sum(1 for _ in sentences(text)))
    heard = sum(syllables(each.folded) for each in found)
    return 207 - 1.015 * len(found) / told - 73.6 * heard / len(found)


def syllables(word: str) -> int:
    """Syllables of a folded French word: groups of vowels, but for a mute ending; one at least.

    Two vowels that are said apart (`géo`) count for one, and so do the digits of a number.
    """
    return max(1, len(_VOWELS.findall(_MUTE.sub("", word))))


def rouge_l(text: str, reference: str) -> float:
    """What two texts have in common, in order, from 0 to 1: the F1 of ROUGE-L.

    Lin C.-Y., "ROUGE: a package for automatic evaluation of summaries", ACL workshop (2004), of
    the longest common subsequence of words, folded, with beta = 1. 0 where one has no word.
    """
    ours, theirs = _folded(text), _folded(reference)
    if not ours or not theirs:
        return 0.0
    return 2 * _longest_common(ours, theirs) / (len(ours) + len(theirs))


def _longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    row = [0] * (len(other) + 1)
    for each in one:
        diagonal = 0
        for at, their in enumerate(other, 1):
            above = row[at]
            row[at] = diagonal + 1 if each == their else max(above, row[at - 1])
            diagonal = above
    return row[-1]


def _runs(text: str, length: int) -> list[tuple[str, ...]]:
    found = _folded(text)
    return [tuple(found[at : at + length]) for at in range(len(found) - length + 1)]


def _folded(text: str) -> list[str]:
    return [each.folded for each in words(text)]
