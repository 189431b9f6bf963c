"""What a method answers: a value and its evidence, or why there is none."""

from dataclasses import dataclass
from typing import Protocol

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence
from eclaireur.core.suggestion import Reason, Value
from eclaireur.core.usage import Usage


@dataclass(frozen=True)
class Proposal:
    """A value, with what supports each of its parts."""

    value: Value
    evidence: tuple[Evidence, ...]
    usage: Usage | None = None
    """What a model's calls cost; None for a method that asks none."""
    caution: Reason | None = None
    """What to know of it before it is trusted."""


@dataclass(frozen=True)
class Withheld:
    """No proposal, and what a person can do about it."""

    reason: Reason
    usage: Usage | None = None


@dataclass(frozen=True)
class Fault:
    """What is wrong with a model's answer."""

    reason: Reason
    """What a person reads of it: it quotes nothing of the answer."""
    quote: str = ""
    """The part of the answer that is wrong, for the model alone."""


class Method(Protocol):
    """A way to make a proposal."""

    @property
    def name(self) -> str:
        """A stable name: it is recorded with each proposal and is a key of the messages."""
        ...

    @property
    def model(self) -> str | None:
        """The declared name of the language model that it asks; None if it asks none."""
        ...

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        """Propose a value for the dataset, or say why not.

        Raises:
            Unavailable: the model it asks does not answer, is turned off or has spent its budget.
        """
        ...
