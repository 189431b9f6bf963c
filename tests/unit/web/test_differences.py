"""What a text says otherwise than another."""

from hypothesis import given
from hypothesis import strategies as st

from eclaireur.web.differences import LONGEST_COMPARED, differing

words = st.text(alphabet="ab c,’\n", max_size=30)


@given(words, words)
def test_nothing_is_lost_and_what_is_alike_is_in_the_other(text: str, other: str) -> None:
    pieces = list(differing(text, other))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece in other for piece, differs in pieces if not differs)


def test_the_same_text_does_not_differ() -> None:
    assert list(differing("Budget de 2024", "Budget de 2024")) == [("Budget de 2024", False)]


def test_a_long_text_differs_as_a_whole() -> None:
    long = "mot " * LONGEST_COMPARED
    assert list(differing(long, "mot")) == [(long, True)]
    assert list(differing(long, long)) == [(long, False)]
