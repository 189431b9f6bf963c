"""What a text refers to: things that it names itself, or that it leaves out."""

import re

from eclaireur.text.regex import regex
from eclaireur.text.words import EMPTY_WORDS, words

_DEMONSTRATIVE = regex(
    r"\b(?:ce|cet|cette|ces)\s(?!qu|derni|titre\b|dont\b|sont\b)(?P<noun>[^\W\d_]+)",
    re.IGNORECASE,
)
_POSSESSIVE = regex(r"\b(?:son|sa|ses|leurs?)\s", re.IGNORECASE)
# Words before a possessive that possess nothing.
_NO_OWNER = frozenset(
    word.stem
    for word in words(
        "donnée données information informations liste ensemble carte couche fichier table relatif"
        " localisation emplacement position nombre inventaire répertoire détail"
        " relative relatives relatifs lié liée liées portant sur"
    )
)


def refers_outside(text: str) -> bool:
    """Whether it points at a thing, or at an owner, that it does not name before."""
    for match in _DEMONSTRATIVE.finditer(text):
        (noun,) = words(match["noun"])
        before = {word.stem for word in words(text[: match.start()])}
        if noun.folded not in EMPTY_WORDS and noun.stem not in before:
            return True
    owned = _POSSESSIVE.search(text)
    return owned is not None and all(
        word.stem in _NO_OWNER or word.folded in EMPTY_WORDS
        for word in words(text[: owned.start()])
    )


_DIGIT = regex(r"\d")
_CAPITAL = regex(r"[A-ZÀ-ÝŒÆ]")


def names_something(text: str) -> bool:
    """Whether it holds a number, or a proper name after its first word.

    A short acronym names a kind of thing ("PPRN"), and so does a phrase whose every word has a
    capital ("Plan de Prévention des Risques").
    """
    if _DIGIT.search(text):
        return True
    told = [
        text[word.start : word.end]
        for word in words(text)[1:]
        if word.folded not in EMPTY_WORDS and len(word.folded) > 1
    ]
    names = [
        word
        for word in told
        if _CAPITAL.match(word) and not (len(word) < 7 and word[:-1].isupper())
    ]
    return bool(names) and not (len(names) > 2 and len(names) == len(told))


_YEAR = regex(r"(?:19|20)\d\d")
_YEARS = regex(r"\b(?:19|20)\d\d\b")
_SINCE = regex(r"\b(?:depuis|à partir d\w+|dès|créée?s?)\b[^.,;]{0,25}$", re.IGNORECASE)


def years_among(stems: frozenset[str]) -> frozenset[int]:
    """The years among the words of a title."""
    return frozenset(int(stem) for stem in stems if _YEAR.fullmatch(stem))


def is_of_other_years(text: str, years: frozenset[int]) -> bool:
    """Whether it tells of years, none of them among these nor any span of its own over them."""
    found = list(_YEARS.finditer(text))
    if not found:
        return False
    told = [int(match[0]) for match in found]
    last = max(*told, *years) if _SINCE.search(text[: found[0].start()]) else max(told)
    return not any(min(told) <= year <= last for year in years)
