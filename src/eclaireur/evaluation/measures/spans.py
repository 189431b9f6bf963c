"""Where a check points, beside where it should."""

from collections.abc import Iterable
from typing import Protocol


class Span(Protocol):
    """A part of a text, in code points: its first, and one past its last."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def touches(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one.start < other.end and other.start < one.end


def covers(found: Iterable[Span], wanted: Span) -> bool:
    """Whether spans, together, hold every character of another: nothing of it is left to read."""
    reached = wanted.start
    for each in sorted(found, key=lambda span: span.start):
        if each.start <= reached:
            reached = max(reached, each.end)
    return reached >= wanted.end
