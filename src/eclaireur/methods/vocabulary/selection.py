"""A few keywords that do not repeat one another."""

from collections.abc import Iterable

from eclaireur.methods.vocabulary.candidates import Candidate
from eclaireur.text.words import words


def selected(ranking: Iterable[Candidate], present: Iterable[str], number: int) -> list[Candidate]:
    """The first candidates, without variants, wholes or parts of one chosen before.

    Args:
        ranking: the best first.
        present: the keys of the keywords that the dataset carries, and of its publisher's name.
        number: how many to keep at most.
    """
    taken = {_stems(key) for key in present}
    chosen: list[Candidate] = []
    for candidate in ranking:
        if len(chosen) == number:
            break
        stems = _stems(candidate.key)
        if stems in taken or any(_overlap(stems, _stems(other.key)) for other in chosen):
            continue
        chosen.append(candidate)
    return chosen


def _stems(key: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(key))


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
