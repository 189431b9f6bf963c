"""How well a few labels (keywords, themes) agree with those that a producer chose."""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from statistics import fmean

from eclaireur.text.words import words


def f1(proposed: Collection[str], chosen: Collection[str]) -> float:
    """The harmonic mean of precision and recall, from 0 to 1; 0 where nothing is proposed.

    van Rijsbergen C. J., "Information Retrieval" (1979), chapter 7, with equal weights. Each label
    counts once. One of the two must hold a label.
    """
    ours, theirs = frozenset(proposed), frozenset(chosen)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def stems(labels: Iterable[str]) -> list[str]:
    """Labels by the French stems of their words: `arbres` and `arbre` are one."""
    return list(dict.fromkeys(_stemmed(each) for each in labels))


def diversity(labels: Sequence[str]) -> float | None:
    """How little the labels of one list repeat each other, from 0 to 1; None for fewer than two.

    The mean, over pairs, of one less the share of stems that they have in common (Jaccard).
    Intra-list dissimilarity: Smyth B. and McClave P., "Similarity vs. diversity", ICCBR 2001.
    """
    held = [frozenset(word.stem for word in words(each)) for each in labels]
    pairs = list(combinations(held, 2))
    if not pairs:
        return None
    return fmean(1 - len(one & other) / max(1, len(one | other)) for one, other in pairs)


def _stemmed(label: str) -> str:
    return " ".join(word.stem for word in words(label))
