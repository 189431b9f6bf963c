"""A circuit opens after failures in a row, lets one call try after a rest, and closes."""

import asyncio

import pytest

from eclaireur.core.errors import (
    HostUnreachable,
    ModelAnswerUnusable,
    ModelRequestRefused,
    ModelResting,
)
from eclaireur.models.circuit import FAILURES, REST_S, Circuit


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def circuit(clock: Clock) -> Circuit:
    return Circuit("a", clock)


def fail(circuit: Circuit, error: BaseException | None = None) -> None:
    error = error or HostUnreachable(origin="x", problem="connection")
    with pytest.raises(type(error)), circuit.passing():
        raise error


def succeed(circuit: Circuit) -> None:
    with circuit.passing():
        pass


def opened(circuit: Circuit) -> bool:
    try:
        succeed(circuit)
    except ModelResting:
        return True
    return False


def test_failures_in_a_row_open_it(circuit: Circuit) -> None:
    for _ in range(FAILURES - 1):
        fail(circuit)
    succeed(circuit)
    for _ in range(FAILURES):
        fail(circuit)
    with pytest.raises(ModelResting) as resting:
        succeed(circuit)
    assert resting.value.params == {"model": "a", "failures": FAILURES, "seconds": REST_S}


def test_after_a_rest_one_call_tries_and_closes_it(circuit: Circuit, clock: Clock) -> None:
    for _ in range(FAILURES):
        fail(circuit)
    clock.now += REST_S - 1
    assert opened(circuit)
    clock.now += 1
    with circuit.passing():
        assert opened(circuit)
    assert not opened(circuit)


def test_a_try_that_fails_opens_it_again(circuit: Circuit, clock: Clock) -> None:
    for _ in range(FAILURES):
        fail(circuit)
    clock.now += REST_S
    fail(circuit)
    assert opened(circuit)
    clock.now += REST_S
    assert not opened(circuit)


@pytest.mark.parametrize(
    "error",
    [
        ModelAnswerUnusable(model="a", problem="schema"),
        ModelRequestRefused(model="a", origin="x", status=400),
    ],
)
def test_an_answer_shows_that_the_server_works(circuit: Circuit, error: Exception) -> None:
    for _ in range(FAILURES - 1):
        fail(circuit)
    fail(circuit, error)
    fail(circuit)
    assert not opened(circuit)


@pytest.mark.parametrize("error", [asyncio.CancelledError(), KeyError("a defect")])
def test_what_is_no_answer_teaches_nothing(circuit: Circuit, error: BaseException) -> None:
    for _ in range(FAILURES - 1):
        fail(circuit)
    for _ in range(FAILURES):
        fail(circuit, error)
    assert not opened(circuit)
