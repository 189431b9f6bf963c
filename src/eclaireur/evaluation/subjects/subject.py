"""What each kind of task gives to an evaluation: how a line is read, and what is measured on it."""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from eclaireur.core.base import Json
from eclaireur.core.errors import InvalidRecord
from eclaireur.core.usage import Usage
from eclaireur.evaluation.measured import Observed

Content = TypeVar("Content")
Line = TypeVar("Line", bound=BaseModel)
Record = Mapping[str, Json]


@dataclass(frozen=True)
class Item(Generic[Content]):
    """One line of the file, ready to be measured."""

    key: str
    """What it is recognised by in another evaluation. It tells nothing of a text or a query."""
    content: Content


@dataclass(frozen=True)
class LeftOut:
    """A line that can be read and cannot be used."""

    reason: str
    """Its code; `evaluation-left-out-…` says it."""


@dataclass(frozen=True)
class Answer:
    """What a method gave for one item, measured."""

    observed: Sequence[Observed]
    withheld: str | None = None
    """The code of the reason, where it proposed nothing."""
    failed: str | None = None
    """The code of the error, where it could not answer."""
    usage: Usage | None = None
    """What it cost, where it asked a language model."""


@dataclass(frozen=True)
class Candidate(Generic[Content]):
    """A method to measure."""

    name: str
    measure: Callable[[Content], Awaitable[Answer]]
    model: str | None = None


class Subject(Protocol[Content]):
    """A task, with the methods to set side by side."""

    @property
    def task(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def candidates(self) -> Sequence[Candidate[Content]]: ...

    async def read(self, record: Record) -> Item[Content] | LeftOut:
        """Read a line. Raises InvalidRecord."""
        ...


def line_of(model: type[Line], record: Record) -> Line:
    """Read a record as a model. Raises InvalidRecord, which names the first key that is wrong."""
    try:
        return model.model_validate(record)
    except ValidationError as refusal:
        [first, *_] = refusal.errors(include_input=False, include_url=False)
        problem = "missing-key" if first["type"] == "missing" else "wrong-type"
        raise InvalidRecord(problem=problem, key=".".join(map(str, first["loc"]))) from refusal


def digest(record: Record) -> str:
    """The key of a line that has no public identifier."""
    canonical = json.dumps(record, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
