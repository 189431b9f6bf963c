"""Words of a text: where they stand, and the forms by which two of them are compared."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

from eclaireur.text.regex import regex

# A letter may be followed by its accents as separate characters (NFD).
_WORD = regex(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})

# A longer run of letters is not a word but encoded data: stemming and caching it would
# only cost time and memory.
_LONGEST_WORD = 64


class Word(NamedTuple):
    """A word of a text."""

    start: int
    """Its first character, in code points from the start of the text."""
    end: int
    """One past its last character."""
    folded: str
    """In lower case, without accents or ligatures: `Œuvrées` gives `oeuvrees`."""
    stem: str
    """Its French stem, taken from `folded` so that words of a slug give the same one."""


def words(text: str) -> list[Word]:
    """Every run of letters and digits, in order; an elided article is a word of its own."""
    return [Word(m.start(), m.end(), *_forms(m.group())) for m in _WORD.finditer(text)]


def folded(text: str) -> str:
    """The text in lower case, without accents or ligatures."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _forms(word: str) -> tuple[str, str]:
    if len(word) > _LONGEST_WORD:
        plain = folded(word)
        return plain, plain
    return _known_forms(word)


@lru_cache(maxsize=200_000)
def _known_forms(word: str) -> tuple[str, str]:
    plain = folded(word)
    # A stemmer must not be shared by threads; making one costs two microseconds.
    return plain, Stemmer("french", 0).stemWord(plain)


EMPTY_WORDS = frozenset(
    """
    a ai ainsi alors apres as au aucun aucune aujourd aupres auquel aussi autour autre autres
    aux auxquels auxquelles avait avant avec avoir ayant c ca car ce ceci cela celle celles celui
    cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque chez ci
    comme comment concernant contre d dans de depuis des dessous dessus deux devant dont donc du
    duquel durant elle elles en encore enfin entre es est et etaient etait etant etc ete etre eu eux
    faire fait faut furent fut grace hors hui il ils j jamais je jusqu jusque l la laquelle le
    lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais malgre me meme memes mes
    mieux moi moins mon n ne ni non nos notamment notre nous on ont or ou outre par parce parfois
    parmi pas pendant permet permettant permettent peu peut peuvent plus plusieurs plutot pour
    pourquoi pouvant puis puisque qu quand quant que quel quelle quelles quels quelque quelques
    qui quoi s sa sans sauf se selon sera seront ses si sinon soit son sont sous suivant suivante
    suivantes suivants sur t ta tandis te tel telle telles tels tes toi ton toujours tous tout
    toute toutefois toutes tres tu un une vers via voici voila vos votre vous vu y
    and are at by for from in is it of on the this to with
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
"""Folded French words, and a few English ones, that say nothing of what a text is about."""
