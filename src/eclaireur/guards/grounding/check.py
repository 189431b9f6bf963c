"""Confronts a text with the dataset it speaks of."""

from eclaireur.core.dataset import Dataset
from eclaireur.guards.grounding.claims import (
    contents,
    dates,
    frequencies,
    names,
    numbers,
    places,
    years,
)
from eclaireur.guards.grounding.reading import Found, Reading
from eclaireur.guards.grounding.source import Source, Span
from eclaireur.guards.grounding.verdict import LONGEST_CLAIM, Claim, Grounds, How, Verdict

_KINDS = (dates, years, frequencies, numbers, places, names, contents)
"""From the most precise to the least: a claim keeps its words from those that follow."""


def check(text: str, dataset: Dataset) -> Verdict:
    """Find the claims of a text, and what supports each in the dataset.

    Args:
        text: from a model or a person, untrusted; any length, any content.
        dataset: what was published. Its own short description is not a source.

    Returns:
        Claims in the order of the text, none over another, each of at most 60 characters.
    """
    reading, source = Reading(text), Source(dataset)
    claims = []
    for kind in _KINDS:
        for found in kind.find(reading, source):
            if reading.free(found.start, found.end):
                reading.take(found.start, found.end)
                grounds = found.grounds or _repeated(found, reading, source)
                claims.append(_claim(found, grounds, text))
    claims.sort(key=lambda claim: claim.start)
    return Verdict(supported=all(claim.supported for claim in claims), claims=tuple(claims))


def _repeated(found: Found, reading: Reading, source: Source) -> Grounds | None:
    """What the dataset says in these very words, between the same neighbours.

    Whatever a kind makes of it, a copy of the source is supported. The neighbours tell the
    `Savoie` of the source's `Savoie` from that of its `Haute-Savoie`.
    """
    inside = reading.within(found.start, found.end)
    before = max(0, inside[0] - 1)
    span = source.verbatim(reading.words[before : inside[-1] + 2])
    if span is None:
        return None
    first = span.first + inside[0] - before
    return source.grounds_of(Span(first, first + len(inside) - 1), How.EXACT)


def _claim(found: Found, grounds: Grounds | None, text: str) -> Claim:
    end = min(found.end, found.start + LONGEST_CLAIM)
    return Claim(
        text=text[found.start : end],
        start=found.start,
        end=end,
        kind=found.kind,
        supported=grounds is not None,
        evidence=grounds,
    )
