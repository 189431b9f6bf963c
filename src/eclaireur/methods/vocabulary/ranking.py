"""How likely each keyword of the portal is to be one that the producer would choose."""

import math

from eclaireur.methods.vocabulary.candidates import Candidate


def likelihood(candidate: Candidate) -> float:
    """Between 0 and 1, the same scale in a catalogue of ten datasets as in one of 50,000.

    The weights are rounded from a logistic regression on datasets of data.gouv.fr, learned
    with catalogues of 0 to 43,000 of them, half of the time without their organisation's;
    `python -m benchmarks.keywords` measures what they give.
    """
    score = (
        7.3 * math.sqrt(candidate.vote)
        + 10.0 * math.sqrt(candidate.vote * candidate.habit)
        + 6.7 * max(0.0, 2 * candidate.habit - 1)
        - 0.2 * math.log1p(candidate.bearers)
        + _in_text(candidate)
        - 4.8
    )
    return 1 / (1 + math.exp(-score))


def _in_text(candidate: Candidate) -> float:
    term = candidate.term
    if term is None:
        return 0.0
    return (
        0.95 * bool(term.in_title) + 0.5 * term.in_opening + 0.3 * math.log1p(term.in_description)
    )
