"""The one place where the parts are put together."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from pydantic import SecretStr

from eclaireur.assistant import (
    Assistant,
    CampaignWork,
    KeywordRuns,
    KeywordTraining,
    KeywordWorkshop,
    Prepared,
    RunKind,
    Sender,
    SendingDesk,
    TaskMeans,
)
from eclaireur.assistant.sending_desk import Elsewhere
from eclaireur.audit import Inspected, audit
from eclaireur.catalogues.portals import Visitor, open_portal
from eclaireur.catalogues.recipients import Courier, open_recipient
from eclaireur.configuration import (
    Configuration,
    read_configuration,
    read_key,
    read_sign_in_secrets,
)
from eclaireur.core.audit import AuditReport
from eclaireur.core.call import EVALUATION, JUDGE
from eclaireur.core.dataset import Dataset
from eclaireur.core.departure import DECLARED
from eclaireur.core.errors import (
    DatabaseElsewhere,
    StoreUnavailable,
    UnknownModel,
    system_problem,
)
from eclaireur.core.harvest import CatalogueDeclaration, Source
from eclaireur.core.ports import Store, Tracer
from eclaireur.core.sign_in import CAME_BACK, SIGNED_OUT, SignIn
from eclaireur.core.untraced import UNTRACED
from eclaireur.egress import Destination, Egress, open_egress
from eclaireur.evaluation import JUDGE_VERSION, Equipment, Judge
from eclaireur.ledger.budget import Budgets
from eclaireur.methods.vocabulary import ControlledTerms
from eclaireur.models import METHOD, Gate, Generation, OpenAICompatible, Resilient, Traced
from eclaireur.processes import cores, start
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.sign_in import OpenIdClient, Reception
from eclaireur.store import (
    LearnedVocabulary,
    RankerFile,
    VocabularyFiles,
    WorkFile,
    back_up,
    open_store,
    place_of,
    put_back,
)
from eclaireur.tasks.followed import followed
from eclaireur.tasks.registry import all_tasks
from eclaireur.tasks.task import Task

COUNTING_S = 60.0
"""Seconds between two writings of what left: a process that is killed loses that much of them."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Installation:
    """What an installation is made of, for whoever serves it."""

    assistant: Assistant
    tracer: Tracer
    workshop: KeywordWorkshop
    open_reception: Callable[[], Reception | None]
    """Return what signs people in; None where nobody does. Raises SecretMissing."""
    campaign_work: CampaignWork
    desk: SendingDesk


@dataclass(frozen=True)
class Worked:
    """How a turn at a campaign ended."""

    stopped: str | None
    """None once every record has been tried; else what keeps the others from it: the code of a
    reason, a state of the campaign, `interrupted` or `stuck`."""


@asynccontextmanager
async def open_assistant(settings: Settings) -> AsyncIterator[Assistant]:
    """Open the installation for its assistant, as `open_installation` does."""
    async with open_installation(settings) as installation:
        yield installation.assistant


@asynccontextmanager
async def open_installation(settings: Settings) -> AsyncIterator[Installation]:
    """Open the installation, and close it at the end. Drafts that are due are deleted first.

    Raises:
        InvalidInput: the configuration is wrong, declares a model that its policy refuses, or
            names a key that is not there.
        StoreUnavailable: the data directory or the database cannot be used.
    """
    configuration = read_configuration(settings.configuration_file)
    async with (
        _opened_store(settings) as store,
        _way_out(configuration.standing_destinations, store) as egress,
        _opened_traces(configuration, egress) as tracer,
    ):
        models = {
            each.name: Resilient(Traced(each, tracer)) for each in _models(configuration, egress)
        }
        learned = LearnedVocabulary(settings.learned, store)
        tasks = [
            _with_models(task, configuration, models, store) for task in _tasks(settings, learned)
        ]
        assistant = Assistant(
            store,
            tasks,
            declared=configuration.declared,
            budget=configuration.budgets.total,
            refusals=lambda: egress.refusals,
            tracer=tracer,
            remarks=configuration.feedback.free_text,
            second_looks=configuration.review.second_looks,
            search=SearchIndex(settings.search, store, popularity=configuration.search.popularity),
            followers=[learned],
        )
        await assistant.drop_expired()
        desk = _desk(settings)
        try:
            yield Installation(
                assistant,
                tracer,
                _workshop(settings),
                partial(_reception, configuration.sign_in, store, egress),
                _campaign_work(settings, assistant),
                desk,
            )
        finally:
            await desk.close()


async def audit_installation(
    settings: Settings, *, pages: Mapping[str, str], policy_of_content: str, logs: Sequence[Path]
) -> AuditReport:
    """Check that the installation keeps its commitments. No model is opened, no server needed.

    Args:
        settings: where the data is.
        pages: the source of every template, style sheet and script, by its name.
        policy_of_content: the Content-Security-Policy of the pages.
        logs: the log files to read, beside those of the data directory.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    async with _opened_store(settings) as store:
        return await audit(
            Inspected(
                settings=settings,
                store=store,
                tasks=_tasks(settings, LearnedVocabulary(settings.learned, store)),
                pages=pages,
                policy_of_content=policy_of_content,
                logs=logs,
                now=datetime.now(UTC),
            )
        )


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
        _opened_store(settings) as store,
        _way_out(configuration.standing_destinations, store) as egress,
    ):
        opened = {each.name: Resilient(each) for each in _models(configuration, egress)}
        learned = LearnedVocabulary(settings.learned, store)
        tasks = _tasks(settings, learned)
        equipment = Equipment(
            tasks=tasks,
            generations={
                task.field: _generations(
                    task, models, opened, store, configuration.budgets_of(task.field), EVALUATION
                )
                for task in tasks
            },
            vocabulary=learned.current,
            search=SearchIndex(settings.search, store, popularity=configuration.search.popularity),
            store=store,
            today=_today,
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
            today=_today,
        )
        yield equipment, Judge(gate)


@asynccontextmanager
async def open_keyword_training(settings: Settings) -> AsyncIterator[KeywordRuns]:
    """Open what learns how this portal chooses its keywords, and tells how far it is.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    async with _opened_store(settings) as store:
        learned = LearnedVocabulary(settings.learned, store)
        training = KeywordTraining(store, RankerFile(settings.ranker_file), learned.readings)
        yield KeywordRuns(training, WorkFile(settings.keyword_runs))


def make_backup(settings: Settings, target: Path) -> tuple[str, ...]:
    """Copy all that is kept in the data directory into another, and return what it holds.

    Raises:
        DatabaseElsewhere: what is kept is in PostgreSQL.
        BackupPlaceTaken: the target is there already, or is in the data directory.
        InvalidInput: the configuration is wrong.
        StoreUnavailable: something cannot be read or written.
    """
    _refuse_elsewhere(settings)
    derived = [settings.search, settings.learned]
    backups = read_configuration(settings.configuration_file).backups
    if backups is not None:
        derived.append(settings.data / backups.directory)
    return back_up(settings.database_file, target, derived=derived)


def restore_backup(settings: Settings, backup: Path) -> tuple[str, ...]:
    """Put a backup back into a data directory that is empty, and return what it holds.

    Raises:
        DatabaseElsewhere: what is kept is in PostgreSQL.
        BackupUnusable: it is no backup, or is broken.
        RestorePlaceTaken: the data directory is not empty.
        StoreUnavailable: something cannot be read or written.
    """
    _refuse_elsewhere(settings)
    return put_back(backup, settings.database_file)


def _refuse_elsewhere(settings: Settings) -> None:
    if settings.database is not None:
        raise DatabaseElsewhere(place=place_of(settings.database))


def open_vocabularies(settings: Settings) -> VocabularyFiles:
    """Open the place of the controlled vocabularies.

    Raises:
        StoreUnavailable: the data directory cannot be used.
    """
    _make_data_directory(settings)
    return VocabularyFiles(settings.vocabularies)


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
        _opened_store(settings) as store,
        _way_out(configuration.standing_destinations, store) as egress,
    ):
        yield _models(configuration, egress)


async def end_sessions(settings: Settings) -> int:
    """Sign everybody out, of every server on the same database; return how many sessions ended.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    async with _opened_store(settings) as store:
        return await store.end_sessions()


async def means_of_tasks(settings: Settings) -> tuple[TaskMeans, ...]:
    """Say what each task may use now. No model is opened, so their keys may be missing.

    Raises:
        InvalidInput: the configuration is wrong.
        StoreUnavailable: the data directory or the database cannot be used.
    """
    configuration = read_configuration(settings.configuration_file)
    async with _opened_store(settings) as store:
        switches = await store.switches()
        spent = await store.spent_on(_today())
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
            for task in _tasks(settings, LearnedVocabulary(settings.learned, store))
        )


def _make_data_directory(settings: Settings) -> None:
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(place=str(settings.data), problem=system_problem(error)) from error


@asynccontextmanager
async def _opened_store(settings: Settings) -> AsyncIterator[Store]:
    _make_data_directory(settings)
    async with open_store(settings.database_url) as store:
        yield store


def _tasks(settings: Settings, learned: LearnedVocabulary) -> tuple[Task, ...]:
    """Every task; what an operator trains or adds meanwhile serves from the next proposal on."""
    ranker, vocabularies = RankerFile(settings.ranker_file), open_vocabularies(settings)

    def made() -> tuple[Task, ...]:
        return all_tasks(learned.current, ranker.ranker(), ControlledTerms(vocabularies.all()))

    return followed(made, lambda: (ranker.stamp, vocabularies.stamp))


def _workshop(settings: Settings) -> KeywordWorkshop:
    return KeywordWorkshop(
        RankerFile(settings.ranker_file),
        VocabularyFiles(settings.vocabularies),
        WorkFile(settings.keyword_runs),
        partial(_start_run, settings),
    )


def _desk(settings: Settings) -> SendingDesk:
    def declared() -> tuple[Mapping[str, CatalogueDeclaration], Elsewhere]:
        configuration = read_configuration(settings.configuration_file)
        return configuration.catalogues, configuration.portals_beside

    return SendingDesk(declared, partial(open_sending, settings))


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


def _reception(declared: SignIn | None, store: Store, egress: Egress) -> Reception | None:
    if declared is None:
        return None
    secret, token = read_sign_in_secrets(declared)
    provider = None
    if declared.openid is not None and secret is not None:
        provider = OpenIdClient(
            declared.openid,
            secret,
            egress,
            came_back=f"{declared.address}{CAME_BACK}",
            signed_out=f"{declared.address}{SIGNED_OUT}",
        )
    return Reception(declared, store, provider=provider, token=token)


async def work_on_campaign(
    settings: Settings,
    assistant: Assistant,
    key: str,
    *,
    workers: int,
    tell: Callable[[], Awaitable[None]],
    begun: Callable[[], None] = lambda: None,
) -> Worked:
    """Propose for the records of a campaign, with the other workers that are there, to the end.

    SIGINT and SIGTERM end it once what is under way has ended.

    Args:
        settings: where the data is.
        assistant: what proposes.
        key: of the campaign.
        workers: processes of this machine that share the work, this one included.
        tell: called once in a while.
        begun: called once this process takes part.

    Raises:
        CampaignNotFound: none bears the key.
        UnknownModel: the model is not declared here.
        StoreUnavailable: the database does not answer.
    """
    # Only campaigns need it, and it takes a while to load.
    from eclaireur.campaigns.engine import open_engine  # noqa: PLC0415
    from eclaireur.campaigns.place import Place  # noqa: PLC0415

    campaigns = assistant.campaigns
    campaign = await campaigns.one(key)
    place = Place(settings.database, settings.campaigns_file)
    async with open_engine(
        place, campaign, campaigns, concurrency=campaigns.concurrency(campaign)
    ) as engine:
        begun()
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, engine.leave)
        beside = [
            asyncio.create_task(start(partial(_share_campaign, settings, key)))
            for _ in range(workers - 1)
        ]
        try:
            outcome = await engine.finish(tell)
        finally:
            for failure in await asyncio.gather(*beside, return_exceptions=True):
                if failure is not None:
                    logger.warning("a worker did not begin: %s", type(failure).__name__)
            for each in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(each)
    return Worked(outcome.stopped)


async def _share_campaign(settings: Settings, key: str, begun: Callable[[], None]) -> None:
    async with open_assistant(settings) as assistant:
        await work_on_campaign(settings, assistant, key, workers=1, tell=_silently, begun=begun)


async def _silently() -> None:
    """Tell nobody."""


def _campaign_work(settings: Settings, assistant: Assistant) -> CampaignWork:
    return CampaignWork(
        assistant.campaigns,
        cores(),
        choose=partial(_prepared, settings),
        begin_worker=lambda key: start(partial(_share_campaign, settings, key)),
        is_attended=partial(_is_attended, settings),
        obstacle_of=partial(_obstacle_of, settings),
    )


async def _prepared(
    settings: Settings, field: str, selection: str, model: str | None, limit: int | None
) -> Prepared:
    """Choose the records of a campaign in a thread: tens of thousands keep nobody waiting."""

    async def prepare() -> Prepared:
        async with open_assistant(settings) as assistant:
            return await assistant.campaigns.prepare(
                field, selection, model=model, limit=limit, workers=cores()
            )

    return await asyncio.to_thread(lambda: asyncio.run(prepare()))


def _is_attended(settings: Settings, key: str) -> bool:
    from eclaireur.campaigns.lookout import is_attended  # noqa: PLC0415
    from eclaireur.campaigns.place import Place  # noqa: PLC0415

    return is_attended(Place(settings.database, settings.campaigns_file), key)


def _obstacle_of(settings: Settings, key: str) -> str | None:
    from eclaireur.campaigns.lookout import obstacle_of  # noqa: PLC0415
    from eclaireur.campaigns.place import Place  # noqa: PLC0415

    return obstacle_of(Place(settings.database, settings.campaigns_file), key)


def _models(configuration: Configuration, egress: Egress) -> Sequence[OpenAICompatible]:
    keys = {
        name: read_key(name, declaration.key) if declaration.key else None
        for name, declaration in configuration.models.items()
    }
    return [
        OpenAICompatible(name, declaration, egress, keys[name])
        for name, declaration in configuration.models.items()
    ]


@asynccontextmanager
async def _way_out(destinations: Sequence[Destination], store: Store) -> AsyncIterator[Egress]:
    """Open the way out, and count in the store what leaves by it, and where it was open to."""
    async with open_egress(destinations) as egress:
        if egress.origins:
            opened = {(origin, DECLARED): 1 for origin in egress.origins}
            await store.count_departures(_today(), opened)
        counting = asyncio.create_task(_count_regularly(egress, store))
        try:
            yield egress
        finally:
            counting.cancel()
            with suppress(asyncio.CancelledError):
                await counting
            await _count_departures(egress, store)


async def _count_regularly(egress: Egress, store: Store) -> None:
    while True:
        await asyncio.sleep(COUNTING_S)
        await _count_departures(egress, store)


async def _count_departures(egress: Egress, store: Store) -> None:
    taken = egress.take_departures()
    if not taken:
        return
    try:
        await store.count_departures(_today(), taken)
    except StoreUnavailable:
        logger.exception("%d requests that left could not be counted", sum(taken.values()))


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


def _today() -> date:
    return datetime.now(UTC).date()


@asynccontextmanager
async def open_catalogue(
    settings: Settings, name: str, portal: CatalogueDeclaration
) -> AsyncIterator[Source]:
    """Open the way out to one portal, and find how it is read.

    Raises:
        WrongAddress: its address is none that can be used.
        Unavailable: it does not answer as its kind does.
    """
    destination = Destination.of_document(portal.address, private=portal.private)
    async with _opened_store(settings) as store, _way_out([destination], store) as egress:
        visitor = Visitor(egress, portal.address)
        yield await open_portal(name, portal.address, portal.kind, visitor)


@asynccontextmanager
async def open_sending(
    settings: Settings, portal: CatalogueDeclaration, key: SecretStr | None
) -> AsyncIterator[Sender]:
    """Open the way out to one portal, to send decided values to it.

    Args:
        settings: where the data is.
        portal: where they go. It counts as declared for this sending.
        key: of the person who sends; nothing can be written without one. It is kept in what
            writes at the portal, and nowhere else.

    Raises:
        WrongAddress: its address is none that can be used.
        NothingCanBeSent: it is no portal that can be written to.
        Unavailable: it does not answer as its kind does.
    """
    destination = Destination.of_document(portal.address, private=portal.private)
    async with _opened_store(settings) as store, _way_out([destination], store) as egress:
        courier = Courier(egress, portal.address, key)
        recipient = await open_recipient(portal.address, portal.kind, courier)
        yield Sender(store, recipient, _today)


def _with_models(
    task: Task, configuration: Configuration, models: Mapping[str, Resilient], store: Store
) -> Task:
    """The task, with the models that serve those who ask for another proposal."""
    budgets = configuration.budgets_of(task.field)
    names = configuration.models_for(task.field)
    generations = _generations(task, names, models, store, budgets, METHOD)
    return replace(
        task,
        methods=(*task.methods, *generations),
        automatic=configuration.settings_of(task.field).automatic,
        budgets=budgets,
    )


def _generations(
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
                today=_today,
            ),
        )
        for name in names
    ]
