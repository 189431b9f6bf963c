"""The grounding check: texts faithful to their record, and the same with one fact altered."""

from collections.abc import Awaitable, Callable, Iterator
from typing import NamedTuple

from pydantic import BaseModel, Field

from eclaireur.catalogues.record import dataset_from_record
from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import InvalidRecord
from eclaireur.evaluation.measured import Observed
from eclaireur.evaluation.measures.spans import touches
from eclaireur.evaluation.subjects.subject import (
    Answer,
    Candidate,
    Item,
    LeftOut,
    Record,
    digest,
    line_of,
)
from eclaireur.guards.grounding import check


class AlteredLine(BaseModel):
    """A text with one altered fact."""

    text: str = Field(min_length=1)
    error: str = Field(min_length=1)
    """The part of the text that is wrong; its last place counts."""
    type: str


class GroundingLine(BaseModel):
    """A record, a text faithful to it, and texts that are not."""

    id: str = ""
    record: dict[str, Json] | None = None
    """The record itself; without it, that of the catalogue that bears `id`."""
    faithful: str = Field(min_length=1)
    unfaithful: list[AlteredLine] = []


class Altered(NamedTuple):
    """A text with one altered fact, and where it is."""

    text: str
    start: int
    end: int
    kind: str


class Case(NamedTuple):
    """A record, a text faithful to it, and texts that are not."""

    dataset: Dataset
    faithful: str
    altered: list[Altered]


class GroundingSubject:
    """The check, on texts whose errors are known.

    Args:
        published: gives the record that bears an identifier, or None.
        version: the program's.
    """

    task = "grounding"

    def __init__(self, published: Callable[[str], Awaitable[Dataset | None]], version: str) -> None:
        self.version = version
        self._published = published
        self.candidates = [Candidate("grounding", self._measure)]

    async def read(self, record: Record) -> Item[Case] | LeftOut:
        line = line_of(GroundingLine, record)
        dataset = (
            dataset_from_record(line.record, fallback_identifier=line.id or "record")
            if line.record is not None
            else await self._published(line.id)
        )
        if dataset is None:
            return LeftOut("dataset-unknown")
        altered = [_altered(each) for each in line.unfaithful]
        return Item(digest(record), Case(dataset, line.faithful, altered))

    async def _measure(self, case: Case) -> Answer:
        return Answer(list(observed(case)))


def observed(case: Case) -> Iterator[Observed]:
    """Whether the faithful text is flagged, and whether each error is pointed at."""
    yield Observed("false-alarm", float(not check(case.faithful, case.dataset).supported))
    for altered in case.altered:
        named = any(
            not claim.supported and touches(claim, altered)
            for claim in check(altered.text, case.dataset).claims
        )
        yield Observed("found", float(named))
        yield Observed("found", float(named), altered.kind)


def _altered(line: AlteredLine) -> Altered:
    start = line.text.rfind(line.error)
    if start < 0:
        raise InvalidRecord(problem="wrong-type", key="unfaithful.error")
    return Altered(line.text, start, start + len(line.error), line.type)
