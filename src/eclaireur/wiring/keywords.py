"""What learns how this portal chooses its keywords, here and in another process."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from eclaireur.assistant import KeywordRuns, KeywordTraining, KeywordWorkshop, RunKind
from eclaireur.processes import start
from eclaireur.settings import Settings
from eclaireur.store import LearnedVocabulary, RankerFile, VocabularyFiles, WorkFile
from eclaireur.wiring.store import opened_store


@asynccontextmanager
async def open_keyword_training(settings: Settings) -> AsyncIterator[KeywordRuns]:
    """Open what learns how this portal chooses its keywords, and tells how far it is.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    async with opened_store(settings) as store:
        learned = LearnedVocabulary(settings.learned, store)
        training = KeywordTraining(store, RankerFile(settings.ranker_file), learned.readings)
        yield KeywordRuns(training, WorkFile(settings.keyword_runs))


def workshop(settings: Settings) -> KeywordWorkshop:
    """Where an operator trains, measures and takes back, beside those who are served."""
    return KeywordWorkshop(
        RankerFile(settings.ranker_file),
        VocabularyFiles(settings.vocabularies),
        WorkFile(settings.keyword_runs),
        partial(_start_run, settings),
    )


async def _start_run(settings: Settings, kind: RunKind) -> None:
    """Train or measure in another process: the pages are served meanwhile, at their pace.

    Raises:
        WorkUnderWay: another run is.
    """
    await start(partial(_run, settings, kind))


async def _run(settings: Settings, kind: RunKind, begun: Callable[[], None]) -> None:
    async with open_keyword_training(settings) as runs:
        work = {RunKind.TRAIN: runs.train, RunKind.EVALUATE: runs.evaluate}[kind]
        await work(begun=begun)
