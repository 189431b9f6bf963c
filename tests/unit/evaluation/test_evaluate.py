"""The table: every method on the same items, whatever is wrong with some."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.errors import InvalidLine, InvalidRecord, NothingToEvaluate
from eclaireur.core.usage import Usage
from eclaireur.evaluation import Change, Evaluation, evaluate, sample
from eclaireur.evaluation.comparison import compare
from eclaireur.evaluation.measured import Cost, Observed
from eclaireur.evaluation.subjects.subject import Answer, Candidate, Item, LeftOut, Record

DAY = date(2026, 11, 26)


class Guesses:
    """A subject: a number in each line, which methods guess."""

    task = "search"
    version = "1"

    def __init__(self, **guesses: float) -> None:
        self.candidates: Sequence[Candidate[float]] = [
            Candidate(name, self._guess(guess), model=name if name == "model" else None)
            for name, guess in guesses.items()
        ]

    async def read(self, record: Record) -> Item[float] | LeftOut:
        number = record.get("number")
        if not isinstance(number, float):
            raise InvalidRecord(problem="missing-key", key="number")
        if number < 0:
            return LeftOut("no-reference")
        return Item(str(record.get("id")), number)

    def _guess(self, guess: float):  # type: ignore[no-untyped-def]  # noqa: ANN202
        async def measure(number: float) -> Answer:
            if number == 0.5:
                return Answer([Observed("mrr", 0)], failed="model-busy")
            usage = Usage(duration_s=1, input_tokens=3, output_tokens=2, energy_wh=0.5)
            return Answer([Observed("mrr", max(0, min(1, number + guess)))], usage=usage)

        return measure


def lines(*numbers: float | None) -> list[tuple[int, Record]]:
    return [
        (place, {"id": f"n{place}", "number": number}) for place, number in enumerate(numbers, 1)
    ]


async def run(subject: Guesses, given: Sequence[object]) -> tuple[Evaluation, list[InvalidLine]]:
    refused: list[InvalidLine] = []
    evaluation = await evaluate(subject, given, seed=1, day=DAY, refuse=refused.append)  # type: ignore[arg-type]
    return evaluation, refused


async def test_a_bad_line_is_told_with_its_number_and_stops_nothing() -> None:
    bad = InvalidLine(line=2, problem="not-json")
    given = [*lines(0.2), bad, *lines(None, -1.0, 0.4)[0:3]]
    evaluation, refused = await run(Guesses(one=0.0), given)
    assert [each.params["line"] for each in refused] == [2, 1]
    assert (evaluation.items, evaluation.left_out) == (2, {"no-reference": 1})
    [figure] = evaluation.methods[0].figures
    assert (figure.value, figure.units) == (pytest.approx(0.3), 2)


async def test_a_failure_counts_as_nothing_and_is_told() -> None:
    evaluation, _ = await run(Guesses(model=0.0), lines(0.5, 1.0))
    [method] = evaluation.methods
    assert method.failed == {"model-busy": 1}
    assert method.figures[0].value == 0.5
    assert method.cost == Cost(tokens=5, energy_wh=0.5, unknown=0)


async def test_lines_that_bear_one_key_are_kept_apart() -> None:
    evaluation, _ = await run(Guesses(one=0.0), [*lines(0.2), *lines(0.4)])
    assert evaluation.methods[0].figures[0].items == {"n1": (0.2,), "n1#2": (0.4,)}


async def test_nothing_to_evaluate_is_an_error() -> None:
    with pytest.raises(NothingToEvaluate):
        await run(Guesses(one=0.0), lines(-1.0))


NUMBERS = [place / 40 for place in range(1, 31) if place != 20]


@pytest.mark.parametrize(
    ("now", "change"),
    [(0.0, Change.NOT_SEEN), (0.1, Change.BETTER), (-0.1, Change.WORSE)],
)
async def test_a_version_beside_a_former_one(now: float, change: Change) -> None:
    former, _ = await run(Guesses(one=0.0), lines(*NUMBERS))
    latter, _ = await run(Guesses(one=now), lines(*NUMBERS))
    comparison = compare(former, latter)
    assert [each.change for each in comparison.differences] == [change]
    assert comparison.regressed is (change is Change.WORSE)
    assert comparison.differences[0].common == len(NUMBERS)


async def test_five_items_that_differ_are_too_few_and_six_are_not() -> None:
    former, _ = await run(Guesses(one=0.0), lines(*NUMBERS[:6]))
    for fewer, change in ((5, Change.NOT_SEEN), (6, Change.BETTER)):
        better = [number + 0.2 for number in NUMBERS[:fewer]] + NUMBERS[fewer:6]
        latter, _ = await run(Guesses(one=0.0), lines(*better))
        assert compare(former, latter).differences[0].change is change


async def test_items_that_one_version_lacks_are_no_difference_by_themselves() -> None:
    # All of the former score 1, and so do most of the latter's, some of which it has alone.
    former, _ = await run(Guesses(one=0.0), lines(*[1.0] * 60))
    for worse, change in ((4, Change.NOT_SEEN), (8, Change.WORSE)):
        latter, _ = await run(Guesses(one=0.0), lines(*[1.0] * (70 - worse), *[0.2] * worse))
        assert compare(former, latter).differences[0].change is change


async def test_a_method_that_is_not_there_any_more_is_not_compared() -> None:
    former, _ = await run(Guesses(one=0.0, two=0.0), lines(*NUMBERS))
    latter, _ = await run(Guesses(one=0.0), lines(*NUMBERS))
    assert {each.method for each in compare(former, latter).differences} == {"one"}


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 9))
def test_a_sample_is_in_order_and_the_same_for_the_same_seed(
    size: int, limit: int, seed: int
) -> None:
    drawn = list(sample(range(size), limit, seed))
    assert len(drawn) == min(size, limit)
    assert drawn == sorted(set(drawn))
    assert drawn == list(sample(range(size), limit, seed))


def test_a_sample_draws_each_line_alike() -> None:
    drawn = [number for seed in range(600) for number in sample(range(6), 2, seed)]
    assert all(150 < drawn.count(number) < 250 for number in range(6))
