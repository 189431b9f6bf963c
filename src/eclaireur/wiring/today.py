"""The day it is, for what is counted by the day."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day in UTC, which is the same for every process on one database."""
    return datetime.now(UTC).date()
