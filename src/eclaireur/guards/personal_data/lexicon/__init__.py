"""Which words are given names, which are ordinary words, and who is known by everyone.

Given names, surnames, communes and words come from published packages; `eponyms.txt` and
`terms.txt` are written by hand. All of it is folded.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

from eclaireur.guards.personal_data.lexicon.published import (
    communes,
    given_names,
    surnames,
    word_shares,
)
from eclaireur.text.regex import regex
from eclaireur.text.words import folded

_STROKES = str.maketrans("łøđðħı", "loddhi")
"""Letters that are no letter and an accent to Unicode, and that INSEE writes without."""


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The text in lower case, without accents, ligatures or strokes."""
    return folded(text).translate(_STROKES)


_NAMES_IN_TEXT = 0.01
"""The share of the words of a text that are given names."""
_EXCESS = 5.0
"""How many times more often than as a given name a word must be seen to be an ordinary one."""
_EXCESS_IN_LOWER_CASE = 0.5
"""The same, where it is written in lower case: `rose` is rather a colour, `jean` a person."""
_BORN_DESPITE = 300
"""How many must bear an ordinary word as a given name for it to stay one."""
_COMMON_GIVEN_NAME = 100
"""How many must bear a given name for it to be read where nothing else says that it is one."""
_COMMON_ENGLISH = 10**-5.5
"""The share from which an English word is one that French texts quote."""
_COMMON_SURNAME = 100
"""How many owners of companies bear a surname that is not a curiosity."""
_NEVER_GIVEN = frozenset(
    {"france", "paris", "europe", "lorraine", "bretagne", "provence", "alsace", "savoie"}
    | {"saint", "sainte", "san", "santa", "sao", "st", "ste"}
)
_SHORT = 3
"""The most letters that a shortened second name has: `Jean-Phi`."""
_PARTS = regex(r"[-']")
_ELISION = regex(r"(?:[cdjlmnst]|qu)'")


@cache
def _list(name: str) -> frozenset[str]:
    text = (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _all_given() -> int:
    return sum(given_names().values())


@lru_cache(maxsize=50_000)
def _is_word(word: str, excess: float = _EXCESS) -> bool:
    """Whether a folded word is in a dictionary, and seen more often than as a given name."""
    share = word_shares("fr").get(word, 0.0)
    if not share:
        english = word_shares("en").get(word, 0.0)
        share = english if english >= _COMMON_ENGLISH else 0.0
    as_name = _NAMES_IN_TEXT * given_names().get(word, 0) / _all_given()
    return len(word) > 1 and share > excess * as_name


@lru_cache(maxsize=50_000)
def _is_given(word: str) -> bool:
    born = given_names().get(word, 0)
    enough = born >= _BORN_DESPITE if _is_word(word) or word in communes() else born > 0
    return enough and len(word) > 1 and word not in _NEVER_GIVEN and word not in _list("terms")


@lru_cache(maxsize=50_000)
def is_given_name(word: str) -> bool:
    """Whether a folded word is borne as a given name, alone or first of a compound."""
    if _is_given(word):
        return True
    first, *rest = word.split("-")
    return (
        bool(rest)
        and _is_given(first)
        and not any(len(part) > _SHORT and _is_word(part) and not _is_given(part) for part in rest)
    )


def is_common_given_name(word: str) -> bool:
    """Whether many people bear a folded word as a given name."""
    return is_given_name(word) and given_names().get(word, 0) >= _COMMON_GIVEN_NAME


@lru_cache(maxsize=50_000)
def is_ordinary(word: str, *, capitalised: bool = True) -> bool:
    """Whether a folded word is written far more often than as a name.

    A compound is ordinary when its parts are, elided articles aside; `saint-` opens the name
    of a place.
    """
    if _is_word(word, _EXCESS if capitalised else _EXCESS_IN_LOWER_CASE):
        return True
    if word in _list("terms"):
        return True
    if word.startswith(("saint-", "sainte-", "st-", "ste-")):
        return True
    parts = [part for part in _PARTS.split(word) if len(part) > 1]
    return (len(parts) != 1 or _ELISION.match(word) is not None) and all(map(_is_word, parts))


def is_surname(word: str, *, bearers: int = _COMMON_SURNAME) -> bool:
    """Whether enough people bear a folded word as a surname, be it an ordinary word too."""
    return len(word) > 2 and surnames().get(word, 0) >= bearers


def is_eponym(name: str) -> bool:
    """Whether a full folded name is one that streets, schools and shelves bear."""
    return name.replace("-", " ") in _list("eponyms")


def is_commune(name: str) -> bool:
    """Whether a full folded name is that of a commune."""
    return re.sub(r"[-' ]+", " ", name) in communes()
