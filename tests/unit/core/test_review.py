"""How far a proposal is supported."""

from datetime import date

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Bearers, Evidence, OwnKeyword, Passage, Support
from eclaireur.core.review import certainty
from eclaireur.core.suggestion import Event, Reason, State, Suggestion, Value

DAY = date(2026, 3, 14)
PASSAGE = Passage(field="title", start=0, end=1, text="A")
RARE, COMMON = Bearers(count=1, examples=()), Bearers(count=30, examples=())


def proposed(
    value: Value,
    *evidence: tuple[str, int | None, Support],
    caution: Reason | None = None,
) -> Suggestion:
    dataset = Dataset(identifier="d", title="A", description="")
    made = Suggestion.requested(
        dataset, field="f", number=1, task_version="1", reads=("title",), day=DAY
    )
    return made.following(
        Event(
            state=State.PROPOSED,
            day=DAY,
            value=value,
            evidence=tuple(Evidence(part=p, offset=o, support=s) for p, o, s in evidence),
            caution=caution,
        )
    )


def test_a_text_is_as_sure_as_the_share_of_it_that_has_evidence() -> None:
    assert certainty(proposed("abcdefghij", ("abcde", 0, PASSAGE))) == 500
    assert certainty(proposed("abcde", ("abcde", 0, PASSAGE))) == 1000
    assert certainty(proposed("abcde")) == 0


def test_two_passages_for_one_part_count_once() -> None:
    twice = proposed("abcdefghij", ("abcde", 0, PASSAGE), ("abcde", 0, PASSAGE))
    assert certainty(twice) == 500


def test_a_list_is_as_sure_as_its_values() -> None:
    some = proposed(("a", "b", "c", "d"), ("a", None, COMMON), ("b", None, RARE))
    assert certainty(some) == 375
    better = proposed(("a",), ("a", None, RARE), ("a", None, OwnKeyword(keyword="x")))
    assert certainty(better) == 1000


def test_a_caution_makes_less_sure() -> None:
    caution = Reason(code="small")
    assert certainty(proposed("ab", ("ab", 0, PASSAGE), caution=caution)) == 500
    assert certainty(proposed("ab", caution=caution)) == 0
