"""Search: a query, and the dataset that it should find."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel, Field

from eclaireur.core.errors import InvalidRecord
from eclaireur.core.ports import LONGEST_QUERY, Search, SearchQuery, Store
from eclaireur.evaluation.measured import SEARCH_DEPTH, Observed
from eclaireur.evaluation.measures.ranking import ndcg, recall, reciprocal_rank
from eclaireur.evaluation.subjects.subject import (
    Answer,
    Candidate,
    Item,
    LeftOut,
    Record,
    digest,
    line_of,
)

KINDS = ("question", "keywords", "typo")
"""The keys of a line that holds several queries for one dataset, each of its kind."""


class QueryLine(BaseModel):
    """A query that somebody made, and one dataset that answers it."""

    query: str = Field(min_length=1, max_length=LONGEST_QUERY)
    expected: str


class Named(BaseModel):
    """The dataset that the queries of a line are for."""

    id: str


class Asked(BaseModel):
    """Queries, by kind, that one dataset answers. `""` is no kind."""

    queries: Mapping[str, str]
    expected: str


class SearchSubject:
    """The search of this installation, in its catalogue."""

    task = "search"

    def __init__(self, search: Search, store: Store, version: str) -> None:
        self.version = version
        self._search = search
        self._store = store
        self.candidates = [Candidate("search", self._measure)]

    async def read(self, record: Record) -> Item[Asked] | LeftOut:
        asked = _asked(record)
        if not await self._store.datasets_among([asked.expected]):
            return LeftOut("dataset-unknown")
        return Item(digest(record), asked)

    async def _measure(self, asked: Asked) -> Answer:
        observed: list[Observed] = []
        for kind, text in asked.queries.items():
            page = await self._search.find(SearchQuery(text=text, limit=SEARCH_DEPTH))
            told = list(ranked([hit.identifier for hit in page.hits], asked.expected))
            observed += told
            if kind:
                observed += [each._replace(of=kind) for each in told]
        return Answer(observed)


def ranked(found: Sequence[str], expected: str) -> Iterator[Observed]:
    """What is measured of the datasets found, of which one is the right one."""
    right = {expected}
    yield Observed("mrr", reciprocal_rank(found, right, SEARCH_DEPTH))
    yield Observed("first", recall(found, right, 1))
    yield Observed("recall", recall(found, right, SEARCH_DEPTH))
    yield Observed("ndcg", ndcg(found, right, SEARCH_DEPTH))


def _asked(record: Record) -> Asked:
    if "query" in record:
        line = line_of(QueryLine, record)
        return Asked(queries={"": line.query}, expected=line.expected)
    queries: dict[str, str] = {}
    for kind in KINDS:
        text = record.get(kind)
        if text is None:
            continue
        if not isinstance(text, str) or not 0 < len(text) <= LONGEST_QUERY:
            raise InvalidRecord(problem="wrong-type", key=kind)
        queries[kind] = text
    if not queries:
        raise InvalidRecord(problem="missing-key", key="query")
    return Asked(queries=queries, expected=line_of(Named, record).id)
