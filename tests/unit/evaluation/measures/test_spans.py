from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from eclaireur.evaluation.measures.spans import covers, touches


class Part(NamedTuple):
    start: int
    end: int


PARTS = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda p: Part(p[0], p[0] + p[1]))


@given(PARTS, PARTS)
def test_touching_is_sharing_a_character(one: Part, other: Part) -> None:
    assert touches(one, other) is bool({*range(*one)} & {*range(*other)})


@given(st.lists(PARTS, max_size=5), PARTS)
def test_covering_is_holding_every_character(found: list[Part], wanted: Part) -> None:
    held = {at for each in found for at in range(*each)}
    assert covers(found, wanted) is ({*range(*wanted)} <= held)
