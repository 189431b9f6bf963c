"""Proposing one field for many records: what is chosen, what it will take, how far it is."""

import hashlib
import random
import re
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import NamedTuple

from eclaireur.assistant.preparing import Preparation, answers, method_of
from eclaireur.assistant.proposing import Proposer
from eclaireur.assistant.selection import Selection
from eclaireur.core.batches import batches
from eclaireur.core.call import ANSWERED, LedgerLine
from eclaireur.core.campaign import (
    Campaign,
    CampaignItem,
    CampaignProgress,
    CampaignState,
    Estimate,
    Figure,
    Known,
)
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import (
    CampaignCancelled,
    ModelSwitchedOff,
    NoCampaign,
    NothingSelected,
    TaskSwitchedOff,
)
from eclaireur.core.ports import Store
from eclaireur.core.proposal import Method
from eclaireur.core.provenance import with_decisions
from eclaireur.core.publication import Declared
from eclaireur.core.suggestion import Suggestion, of_field, standing
from eclaireur.core.switch import Switchable
from eclaireur.core.turns import Turns
from eclaireur.core.usage import Usage
from eclaireur.ledger.agreement import ReviewQuality
from eclaireur.tasks.prompt import CHARACTERS_PER_TOKEN
from eclaireur.tasks.task import Task
from eclaireur.text.words import folded

BATCH = 100
"""Records of a batch, and more where more say the very same."""

LARGEST_BATCH = 1_000

SAMPLE = 50
"""Records tried to know how long the others take."""

SAMPLE_S = 3.0
"""Seconds after which that is known well enough."""

KEEPING_S = 0.005
"""Seconds that a worker takes for a record besides the computing: to read it, and to have what was
proposed on disk. `benchmarks.campaigns` shows what is expected beside what was taken."""

STILL_S = 30.0
"""Seconds without progress after which nobody is thought to be at work."""

READ = 500
"""Records whose suggestions are read at once."""

_FIGURES = re.compile(r"\d+(?:[\s.,/:-]*\d+)*")
_LEAST_TO_SAY = 10
"""Answers of a model from which its mean is told."""


@dataclass(frozen=True)
class Prepared:
    """A campaign that nobody has begun: what it is about, and what it is expected to take."""

    campaign: Campaign
    items: tuple[CampaignItem, ...]
    estimate: Estimate


@dataclass(frozen=True)
class CampaignStanding:
    """Where a campaign is."""

    campaign: Campaign
    progress: CampaignProgress
    a_second: float | None
    """Records tried a second, as seen by whoever asks; None while that is not known."""
    left_s: float | None
    """Seconds until the last of them is, at this pace; None while that is not known."""
    second_looks: ReviewQuality
    """How far second looks at its proposals agree with the first."""


class Campaigns:
    """The campaigns of an installation.

    Args:
        store: where they are kept.
        proposer: knows the methods of each task.
        declared: the models, with how many questions each takes at once.
        turns: those of this process to ask each of them.
        today: the day it is.
    """

    def __init__(
        self,
        store: Store,
        proposer: Proposer,
        declared: Declared,
        turns: Mapping[str, Turns],
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._proposer = proposer
        self._declared = declared
        self._turns = turns
        self._today = today
        self._preparation = Preparation(store, proposer, today)
        self._paces: dict[str, _Pace] = {}

    async def prepare(
        self,
        field: str,
        selection: str = "",
        *,
        model: str | None = None,
        limit: int | None = None,
        workers: int = 1,
        tell: Callable[[], None] = lambda: None,
    ) -> Prepared:
        """Choose records, and tell what proposing for them is expected to take.

        Nothing is kept, and no model is asked.

        Args:
            field: what is proposed.
            selection: which records, as `Selection.parsed` reads it.
            model: the declared name of the model that proposes; None for the frugal method.
            limit: the most records, those that matter most.
            workers: processes that will share the work.
            tell: called for each record of the catalogue that is read.

        Raises:
            UnknownField: nothing proposes that field.
            UnknownModel: no such model proposes it.
            TaskSwitchedOff: it is turned off for everybody.
            ModelSwitchedOff: the model is.
            InvalidInput: the selection cannot be read.
            NothingSelected: it chooses no record.
        """
        task = self._proposer.task(field)
        method = method_of(task, model)
        await self._refuse_switched_off(field, model)
        chosen = Selection.parsed(selection)
        records, sample = await self._chosen(task, chosen, tell)
        records.sort(key=_Chosen.order)
        if limit is not None:
            records = records[:limit]
        if not records:
            raise NothingSelected(selection=" ".join(selection.split()) or "*")
        items = _items(records)
        campaign = Campaign.opened(
            field=field,
            selection=" ".join(selection.split()),
            total=len(items),
            day=self._today(),
            model=model,
        )
        left = [each async for each in self._unanswered(records, task, method)]
        estimate = await self._estimate(
            task,
            method,
            sample,
            total=len(records),
            left=len(left),
            distinct=len({each.source for each in left}),
            workers=workers,
        )
        return Prepared(campaign, items, estimate)

    async def open(self, prepared: Prepared) -> Campaign:
        """Record a campaign, before any work."""
        await self._store.add_campaign(prepared.campaign, prepared.items)
        return prepared.campaign

    async def all(self) -> tuple[Campaign, ...]:
        """Return every campaign, the latest first."""
        return await self._store.campaigns()

    async def one(self, key: str | None = None) -> Campaign:
        """Return the campaign of that key, or the latest.

        Raises:
            CampaignNotFound: none bears the key.
            NoCampaign: there is none at all.
        """
        if key is not None:
            return await self._store.campaign(key)
        for latest in await self._store.campaigns():
            return latest
        raise NoCampaign

    async def standing(self, key: str | None = None) -> CampaignStanding:
        """Tell where a campaign is, or the latest.

        Raises:
            CampaignNotFound: none bears the key.
            NoCampaign: there is none at all.
        """
        campaign = await self.one(key)
        progress = await self._store.campaign_progress(campaign.key)
        pace = self._paces.setdefault(campaign.key, _Pace())
        pace.see(progress.tried, time.monotonic())
        a_second = pace.a_second
        left_s = None
        if progress.pending == 0:
            left_s = 0.0
        elif a_second and campaign.state is CampaignState.RUNNING:
            left_s = progress.pending / a_second
        looks = ReviewQuality.of(await self._store.second_looks(campaign.key))
        return CampaignStanding(campaign, progress, a_second, left_s, looks)

    async def pause(self, key: str) -> Campaign:
        """Let a campaign rest: what is under way ends. Raises as `go_on`."""
        return await self._turn(key, CampaignState.PAUSED)

    async def cancel(self, key: str) -> Campaign:
        """End a campaign for good; what it proposed stays. Raises CampaignNotFound."""
        await self._store.turn_campaign(key, CampaignState.CANCELLED)
        return await self._store.campaign(key)

    async def go_on(self, key: str, *, retry_failed: bool = False) -> Campaign:
        """Let a campaign that rests go on.

        Args:
            key: of the campaign.
            retry_failed: whether the records that failed are tried again.

        Raises:
            CampaignNotFound: none bears the key.
            CampaignCancelled: it was ended for good.
        """
        campaign = await self._turn(key, CampaignState.RUNNING)
        if retry_failed:
            await self._store.forget_failures(key)
        return campaign

    async def pending_batches(self, key: str) -> tuple[int, ...]:
        """Return the batches with records that have not been tried. Raises CampaignNotFound."""
        return await self._store.pending_batches(key)

    async def propose(
        self,
        key: str,
        batch: int,
        leaving: Callable[[], bool] = lambda: False,
    ) -> str | None:
        """Propose for the records of a batch that have not been tried, as `Preparation.batch`.

        Returns:
            What stopped it before its end, if anything did.
        """
        campaign = await self._store.campaign(key)
        if campaign.state is not CampaignState.RUNNING:
            return campaign.state
        return await self._preparation.batch(campaign, batch, self.turns(campaign), leaving)

    def turns(self, campaign: Campaign) -> Turns | None:
        """The turns of this process to ask the model; None for a campaign that asks none.

        Raises:
            UnknownField: nothing proposes the field.
            UnknownModel: the model is not declared here.
        """
        method_of(self._proposer.task(campaign.field), campaign.model)
        return self._turns[campaign.model] if campaign.model else None

    async def _refuse_switched_off(self, field: str, model: str | None) -> None:
        for switch in await self._store.switches():
            if switch.concerns(Switchable.TASK, field, None):
                raise TaskSwitchedOff(field=field)
            if model is not None and switch.concerns(Switchable.MODEL, model, None):
                raise ModelSwitchedOff(model=model)

    async def _turn(self, key: str, state: CampaignState) -> Campaign:
        campaign = await self._store.campaign(key)
        if campaign.state is CampaignState.CANCELLED:
            raise CampaignCancelled(campaign=key)
        if campaign.state is not state:
            await self._store.turn_campaign(key, state)
        return campaign.model_copy(update={"state": state})

    async def _chosen(
        self, task: Task, selection: Selection, tell: Callable[[], None]
    ) -> tuple[list["_Chosen"], list[Dataset]]:
        """The records that a selection chooses, and some of them, each as likely as another."""
        chosen: list[_Chosen] = []
        sample: list[Dataset] = []
        is_chosen = selection.test(task.field)
        # The same catalogue is always tried on the same records.
        draw = random.Random(0)  # noqa: S311
        async for published, retained in self._store.all_datasets():
            tell()
            dataset = with_decisions(published, retained).dataset if retained else published
            if not is_chosen(dataset):
                continue
            chosen.append(_Chosen.of(dataset, task))
            place = draw.randrange(len(chosen))
            if len(sample) < SAMPLE:
                sample.append(dataset)
            elif place < SAMPLE:
                sample[place] = dataset
        return chosen, sample

    async def _unanswered(
        self, records: Sequence["_Chosen"], task: Task, method: Method
    ) -> AsyncIterator["_Chosen"]:
        """Those of the records that something is to be computed for."""
        for batch in batches(records, READ):
            made: dict[str, list[Suggestion]] = {}
            for each in await self._store.suggestions_of([each.dataset for each in batch]):
                made.setdefault(each.dataset, []).append(each)
            known = await self._store.datasets_among(list(made))
            for record in batch:
                if record.dataset not in known:
                    yield record
                    continue
                answer = standing(of_field(made[record.dataset], task.field))
                if not answers(answer, task, method, known[record.dataset]):
                    yield record

    async def _estimate(
        self,
        task: Task,
        method: Method,
        sample: Sequence[Dataset],
        *,
        total: int,
        left: int,
        distinct: int,
        workers: int,
    ) -> Estimate:
        told = {"total": total, "answered": total - left, "distinct": distinct, "workers": workers}
        if method.model is None:
            figures = await self._tried(task, sample, distinct, workers)
        else:
            lines = [each for each in await self._store.ledger() if _tells_of(each, task, method)]
            figures = self._asked(task, method.model, lines, sample, distinct)
        return Estimate.model_validate({**told, **figures})

    async def _tried(
        self, task: Task, sample: Sequence[Dataset], distinct: int, workers: int
    ) -> Mapping[str, Figure]:
        """What the frugal method takes, from trying it on a few records. No trace is kept."""
        usages: list[Usage] = []
        if not distinct:
            sample = ()
        asked = next((each for each in sample if task.shortfall(each) is None), None)
        if asked is not None:
            # The first one that is read loads what all the others need.
            await self._proposer.preview(asked, task.field)
        began = time.perf_counter()
        for each in sample:
            outcome = (await self._proposer.preview(each, task.field)).outcome
            usages.append(outcome.usage or Usage(duration_s=0))
            if time.perf_counter() - began > SAMPLE_S:
                break
        duration = fmean([each.duration_s for each in usages]) if usages else 0.0
        energy = fmean([each.energy_wh or 0.0 for each in usages]) if usages else 0.0
        nothing = Figure(value=0, known=Known.NOTHING_ASKED)
        return {
            "duration_s": Figure(
                value=(duration + KEEPING_S) * distinct / workers, known=Known.SAMPLE
            ),
            "requests": nothing,
            "input_tokens": nothing,
            "output_tokens": nothing,
            "energy_wh": Figure(value=energy * distinct, known=Known.SAMPLE),
            "carbon_g": Figure(),
        }

    def _asked(
        self,
        task: Task,
        model: str,
        lines: Sequence[LedgerLine],
        sample: Sequence[Dataset],
        distinct: int,
    ) -> Mapping[str, Figure]:
        """What a model takes: from the meter where it knows it, else from what would be asked."""
        asked = [each for each in sample if task.shortfall(each) is None]
        requests = round(distinct * len(asked) / len(sample)) if sample else 0
        calls = sum(each.calls for each in lines)
        figures = {"requests": Figure(value=requests, known=Known.SAMPLE)}
        if calls < _LEAST_TO_SAY:
            characters = fmean([_length(task, each) for each in asked]) if asked else 0.0
            read = round(requests * characters / CHARACTERS_PER_TOKEN)
            return {
                **figures,
                "duration_s": Figure(),
                "input_tokens": Figure(value=read, known=Known.PROMPT),
                "output_tokens": Figure(),
                "energy_wh": Figure(),
                "carbon_g": Figure(),
            }
        at_once = self._declared.models[model].concurrency
        duration = sum(each.duration_s for each in lines) / calls
        return {
            **figures,
            "duration_s": Figure(value=duration * requests / at_once, known=Known.LEDGER),
            "input_tokens": _mean(
                [(each.input_tokens, each.calls - each.unknown_tokens) for each in lines], requests
            ),
            "output_tokens": _mean(
                [(each.output_tokens, each.calls - each.unknown_tokens) for each in lines], requests
            ),
            "energy_wh": _mean(
                [(each.energy_wh, each.calls - each.unknown_energy) for each in lines], requests
            ),
            "carbon_g": _mean(
                [(each.carbon_g, each.calls - each.unknown_carbon) for each in lines], requests
            ),
        }


class _Chosen(NamedTuple):
    """What is remembered of a record that is chosen, of tens of thousands."""

    views: float
    organisation: str
    dataset: str
    source: bytes
    """The digest of what the task reads of it."""
    template: str

    @classmethod
    def of(cls, dataset: Dataset, task: Task) -> "_Chosen":
        return cls(
            views=_views(dataset),
            organisation=folded(dataset.publisher or ""),
            dataset=dataset.identifier,
            source=bytes.fromhex(dataset.fingerprint(task.reads)),
            template=template_of(dataset.description),
        )

    def order(self) -> tuple[float, str, str]:
        """The most viewed first, then by organisation."""
        return (-self.views, self.organisation, self.dataset)


def template_of(description: str) -> str:
    r"""The digest of a description without its figures, its spaces and its capitals.

    >>> template_of("Le PLU de 2019.\n") == template_of("le  PLU de 2023.")
    True
    """
    masked = _FIGURES.sub("0", " ".join(folded(description).split()))
    return hashlib.sha256(masked.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _views(dataset: Dataset) -> float:
    """How often it was looked at, as udata tells it; 0 where nobody says."""
    metric = dataset.extras.get("metric")
    views = metric.get("views") if isinstance(metric, dict) else None
    return float(views) if isinstance(views, int | float) and views == views else 0.0


def _items(records: Sequence[_Chosen]) -> tuple[CampaignItem, ...]:
    """The records by rank, those that say the very same in one batch."""
    alike: dict[bytes, list[int]] = {}
    for rank, each in enumerate(records):
        alike.setdefault(each.source, []).append(rank)
    batch_of: dict[int, int] = {}
    batch = filled = 0
    for ranks in alike.values():
        for some in batches(ranks, LARGEST_BATCH):
            if filled and (filled >= BATCH or filled + len(some) > LARGEST_BATCH):
                batch, filled = batch + 1, 0
            batch_of |= dict.fromkeys(some, batch)
            filled += len(some)
    return tuple(
        CampaignItem(dataset=each.dataset, rank=rank, template=each.template, batch=batch_of[rank])
        for rank, each in enumerate(records)
    )


def _tells_of(line: LedgerLine, task: Task, method: Method) -> bool:
    """Whether a line of the meter tells what a proposal by the method takes."""
    return (
        (line.task, line.task_version, line.method, line.model)
        == (task.field, task.version, method.name, method.model)
        and line.outcome == ANSWERED
        and not line.cached
    )


def _mean(told: Iterable[tuple[float | None, int]], times: int) -> Figure:
    """The mean of what calls tell, so many times; unknown where none does."""
    known = [(value, calls) for value, calls in told if value is not None and calls > 0]
    if not known:
        return Figure()
    mean = sum(value for value, _ in known) / sum(calls for _, calls in known)
    return Figure(value=mean * times, known=Known.LEDGER)


def _length(task: Task, dataset: Dataset) -> int:
    """Characters of what a model would be shown."""
    prompt = task.question.prompt
    record = prompt.about(fence="", title=dataset.title, description=dataset.description)
    return len(prompt.system) + len(record)


class _Pace:
    """How fast a count grows, over the last observations."""

    def __init__(self) -> None:
        self._seen: list[tuple[float, int]] = []

    def see(self, count: int, now: float) -> None:
        if self._seen and count < self._seen[-1][1]:
            self._seen.clear()
        if self._seen and count > self._seen[-1][1] == self._seen[0][1]:
            # Whoever works was beginning until then.
            self._seen = self._seen[-1:]
        self._seen = [each for each in self._seen if now - each[0] <= STILL_S]
        self._seen.append((now, count))

    @property
    def a_second(self) -> float | None:
        (first, before), (last, after) = self._seen[0], self._seen[-1]
        return (after - before) / (last - first) if last - first >= 1 and after > before else None
