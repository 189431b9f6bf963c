"""What an installation lends to an evaluation, and which subjects it can evaluate."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from types import MappingProxyType
from typing import Any, TypeAlias

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import UnknownMethod, UnknownSubject
from eclaireur.core.ports import Search, Store
from eclaireur.core.proposal import Method
from eclaireur.evaluation.baselines import FirstSentence, VocabularyInText
from eclaireur.evaluation.subjects.grounding import GroundingSubject
from eclaireur.evaluation.subjects.labels import keywords, themes
from eclaireur.evaluation.subjects.personal_data import PersonalDataSubject
from eclaireur.evaluation.subjects.proposals import Observe, Proposals
from eclaireur.evaluation.subjects.search import SearchSubject
from eclaireur.evaluation.subjects.short_description import short_description
from eclaireur.evaluation.subjects.subject import Record, Subject
from eclaireur.methods.vocabulary import PortalVocabulary
from eclaireur.tasks.keywords import KEYWORDS_PROPOSED
from eclaireur.tasks.task import Task

AnySubject: TypeAlias = Subject[Any]

OBSERVE: Mapping[str, Observe] = MappingProxyType(
    {"short_description": short_description, "keywords": keywords, "theme": themes}
)
"""What is measured of each field that is proposed."""

_KEYS: Mapping[str, str] = MappingProxyType(
    {"short_description": "description", "keywords": "tags", "theme": "theme"}
)
"""The key of a record without which it teaches nothing of a field."""

CHECKS = ("search", "grounding", "personal_data")


@dataclass(frozen=True)
class Equipment:
    """The tasks, the search and the catalogue of an installation."""

    tasks: Sequence[Task]
    generations: Mapping[str, Sequence[Method]]
    """The methods that ask the models that were named, by field."""
    vocabulary: Callable[[], Awaitable[PortalVocabulary]]
    search: Search
    store: Store
    today: Callable[[], date]
    records: Mapping[str, Dataset]
    """The records given beside the file, by identifier: they come before the catalogue's."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every task that can be evaluated here."""
        return (*(each.field for each in self.tasks if each.field in OBSERVE), *CHECKS)

    def suiting(self, record: Record) -> tuple[str, ...]:
        """The tasks that a file is for, told from the keys of one of its lines."""
        if "faithful" in record:
            return ("grounding",)
        if "spans" in record:
            return ("personal_data",)
        if "query" in record or ("id" in record and "question" in record):
            return ("search",)
        return tuple(each for each in self.names if _KEYS.get(each) in record)

    def subject(self, name: str, methods: Sequence[str] = ()) -> AnySubject:
        """A task, with the methods named, or all of them.

        Raises:
            UnknownSubject: nothing evaluates it.
            UnknownMethod: it has no method of that name.
        """
        if name not in self.names:
            raise UnknownSubject(task=name, known=", ".join(self.names))
        subject = self._subject(name)
        known = [each.name for each in subject.candidates]
        for each in methods:
            if each not in known:
                raise UnknownMethod(method=each, task=name, known=", ".join(known))
        return subject if not methods else _Chosen(subject, methods)

    def proposals(self, field: str) -> Proposals:
        """A field that is proposed, with all its methods: the task's, baselines, the models'."""
        [task] = [each for each in self.tasks if each.field == field]
        baselines: Mapping[str, tuple[Method, ...]] = {
            "short_description": (FirstSentence(),),
            "keywords": (VocabularyInText(self.vocabulary, KEYWORDS_PROPOSED),),
        }
        return Proposals(
            task,
            (*task.methods, *baselines.get(field, ()), *self.generations.get(field, ())),
            OBSERVE[field],
            self.store,
            self.today,
            needs_reference=field != "short_description",
        )

    def _subject(self, name: str) -> AnySubject:
        program = version("eclaireur")
        match name:
            case "search":
                return SearchSubject(self.search, self.store, program)
            case "grounding":
                return GroundingSubject(self._published, program)
            case "personal_data":
                return PersonalDataSubject(program)
            case field:
                return self.proposals(field)

    async def _published(self, identifier: str) -> Dataset | None:
        if identifier in self.records:
            return self.records[identifier]
        return (await self.store.datasets_among([identifier])).get(identifier)


class _Chosen:
    """A subject, with some of its methods."""

    def __init__(self, subject: AnySubject, methods: Sequence[str]) -> None:
        self.task, self.version, self.read = subject.task, subject.version, subject.read
        self.candidates = [each for each in subject.candidates if each.name in methods]
