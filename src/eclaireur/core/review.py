"""Reviewing the proposals of a campaign: in what order, by which page, and how surely."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.evidence import Bearers
from eclaireur.core.suggestion import State, Suggestion

LEASE = timedelta(minutes=5)
"""How long a page that says nothing more keeps a record from the others."""

CAUTIOUS = 500
"""What a caution takes from the certainty of a proposal."""

FEW_BEARERS = 3
"""A keyword that fewer datasets carry is one to look at."""


class ReviewOrder(StrEnum):
    """Which proposals come first. What was skipped comes last in every order."""

    VIEWS = "views"
    """The order of the campaign: what is looked at most comes first."""
    UNCERTAIN = "uncertain"
    """What its evidence supports least comes first."""
    ORGANISATION = "organisation"
    """Those of one organisation together, by its name."""


class ReviewItem(Noun):
    """A record of a campaign that a page holds, so that no other shows it meanwhile."""

    dataset: str
    suggestion: str
    """The key of the proposal to decide on."""
    skips: int = 0
    """How often it was put off."""
    is_second_look: bool = False
    """Whether it was decided already: a second decision measures the first, and changes nothing."""


class SecondLook(Noun):
    """What two looks at proposals said, how often."""

    first: State
    second: State
    count: int = Field(ge=1)


def certainty(suggestion: Suggestion) -> int:
    """How far a proposal is supported, in thousandths, as far as what it carries can tell.

    The share of the proposal that a piece of evidence stands for, less half where it comes with a
    caution. A keyword that hardly any dataset carries counts half.
    """
    proposal = suggestion.proposal
    if proposal is None or not proposal.value:
        return 0
    if isinstance(proposal.value, str):
        size = len(proposal.value)
        supported = float(min(size, sum(len(each) for each in _parts(suggestion))))
    else:
        size = len(proposal.value)
        weights = _weights(suggestion)
        supported = sum(weights.get(each, 0.0) for each in proposal.value)
    share = round(1000 * supported / size)
    return max(0, share - CAUTIOUS) if proposal.caution else share


def _parts(suggestion: Suggestion) -> Iterator[str]:
    """The parts of a text that have evidence, each once."""
    proposal = suggestion.proposal
    evidence = proposal.evidence if proposal else ()
    yield from {(each.offset, each.part): each.part for each in evidence}.values()


def _weights(suggestion: Suggestion) -> dict[str, float]:
    """How much each supported value of a list counts: as its best evidence does."""
    weights: dict[str, float] = {}
    proposal = suggestion.proposal
    for each in proposal.evidence if proposal else ():
        is_rare = isinstance(each.support, Bearers) and each.support.count < FEW_BEARERS
        weights[each.part] = max(weights.get(each.part, 0.0), 0.5 if is_rare else 1.0)
    return weights
