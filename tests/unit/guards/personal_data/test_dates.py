import re

import pytest

from eclaireur.guards.personal_data.dates import DATE, year_of

_DATE = re.compile(DATE, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("12/03/1984", 1984),
        ("12.3.84", 1984),
        ("1984-03-12", 1984),
        ("19840312", 1984),
        ("1er mars 2001", 2001),
        ("12 MARS 1984", 1984),
        ("12-mars-1984", 1984),
        ("12 March 1984", 1984),
        ("March 12th, 1984", 1984),
        ("premier mai mil neuf cent soixante-quatre", 1900),
        ("vingt et un août deux mille trois", 1900),
    ],
)
def test_a_date_in_any_form(text: str, year: int) -> None:
    match = _DATE.fullmatch(text)
    assert match
    assert year_of(match) == year


@pytest.mark.parametrize("text", ["32/01/1984", "12/13/1984", "12/03-1984", "mars 1984", "1984"])
def test_what_is_not_a_full_date(text: str) -> None:
    assert _DATE.fullmatch(text) is None
