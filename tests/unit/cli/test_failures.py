"""What nobody expected: a clear sentence, a code, and nothing of the data."""

import json

import pytest

from eclaireur.assistant import Assistant

from .conftest import Run

PRIVATE = "what a record says"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> type[Exception]:
    """Make the list of suggestions fail as no one expects."""

    async def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError(PRIVATE)

    monkeypatch.setattr(Assistant, "find_suggestions", fail)
    return ZeroDivisionError


@pytest.mark.usefixtures("broken")
def test_a_defect_is_told_without_the_data(run: Run) -> None:
    ran = run("suggestions")
    assert (ran.code, ran.out) == (1, "")
    assert "ZeroDivisionError" in ran.err
    assert "ECLAIREUR_TRACE" in ran.err
    assert PRIVATE not in ran.err
    problem = json.loads(run("suggestions", "--json").err)
    assert problem["code"] == "unexpected"


def test_its_trace_is_shown_on_demand(
    run: Run, broken: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECLAIREUR_TRACE", "1")
    with pytest.raises(broken):
        run("suggestions")


def test_an_interruption_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Assistant, "find_suggestions", interrupt)
    ran = run("suggestions")
    assert ran.code == 130
    assert ran.err.strip() == "Interrompu."
