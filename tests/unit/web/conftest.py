"""The application over a real store, asked without a network."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from empty_stores import empty_data

from eclaireur.assistant import Assistant
from eclaireur.core.concept import Concept, Vocabulary
from eclaireur.core.dataset import Dataset
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, Ranker
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.store import open_store
from eclaireur.tasks.registry import all_tasks
from eclaireur.web.app import create_app

from .visitors import DESCRIPTION, ORIGIN, Browser, Clock

ENERGIES = Vocabulary(
    name="énergies",
    concepts=(
        Concept(uri="https://voc.example/energie", labels={"fr": "<b>énergie</b>"}),
        Concept(
            uri="https://voc.example/geothermie?a=1&b=2",
            labels={"fr": "géothermie"},
            broader=("https://voc.example/energie",),
        ),
    ),
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def assistant(tmp_path: Path, clock: Clock) -> AsyncIterator[Assistant]:
    async def vocabulary() -> PortalVocabulary:
        return PortalVocabulary.learn([])

    settings = Settings(data=empty_data(tmp_path))
    async with open_store(settings.database_url) as store:
        index = SearchIndex(tmp_path / "search", store)
        yield Assistant(
            store,
            all_tasks(vocabulary, Ranker.shipped(), ControlledTerms((ENERGIES,))),
            now=clock,
            search=index,
        )


@pytest.fixture
async def browser(assistant: Assistant) -> AsyncIterator[Browser]:
    transport = httpx.ASGITransport(create_app(assistant))
    async with Browser(transport=transport, base_url=ORIGIN) as browser:
        yield browser


@pytest.fixture
async def dataset(assistant: Assistant) -> Dataset:
    """A dataset of the catalogue that a short description can be proposed for."""
    dataset = Dataset(identifier="arbres", title="Arbres des rues", description=DESCRIPTION)
    await assistant.put_datasets([dataset])
    return dataset
