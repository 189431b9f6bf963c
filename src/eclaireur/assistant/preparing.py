"""How the records of a campaign get their proposals, a batch at a time.

A batch may be begun again at any moment, by anybody: what answers already is kept, and what a
model answered is in the cache.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from eclaireur.assistant.proposing import ATTEMPTS, Proposer, still_answers
from eclaireur.core.campaign import Campaign, CampaignState
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    DatasetVanished,
    ModelSwitchedOff,
    SuggestedMeanwhile,
    TaskSwitchedOff,
    UnknownModel,
)
from eclaireur.core.ports import Store
from eclaireur.core.proposal import Method
from eclaireur.core.provenance import with_decisions
from eclaireur.core.suggestion import Event, Reason, State, Suggestion, of_field, standing
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.turns import Turn, Turns
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.tasks.task import Task

KEPT_TOGETHER = 25
"""Answers written in one transaction: what a process that is killed computes again at most."""

PATIENCE_S = 300.0
"""Seconds for which a server that does not answer is waited for, from its last answer on."""

WAIT_S = 10.0
"""Seconds between two tries of it."""

LOOK_S = 1.0
"""Seconds between two looks at whether the campaign is to go on."""

TURN_S = 0.2
"""Seconds for which a turn is waited for before looking at whether to go on."""

INTERRUPTED = "interrupted"
"""What a batch answers where whoever works is to end."""

PASSING = frozenset(
    {"answer-cut-short", "host-unreachable", "model-busy", "model-resting", "model-server-failed"}
)
"""Codes of what a server may recover from: the record has nothing to do with it."""

STOPPING = frozenset({"budget-spent", "egress-refused", "model-key-refused", "model-not-served"})
"""Codes of what would meet every other record too."""


def method_of(task: Task, model: str | None) -> Method:
    """The method that a campaign asks: the frugal one, or that of a model.

    Raises:
        UnknownModel: the task has no such model.
    """
    if model is None:
        return task.methods[0]
    for method in task.methods:
        if method.model == model:
            return method
    known = ", ".join(each.model for each in task.methods if each.model)
    raise UnknownModel(model=model, known=known)


def answers(suggestion: Suggestion | None, task: Task, method: Method, dataset: Dataset) -> bool:
    """Whether nothing is left to compute for a record.

    A model is asked where another method found nothing to propose, and where the record itself
    lacked nothing.
    """
    if suggestion is None or not still_answers(suggestion, task, dataset):
        return False
    outcome = suggestion.outcome
    elsewhere = outcome.method is not None and outcome.model != method.model
    return not (suggestion.state is State.WITHHELD and method.model is not None and elsewhere)


class Preparation:
    """Proposes for the records of campaigns.

    Args:
        store: where everything is kept.
        proposer: computes proposals.
        today: the day it is.
        wait_s: seconds between two tries of a server that does not answer.
    """

    def __init__(
        self,
        store: Store,
        proposer: Proposer,
        today: Callable[[], date],
        *,
        wait_s: float = WAIT_S,
    ) -> None:
        self._store = store
        self._proposer = proposer
        self._today = today
        self._wait_s = wait_s
        self._asking = asyncio.Lock()
        """Held by the batch whose questions are asked: the next one begins as the last of them
        are under way, so that they do not all end together."""
        self._alone = Turns(1)
        """What is computed here is computed one after the other."""
        self._waiting = 0
        """Records that wait for a server to answer again."""
        self._unkept = 0
        """Records begun whose answers may not be on disk: after a stop, they are asked again."""

    async def batch(
        self,
        campaign: Campaign,
        number: int,
        turns: Turns | None = None,
        leaving: Callable[[], bool] = lambda: False,
    ) -> str | None:
        """Propose for the records of a batch that have not been tried.

        Args:
            campaign: what is proposed, and how.
            number: of the batch.
            turns: those to ask the model, if one is asked.
            leaving: whether whoever works here is to end.

        Returns:
            What stopped it before its end, if anything did: the code of the reason, the state of
            the campaign, or `interrupted`.

        Raises:
            UnknownField: nothing proposes that field any more.
            UnknownModel: the model is not declared here.
        """
        task = self._proposer.task(campaign.field)
        method = method_of(task, campaign.model)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await self._attempt(campaign, number, task, method, turns, leaving)
            except SuggestedMeanwhile:
                # Somebody asks for the same records: what they got is read again.
                if attempt == ATTEMPTS:
                    raise
        return None

    async def _attempt(
        self,
        campaign: Campaign,
        number: int,
        task: Task,
        method: Method,
        turns: Turns | None,
        leaving: Callable[[], bool],
    ) -> str | None:
        identifiers = await self._store.pending_items(campaign.key, number)
        datasets = await self._store.datasets_among(identifiers)
        made = _by_dataset(await self._store.suggestions_of(identifiers))
        run = _Run(
            task=task,
            method=method,
            switches=await self._store.switches(),
            look=_Look(self._store, campaign.key, leaving),
        )
        alike: dict[str, _Alike] = {}
        for identifier in identifiers:
            earlier = of_field(made.get(identifier, ()), task.field)
            dataset = datasets.get(identifier)
            if dataset is None:
                await self._keep_vanished(run, identifier, earlier)
                continue
            current = with_decisions(dataset, made.get(identifier, ())).dataset
            group = alike.setdefault(current.fingerprint(task.reads), _Alike())
            answer = standing(earlier)
            if answer is not None and answers(answer, task, method, dataset):
                run.answered[identifier] = answer.key
                group.known = group.known or _reusable(answer, method)
            else:
                group.records.append(_Record(dataset, current, len(earlier) and earlier[-1].number))
        await self._write(campaign.key, run)
        todo = deque(each for each in alike.values() if each.records)

        async def work(turn: Turn, alike: _Alike) -> None:
            with turn:
                await self._answer(run, alike)
            if len(run.computed) + len(run.copies) >= KEPT_TOGETHER:
                await self._write(campaign.key, run)

        def done(_: asyncio.Task[None]) -> None:
            self._unkept -= 1

        try:
            async with asyncio.TaskGroup() as working, self._asking:
                while todo and await run.goes_on():
                    turn = await self._turn(turns)
                    if turn is not None:
                        begun = working.create_task(work(turn, todo.popleft()))
                        self._unkept += 1
                        begun.add_done_callback(done)
                        # One that is cancelled before it begins has the turn all the same.
                        begun.add_done_callback(turn.end)
        except ExceptionGroup as group:
            # What several meet at once is one thing: a store that does not answer, most often.
            raise group.exceptions[0] from group
        await self._write(campaign.key, run)
        return run.stopped

    async def _turn(self, turns: Turns | None) -> Turn | None:
        """A turn for one more record, if there is one in a while.

        None is given where as many wait for the server already, nor where twice as many are not
        done with: a store that does not answer would lose them all.
        """
        if turns is None:
            return await self._alone.ahead(TURN_S)
        if self._waiting < turns.part and self._unkept < 2 * turns.part:
            return await turns.ahead(TURN_S)
        await asyncio.sleep(TURN_S)
        return None

    async def _answer(self, run: "_Run", alike: "_Alike") -> None:
        """Compute for the first of the records that are alike, and let the others have the same."""
        known = alike.known
        for record in alike.records:
            refusal = run.refusal(record.published)
            if refusal is not None:
                run.computed.append(self._ended(run, record, refusal))
            elif known is not None:
                run.copies.append(self._copied(run, record, known))
            else:
                suggestion = await self._computed(run, record)
                if suggestion is None:
                    return
                run.computed.append(suggestion)
                # What failed for one record may be for the next what it waits for.
                known = _reusable(suggestion, run.method)
        # Those who are served meanwhile have their turn.
        await asyncio.sleep(0)

    async def _computed(self, run: "_Run", record: "_Record") -> Suggestion | None:
        """One suggestion; None where there is no use in going on, which the run then tells."""
        is_waiting = False
        try:
            while run.stopped is None:
                suggestion = await self._proposer.compute(
                    run.task,
                    run.method,
                    record.published,
                    record.current,
                    record.last + 1,
                    run.switches,
                )
                reason = suggestion.reason
                code = reason.code if reason and suggestion.state is State.FAILED else None
                if code in STOPPING:
                    run.stopped = code
                elif code not in PASSING:
                    run.last_answer = time.monotonic()
                    return suggestion
                elif time.monotonic() - run.last_answer > PATIENCE_S:
                    run.stopped = code
                elif await run.goes_on():
                    self._waiting += not is_waiting
                    is_waiting = True
                    await asyncio.sleep(self._wait_s)
        finally:
            self._waiting -= is_waiting
        return None

    async def _write(self, campaign: str, run: "_Run") -> None:
        """Keep what was made, then that it answers: in between, it is found again."""
        computed, copies, answered = run.taken()
        made = [*computed, *copies]
        if made:
            await self._proposer.keep(computed, copies)
        answered |= {each.dataset: each.key for each in made}
        if answered:
            await self._store.tried(campaign, answered)

    async def _keep_vanished(
        self, run: "_Run", identifier: str, earlier: Sequence[Suggestion]
    ) -> None:
        dataset = await self._store.dataset(identifier)
        vanished = DatasetVanished(identifier=identifier)
        record = _Record(dataset, dataset, len(earlier) and earlier[-1].number)
        reason = Reason(code=vanished.code, params=vanished.params)
        run.computed.append(self._ended(run, record, reason))

    def _requested(self, run: "_Run", record: "_Record") -> Suggestion:
        return Suggestion.requested(
            record.published,
            field=run.task.field,
            number=record.last + 1,
            task_version=run.task.version,
            reads=run.task.reads,
            day=self._today(),
        )

    def _ended(self, run: "_Run", record: "_Record", reason: Reason) -> Suggestion:
        failed = Event(state=State.FAILED, day=self._today(), reason=reason)
        return self._requested(run, record).following(failed)

    def _copied(self, run: "_Run", record: "_Record", known: Event) -> Suggestion:
        """The same answer for a record that says the very same: nothing was spent on it."""
        nothing = Usage(
            duration_s=0,
            cpu_s=0,
            input_tokens=0,
            output_tokens=0,
            energy_wh=0,
            carbon_g=0,
            energy_source=known.usage.energy_source if known.usage else EnergySource.UNKNOWN,
        )
        event = known.model_copy(update={"day": self._today(), "usage": nothing, "trial": None})
        return self._requested(run, record).following(event)


@dataclass(frozen=True)
class _Record:
    """A record that waits for an answer."""

    published: Dataset
    current: Dataset
    """As decided so far: what the method reads."""
    last: int
    """The number of the last suggestion made for it."""


@dataclass
class _Alike:
    """Records that say the very same, in what the task reads."""

    records: list[_Record] = field(default_factory=list)
    known: Event | None = None
    """What the method answered for one of them already."""


class _Look:
    """What keeps a campaign from going on, looked at once in a while."""

    def __init__(self, store: Store, campaign: str, leaving: Callable[[], bool]) -> None:
        self._store = store
        self._campaign = campaign
        self._leaving = leaving
        self._looked = 0.0
        self._stopped: str | None = None

    async def __call__(self) -> str | None:
        if self._leaving():
            return INTERRUPTED
        now = time.monotonic()
        if now - self._looked > LOOK_S:
            self._looked = now
            state = (await self._store.campaign(self._campaign)).state
            self._stopped = None if state is CampaignState.RUNNING else state
        return self._stopped


@dataclass
class _Run:
    """A batch under way."""

    task: Task
    method: Method
    switches: Sequence[Switch]
    look: _Look
    stopped: str | None = None
    last_answer: float = field(default_factory=time.monotonic)
    computed: list[Suggestion] = field(default_factory=list)
    copies: list[Suggestion] = field(default_factory=list)
    answered: dict[str, str] = field(default_factory=dict)
    """What answered before, by record."""

    async def goes_on(self) -> bool:
        """Whether nothing keeps it from going on."""
        found = await self.look()
        # What stopped it first is what is told.
        self.stopped = self.stopped or found
        return self.stopped is None

    def taken(self) -> tuple[list[Suggestion], list[Suggestion], dict[str, str]]:
        """What is to be written: whoever takes it writes it."""
        taken = (self.computed, self.copies, self.answered)
        self.computed, self.copies, self.answered = [], [], {}
        return taken

    def refusal(self, dataset: Dataset) -> Reason | None:
        """Why nothing may be proposed for this record: its organisation turned it off."""
        for kind, name, refused in (
            (Switchable.TASK, self.task.field, TaskSwitchedOff(field=self.task.field)),
            (Switchable.MODEL, self.method.model, ModelSwitchedOff(model=self.method.model or "")),
        ):
            if name is not None and any(
                each.concerns(kind, name, dataset.publisher) for each in self.switches
            ):
                return Reason(code=refused.code, params=refused.params)
        return None


def _reusable(suggestion: Suggestion, method: Method) -> Event | None:
    """What a method answered, if it answers for any record that says the same."""
    outcome = suggestion.outcome
    is_its_own = (outcome.method, outcome.model) == (method.name, method.model)
    is_of_record = outcome.state is State.WITHHELD and outcome.method is None
    if outcome.state in {State.PROPOSED, State.WITHHELD} and (is_its_own or is_of_record):
        return outcome
    return None


def _by_dataset(made: Iterable[Suggestion]) -> Mapping[str, tuple[Suggestion, ...]]:
    return {
        identifier: tuple(group)
        for identifier, group in groupby(made, key=lambda suggestion: suggestion.dataset)
    }
