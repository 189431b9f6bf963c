"""What leaves by the one way out: where it was to go, and what became of it."""

from datetime import date

from eclaireur.core.base import Noun

DECLARED = "declared"
"""The outcome that counts how often a process opened the way out to an origin."""

SENT = "sent"
"""The outcome of a request that went to its origin, whatever was answered."""


class Departures(Noun):
    """Requests of one day to one origin that had the same outcome."""

    day: date
    origin: str
    """`https://HOST[:PORT]`; `?` for one that was not declared, or could not be read."""
    outcome: str
    """`declared`, `sent`, or why the way out refused."""
    count: int
