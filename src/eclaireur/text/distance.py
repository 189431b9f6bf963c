"""How far a value is from another."""

from rapidfuzz.distance import Levenshtein

from eclaireur.core.suggestion import Value


def distance(proposed: Value, retained: Value) -> float:
    """Return how far a person's value is from the one proposed: 0 the same, 1 nothing in common.

    For a text, the edit distance over the longer length (Levenshtein, 1966, normalised); for a
    list, what only one of them holds over all that either does (Jaccard, 1901).

    >>> distance("Les arbres", "Les marbres"), distance(("a", "b"), ("b", "c"))
    (0.09090909090909091, 0.6666666666666667)
    """
    if isinstance(proposed, str) and isinstance(retained, str):
        return float(Levenshtein.normalized_distance(proposed, retained))
    one, other = set(proposed), set(retained)
    either = one | other
    return 1 - len(one & other) / len(either) if either else 0.0
