"""How well each candidate suits the dataset."""

import math
from collections.abc import Iterable

from eclaireur.methods.vocabulary.candidates import Candidate


def ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best first; between equals, the one the catalogue uses most, then by name."""
    return sorted(candidates, key=lambda each: (-_score(each), -each.bearers, each.keyword))


def _score(candidate: Candidate) -> float:
    """A weighted sum of the features.

    The weights are rounded from a logistic regression on records of data.gouv.fr whose
    keywords were kept aside; `python -m benchmarks.keywords` measures what they give.
    """
    return (
        7.2 * math.sqrt(candidate.vote)
        + 4.0 * math.sqrt(candidate.habit)
        + 0.2 * math.log1p(candidate.publishers)
        - 0.15 * math.log1p(candidate.bearers)
        + _in_text(candidate)
    )


def _in_text(candidate: Candidate) -> float:
    term = candidate.term
    if term is None:
        return 0.0
    said = 1.4 if term.in_title else 0.9
    return said + 0.2 * math.log1p(term.in_description)
