"""The models that are declared, and what each task may use of them."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from eclaireur.assistant import TaskMeans
from eclaireur.configuration import Configuration, read_configuration, read_key
from eclaireur.core.ports import Store
from eclaireur.egress import Egress
from eclaireur.ledger.budget import Budgets
from eclaireur.models import METHOD, Gate, Generation, OpenAICompatible, Resilient
from eclaireur.settings import Settings
from eclaireur.store import LearnedVocabulary
from eclaireur.tasks.task import Task
from eclaireur.wiring.store import opened_store
from eclaireur.wiring.tasks import tasks_of
from eclaireur.wiring.today import today
from eclaireur.wiring.way_out import way_out


@asynccontextmanager
async def open_models(
    settings: Settings, configuration: Configuration
) -> AsyncIterator[Sequence[OpenAICompatible]]:
    """Open the way out to the models of a configuration, and nowhere else.

    Raises:
        KeyMissing: the key of one is not where its declaration says.
        StoreUnavailable: what leaves could not be counted.
    """
    async with (
        opened_store(settings) as store,
        way_out(configuration.standing_destinations, store) as egress,
    ):
        yield models_of(configuration, egress)


async def means_of_tasks(settings: Settings) -> tuple[TaskMeans, ...]:
    """Say what each task may use now. No model is opened, so their keys may be missing.

    Raises:
        InvalidInput: the configuration is wrong.
        StoreUnavailable: the data directory or the database cannot be used.
    """
    configuration = read_configuration(settings.configuration_file)
    async with opened_store(settings) as store:
        switches = await store.switches()
        spent = await store.spent_on(today())
        return tuple(
            TaskMeans.of(
                task.field,
                [
                    *((method.name, method.model) for method in task.methods),
                    *((METHOD, name) for name in configuration.models_for(task.field)),
                ],
                automatic=configuration.settings_of(task.field).automatic,
                budgets=configuration.budgets_of(task.field),
                switches=switches,
                spent=spent,
            )
            for task in tasks_of(settings, LearnedVocabulary(settings.learned, store))
        )


def models_of(configuration: Configuration, egress: Egress) -> Sequence[OpenAICompatible]:
    """The models that are declared, each with its key. Raises KeyMissing."""
    keys = {
        name: read_key(name, declaration.key) if declaration.key else None
        for name, declaration in configuration.models.items()
    }
    return [
        OpenAICompatible(name, declaration, egress, keys[name])
        for name, declaration in configuration.models.items()
    ]


def with_models(
    task: Task, configuration: Configuration, models: Mapping[str, Resilient], store: Store
) -> Task:
    """The task, with the models that serve those who ask for another proposal."""
    budgets = configuration.budgets_of(task.field)
    names = configuration.models_for(task.field)
    by_models = generations(task, names, models, store, budgets, METHOD)
    return replace(
        task,
        methods=(*task.methods, *by_models),
        automatic=configuration.settings_of(task.field).automatic,
        budgets=budgets,
    )


def generations(
    task: Task,
    names: Sequence[str],
    models: Mapping[str, Resilient],
    store: Store,
    budgets: Budgets,
    method: str,
) -> list[Generation]:
    """The methods that ask models, each through a gate of its own; the meter names the method."""
    return [
        Generation(
            task.question,
            Gate(
                models[name],
                store,
                task=task.field,
                task_version=task.version,
                method=method,
                budgets=budgets,
                today=today,
            ),
        )
        for name in names
    ]
