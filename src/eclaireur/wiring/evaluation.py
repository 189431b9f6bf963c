"""What an evaluation needs."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from eclaireur.configuration import read_configuration
from eclaireur.core.call import EVALUATION, JUDGE
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import UnknownModel
from eclaireur.evaluation import JUDGE_VERSION, Equipment, Judge
from eclaireur.models import Gate, Resilient
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.store import LearnedVocabulary
from eclaireur.wiring.models import generations, models_of
from eclaireur.wiring.store import opened_store
from eclaireur.wiring.tasks import tasks_of
from eclaireur.wiring.today import today
from eclaireur.wiring.way_out import way_out


@asynccontextmanager
async def open_evaluation(
    settings: Settings,
    *,
    models: Sequence[str] = (),
    judge: tuple[str, str] | None = None,
    records: Mapping[str, Dataset] | None = None,
) -> AsyncIterator[tuple[Equipment, Judge | None]]:
    """Open what an evaluation needs. No model is opened but those that are named.

    Args:
        settings: where the data is.
        models: the models that propose, by their declared names.
        judge: the one that judges pairs, if any, and the field they are of.
        records: those given beside the file, by identifier.

    Raises:
        InvalidInput: the configuration is wrong, or declares no such model.
        StoreUnavailable: the data directory or the database cannot be used.
    """
    declared = read_configuration(settings.configuration_file)
    named = dict.fromkeys([*models, *([judge[0]] if judge else [])])
    for each in named:
        if each not in declared.models:
            raise UnknownModel(model=each, known=", ".join(declared.models))
    configuration = declared.model_copy(
        update={"models": {name: declared.models[name] for name in named}}
    )
    async with (
        opened_store(settings) as store,
        way_out(configuration.standing_destinations, store) as egress,
    ):
        opened = {each.name: Resilient(each) for each in models_of(configuration, egress)}
        learned = LearnedVocabulary(settings.learned, store)
        tasks = tasks_of(settings, learned)
        equipment = Equipment(
            tasks=tasks,
            generations={
                task.field: generations(
                    task, models, opened, store, configuration.budgets_of(task.field), EVALUATION
                )
                for task in tasks
            },
            vocabulary=learned.current,
            search=SearchIndex(settings.search, store, popularity=configuration.search.popularity),
            store=store,
            today=today,
            records=records or {},
        )
        if judge is None:
            yield equipment, None
            return
        name, field = judge
        gate = Gate(
            opened[name],
            store,
            task=field,
            task_version=f"{JUDGE} {JUDGE_VERSION}",
            method=JUDGE,
            budgets=configuration.budgets_of(field),
            today=today,
        )
        yield equipment, Judge(gate)
