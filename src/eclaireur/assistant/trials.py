"""Comparing the ways to propose a field on live use."""

from collections.abc import Callable, Sequence
from datetime import date

from eclaireur.assistant.proposing import Proposer, variant_name
from eclaireur.core.errors import (
    TrialDates,
    TrialName,
    TrialNotFound,
    TrialOver,
    TrialOverlaps,
    TrialVariants,
    TrialVariantUnknown,
)
from eclaireur.core.ports import Store
from eclaireur.core.trial import NAME, Trial
from eclaireur.ledger.trial import TrialResult

MOST_VARIANTS = 8


class Trials:
    """The trials of an installation.

    Args:
        store: where they are kept.
        proposer: knows the methods of each task.
        today: the day it is.
    """

    def __init__(self, store: Store, proposer: Proposer, today: Callable[[], date]) -> None:
        self._store = store
        self._proposer = proposer
        self._today = today

    async def start(
        self, name: str, task: str, variants: Sequence[str], *, ends_on: date, minimum: int
    ) -> Trial:
        """Declare a trial, which begins today.

        Raises:
            TrialName: the name is none.
            UnknownField: nothing proposes that field.
            TrialVariantUnknown: a variant is no method of the task.
            TrialVariants: there are fewer than two, too many, or one is there twice.
            TrialDates: it would end before it begins.
            TrialExists: a trial bears the name.
            TrialOverlaps: another trial compares methods for the field.
        """
        if not NAME.fullmatch(name):
            raise TrialName
        known = [variant_name(each) for each in self._proposer.task(task).methods]
        for each in variants:
            if each not in known:
                raise TrialVariantUnknown(variant=each, field=task, known=", ".join(known))
        if not 2 <= len(set(variants)) == len(variants) <= MOST_VARIANTS:
            raise TrialVariants
        today = self._today()
        if ends_on <= today:
            raise TrialDates(day=today.isoformat())
        for other in await self._store.trials():
            if other.task == task and other.runs_on(today) and other.name != name:
                raise TrialOverlaps(trial=other.name, field=task)
        trial = Trial(
            name=name,
            task=task,
            variants=tuple(variants),
            minimum=minimum,
            began_on=today,
            ends_on=ends_on,
        )
        await self._store.add_trial(trial)
        return trial

    async def stop(self, name: str) -> Trial:
        """End a trial before its time. Raises TrialNotFound, TrialOver."""
        trial = await self._trial(name)
        if not trial.runs_on(self._today()):
            raise TrialOver(trial=name)
        stopped = trial.model_copy(update={"stopped_on": self._today()})
        await self._store.replace_trial(stopped)
        return stopped

    async def results(self) -> tuple[TrialResult, ...]:
        """Return what each trial shows, by name."""
        tallies = await self._store.tallies()
        return tuple(
            TrialResult.of(each, tallies, self._today()) for each in await self._store.trials()
        )

    async def result(self, name: str) -> TrialResult:
        """Return what one trial shows. Raises TrialNotFound."""
        trial = await self._trial(name)
        return TrialResult.of(trial, await self._store.tallies(), self._today())

    async def _trial(self, name: str) -> Trial:
        trials = {each.name: each for each in await self._store.trials()}
        if name not in trials:
            raise TrialNotFound(trial=name, known=", ".join(trials))
        return trials[name]
