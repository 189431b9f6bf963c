"""What helps a person type a value of their own: those in use that begin as theirs does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class UsedValue:
    """A value, and how many datasets of the catalogue carry it."""

    value: str
    count: int


@dataclass(frozen=True)
class Completions:
    """Some of the values in use that begin as something does."""

    total: int
    """How many there are."""
    values: tuple[UsedValue, ...]


class Completion(Protocol):
    """The values of a field that are in use."""

    async def complete(self, typed: str, offset: int, limit: int) -> Completions:
        """Find those that begin as typed, whatever the case and accents; for nothing, all."""
        ...

    async def uses(self, values: Sequence[str]) -> tuple[UsedValue, ...]:
        """Tell how many datasets of the catalogue carry each value, in their order."""
        ...
