"""A clock that jumps years forward, or before there were computers: nothing decided is lost.

Days are written by whatever the clock says; the order of events is their number, never their day.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small_catalogue import RECORDS, TREES

from eclaireur.assistant import Assistant
from eclaireur.catalogues.record import dataset_from_record
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import DatasetNotFound
from eclaireur.core.suggestion import Action, Decision, State
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, Ranker
from eclaireur.search import SearchIndex
from eclaireur.store import open_store
from eclaireur.tasks.registry import all_tasks

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
ACCEPT = Decision(action=Action.ACCEPT)


class Clock:
    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def assistant(data: Path, database: str | None, clock: Clock) -> AsyncIterator[Assistant]:
    async def vocabulary() -> PortalVocabulary:
        return PortalVocabulary.learn([])

    async with open_store(database or f"sqlite:///{data / 'eclaireur.sqlite'}") as store:
        tasks = all_tasks(vocabulary, Ranker.shipped(), ControlledTerms(()))
        search = SearchIndex(data / "search", store)
        yield Assistant(store, tasks, now=clock, search=search)


@pytest.mark.parametrize(
    "jump", [timedelta(days=4_000), timedelta(days=-25_000)], ids=["forward", "back"]
)
async def test_what_was_decided_stands_whatever_the_clock_says(
    assistant: Assistant, clock: Clock, jump: timedelta
) -> None:
    await assistant.put_datasets([dataset_from_record(each) for each in RECORDS])
    proposed = await assistant.suggest(TREES, "short_description")
    await assistant.decide(proposed.key, ACCEPT)
    draft = await assistant.add_draft(Dataset(identifier="x", title="Un brouillon"))

    clock.time += jump
    assert (await assistant.suggest(TREES, "short_description")).state is State.ACCEPTED
    await assistant.undo(proposed.key)
    await assistant.decide(proposed.key, ACCEPT)
    other = await assistant.add_draft(Dataset(identifier="y", title="Un autre"))
    await assistant.drop_expired_drafts()
    assert (await assistant.view(other.identifier)).published.title == "Un autre"
    await assistant.ledger()
    await assistant.learning(None, None)

    clock.time = NOW
    kept = await assistant.suggestion(proposed.key)
    assert [each.state for each in kept.events] == [
        State.REQUESTED,
        State.PROPOSED,
        State.ACCEPTED,
        State.PROPOSED,
        State.ACCEPTED,
    ]
    assert [each.sequence for each in kept.events] == list(range(5))
    await assistant.drop_expired_drafts()
    # A draft lives a day by the clock: one that leapt over the day has ended it.
    if jump > timedelta():
        with pytest.raises(DatasetNotFound):
            await assistant.view(draft.identifier)
    else:
        assert (await assistant.view(draft.identifier)).published.title == "Un brouillon"
