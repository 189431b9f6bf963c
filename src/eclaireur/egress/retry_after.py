"""How long a server asks to be left alone."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

UNSAID = 0


def seconds_to_wait(header: str) -> int:
    """Read a Retry-After header (RFC 9110, 10.2.3); 0 when it says nothing.

    >>> seconds_to_wait("7")
    7
    >>> seconds_to_wait("soon")
    0
    """
    if header.isascii() and header.isdigit():
        return int(header[:9])
    try:
        date = parsedate_to_datetime(header)
    except ValueError:
        return UNSAID
    wait = (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(UNSAID, round(wait))
