"""A training or a measure leaves a trace that says what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from eclaireur.assistant import KeywordRuns, KeywordTraining, RunKind, RunState, Trained
from eclaireur.assistant.keyword_runs import last_run
from eclaireur.core.errors import TooFewDatasets, WorkUnderWay
from eclaireur.methods.vocabulary import Ranker, Training
from eclaireur.store import WorkFile

TRAINING = Ranker.shipped().training


class Trainer:
    """Looks at so many datasets, then says what it is told to."""

    def __init__(self, *, kept: bool = True, error: Exception | None = None) -> None:
        self.kept = kept
        self.error = error
        self.meanwhile: Callable[[], None] = lambda: None

    async def train(self, advance: Callable[[], None]) -> Trained:
        for _ in range(3):
            advance()
        self.meanwhile()
        if self.error:
            raise self.error
        return Trained(TRAINING, TRAINING.model_copy(update={"version": "former"}), self.kept)

    async def evaluate(self, advance: Callable[[], None]) -> Training:
        advance()
        self.meanwhile()
        return TRAINING


@pytest.fixture
def journal(tmp_path: Path) -> WorkFile:
    return WorkFile(tmp_path / "run.json")


def runs_of(trainer: Trainer, journal: WorkFile) -> KeywordRuns:
    return KeywordRuns(cast("KeywordTraining", trainer), journal)


async def test_while_it_is_under_way_others_see_it_and_cannot_begin(journal: WorkFile) -> None:
    trainer = Trainer()
    seen: list[object] = []

    def look() -> None:
        last = last_run(journal)
        assert last is not None
        seen.append((last[0].kind, last[1], last[0].training))

    trainer.meanwhile = look
    begun: list[bool] = []

    def begin() -> None:
        begun.append(journal.is_held)

    advanced: list[None] = []
    await runs_of(trainer, journal).train(lambda: advanced.append(None), begin)
    assert seen == [(RunKind.TRAIN, RunState.UNDER_WAY, None)]
    assert begun == [True]
    assert len(advanced) == 3
    with journal.held(), pytest.raises(WorkUnderWay):
        await runs_of(trainer, journal).evaluate()
    last = last_run(journal)
    assert last is not None
    # What could not begin says nothing over what was done.
    assert last[0].kind is RunKind.TRAIN


@pytest.mark.parametrize("kept", [True, False])
async def test_what_a_training_gave_is_told(journal: WorkFile, *, kept: bool) -> None:
    assert last_run(journal) is None
    await runs_of(Trainer(kept=kept), journal).train()
    last = last_run(journal)
    assert last is not None
    run, state = last
    assert state is RunState.DONE
    assert (run.is_kept, run.training, run.datasets) == (kept, TRAINING, 3)
    assert run.former is not None
    assert run.former.version == "former"


async def test_a_measure_is_told(journal: WorkFile) -> None:
    await runs_of(Trainer(), journal).evaluate()
    last = last_run(journal)
    assert last is not None
    assert (last[0].kind, last[1], last[0].training) == (RunKind.EVALUATE, RunState.DONE, TRAINING)


async def test_what_it_lacked_is_told(journal: WorkFile) -> None:
    trainer = Trainer(error=TooFewDatasets(number=3, minimum=300))
    with pytest.raises(TooFewDatasets):
        await runs_of(trainer, journal).train()
    last = last_run(journal)
    assert last is not None
    run, state = last
    assert state is RunState.FAILED
    assert run.error is not None
    assert (run.error.code, run.error.params["minimum"]) == ("too-few-datasets", 300)


async def test_what_ended_without_a_word_has_stopped(journal: WorkFile) -> None:
    with pytest.raises(ZeroDivisionError):
        await runs_of(Trainer(error=ZeroDivisionError()), journal).train()
    last = last_run(journal)
    assert last is not None
    assert last[1] is RunState.STOPPED


def test_what_another_version_wrote_is_no_run(journal: WorkFile) -> None:
    journal.write('{"key": 1}')
    assert last_run(journal) is None
