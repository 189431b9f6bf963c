"""Records whose proposals may be decided on as another one was, and what tells them apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from eclaireur.assistant import Assistant, ReviewedItem
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import (
    DECIDED,
    Action,
    Decision,
    DecisionReason,
    Event,
    State,
    Suggestion,
    Value,
)
from eclaireur.web.cards import card_of
from eclaireur.web.checks import Check
from eclaireur.web.desk import Desk
from eclaireur.web.differences import differing

TWINS = 50
"""Records alike that are shown, and decided on, at once."""


@dataclass(frozen=True)
class Twin:
    """A record beside the one that was decided on: what it says otherwise, and its doubts."""

    key: str
    dataset: Dataset
    proposal: Event
    title: Sequence[tuple[str, bool]]
    """In pieces, and whether each differs."""
    value: Sequence[tuple[str, bool]]
    """The text proposed, in pieces; or each value of a list."""
    check: Check | None

    @classmethod
    async def of(cls, assistant: Assistant, reviewed: ReviewedItem, model: ReviewedItem) -> Self:
        """Compare a record with the one that was decided on."""
        suggestion, dataset = reviewed.suggestion, reviewed.view.published
        proposal = suggestion.outcome
        card = await card_of(assistant, suggestion.field, reviewed.view)
        value = proposal.value
        return cls(
            key=suggestion.key,
            dataset=dataset,
            proposal=proposal,
            title=list(differing(dataset.title, model.view.published.title)),
            value=_compared(value, proposed(model.suggestion)),
            check=card.check_of(value) if isinstance(value, str) else None,
        )

    @property
    def is_list(self) -> bool:
        return isinstance(self.proposal.value, tuple)

    @property
    def is_doubtful(self) -> bool:
        """Whether it is for a person to tick."""
        return bool(self.proposal.caution or (self.check and self.check.doubts))


@dataclass(frozen=True)
class Alike:
    """The records that a decision may be taken on as on another."""

    same: Sequence[ReviewedItem]
    """Those that are shown, each with its own proposal."""
    more: int
    """How many come after them."""
    others: int
    """How many of those shown have another proposal than the one that was edited."""


async def alike(assistant: Assistant, desk: Desk, model: ReviewedItem) -> Alike:
    """Find the records of one template with what was decided on, that no other page holds."""
    state = model.suggestion.state
    if state not in DECIDED:
        return Alike((), 0, 0)
    found = await assistant.reviews.twins(desk.campaign, model.item.dataset, desk.page, TWINS)
    same = [
        each
        for each in found.shown
        if state is not State.EDITED or proposed(each.suggestion) == proposed(model.suggestion)
    ]
    return Alike(same, found.total - len(found.shown), len(found.shown) - len(same))


def same_decision(model: Suggestion, reason: DecisionReason | None) -> Decision:
    """The decision that was taken on a suggestion, to be taken on another."""
    match model.state:
        case State.ACCEPTED:
            return Decision(action=Action.ACCEPT)
        case State.EDITED:
            return Decision(action=Action.EDIT, value=model.value, reason=reason)
        case _:
            return Decision(action=Action.REJECT, reason=reason)


def proposed(suggestion: Suggestion) -> Value | None:
    """What was proposed, whatever was decided."""
    return suggestion.proposal.value if suggestion.proposal else None


def _compared(value: Value | None, other: Value | None) -> Sequence[tuple[str, bool]]:
    match value, other:
        case str(), str():
            return list(differing(value, other))
        case tuple(), tuple():
            return [(each, each not in other) for each in value]
        case _:
            return []
