"""What a method answers: a value and its evidence, or why there is none."""

from dataclasses import dataclass
from typing import Protocol

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence
from eclaireur.core.suggestion import Reason, Value


@dataclass(frozen=True)
class Proposal:
    """A value, with what supports each of its parts."""

    value: Value
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Withheld:
    """No proposal, and what a person can do about it."""

    reason: Reason


class Method(Protocol):
    """A way to make a proposal."""

    @property
    def name(self) -> str:
        """A stable name: it is recorded with each proposal and is a key of the messages."""
        ...

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        """Propose a value for the dataset, or say why not."""
        ...
