"""How a value is proposed: what already answers, which method is asked, what is recorded."""

import logging
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from eclaireur.assistant.clearance import propose
from eclaireur.assistant.view import DatasetView
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    AlreadyDecided,
    DatasetVanished,
    NoOtherMethod,
    SuggestedMeanwhile,
    TaskSwitchedOff,
    Unavailable,
    UnknownField,
)
from eclaireur.core.ports import Store, Tracer
from eclaireur.core.proposal import Method, Proposal, Withheld
from eclaireur.core.provenance import with_decisions
from eclaireur.core.suggestion import (
    RETAINED,
    Event,
    Reason,
    State,
    Suggestion,
    of_field,
    standing,
)
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.trial import Trial
from eclaireur.guards.reading import read, within_reach
from eclaireur.ledger import meter
from eclaireur.tasks.task import Task

ATTEMPTS = 5
"""Times a batch is computed again because somebody else asked for the same meanwhile."""

logger = logging.getLogger(__name__)


class Proposer:
    """Proposes values by the methods of the tasks, and records what they gave and cost.

    Args:
        store: where suggestions are kept.
        tasks: what can be proposed, and how.
        today: the day it is.
        tracer: follows each suggestion that is computed.
    """

    def __init__(
        self, store: Store, tasks: Sequence[Task], today: Callable[[], date], tracer: Tracer
    ) -> None:
        self._store = store
        self._today = today
        self._tracer = tracer
        self.tasks: Mapping[str, Task] = {task.field: task for task in tasks}

    def task(self, field: str) -> Task:
        """The task that proposes a field. Raises UnknownField."""
        if field not in self.tasks:
            raise UnknownField(field=field, known=", ".join(self.tasks))
        return self.tasks[field]

    async def answers(self, datasets: Sequence[Dataset], fields: Sequence[str]) -> list[Suggestion]:
        """One suggestion a dataset and field, in that order, all of them recorded.

        Raises:
            UnknownField: nothing proposes one of the fields.
        """
        switches = await self._store.switches()
        trials = [each for each in await self._store.trials() if each.runs_on(self._today())]
        for attempt in range(1, ATTEMPTS + 1):
            earlier = {
                identifier: tuple(group)
                for identifier, group in groupby(
                    await self._store.suggestions_of([each.identifier for each in datasets]),
                    key=lambda suggestion: suggestion.dataset,
                )
            }
            answers: dict[tuple[str, str], Suggestion] = {}
            fresh = []
            for dataset in {each.identifier: each for each in datasets}.values():
                made = earlier.get(dataset.identifier, ())
                current = with_decisions(dataset, made).dataset
                for field in fields:
                    task, earlier_ones = self.task(field), of_field(made, field)
                    answer = standing(earlier_ones)
                    if answer is None or not still_answers(answer, task, dataset):
                        number = earlier_ones[-1].number + 1 if earlier_ones else 1
                        method, trial = _first_method(task, dataset, trials)
                        answer = await self.compute(
                            task, method, dataset, current, number, switches, trial
                        )
                        fresh.append(answer)
                    answers[dataset.identifier, field] = answer
            try:
                await self.keep(fresh)
            except SuggestedMeanwhile:
                if attempt == ATTEMPTS:
                    raise
            else:
                break
        for first in fresh:
            if self.task(first.field).automatic and first.outcome.method is not None:
                answers[first.dataset, first.field] = await self._automatic(first)
        return [answers[each.identifier, field] for each in datasets for field in fields]

    async def another(self, identifier: str, field: str) -> Suggestion:
        """Propose another value for a field, as `Assistant.suggest_another` says."""
        task = self.task(field)
        dossier = await self._store.dossier(identifier)
        dataset, made = dossier.dataset, of_field(dossier.suggestions, field)
        if dossier.vanished_on is not None:
            raise DatasetVanished(identifier=identifier)
        former = standing(made)
        if former is None or former.state is State.STALE or not _concerns(former, task, dataset):
            return await self._first(dataset, field)
        if former.state in RETAINED:
            raise AlreadyDecided(suggestion=former.key, state=former.state)
        if former.outcome.method is None:
            # It is the record that lacks something, whatever the method.
            return await self._first(dataset, field)
        others = _other_methods(task, made, dataset)
        if not others:
            raise NoOtherMethod(field=field)
        suggestion = await self.compute(
            task, others[0], dataset, dataset, made[-1].number + 1, dossier.switches
        )
        try:
            await self.keep([suggestion])
        except SuggestedMeanwhile:
            return of_field(await self._store.suggestions_of([identifier]), field)[-1]
        return suggestion

    def offers_another(self, view: DatasetView, field: str) -> bool:
        """Whether there may be another proposal for a field of a dataset."""
        former = view.latest(field)
        if former is None or former.outcome.method is None or former.state in RETAINED:
            return False
        if view.vanished_on is not None:
            return False
        task = self.task(field)
        if former.state is State.STALE or not _concerns(former, task, view.published):
            return False
        return bool(_other_methods(task, of_field(view.suggestions, field), view.published))

    async def preview(self, dataset: Dataset, field: str) -> Suggestion:
        """Propose a value for a field and keep no trace of it. Raises UnknownField."""
        task, switches = self.task(field), await self._store.switches()
        return await self.compute(task, task.methods[0], dataset, dataset, 1, switches)

    async def _first(self, dataset: Dataset, field: str) -> Suggestion:
        [suggestion] = await self.answers([dataset], [field])
        return suggestion

    async def _automatic(self, first: Suggestion) -> Suggestion:
        """Another proposal that nobody had to ask for; the first one stands if there is none."""
        try:
            another = await self.another(first.dataset, first.field)
        except NoOtherMethod:
            return first
        return another if another.proposal else first

    async def keep(
        self, suggestions: Sequence[Suggestion], copies: Sequence[Suggestion] = ()
    ) -> None:
        """Record new suggestions, and what computing them cost, whether they can be or not.

        Args:
            suggestions: those that were computed.
            copies: those that repeat them, for records that say the very same.
        """
        calls = meter.embedded_calls(suggestions)
        if calls:
            await self._store.record_calls(calls)
        await self._store.add_suggestions([*suggestions, *copies])

    async def compute(
        self,
        task: Task,
        method: Method,
        published: Dataset,
        current: Dataset,
        number: int,
        switches: Sequence[Switch],
        trial: str | None = None,
    ) -> Suggestion:
        """Run a method on the dataset as decided so far, whatever the method does."""
        requested = Suggestion.requested(
            published,
            field=task.field,
            number=number,
            task_version=task.version,
            reads=task.reads,
            day=self._today(),
        )
        if any(
            each.concerns(Switchable.TASK, task.field, published.publisher) for each in switches
        ):
            off = TaskSwitchedOff(field=task.field)
            return requested.following(self._failed(Reason(code=off.code, params=off.params)))
        with self._tracer.span(f"suggest {task.field}") as span:
            event = await self._run(task, method, current)
            span.tell(
                {
                    "eclaireur.task": task.field,
                    "eclaireur.task.version": task.version,
                    "eclaireur.method": event.method,
                    "eclaireur.model": event.model,
                    "eclaireur.outcome": event.state,
                    # Its parameters may quote the record.
                    "eclaireur.reason": event.reason.code if event.reason else None,
                }
            )
        return requested.following(event.model_copy(update={"trial": trial}))

    def _failed(self, reason: Reason) -> Event:
        return Event(state=State.FAILED, day=self._today(), reason=reason)

    async def _run(self, task: Task, method: Method, dataset: Dataset) -> Event:
        """The event that the method's outcome makes. One bad record never stops the rest."""
        lack: Reason | None = None
        outcome: Proposal | Withheld | Reason = Reason(code="method-failed")
        dataset = within_reach(dataset)
        with meter.embedded() as measure:
            try:
                lack = await read(dataset.description, task.shortfall, dataset)
                if lack is None:
                    outcome = await propose(method, dataset)
            except Unavailable as error:
                outcome = Reason(code=error.code, params=error.params)
            except Exception as error:  # noqa: BLE001
                # The exception's message may quote the record, so only its trace is logged.
                trace = "".join(traceback.format_tb(error.__traceback__))
                logger.error("%s: %s\n%s", method.name, type(error).__name__, trace)  # noqa: TRY400
        if lack is not None:
            return Event(state=State.WITHHELD, day=self._today(), reason=lack)
        match outcome:
            case Proposal(value, evidence, usage, caution):
                event = Event(
                    state=State.PROPOSED,
                    day=self._today(),
                    value=value,
                    evidence=evidence,
                    usage=usage,
                    caution=caution,
                )
            case Withheld(reason, usage):
                event = Event(state=State.WITHHELD, day=self._today(), reason=reason, usage=usage)
            case Reason():
                event = self._failed(outcome)
        made_by: dict[str, object] = {"method": method.name, "model": method.model}
        if method.model is None:
            made_by["usage"] = measure.usage
        return event.model_copy(update=made_by)


def _first_method(
    task: Task, dataset: Dataset, trials: Iterable[Trial]
) -> tuple[Method, str | None]:
    """The method to ask first for a record, and the trial that chose it, if one did."""
    for trial in trials:
        if trial.task == task.field:
            variant = trial.variant_of(dataset)
            for method in task.methods:
                if variant_name(method) == variant:
                    return method, trial.name
    return task.methods[0], None


def variant_name(method: Method) -> str:
    """What a trial calls a method: the declared name of its model, or its own."""
    return method.model or method.name


def still_answers(suggestion: Suggestion, task: Task, dataset: Dataset) -> bool:
    """Whether asking again would only give the same suggestion."""
    if suggestion.state in RETAINED:
        return True
    if suggestion.state in {State.STALE, State.FAILED, State.REQUESTED}:
        return False
    return _concerns(suggestion, task, dataset)


def _concerns(suggestion: Suggestion, task: Task, dataset: Dataset) -> bool:
    """Whether it answers the question as it would be asked now."""
    return suggestion.task_version == task.version and not suggestion.outdated_by(dataset)


def _other_methods(task: Task, made: Iterable[Suggestion], dataset: Dataset) -> list[Method]:
    """The methods that have not answered yet, in the order to ask them.

    Those that follow the last one asked come first, so that one which fails is asked again
    only after the others.
    """
    asked = [each for each in made if _concerns(each, task, dataset) and each.outcome.method]
    answered = {_made_by(each) for each in asked if each.outcome.state is not State.FAILED}
    identities: list[tuple[str | None, str | None]] = [(m.name, m.model) for m in task.methods]
    last = _made_by(asked[-1]) if asked else None
    following = identities.index(last) + 1 if last in identities else 0
    turn = (*task.methods[following:], *task.methods[:following])
    return [each for each in turn if (each.name, each.model) not in answered]


def _made_by(suggestion: Suggestion) -> tuple[str | None, str | None]:
    return suggestion.outcome.method, suggestion.outcome.model
