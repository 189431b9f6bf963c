"""What is declared of each task and each model, without what is nobody's business."""

from collections.abc import Mapping, Sequence
from datetime import date
from string import Template
from typing import Self

from eclaireur.assistant import Turn
from eclaireur.core.base import Noun
from eclaireur.core.dataset import Dataset
from eclaireur.core.model import ModelDeclaration, OperatorKind, Parameters
from eclaireur.core.switch import Switch, Switchable
from eclaireur.tasks.prompt import Prompt
from eclaireur.tasks.task import Task

_NOT_READ = frozenset({"identifier", "other_identifier", "extras"})
"""Fields of `Dataset` that describe no data: naming them would tell a reader nothing."""


class TaskSheet(Noun):
    """What one task does, and with what."""

    task: str
    """The field that it proposes a value for."""
    version: str
    since: date | None
    """The first day that this version served here; None as long as it has not."""
    reads: tuple[str, ...]
    """The fields of a record that it looks at."""
    shows: tuple[str, ...]
    """Those of them that a language model is shown, personal data masked."""
    never_reads: tuple[str, ...]
    """Every other field of a record."""
    prompt: Prompt
    turns: tuple[Turn, ...]
    """Its methods, in the order in which they are asked."""
    off: bool
    """Whether it is turned off for everybody."""
    off_for: tuple[str, ...]
    """The organisations that it is turned off for."""

    @classmethod
    def of(
        cls,
        task: Task,
        turns: Sequence[Turn],
        switches: Sequence[Switch],
        since: Mapping[tuple[str, str], date],
    ) -> Self:
        shown = frozenset(Template(task.question.prompt.record).get_identifiers())
        own = [each for each in switches if (each.kind, each.name) == (Switchable.TASK, task.field)]
        return cls(
            task=task.field,
            version=task.version,
            since=since.get((task.field, task.version)),
            reads=task.reads,
            shows=tuple(each for each in Dataset.model_fields if each in shown),
            never_reads=tuple(
                each for each in Dataset.model_fields if each not in {*task.reads, *_NOT_READ}
            ),
            prompt=task.question.prompt,
            turns=tuple(turns),
            off=any(each.organisation is None for each in own),
            off_for=tuple(each.organisation for each in own if each.organisation is not None),
        )


class ModelSheet(Noun):
    """A language model, as its operator declares it: neither its address nor its key."""

    name: str
    served_as: str
    """The name that its server gives it."""
    operator: str
    operator_kind: OperatorKind
    country: str
    """Where the server stands: ISO 3166-1 alpha-2."""
    weights: str | None
    licence: str | None
    parameters: Parameters | None
    """In billions."""
    tasks: tuple[str, ...]
    """The fields that it may propose a value for."""
    off: bool
    """Whether it is turned off for everybody."""
    off_for: tuple[str, ...]

    @classmethod
    def of(
        cls, name: str, declared: ModelDeclaration, tasks: Sequence[str], switches: Sequence[Switch]
    ) -> Self:
        own = [each for each in switches if (each.kind, each.name) == (Switchable.MODEL, name)]
        return cls(
            name=name,
            served_as=declared.model,
            operator=declared.operator.name,
            operator_kind=declared.operator.kind,
            country=declared.country,
            weights=declared.weights,
            licence=declared.licence,
            parameters=declared.parameters,
            tasks=tuple(tasks),
            off=any(each.organisation is None for each in own),
            off_for=tuple(each.organisation for each in own if each.organisation is not None),
        )
