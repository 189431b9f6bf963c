"""What became of proposals, counted by day: nothing tells whose decision it was, nor on what."""

from datetime import date
from enum import StrEnum

from eclaireur.core.base import Noun


class Outcome(StrEnum):
    """What is counted."""

    PROPOSED = "proposed"
    """A proposal was made, and may be seen."""
    WITHHELD = "withheld"
    """Nothing is proposed; the detail is the code of the reason."""
    FAILED = "failed"
    """The detail is the code of the reason."""
    ACCEPTED = "accepted"
    EDITED = "edited"
    """The detail is how far the person's value is from the proposal, in tenths: 0 to 10."""
    REJECTED = "rejected"
    UNDONE = "undone"
    """A decision was taken back; the detail is the decision, with its tenths: `edited 3`."""
    WHY = "why"
    """A person said why they edited or rejected; the detail is what they said."""


class Tally(Noun):
    """How often something became of the proposals of one method, one day."""

    day: date
    task: str
    task_version: str
    method: str
    """Empty where the record lacks something whatever the method."""
    model: str
    """The declared name of the model; empty for an embedded method."""
    trial: str = ""
    """The trial that chose the method for the record; empty where none did."""
    outcome: Outcome
    detail: str = ""
    count: int = 1
