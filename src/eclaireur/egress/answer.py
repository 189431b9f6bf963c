"""What comes back by the way out."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What a host answered."""

    status: int
    headers: Mapping[str, str]
    """By name, in lower case."""
    body: bytes
