"""How long a server asks to be left alone."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.egress.retry_after import seconds_to_wait


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("0", 0),
        ("120", 120),
        ("-1", 0),
        ("1.5", 0),
        ("soon", 0),
        ("٣", 0),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0),
        ("Fri, 31 Dec 1999 23:59:59", 0),
    ],
)
def test_a_header_is_read_or_says_nothing(header: str, seconds: int) -> None:
    assert seconds_to_wait(header) == seconds


def test_a_date_is_a_wait_from_now() -> None:
    later = datetime.now(UTC) + timedelta(hours=1)
    assert 3590 <= seconds_to_wait(format_datetime(later, usegmt=True)) <= 3600


@given(st.text(max_size=40))
def test_whatever_the_header_holds_it_is_a_wait(header: str) -> None:
    assert seconds_to_wait(header) >= 0
