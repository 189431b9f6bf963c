"""What people, or a model, prefer of pairs, kept in a file; and how far two of them agree.

Nothing tells who judged, nor when but for the day, and rows lie in an order that no clock gave.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError

from eclaireur.core.base import Noun
from eclaireur.core.errors import OutputUnwritable, UnreadableJudgements, system_problem
from eclaireur.evaluation.measures.agreement import cohen_kappa, kappa_interval
from eclaireur.ledger.intervals import Interval, proportion

SAME = "same"
"""What is preferred where neither is."""
PERSON = "person"
"""The judge, where it is no model."""


class Judgement(Noun):
    """Which of two methods is preferred for one record."""

    item: str
    """The identifier of the record."""
    methods: tuple[str, str]
    """By name, whatever the sides."""
    preferred: str
    """The name of one, or `same`."""
    judge: str = PERSON
    """`person`, or the declared name of a model."""
    day: date

    @property
    def key(self) -> tuple[str, tuple[str, str]]:
        return self.item, self.methods


class Preference(Noun):
    """What was preferred, over all pairs."""

    methods: tuple[str, str]
    preferred: tuple[int, int]
    same: int
    first: Interval | None
    """How often the first method is preferred, of the pairs where one is."""


class Agreement(Noun):
    """How far two sets of judgements say the same of the same pairs."""

    pairs: int = Field(ge=1)
    alike: Interval
    """How often they say the same."""
    kappa: Interval | None
    """Cohen's; None where both say one and the same thing everywhere."""


def read_judgements(place: Path) -> list[Judgement]:
    """Read judgements; there are none where the file is not there.

    Raises:
        UnreadableJudgements: a line holds none, or the file cannot be read.
    """
    try:
        lines = place.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableJudgements(place=str(place), line=1) from error
    read = []
    for number, line in enumerate(lines, 1):
        try:
            read.append(Judgement.model_validate_json(line))
        except ValidationError as error:
            raise UnreadableJudgements(place=str(place), line=number) from error
    return read


def keep_judgements(judgements: Iterable[Judgement], place: Path) -> None:
    """Write judgements in the place of the file, whole. Raises OutputUnwritable."""
    rows = sorted(judgements, key=lambda each: hashlib.sha256(repr(each.key).encode()).digest())
    written = place.with_name(f"{place.name}.new")
    try:
        written.write_text("".join(f"{each.model_dump_json()}\n" for each in rows), "utf-8")
        written.replace(place)
    except OSError as error:
        raise OutputUnwritable(place=str(place), problem=system_problem(error)) from error


def preference(judgements: Sequence[Judgement], methods: tuple[str, str]) -> Preference:
    """Count what was preferred of two methods."""
    mine = [each for each in judgements if each.methods == methods]
    first, second = (sum(each.preferred == name for each in mine) for name in methods)
    return Preference(
        methods=methods,
        preferred=(first, second),
        same=sum(each.preferred == SAME for each in mine),
        first=proportion(first, first + second) if first + second else None,
    )


def agreement(
    judgements: Sequence[Judgement], others: Sequence[Judgement], seed: int
) -> Agreement | None:
    """How far two sets agree, of the pairs that both judge; None if there is none."""
    theirs = {each.key: each.preferred for each in others}
    common = [each for each in judgements if each.key in theirs]
    if not common:
        return None
    one, other = [each.preferred for each in common], [theirs[each.key] for each in common]
    alike = sum(mine == other_one for mine, other_one in zip(one, other, strict=True))
    return Agreement(
        pairs=len(common),
        alike=proportion(alike, len(common)),
        kappa=_kappa(one, other, seed),
    )


def _kappa(one: Sequence[str], other: Sequence[str], seed: int) -> Interval | None:
    value, interval = cohen_kappa(one, other), kappa_interval(one, other, seed)
    if value is None or interval is None:
        return None
    return Interval(value=value, low=interval.low, high=interval.high)
