"""Pairs of proposals to judge without knowing what made each."""

import random
from collections.abc import AsyncIterator, Callable, Iterable
from typing import NamedTuple

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import InvalidLine, InvalidRecord, NoPair, UnknownMethod
from eclaireur.core.suggestion import Value
from eclaireur.evaluation.subjects.proposals import Proposals
from eclaireur.evaluation.subjects.subject import LeftOut
from eclaireur.formats.jsonl import NumberedRecord


class Side(NamedTuple):
    """What one method proposes."""

    method: str
    text: str


class Pair(NamedTuple):
    """Two different proposals for one record, on sides drawn by chance."""

    dataset: Dataset
    """As the methods were shown it."""
    left: Side
    right: Side

    @property
    def item(self) -> str:
        """The identifier of the record."""
        return self.dataset.identifier


async def pairs(
    subject: Proposals,
    one: str,
    other: str,
    lines: Iterable[NumberedRecord | InvalidLine],
    *,
    seed: int,
    refuse: Callable[[InvalidLine], None],
) -> list[Pair]:
    """Ask two methods for every record, and pair what they propose where it differs.

    Args:
        subject: the task.
        one: the name of a method.
        other: that of the other.
        lines: the records.
        seed: of the sides and of the order.
        refuse: told of each line that cannot be read.

    Raises:
        UnknownMethod: the task has no such method.
        NoPair: they never differ.
    """
    known = ", ".join(subject.proposers)
    for name in (one, other):
        if name not in subject.proposers:
            raise UnknownMethod(method=name, task=subject.task, known=known)
    found = [
        _sided(dataset, Side(one, first), Side(other, second), seed)
        async for dataset, first, second in _proposed(subject, one, other, lines, refuse)
        if first != second
    ]
    if not found:
        raise NoPair(one=one, other=other)
    random.Random(seed).shuffle(found)  # noqa: S311 - an order, not a secret
    return found


async def _proposed(
    subject: Proposals,
    one: str,
    other: str,
    lines: Iterable[NumberedRecord | InvalidLine],
    refuse: Callable[[InvalidLine], None],
) -> AsyncIterator[tuple[Dataset, str, str]]:
    for line in lines:
        if isinstance(line, InvalidLine):
            refuse(line)
            continue
        number, record = line
        try:
            read = await subject.read(record)
        except InvalidRecord as refusal:
            refuse(InvalidLine(line=number, **refusal.params))
            continue
        if isinstance(read, LeftOut):
            continue
        values = [
            (await subject.propose(subject.proposers[name], read.content)).value
            for name in (one, other)
        ]
        first, second = map(_text, values)
        if first is not None and second is not None:
            yield subject.shown(read.content), first, second


def _sided(dataset: Dataset, one: Side, other: Side, seed: int) -> Pair:
    chance = random.Random(f"{seed} {dataset.identifier}")  # noqa: S311 - a side, not a secret
    left, right = (one, other) if chance.random() < 0.5 else (other, one)
    return Pair(dataset, left, right)


def _text(value: Value | None) -> str | None:
    return ", ".join(value) if isinstance(value, tuple) else value
