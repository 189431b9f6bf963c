"""The commitments, with their live figures: what the page shows, and what programs read.

The page is made of this record, so that it shows the same figures. The CSV holds every figure in
one long table, one a line, in codes that no language changes.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from types import MappingProxyType
from typing import Self

from pydantic import BaseModel, Field

from eclaireur.assistant import Means
from eclaireur.commitments import (
    PLEDGES,
    Facts,
    Figure,
    ModelSheet,
    Pledge,
    TaskSheet,
    Unit,
    figures_of,
)
from eclaireur.core.model import Policy
from eclaireur.core.publication import Publication
from eclaireur.formats.stream import BYTE_ORDER_MARK
from eclaireur.ledger.intervals import Interval
from eclaireur.ledger.learning import Fate, Learning
from eclaireur.ledger.summary import Cost
from eclaireur.ledger.trial import TrialResult
from eclaireur.messages import Messages
from eclaireur.representations.audit import AuditRecord, FindingRecord

LIMITS = ("extraction", "grounding", "masking", "energy", "counters", "fewness", "signin")
"""What is known not to work, or not to be proved; each is the message `limit-<code>`."""

WHERE_PEOPLE_SIGN_IN = MappingProxyType(
    {
        "pledge-meaning-nobody": "pledge-meaning-nobody-signed-in",
        "pledge-how-nobody": "pledge-how-nobody-signed-in",
        "limit-signin": "limit-signin-signed-in",
    }
)
"""The messages that are not true where people sign in, and those that are."""

CONTRIBUTING = "CONTRIBUTING.md"

COLUMNS = (
    "section",
    "commitment",
    "task",
    "task_version",
    "method",
    "model",
    "figure",
    "detail",
    "unit",
    "value",
    "low",
    "high",
    "as_of",
    "licence",
)


class Licence(BaseModel):
    """Under what anybody may use these figures."""

    identifier: str = Field(description="By its SPDX identifier.")
    name: str
    address: str


LICENCE = Licence(
    identifier="etalab-2.0",
    name="Licence Ouverte / Open Licence 2.0",
    address="https://spdx.org/licenses/etalab-2.0.html",
)


class FigureRecord(BaseModel):
    """One live figure."""

    code: str
    label: str
    unit: Unit
    value: int | float | None = Field(description="Null is unknown, which is not zero.")
    low: float | None = Field(description="Of the 95 % interval of a share.")
    high: float | None

    @classmethod
    def of(cls, figure: Figure, say: Messages) -> Self:
        return cls(label=say(f"figure-{figure.code}"), **figure.model_dump())


class SourceRecord(BaseModel):
    """A file of the repository."""

    path: str
    address: str | None = Field(description="Where to read it, if the operator says.")

    @classmethod
    def of(cls, path: str, publication: Publication) -> Self:
        return cls(path=path, address=publication.source(path))


def _told(identifier: str, facts: Facts, say: Messages) -> str:
    """The message, or what it becomes where people sign in."""
    return say(
        WHERE_PEOPLE_SIGN_IN.get(identifier, identifier) if facts.people_sign_in else identifier
    )


class CommitmentRecord(BaseModel):
    """One commitment."""

    number: int
    code: str
    title: str
    meaning: str
    how: str
    files: list[SourceRecord]
    commands: list[str]
    figures: list[FigureRecord] = Field(description="Empty as long as nothing was counted.")
    findings: list[FindingRecord] = Field(description="What the last audit found of it.")

    @classmethod
    def of(cls, pledge: Pledge, facts: Facts, say: Messages) -> Self:
        findings = facts.audit.findings if facts.audit else ()
        return cls(
            number=pledge.number,
            code=pledge.code,
            title=say(f"pledge-title-{pledge.code}"),
            meaning=_told(f"pledge-meaning-{pledge.code}", facts, say),
            how=_told(f"pledge-how-{pledge.code}", facts, say),
            files=[SourceRecord.of(each, facts.publication) for each in pledge.files],
            commands=list(pledge.commands),
            figures=[FigureRecord.of(each, say) for each in figures_of(pledge.code, facts)],
            findings=[
                FindingRecord.of(each, say) for each in findings if each.commitment == pledge.number
            ],
        )


class FootprintRecord(BaseModel):
    """What was spent by one method or model, every task together."""

    method: str
    model: str | None
    cost: Cost


class SavedRecord(BaseModel):
    """What was not spent, for one task."""

    task: str
    cached: Cost = Field(description="What the answers of the cache had cost the first time.")
    proposed_without_model: int
    energy_wh_saved_without_model: float | None = Field(
        description="What a model would have used for those, at its mean; null is unknown."
    )


class CommitmentsRecord(BaseModel):
    """All that the page of commitments tells."""

    licence: Licence
    as_of: date
    version: str = Field(description="Of the program.")
    publication: Publication
    audit: AuditRecord | None = Field(description="The last audit; null when there was none yet.")
    commitments: list[CommitmentRecord]
    policy: Policy
    models: list[ModelSheet]
    tasks: list[TaskSheet]
    learning: Learning
    energy_of_models: str = Field(description="How it is known where no server reports it.")
    energy_of_methods: str = Field(description="How that of the methods without a model is known.")
    spent: list[FootprintRecord]
    saved: list[SavedRecord]
    means: Means
    trials: list[TrialResult]
    limits: list[str]
    contributing: SourceRecord

    @classmethod
    def of(cls, facts: Facts, say: Messages) -> Self:
        ledger = facts.ledger
        return cls(
            licence=LICENCE,
            as_of=facts.day,
            version=version("eclaireur"),
            publication=facts.publication,
            audit=None if facts.audit is None else AuditRecord.of(facts.audit, say),
            commitments=[CommitmentRecord.of(each, facts, say) for each in PLEDGES],
            policy=facts.policy,
            models=list(facts.models),
            tasks=list(facts.tasks),
            learning=facts.learning,
            energy_of_models=ledger.method,
            energy_of_methods=ledger.embedded_method,
            spent=[
                FootprintRecord(method=each.method, model=each.model, cost=each.cost)
                for each in ledger.makers
            ],
            saved=[
                SavedRecord(
                    task=each.task,
                    cached=each.saved_by_cache,
                    proposed_without_model=each.proposed_without_model,
                    energy_wh_saved_without_model=each.energy_wh_saved_without_model,
                )
                for each in ledger.tasks
            ],
            means=facts.means,
            trials=list(facts.trials),
            limits=[_told(f"limit-{each}", facts, say) for each in LIMITS],
            contributing=SourceRecord.of(CONTRIBUTING, facts.publication),
        )


def commitments_csv(facts: Facts) -> bytes:
    """Write every figure in UTF-8 with a byte order mark and `;`, as the other exports are.

    A value that nobody knows, or too rare to be published, has an empty cell.
    """
    text = io.StringIO()
    writer = csv.DictWriter(
        text, COLUMNS, restval="", delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    writer.writeheader()
    said = {"as_of": facts.day.isoformat(), "licence": LICENCE.identifier}
    for row in (*_headlines(facts), *_fates(facts), *_spent(facts), *_trials(facts)):
        writer.writerow({name: each for name, each in row.items() if each is not None} | said)
    return BYTE_ORDER_MARK + text.getvalue().encode("utf-8", "replace")


Row = dict[str, str | float | None]


def _headlines(facts: Facts) -> Iterator[Row]:
    for pledge in PLEDGES:
        for each in figures_of(pledge.code, facts):
            yield {
                "section": "commitment",
                "commitment": pledge.number,
                "figure": each.code,
                "unit": each.unit,
                "value": each.value,
                "low": each.low,
                "high": each.high,
            }
    for finding in facts.audit.findings if facts.audit else ():
        yield {
            "section": "audit",
            "commitment": finding.commitment,
            "figure": finding.check,
            "detail": finding.verdict,
        }


def _fates(facts: Facts) -> Iterator[Row]:
    for fate in facts.learning.fates:
        about: Row = {
            "section": "learning",
            **fate.model_dump(include={"task", "task_version", "method", "model"}),
        }
        for name in ("proposed", "decided", "accepted", "edited", "rejected"):
            yield about | {"figure": name, "unit": Unit.COUNT, "value": getattr(fate, name)}
        for name in ("accepted_as_is", "retained", "edit_distance"):
            yield about | _share(name, getattr(fate, name))
        for name in ("energy_wh", "energy_wh_per_proposed", "energy_wh_per_retained"):
            yield about | {"figure": name, "unit": Unit.ENERGY, "value": getattr(fate, name)}
        yield from (about | each for each in _codes(fate))


def _codes(fate: Fate) -> Iterator[Row]:
    counters = {"why": fate.why, "withheld": fate.withheld, "failed": fate.failed}
    for name, counts in counters.items():
        for code, count in counts.items():
            yield {"figure": name, "detail": code, "unit": Unit.COUNT, "value": count}


def _spent(facts: Facts) -> Iterator[Row]:
    for maker in facts.ledger.makers:
        about: Row = {"section": "footprint", "method": maker.method, "model": maker.model}
        cost = maker.cost
        yield about | {"figure": "calls", "unit": Unit.COUNT, "value": cost.calls}
        yield about | {"figure": "energy", "unit": Unit.ENERGY, "value": cost.energy_wh}
        yield about | {"figure": "carbon", "unit": Unit.CARBON, "value": cost.carbon_g}
        for name in ("unknown_energy", "unknown_carbon"):
            yield about | {"figure": name, "unit": Unit.COUNT, "value": getattr(cost, name)}
    for task in facts.ledger.tasks:
        about = {"section": "saved", "task": task.task}
        saved = task.saved_by_cache
        yield about | {"figure": "cached", "unit": Unit.COUNT, "value": saved.calls}
        yield about | {"figure": "cached_energy", "unit": Unit.ENERGY, "value": saved.energy_wh}
        for name, unit in (
            ("proposed_without_model", Unit.COUNT),
            ("energy_wh_saved_without_model", Unit.ENERGY),
        ):
            yield about | {"figure": name, "unit": unit, "value": getattr(task, name)}


def _trials(facts: Facts) -> Iterator[Row]:
    for result in facts.trials:
        trial = result.trial
        for each in result.variants:
            about: Row = {
                "section": "trial",
                "task": trial.task,
                "method": each.variant,
                "detail": trial.name,
            }
            yield about | {"figure": "proposed", "unit": Unit.COUNT, "value": each.proposed}
            yield about | {"figure": "decided", "unit": Unit.COUNT, "value": each.decided}
            yield about | _share("accepted_as_is", each.accepted_as_is)


def _share(name: str, share: Interval | None) -> Row:
    row: Row = {"figure": name, "unit": Unit.SHARE}
    return row if share is None else row | share.model_dump()
