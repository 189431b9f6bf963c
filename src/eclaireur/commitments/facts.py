"""All that the page of commitments tells of an installation, read once."""

from collections import Counter
from datetime import date

from eclaireur.assistant import Assistant, Means
from eclaireur.commitments.sheets import ModelSheet, TaskSheet
from eclaireur.core.audit import AuditReport
from eclaireur.core.base import Noun
from eclaireur.core.departure import DECLARED, SENT
from eclaireur.core.model import Policy
from eclaireur.core.publication import Publication
from eclaireur.ledger.learning import Learning
from eclaireur.ledger.summary import Ledger
from eclaireur.ledger.trial import TrialResult


class Departed(Noun):
    """What left by the one way out since the store began, wherever to."""

    sent: int
    refused: int


class Facts(Noun):
    """What the store, the configuration and the last audit say, on one day."""

    day: date
    publication: Publication
    people_sign_in: bool
    policy: Policy
    models: tuple[ModelSheet, ...]
    tasks: tuple[TaskSheet, ...]
    learning: Learning
    ledger: Ledger
    means: Means
    trials: tuple[TrialResult, ...]
    departed: Departed | None
    """None as long as nothing tried to leave."""
    audit: AuditReport | None


async def facts_of(assistant: Assistant) -> Facts:
    """Read an installation."""
    means = await assistant.means()
    since = await assistant.in_use_since()
    turns = {each.task: each.turns for each in means.tasks}
    return Facts(
        day=assistant.today,
        publication=assistant.declared.publication,
        people_sign_in=assistant.declared.people_sign_in,
        policy=assistant.declared.policy,
        models=tuple(
            ModelSheet.of(
                name,
                declared,
                [task for task, own in turns.items() if any(each.model == name for each in own)],
                means.switches,
            )
            for name, declared in assistant.declared.models.items()
        ),
        tasks=tuple(
            TaskSheet.of(each, turns[each.field], means.switches, since) for each in assistant.tasks
        ),
        learning=await assistant.learning(),
        ledger=await assistant.ledger(),
        means=means,
        trials=await assistant.trials.results(),
        departed=await _departed(assistant),
        audit=await assistant.last_audit(),
    )


async def _departed(assistant: Assistant) -> Departed | None:
    counts: Counter[bool] = Counter()
    for each in await assistant.departures():
        if each.outcome != DECLARED:
            counts[each.outcome == SENT] += each.count
    return Departed(sent=counts[True], refused=counts[False]) if counts else None
