"""A few keywords that do not repeat one another."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from eclaireur.methods.vocabulary.candidates import Candidate
from eclaireur.methods.vocabulary.ranking import likelihood
from eclaireur.text.words import words

# What the text says must be at least so likely, and what only other datasets lend.
_LEAST_SAID = 0.03
_LEAST_LENT = 0.11
# And no keyword may be so many times less likely than the first.
_FAR_BELOW = 0.15
# Phrases of the text complete what the catalogue gives up to so many keywords.
_ENOUGH = 3
# Two keywords that begin alike and share so much are one, misspelt or in another language.
_SAME_BEGINNING = 5
_SAME_LETTERS = 0.8


def selected(
    known: Iterable[Candidate],
    new: Iterable[Candidate],
    number: int,
    *,
    present: Iterable[str],
    named: Iterable[str],
) -> list[Candidate]:
    """A few candidates, without variants, wholes or parts of one chosen before.

    Fewer than asked where the next would be a guess: three good keywords are better than
    five of which two are wrong.

    Args:
        known: keywords of the portal, in any order.
        new: phrases that would be new keywords, the best first. What the portal already says
            goes before what it would have to learn.
        number: how many to keep at most.
        present: the keys of the keywords that the dataset carries. One that says no word more
            is left out.
        named: the keys of the names of the dataset and of its publisher, which are no keywords.
    """
    carried = frozenset[str]().union(*map(_stems, present))
    names = set(map(_stems, named))
    chosen: list[Candidate] = []
    for candidate in _likely(known):
        if len(chosen) == number:
            break
        stems = _stems(candidate.key)
        repeats = any(_repeats(candidate, other) for other in chosen)
        if stems not in names and not stems <= carried and not repeats:
            chosen.append(candidate)
    for candidate in new:
        if len(chosen) >= min(number, _ENOUGH):
            break
        stems = _stems(candidate.key)
        repeats = not all(stems.isdisjoint(_stems(each.key)) for each in chosen)
        if stems not in names and not stems <= carried and not repeats:
            chosen.append(candidate)
    return chosen


def _likely(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that are no guess, the likeliest first; between equals, by name."""
    likely = sorted(
        ((likelihood(each), each) for each in candidates), key=lambda e: (-e[0], e[1].keyword)
    )
    best = likely[0][0] if likely else 0.0
    return [
        each
        for chance, each in likely
        if chance >= _FAR_BELOW * best
        and chance >= (_LEAST_LENT if each.term is None else _LEAST_SAID)
    ]


def _repeats(one: Candidate, other: Candidate) -> bool:
    stems, others = _stems(one.key), _stems(other.key)
    if stems <= others or others <= stems:
        return True
    return 2 * len(stems & others) >= len(stems | others) or _alike(one.keyword, other.keyword)


def _alike(one: str, other: str) -> bool:
    if one[:_SAME_BEGINNING] != other[:_SAME_BEGINNING]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_LETTERS


def _stems(key: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(key))
