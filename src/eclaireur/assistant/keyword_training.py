"""Learning how this portal chooses its keywords, and refusing what would be worse."""

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple, Protocol

from eclaireur.core.ports import Store
from eclaireur.methods.vocabulary import (
    Figures,
    PortalVocabulary,
    Ranker,
    Readings,
    Training,
    evaluate,
    learn,
)

_DIGITS = 8


class Rankers(Protocol):
    """Where the ranker that serves is kept."""

    def ranker(self) -> Ranker: ...

    def keep(self, ranker: Ranker) -> None: ...


class Trained(NamedTuple):
    """What a training gave."""

    training: Training
    former: Training
    """Of the ranker that served, with its figures on the same datasets kept aside."""
    kept: bool
    """Whether the new one serves from now on: it is no worse."""


class KeywordTraining:
    """Trains and measures the ranker of keywords on the catalogue of this installation."""

    def __init__(
        self,
        store: Store,
        rankers: Rankers,
        readings: Callable[[], Awaitable[Readings]],
    ) -> None:
        self._store = store
        self._rankers = rankers
        self._readings = readings

    async def train(self, advance: Callable[[], None] = lambda: None) -> Trained:
        """Learn a ranker, and put it in place unless it is worse than the one that serves.

        Args:
            advance: told of each dataset looked at.

        Raises:
            TooFewDatasets: the catalogue has too few datasets with keywords.
            UnusableRanker: the one in place cannot be read.
        """
        former = self._rankers.ranker()
        start = time.monotonic()
        uses = [use async for use in self._store.keyword_uses()]
        readings = await self._readings()

        def work() -> Trained:
            trees, examples = learn(uses, PortalVocabulary(readings), advance)
            figures, formerly = evaluate([trees, former.trees], uses, readings, advance)
            training = Training(
                version=hashlib.sha256(trees.leaves.tobytes()).hexdigest()[:_DIGITS],
                datasets=len(uses),
                examples=examples,
                figures=figures,
                seconds=round(time.monotonic() - start, 1),
            )
            kept = figures.mean >= formerly.mean
            if kept:
                self._rankers.keep(Ranker(trees, training))
            return Trained(training, former.training.model_copy(update={"figures": formerly}), kept)

        return await asyncio.to_thread(work)

    async def evaluate(self, advance: Callable[[], None] = lambda: None) -> Training:
        """Measure the ranker that serves on what this catalogue keeps aside.

        Raises:
            UnusableRanker: it cannot be read.
        """
        ranker = self._rankers.ranker()
        uses = [use async for use in self._store.keyword_uses()]
        readings = await self._readings()

        def work() -> Figures:
            [figures] = evaluate([ranker.trees], uses, readings, advance)
            return figures

        return ranker.training.model_copy(update={"figures": await asyncio.to_thread(work)})
