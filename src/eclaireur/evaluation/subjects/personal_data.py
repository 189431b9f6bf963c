"""The masking of personal data: texts whose personal data is marked, and what must be left."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel, Field

from eclaireur.core.errors import InvalidRecord
from eclaireur.evaluation.measured import Observed
from eclaireur.evaluation.measures.spans import covers, touches
from eclaireur.evaluation.subjects.subject import Answer, Candidate, Item, Record, digest, line_of
from eclaireur.guards.personal_data import PersonalData, PersonalDataType, find


class SpanLine(BaseModel):
    """Personal data, in code points from the start of the text."""

    start: int = Field(ge=0)
    end: int
    type: PersonalDataType
    value: str | None = None
    """What stands there, to be sure."""


class NegativeLine(BaseModel):
    """What looks like personal data, and is none; its first place counts."""

    value: str = Field(min_length=1)
    kind: str


class TextLine(BaseModel):
    """A text, with all the personal data that it holds."""

    text: str
    spans: list[SpanLine]
    negatives: list[NegativeLine] = []


class Negative(NamedTuple):
    """Where something stands that is to be left as it is."""

    start: int
    end: int
    kind: str


class Case(NamedTuple):
    """A text, the personal data in it, and what looks like some."""

    text: str
    spans: tuple[PersonalData, ...]
    negatives: tuple[Negative, ...] = ()


class PersonalDataSubject:
    """The masking, on texts whose personal data is known."""

    task = "personal_data"

    def __init__(self, version: str) -> None:
        self.version = version
        self.candidates = [Candidate("masking", self._measure)]

    async def read(self, record: Record) -> Item[Case]:
        line = line_of(TextLine, record)
        for span in line.spans:
            if span.end <= span.start or span.value not in {None, line.text[span.start : span.end]}:
                raise InvalidRecord(problem="wrong-type", key="spans")
        negatives = []
        for each in line.negatives:
            start = line.text.find(each.value)
            if start < 0:
                raise InvalidRecord(problem="wrong-type", key="negatives")
            negatives.append(Negative(start, start + len(each.value), each.kind))
        spans = tuple(PersonalData(each.start, each.end, each.type) for each in line.spans)
        return Item(digest(record), Case(line.text, spans, tuple(negatives)))

    async def _measure(self, case: Case) -> Answer:
        return Answer(list(observed(case, find(case.text))))


def observed(case: Case, detected: Iterable[PersonalData]) -> Iterator[Observed]:
    """What a detector found of the personal data, and what else it took for some.

    A span is found when one of its type touches it, and masked when nothing of it is left to
    read, whatever the type.
    """
    read = list(detected)
    for span in case.spans:
        hit = any(touches(span, each) and each.type is span.type for each in read)
        yield Observed("found", float(hit))
        yield Observed("found", float(hit), span.type)
        yield Observed("masked", float(covers(read, span)))
    wrong = [each for each in read if not any(touches(each, span) for span in case.spans)]
    for each in read:
        yield Observed("precision", float(each not in wrong))
    yield Observed("false-alarm", float(bool(wrong)))
    for negative in case.negatives:
        taken = any(touches(each, negative) for each in wrong)
        yield Observed("false-alarm", float(taken), negative.kind)
