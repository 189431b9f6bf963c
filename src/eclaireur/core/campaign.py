"""A campaign: one field proposed for many records, for people to review."""

import secrets
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.suggestion import State


class CampaignState(StrEnum):
    """What was asked of a campaign; whether its proposals are all made is counted."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class Campaign(Noun):
    """What is proposed in bulk, on which records, and how."""

    key: str
    field: str
    selection: str
    """Which records were chosen, as a person writes it. They are chosen once, at the start."""
    model: str | None = None
    """The declared name of the language model that proposes; None for the frugal method."""
    day: date
    total: int = Field(ge=0)
    state: CampaignState = CampaignState.RUNNING

    @classmethod
    def opened(
        cls, *, field: str, selection: str, total: int, day: date, model: str | None = None
    ) -> Self:
        """Open a campaign under a random key."""
        return cls(
            key=secrets.token_hex(8),
            field=field,
            selection=selection,
            model=model,
            day=day,
            total=total,
        )


class CampaignItem(Noun):
    """One record of a campaign."""

    dataset: str
    """Its identifier."""
    rank: int = Field(ge=0)
    """Its place in the order of what matters: 0 is reviewed first."""
    template: str
    """What records that say the same but for figures have in common: a digest."""
    batch: int = Field(default=0, ge=0)
    """The batch that it is worked on with. Records that say the very same are in the same one."""
    suggestion: str | None = None
    """The key of what was proposed for it, or of why nothing was; None until it has been tried."""


class Known(StrEnum):
    """How a figure of an estimate is known."""

    NOTHING_ASKED = "nothing_asked"
    """No model is asked anything, so it is zero."""
    SAMPLE = "sample"
    """From a few of the records, tried just now."""
    LEDGER = "ledger"
    """From what the meter says of the same model and task."""
    PROMPT = "prompt"
    """From the length of what would be asked: the longest it may be."""
    UNKNOWN = "unknown"


class Figure(Noun):
    """A figure, and how it is known. None is unknown, which is not zero."""

    value: float | None = None
    known: Known = Known.UNKNOWN


class Estimate(Noun):
    """What a campaign is expected to take, before anything is done."""

    total: int
    """Records chosen."""
    answered: int
    """Of which have an answer already, which is not computed again."""
    distinct: int
    """Of the others, how many say something of their own: what is the same is computed once."""
    workers: int
    """Processes that share the work."""
    duration_s: Figure
    requests: Figure
    """To a model."""
    input_tokens: Figure
    output_tokens: Figure
    energy_wh: Figure
    carbon_g: Figure


class CampaignProgress(Noun):
    """Where the records of a campaign stand. Each counts once, so they add up to the total."""

    total: int
    pending: int
    """Not tried yet."""
    proposed: int
    """Waiting for a decision."""
    withheld: int
    failed: int
    accepted: int
    edited: int
    rejected: int
    stale: int
    """Proposed, and out of date since."""

    @property
    def tried(self) -> int:
        """Those that something answered for."""
        return self.total - self.pending

    @classmethod
    def of(cls, counts: Mapping[State | None, int]) -> Self:
        """Count by state of the suggestion; None counts records that have none yet."""
        named = {state.value: counts.get(state, 0) for state in State if state in _COUNTED}
        pending = counts.get(None, 0) + counts.get(State.REQUESTED, 0)
        return cls(total=sum(counts.values()), pending=pending, **named)


_COUNTED = frozenset(State) - {State.REQUESTED}
