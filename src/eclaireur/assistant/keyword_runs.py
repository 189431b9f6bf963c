"""Trainings and measures of the ranker of keywords, with a trace that everybody can follow."""

import secrets
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from pydantic import ValidationError

from eclaireur.assistant.keyword_training import KeywordTraining, Trained
from eclaireur.core.base import Noun
from eclaireur.core.errors import EclaireurError
from eclaireur.core.suggestion import Reason
from eclaireur.methods.vocabulary import Training

_BETWEEN_WRITES_S = 0.5

_Outcome = TypeVar("_Outcome")


class RunKind(StrEnum):
    """What is done with the ranker of keywords."""

    TRAIN = "train"
    EVALUATE = "evaluate"


class RunState(StrEnum):
    """What became of it."""

    UNDER_WAY = "under_way"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    """Its process ended before it did; nothing was changed."""


class Run(Noun):
    """One training or one measure."""

    key: str
    kind: RunKind
    began_at: datetime
    datasets: int = 0
    """How many it has looked at: 0 while it reads the catalogue."""
    ended_at: datetime | None = None
    training: Training | None = None
    """What was learned, or what serves, with its figures."""
    former: Training | None = None
    """What served when it was trained, with its figures on the same datasets."""
    is_kept: bool | None = None
    """Whether what was learned serves from now on."""
    error: Reason | None = None
    """Why it failed: the code of an error, with its parameters."""


class Journal(Protocol):
    """Where the last run is written, by one process at a time."""

    def held(self) -> AbstractContextManager[None]: ...

    @property
    def is_held(self) -> bool: ...

    def write(self, content: str) -> None: ...

    def read(self) -> str | None: ...


class KeywordRuns:
    """Trains and measures as `KeywordTraining` does, one at a time, and writes how far it is."""

    def __init__(self, training: KeywordTraining, journal: Journal) -> None:
        self._training = training
        self._journal = journal

    async def train(
        self,
        advance: Callable[[], None] = lambda: None,
        begun: Callable[[], None] = lambda: None,
    ) -> Trained:
        """Learn a ranker, and put it in place unless it is worse than the one that serves.

        Args:
            advance: told of each dataset looked at.
            begun: told once nobody else can begin.

        Raises:
            WorkUnderWay: another run is.
            TooFewDatasets: the catalogue has too few datasets with keywords.
            UnusableRanker: the one in place cannot be read.
        """
        return await self._recorded(
            RunKind.TRAIN,
            self._training.train,
            lambda outcome: {
                "training": outcome.training,
                "former": outcome.former,
                "is_kept": outcome.kept,
            },
            advance,
            begun,
        )

    async def evaluate(
        self,
        advance: Callable[[], None] = lambda: None,
        begun: Callable[[], None] = lambda: None,
    ) -> Training:
        """Measure the ranker that serves on what this catalogue keeps aside.

        Raises:
            WorkUnderWay: another run is.
            UnusableRanker: it cannot be read.
        """
        return await self._recorded(
            RunKind.EVALUATE,
            self._training.evaluate,
            lambda training: {"training": training},
            advance,
            begun,
        )

    async def _recorded(
        self,
        kind: RunKind,
        work: Callable[[Callable[[], None]], Awaitable[_Outcome]],
        told: Callable[[_Outcome], dict[str, object]],
        advance: Callable[[], None],
        begun: Callable[[], None],
    ) -> _Outcome:
        with self._journal.held():
            run = Run(key=secrets.token_hex(8), kind=kind, began_at=datetime.now(UTC))
            progress = _Progress(run, self._journal)
            begun()

            def looked_at() -> None:
                progress.advance()
                advance()

            try:
                outcome = await work(looked_at)
            except EclaireurError as error:
                progress.end(error=Reason(code=error.code, params=error.params))
                raise
            progress.end(**told(outcome))
            return outcome


class _Progress:
    """Writes how far a run is, no oftener than people read it."""

    def __init__(self, run: Run, journal: Journal) -> None:
        self._run = run
        self._journal = journal
        self._datasets = 0
        self._write()

    def advance(self) -> None:
        self._datasets += 1
        if time.monotonic() >= self._next:
            self._write()

    def end(self, **outcome: object) -> None:
        self._run = self._run.model_copy(update={"ended_at": datetime.now(UTC), **outcome})
        self._write()

    def _write(self) -> None:
        self._run = self._run.model_copy(update={"datasets": self._datasets})
        self._journal.write(self._run.model_dump_json())
        self._next = time.monotonic() + _BETWEEN_WRITES_S


def last_run(journal: Journal) -> tuple[Run, RunState] | None:
    """Return the last run and what became of it; None if there was none, or none that is readable.

    Raises:
        StoreUnavailable: its trace cannot be read.
    """
    run = _read(journal)
    if run is None:
        return None
    if run.ended_at is None and not journal.is_held:
        # It may have ended between the two.
        run = _read(journal) or run
        if run.ended_at is None and not journal.is_held:
            return run, RunState.STOPPED
    if run.ended_at is None:
        return run, RunState.UNDER_WAY
    return run, RunState.FAILED if run.error else RunState.DONE


def _read(journal: Journal) -> Run | None:
    content = journal.read()
    try:
        return Run.model_validate_json(content) if content else None
    except ValidationError:
        # Another version of the program wrote it: the next run replaces it.
        return None
