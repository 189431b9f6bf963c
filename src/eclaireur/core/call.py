"""The meter: what was asked, of what, and what it cost. No text, no dataset, no time but a day."""

from datetime import date

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.usage import EnergySource, Usage

ANSWERED = "answered"
"""The outcome of a model's call that gave an answer; otherwise it is the code of the error."""

EVALUATION, JUDGE = "evaluation", "judge"
"""The methods of calls that no person asked a proposal of: they measure one, or judge two."""


class Call(Noun):
    """One call to a model, or what an embedded method did for one batch."""

    day: date
    task: str
    """The field that was to be filled."""
    task_version: str
    method: str
    model: str | None = None
    """The declared name of the model; None for an embedded method."""
    outcome: str
    """`answered` or an error's code for a model; the suggestions' state for an embedded method."""
    cached: bool = False
    """Whether the answer was there already: the usage is then what it saved."""
    count: int = Field(default=1, ge=1)
    """How many computations this tells of."""
    usage: Usage


class LedgerLine(Noun):
    """The calls of a day that are alike, added up. None is unknown, which is not zero."""

    day: date
    task: str
    task_version: str
    method: str
    model: str | None
    outcome: str
    cached: bool
    energy_source: EnergySource
    calls: int
    duration_s: float
    cpu_s: float | None
    input_tokens: int | None
    """Of the calls that tell; None when none does."""
    output_tokens: int | None
    energy_wh: float | None
    carbon_g: float | None
    unknown_tokens: int
    """Calls that do not tell their tokens: they are in no sum of them."""
    unknown_energy: int
    unknown_carbon: int


class Durations(Noun):
    """How long the calls of a model for a task took, those that failed included."""

    task: str
    model: str
    calls: int
    duration_s: float
    """Of all of them together."""
    within: tuple[int, ...]
    """How many took at most each of the bounds that were asked for, in their order."""


class Spent(Noun):
    """What models were asked for in a day, as far as it is known."""

    requests: int = 0
    tokens: int = 0
    energy_wh: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            requests=self.requests + other.requests,
            tokens=self.tokens + other.tokens,
            energy_wh=self.energy_wh + other.energy_wh,
        )
