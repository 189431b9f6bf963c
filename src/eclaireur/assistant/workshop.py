"""What an operator does for the keywords of a portal, while its pages are served."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from eclaireur.assistant.keyword_runs import Journal, Run, RunKind, RunState, last_run
from eclaireur.assistant.keyword_training import Rankers
from eclaireur.core.concept import Vocabulary
from eclaireur.methods.vocabulary import Training


class Vocabularies(Protocol):
    """Where the controlled vocabularies are kept."""

    def all(self) -> tuple[Vocabulary, ...]: ...

    def keep(self, vocabulary: Vocabulary) -> None: ...


@dataclass(frozen=True)
class KeywordWorkshop:
    """The controlled vocabularies, and the ranker of keywords, trained in a process of its own.

    `start` begins a run and returns once nobody else can begin one; it raises WorkUnderWay.
    """

    rankers: Rankers
    vocabularies: Vocabularies
    journal: Journal
    start: Callable[[RunKind], Awaitable[None]]

    async def listed(self) -> tuple[Vocabulary, ...]:
        """Return the vocabularies, by name. Raises UnusableVocabulary, StoreUnavailable."""
        return await asyncio.to_thread(self.vocabularies.all)

    async def add(self, vocabulary: Vocabulary) -> None:
        """Put a vocabulary in place of the one of its name, if any. Raises StoreUnavailable."""
        await asyncio.to_thread(self.vocabularies.keep, vocabulary)

    async def serving(self) -> Training:
        """Return what is known of the ranker that serves. Raises UnusableRanker."""
        return (await asyncio.to_thread(self.rankers.ranker)).training

    async def last_run(self) -> tuple[Run, RunState] | None:
        """Return the last training or measure, whoever began it, and what became of it."""
        return await asyncio.to_thread(last_run, self.journal)
