import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.text.slug import slug


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("Œuvres d'art", "oeuvres-dart"),
        ("Cours d’eau", "cours-deau"),
        ("Budget -- primitif (2024)", "budget-primitif-2024"),
        ("données_ouvertes", "donnees-ouvertes"),
        ("bus", "bus"),
    ],
)
def test_the_portal_s_form(text: str, keyword: str) -> None:
    assert slug(text) == keyword


@pytest.mark.parametrize("text", ["", "  ", "é!", "R&", "a" * 97])
def test_what_is_too_short_or_too_long_has_none(text: str) -> None:
    assert slug(text) is None


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gives_a_keyword_that_is_its_own_slug_or_none(text: str) -> None:
    keyword = slug(text)
    if keyword is not None:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", keyword)
        assert slug(keyword) == keyword
