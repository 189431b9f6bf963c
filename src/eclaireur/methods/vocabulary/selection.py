"""A few keywords that do not repeat one another."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from eclaireur.methods.vocabulary.candidates import Candidate
from eclaireur.text.words import words

# Below it, a keyword would be a guess.
_LEAST = 0.04
# Phrases of the text complete what the catalogue gives up to so many keywords.
_ENOUGH = 3
# But not where so many of them are likely to be right: the producer would choose few.
_KNOWN = 0.5
# Two keywords that begin alike and share so much are one, misspelt or in another language.
_SAME_BEGINNING = 5
_SAME_LETTERS = 0.8


def selected(
    known: Iterable[Candidate],
    new: Iterable[Candidate],
    number: int,
    *,
    usual: float,
    present: Iterable[str],
    named: Iterable[str],
) -> list[Candidate]:
    """A few candidates, without variants, wholes or parts of one chosen before.

    Fewer than asked where the next would lower the F1 to expect: three good keywords are better
    than five of which two are wrong.

    Args:
        known: keywords of the portal, the likeliest first.
        new: phrases that would be new keywords, the best first. What the portal already says
            goes before what it would have to learn.
        number: how many to keep at most.
        usual: how many keywords a producer would choose.
        present: the keys of the keywords that the dataset carries. One that says no word more
            is left out.
        named: the keys of the names of the dataset and of its publisher, which are no keywords.
    """
    carried = frozenset[str]().union(*map(_stems, present))
    names = set(map(_stems, named))
    chosen: list[Candidate] = []
    right = 0.0
    for candidate in known:
        # The F1 to expect is 2 x right / (chosen + usual).
        enough = candidate.likelihood * (len(chosen) + usual) <= right
        if len(chosen) == number or candidate.likelihood < _LEAST or enough:
            break
        stems = _stems(candidate.key)
        repeats = any(_repeats(candidate, other) for other in chosen)
        if stems not in names and not stems <= carried and not repeats:
            chosen.append(candidate)
            right += candidate.likelihood
    if len(chosen) >= min(number, _ENOUGH) or right >= _KNOWN:
        return chosen
    for candidate in new:
        stems = _stems(candidate.key)
        repeats = not all(stems.isdisjoint(_stems(each.key)) for each in chosen)
        if stems not in names and not stems <= carried and not repeats:
            chosen.append(candidate)
        if len(chosen) >= min(number, _ENOUGH):
            break
    return chosen


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
