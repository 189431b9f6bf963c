"""The words of a text that a name may be made of."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from eclaireur.guards.personal_data.lexicon import (
    fold,
    is_common_given_name,
    is_commune,
    is_given_name,
    is_ordinary,
    is_surname,
)
from eclaireur.text.regex import regex

# Addresses, tags and code hold no name to read word by word; an opening elision is left out.
_TOKEN = regex(
    r"(?P<opaque>https?://\S{1,2000}|www\.\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,255}|@\w+"
    r"|`[^`\n]{1,80}`|</?[a-zA-Z][^<>]{0,500}>|[\w]*[\d_][\w.-]*)"
    r"|(?:(?:[dljmtsc]|[qQ]u|[DLJMTSC](?=['’][^\W\d_]))['’](?=[^\W\d_]))?"
    r"(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’\u2011-](?=[^\W\d_]))*)"
    r"(?P<dots>\.(?:-?[^\W\d_]h?\.)?)?"
)
_PLAIN = str.maketrans({"’": "'", "\u2011": "-"})
_INITIALS = regex(r"[A-ZÀ-Ý]-[A-ZÀ-Ý]")
_DIGRAPH = regex(r"[CGPT]h")
"""What a given name is cut to as often as to its first letter: `Th.`, `Ph.`"""
_LONGEST = 40
PARTICLES = frozenset(
    """
    de du des d la le les da do dos das di del della van von der den ter ten el al ben bin ibn
    bel ó ould ait aït mac mc abd abou bou st y e ep
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)


class Token(NamedTuple):
    """A word that may belong to a name, read once."""

    start: int
    end: int
    folded: str
    capitalised: bool
    capitals: bool
    """Whether it is in capitals, and longer than a letter."""
    initial: bool
    """Whether it is a letter, or two, with their full stops: `J.`, `a.-l.`, `M.-Th.`"""
    given: bool
    ordinary: bool
    """Whether it is written far more often as a word than as a name."""
    surname: bool
    """Whether it is capitalised and ordinary, yet a common surname: it follows a given name."""
    particle: bool

    @property
    def rare(self) -> bool:
        """Whether it reads as a surname or a given name by itself."""
        return not self.ordinary and len(self.folded) > 1 and not self.initial


def tokens(text: str) -> list[Token]:
    """Every word of a text in order; addresses, tags, code and identifiers are left out."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word is None or len(word) > _LONGEST:
            continue
        dots = match["dots"] or ""
        single = bool(dots) and (len(word) == 1 or _DIGRAPH.fullmatch(word) is not None)
        initial = single or _INITIALS.fullmatch(word) is not None
        start = match.start("word")
        if start > match.start() and is_given_name(fold(match[0].translate(_PLAIN))):
            start, word = match.start(), match[0]
        end = match.end() if initial else match.end("word")
        if text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
            continue
        yield _read(word, start, end, initial=initial)


def _read(word: str, start: int, end: int, *, initial: bool) -> Token:
    folded, given, ordinary, surname, particle = _known(word)
    return Token(
        start,
        end,
        folded,
        capitalised=word[0].isupper(),
        capitals=len(word) > 1 and word.isupper(),
        initial=initial,
        given=given,
        ordinary=ordinary,
        surname=surname,
        particle=particle,
    )


@lru_cache(maxsize=50_000)
def _known(word: str) -> tuple[str, bool, bool, bool, bool]:
    """What the lists say of a word, whatever surrounds it."""
    folded = fold(word.translate(_PLAIN))
    ordinary = is_ordinary(folded, capitalised=word[0].isupper())
    known = is_given_name if word[0].isupper() else is_common_given_name
    given = len(folded) > 1 and not ordinary and known(folded)
    particle = word.lower() in PARTICLES
    accented = folded in PARTICLES and not particle
    saint = folded.startswith(("saint-", "sainte-", "st-")) and not is_commune(folded)
    surname = ordinary and word[0].isupper() and (accented or saint or is_surname(folded))
    return folded, given, ordinary, surname, particle
