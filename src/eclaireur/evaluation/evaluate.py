"""Every method of a subject, on every line of a file."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from itertools import islice
from typing import TypeVar

from eclaireur.core.errors import InvalidLine, InvalidRecord, NothingToEvaluate
from eclaireur.core.usage import Usage
from eclaireur.evaluation.measured import Cost, Evaluation, Figure, MethodMeasured
from eclaireur.evaluation.subjects.subject import Answer, Candidate, Item, LeftOut, Subject
from eclaireur.formats.jsonl import NumberedRecord

Content = TypeVar("Content")
Sampled = TypeVar("Sampled")

AT_ONCE = 16
"""Items measured at once: a model's server answers several, other methods take their turn."""


async def evaluate(
    subject: Subject[Content],
    lines: Iterable[NumberedRecord | InvalidLine],
    *,
    seed: int,
    day: date,
    refuse: Callable[[InvalidLine], None],
    advance: Callable[[], None] = lambda: None,
) -> Evaluation:
    """Measure every method on the same items.

    Args:
        subject: the task and its methods.
        lines: what the file holds; a line that cannot be read does not stop the others.
        seed: of the bootstraps.
        day: when it is done.
        refuse: told of each line that cannot be read.
        advance: told of each item measured.

    Raises:
        NothingToEvaluate: no line could be used.
        Unavailable: what all the methods need does not answer.
    """
    tallies = [_Tally() for _ in subject.candidates]
    left_out, seen = Counter[str](), Counter[str]()
    reading = iter(lines)
    while group := list(islice(reading, AT_ONCE)):
        items: list[tuple[str, Content]] = []
        for each in group:
            read = await _read(subject, each, refuse)
            if isinstance(read, LeftOut):
                left_out[read.reason] += 1
            elif read is not None:
                seen[read.key] += 1
                number = seen[read.key]
                items.append((read.key if number == 1 else f"{read.key}#{number}", read.content))
        for candidate, tally in zip(subject.candidates, tallies, strict=True):
            answers = await asyncio.gather(*(candidate.measure(content) for _, content in items))
            for (key, _), answer in zip(items, answers, strict=True):
                tally.add(key, answer)
        for _ in items:
            advance()
    if not seen:
        raise NothingToEvaluate(task=subject.task, left_out=left_out.total())
    return Evaluation(
        task=subject.task,
        version=subject.version,
        program=version("eclaireur"),
        day=day,
        seed=seed,
        items=seen.total(),
        left_out=dict(left_out),
        methods=tuple(
            tally.measured(candidate, seed)
            for candidate, tally in zip(subject.candidates, tallies, strict=True)
        ),
    )


def sample(lines: Iterable[Sampled], limit: int, seed: int) -> Iterator[Sampled]:
    """So many of the lines, drawn by chance and in their order; all of them if there are fewer.

    Vitter J., "Random sampling with a reservoir", ACM TOMS 11 (1985), algorithm R.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    kept: list[tuple[int, Sampled]] = []
    for number, line in enumerate(lines):
        if number < limit:
            kept.append((number, line))
        elif (place := chance.randrange(number + 1)) < limit:
            kept[place] = number, line
    return (line for _, line in sorted(kept, key=lambda each: each[0]))


async def _read(
    subject: Subject[Content],
    line: NumberedRecord | InvalidLine,
    refuse: Callable[[InvalidLine], None],
) -> Item[Content] | LeftOut | None:
    if isinstance(line, InvalidLine):
        refuse(line)
        return None
    number, record = line
    try:
        return await subject.read(record)
    except InvalidRecord as refusal:
        refuse(InvalidLine(line=number, **refusal.params))
        return None


@dataclass
class _Tally:
    """What a method gave so far."""

    values: dict[tuple[str, str], dict[str, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    withheld: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    usages: list[Usage] = field(default_factory=list)

    def add(self, key: str, answer: Answer) -> None:
        for each in answer.observed:
            self.values[each.measure, each.of][key].append(each.value)
        if answer.withheld is not None:
            self.withheld[answer.withheld] += 1
        if answer.failed is not None:
            self.failed[answer.failed] += 1
        if answer.usage is not None:
            self.usages.append(answer.usage)

    def measured(self, candidate: Candidate[Content], seed: int) -> MethodMeasured:
        return MethodMeasured(
            method=candidate.name,
            model=candidate.model,
            figures=tuple(
                Figure.of_values(
                    measure, of, {key: tuple(each) for key, each in items.items()}, seed
                )
                for (measure, of), items in self.values.items()
            ),
            withheld=dict(self.withheld),
            failed=dict(self.failed),
            cost=_cost(self.usages) if candidate.model else None,
        )


def _cost(usages: Sequence[Usage]) -> Cost:
    tokens = [
        each.input_tokens + each.output_tokens
        for each in usages
        if each.input_tokens is not None and each.output_tokens is not None
    ]
    energies = [each.energy_wh for each in usages if each.energy_wh is not None]
    return Cost(
        tokens=sum(tokens) if tokens else None,
        energy_wh=sum(energies) if energies else None,
        unknown=len(usages) - len(energies),
    )
