"""The assistant of an installation, over its store, its tasks and its models."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from eclaireur.assistant import Assistant
from eclaireur.configuration import Configuration, read_configuration
from eclaireur.core.ports import Store, Tracer
from eclaireur.core.untraced import UNTRACED
from eclaireur.egress import Egress
from eclaireur.models import Resilient, Traced
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.store import LearnedVocabulary
from eclaireur.wiring.models import models_of, with_models
from eclaireur.wiring.store import opened_store
from eclaireur.wiring.tasks import tasks_of
from eclaireur.wiring.way_out import way_out


@dataclass(frozen=True)
class Assembled:
    """An assistant, and the parts that it was made of."""

    assistant: Assistant
    configuration: Configuration
    store: Store
    egress: Egress
    tracer: Tracer


@asynccontextmanager
async def open_assistant(settings: Settings) -> AsyncIterator[Assistant]:
    """Open the assistant of an installation, as `assembled` does."""
    async with assembled(settings) as parts:
        yield parts.assistant


@asynccontextmanager
async def assembled(settings: Settings) -> AsyncIterator[Assembled]:
    """Put the assistant together, and close its parts at the end. Drafts that are due go first.

    Raises:
        InvalidInput: the configuration is wrong, declares a model that its policy refuses, or
            names a key that is not there.
        StoreUnavailable: the data directory or the database cannot be used.
    """
    configuration = read_configuration(settings.configuration_file)
    async with (
        opened_store(settings) as store,
        way_out(configuration.standing_destinations, store) as egress,
        _opened_traces(configuration, egress) as tracer,
    ):
        models = {
            each.name: Resilient(Traced(each, tracer)) for each in models_of(configuration, egress)
        }
        learned = LearnedVocabulary(settings.learned, store)
        assistant = Assistant(
            store,
            [
                with_models(task, configuration, models, store)
                for task in tasks_of(settings, learned)
            ],
            declared=configuration.declared,
            turns={name: each.turns for name, each in models.items()},
            budget=configuration.budgets.total,
            refusals=lambda: egress.refusals,
            tracer=tracer,
            remarks=configuration.feedback.free_text,
            second_looks=configuration.review.second_looks,
            search=SearchIndex(settings.search, store, popularity=configuration.search.popularity),
            followers=[learned],
        )
        await assistant.drop_expired()
        yield Assembled(assistant, configuration, store, egress, tracer)


@asynccontextmanager
async def _opened_traces(configuration: Configuration, egress: Egress) -> AsyncIterator[Tracer]:
    telemetry = configuration.telemetry
    if telemetry is None:
        yield UNTRACED
        return
    # Only installations that ask for traces need it.
    from eclaireur.telemetry import open_traces  # noqa: PLC0415

    async with open_traces(
        egress, address=telemetry.address, service_name=telemetry.service_name
    ) as tracer:
        yield tracer
