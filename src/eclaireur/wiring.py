"""The one place where the parts are put together."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from eclaireur.assistant import Assistant
from eclaireur.configuration import Configuration, read_configuration, read_key
from eclaireur.core.errors import StoreUnavailable
from eclaireur.core.ports import Store
from eclaireur.egress import open_egress
from eclaireur.methods.vocabulary import PortalVocabulary
from eclaireur.models import OpenAICompatible
from eclaireur.settings import Settings
from eclaireur.store import open_store
from eclaireur.tasks.registry import all_tasks


@asynccontextmanager
async def open_assistant(settings: Settings) -> AsyncIterator[Assistant]:
    """Open the installation, and close it at the end. Drafts that are due are deleted first.

    Raises:
        InvalidInput: the configuration is wrong, or declares a model that its policy refuses.
        StoreUnavailable: the data directory or the database cannot be used.
    """
    read_configuration(settings.configuration_file)
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(place=str(settings.data), problem=str(error)) from error
    async with open_store(settings.database_url) as store:
        assistant = Assistant(store, all_tasks(_vocabulary_of(store)))
        await assistant.drop_expired_drafts()
        yield assistant


@asynccontextmanager
async def open_models(configuration: Configuration) -> AsyncIterator[Sequence[OpenAICompatible]]:
    """Open the way out to the models that are declared, and nowhere else.

    Raises:
        KeyMissing: the key of one is not where its declaration says.
    """
    keys = {
        name: read_key(name, declaration.key) if declaration.key else None
        for name, declaration in configuration.models.items()
    }
    async with open_egress(configuration.destinations) as egress:
        yield [
            OpenAICompatible(name, declaration, egress, keys[name])
            for name, declaration in configuration.models.items()
        ]


def _vocabulary_of(store: Store) -> Callable[[], Awaitable[PortalVocabulary]]:
    """The vocabulary of the catalogue as it stands, learned again when it has changed."""
    learned: tuple[str, PortalVocabulary] | None = None
    learning = asyncio.Lock()

    async def current() -> PortalVocabulary:
        nonlocal learned
        async with learning:
            revision = await store.catalogue_revision()
            if learned is None or learned[0] != revision:
                uses = [use async for use in store.keyword_uses()]
                # It takes seconds on a large catalogue, and others are being answered.
                learned = revision, await asyncio.to_thread(PortalVocabulary.learn, uses)
            return learned[1]

    return current
