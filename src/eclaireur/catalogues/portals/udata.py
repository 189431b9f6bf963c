"""A udata portal, such as data.gouv.fr, through its API v1, or v2."""

from collections.abc import AsyncIterator, Collection, Mapping
from functools import partial
from urllib.parse import quote, urlencode

from eclaireur.catalogues import mark
from eclaireur.catalogues.concepts import licence_of_key
from eclaireur.catalogues.entries import entry, entry_of_stamp, left_out, page_cursor
from eclaireur.catalogues.portals.visitor import Visitor
from eclaireur.core.base import Json
from eclaireur.core.errors import PortalAnswerUnusable, PortalLacks
from eclaireur.core.harvest import Entry, Page

PAGE = 100
"""Datasets asked for at once. A dataset may have thousands of files."""

_STAMPED = "id,archived,deleted,private,last_modified,last_update,internal{last_modified_internal}"
_STAMPS_ONLY = {"x-fields": f"data{{{_STAMPED}}},next_page,total"}
"""A fields mask, which lightens an answer a hundred times. A portal may ignore it."""


class Udata:
    """The datasets of a udata portal, in the order of their creation: new ones come last."""

    def __init__(self, name: str, datasets: str, visitor: Visitor) -> None:
        """Prepare to read `datasets`, the address of the list in its API, with its last slash."""
        self._name = name
        self._datasets = datasets
        self._visitor = visitor

    @property
    def name(self) -> str:
        return self._name

    async def pages(self, cursor: str | None, *, stamps_only: bool) -> AsyncIterator[Page]:
        number = page_cursor(cursor, 1)
        met: set[tuple[str | None, ...]] = set()
        is_last = False
        while not is_last:
            entries, is_last = await self._page(number, _STAMPS_ONLY if stamps_only else {})
            identifiers = tuple(each.identifier for each in entries)
            if identifiers in met:
                raise PortalAnswerUnusable(origin=self._visitor.origin, problem="loop")
            met.add(identifiers)
            whole = partial(self._whole_page, number) if stamps_only else None
            number += 1
            yield Page(entries, None if is_last else str(number), whole)

    async def datasets(self, identifiers: Collection[str]) -> tuple[Entry, ...]:
        found = []
        for rank, identifier in enumerate(identifiers, start=1):
            try:
                answer = await self._visitor.json(f"{self._datasets}{quote(identifier, safe='')}/")
            except PortalLacks:
                continue
            if not isinstance(answer, dict):
                raise self._visitor.unexpected()
            found.append(entry_told(rank, answer))
        return tuple(found)

    async def _whole_page(self, number: int) -> tuple[Entry, ...]:
        entries, _ = await self._page(number, {})
        return entries

    async def _page(
        self, number: int, headers: Mapping[str, str]
    ) -> tuple[tuple[Entry, ...], bool]:
        """The datasets of a page, and whether it is the last one."""
        query = urlencode({"page": number, "page_size": PAGE, "sort": "created"})
        answer = await self._visitor.json(f"{self._datasets}?{query}", headers)
        if not isinstance(answer, dict) or not isinstance(listed := answer.get("data"), list):
            raise self._visitor.unexpected()
        first = (number - 1) * PAGE + 1
        entries = tuple(
            entry_told(rank, _object(each)) for rank, each in enumerate(listed, start=first)
        )
        return entries, not listed or not answer.get("next_page")


def is_list(answer: Json) -> bool:
    """Whether it is a page of a udata's list."""
    return isinstance(answer, dict) and isinstance(answer.get("data"), list) and "total" in answer


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def entry_told(rank: int, told: dict[str, Json]) -> Entry:
    """Read what the API tells of a dataset."""
    stamp = _stamp(told)
    if any(told.get(key) for key in ("archived", "deleted", "private")):
        return left_out(rank, told)
    if told and "title" not in told:
        return entry_of_stamp(rank, told, stamp)
    return entry(rank, _record(told), stamp)


def _stamp(told: Mapping[str, Json]) -> str:
    internal = _object(told.get("internal"))
    moments = (
        told.get("last_modified"),
        told.get("last_update"),
        internal.get("last_modified_internal"),
    )
    return " ".join(str(each) for each in moments if each)


def _record(told: Mapping[str, Json]) -> dict[str, Json]:
    """The record that the catalogue's export would give."""
    record: dict[str, Json] = {key: value for key, value in told.items() if key not in _RENAMED}
    for key, other in _RENAMED.items():
        if told.get(key) is not None:
            record[other] = told[key]
    if isinstance(licence := told.get("license"), str):
        record["license"] = licence_of_key(licence)
    mark.lift(record, _object(told.get("extras")))
    if (frequency := _object(told.get("frequency"))).get("id"):
        record["frequency"] = frequency["id"]
    if isinstance(resources := told.get("resources"), dict):
        # The API v2 gives their number, and where to read them one page after the other.
        del record["resources"]
        record["resources_count"] = resources.get("total")
    if (backend := _object(told.get("harvest")).get("backend")) is not None:
        record["harvest_backend"] = backend
    if (score := _object(told.get("quality")).get("score")) is not None:
        record["quality_score"] = score
    return record


_RENAMED: Mapping[str, str] = {"temporal_coverage": "temporal", "metrics": "metric"}
"""What the API calls otherwise than the catalogue's export."""
