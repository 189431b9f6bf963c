"""Which words are given names, which are ordinary words, and who is known by everyone.

`scripts/build_name_lexicon.py` makes four of the lists from published counts; `SOURCES.md`
states their origin and licence. `eponyms.txt` and `terms.txt` are written by hand. All of it is folded.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

from eclaireur.text.words import folded

fold = lru_cache(maxsize=50_000)(folded)

_PARTS = re.compile(r"[-']")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu)'")


@cache
def _list(name: str) -> frozenset[str]:
    text = (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=50_000)
def is_given_name(word: str) -> bool:
    """Whether a folded word is borne as a given name, alone or first of a compound."""
    if word in _list("given_names"):
        return word not in _list("terms")
    first, *rest = word.split("-")
    return (
        bool(rest)
        and first in _list("given_names")
        and not any(part in _list("ordinary_words") and not is_given_name(part) for part in rest)
    )


@lru_cache(maxsize=50_000)
def is_ordinary(word: str) -> bool:
    """Whether a folded word is written far more often than as a name.

    A compound is ordinary when its parts are, elided articles aside; `saint-` opens the name
    of a place.
    """
    if word in _list("ordinary_words") or word in _list("terms"):
        return True
    if word.startswith(("saint-", "sainte-", "st-", "ste-")):
        return True
    parts = [part for part in _PARTS.split(word) if len(part) > 1]
    return (len(parts) != 1 or _ELISION.match(word) is not None) and all(
        part in _list("ordinary_words") for part in parts
    )


def is_surname_and_word(word: str) -> bool:
    """Whether an ordinary folded word is a common surname too, such as `petit`."""
    return word in _list("surnames_also_words")


def is_eponym(name: str) -> bool:
    """Whether a full folded name is one that streets, schools and shelves bear."""
    return name.replace("-", " ") in _list("eponyms")


def is_place(name: str) -> bool:
    """Whether a full folded name is that of a commune."""
    return re.sub(r"[-' ]+", " ", name) in _list("places")
