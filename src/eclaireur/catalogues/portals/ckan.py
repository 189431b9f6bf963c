"""A CKAN portal, through `package_search` of its action API."""

from collections.abc import AsyncIterator, Collection, Mapping
from functools import partial
from urllib.parse import urlencode

from eclaireur.catalogues import mark
from eclaireur.catalogues.entries import entry, entry_of_stamp, left_out, page_cursor
from eclaireur.catalogues.portals.visitor import Visitor
from eclaireur.core.base import Json
from eclaireur.core.errors import InvalidRecord, PortalAnswerUnusable, PortalLacks
from eclaireur.core.harvest import Entry, Page
from eclaireur.formats import jsonl

PAGE = 100
"""Datasets asked for at once: a portal allows 1,000, or less, and gives what it allows."""

SHORT_DESCRIPTION = "description_short"
"""Where a portal keeps a short description: a field of its schema, or an extra."""

_STAMPED = "id,metadata_modified"


class Ckan:
    """The datasets of a CKAN portal, in the order of their creation: new ones come last."""

    def __init__(self, name: str, actions: str, visitor: Visitor) -> None:
        """Prepare to read `actions`, the address of its action API, with its last slash."""
        self._name = name
        self._actions = actions
        self._visitor = visitor

    @property
    def name(self) -> str:
        return self._name

    async def pages(self, cursor: str | None, *, stamps_only: bool) -> AsyncIterator[Page]:
        start = page_cursor(cursor, 0)
        met: set[tuple[str | None, ...]] = set()
        is_last = False
        while not is_last:
            entries, is_last = await self._page(start, {"fl": _STAMPED} if stamps_only else {})
            identifiers = tuple(each.identifier for each in entries)
            if identifiers in met:
                raise PortalAnswerUnusable(origin=self._visitor.origin, problem="loop")
            met.add(identifiers)
            whole = partial(self._whole_page, start) if stamps_only else None
            start += len(entries)
            yield Page(entries, None if is_last else str(start), whole)

    async def datasets(self, identifiers: Collection[str]) -> tuple[Entry, ...]:
        found = []
        for rank, identifier in enumerate(identifiers, start=1):
            query = urlencode({"id": identifier})
            try:
                answer = await self._visitor.json(f"{self._actions}package_show?{query}")
            except PortalLacks:
                continue
            found.append(entry_told(rank, self._result(answer)))
        return tuple(found)

    async def _whole_page(self, start: int) -> tuple[Entry, ...]:
        entries, _ = await self._page(start, {})
        return entries

    async def _page(self, start: int, fields: Mapping[str, str]) -> tuple[tuple[Entry, ...], bool]:
        """The datasets from a rank on, and whether they are the last ones."""
        asked = {"rows": PAGE, "start": start, "sort": "metadata_created asc", **fields}
        address = f"{self._actions}package_search?{urlencode(asked)}"
        result = self._result(await self._visitor.json(address))
        listed, total = result.get("results"), result.get("count")
        if not isinstance(listed, list) or not isinstance(total, int):
            raise self._visitor.unexpected()
        entries = tuple(
            entry_told(rank, each if isinstance(each, dict) else {})
            for rank, each in enumerate(listed, start=start + 1)
        )
        return entries, not listed or start + len(listed) >= total

    def _result(self, answer: Json) -> dict[str, Json]:
        if isinstance(answer, dict) and is_success(answer):
            result = answer["result"]
            if isinstance(result, dict):
                return result
        raise self._visitor.unexpected()


def is_success(answer: Json) -> bool:
    """Whether it is what an action answers."""
    return (
        isinstance(answer, dict)
        and answer.get("success") is True
        and isinstance(answer.get("result"), dict)
    )


def entry_told(rank: int, told: dict[str, Json]) -> Entry:
    """Read a package as the API tells it."""
    if told.get("private") or told.get("state") not in {None, "active"}:
        return left_out(rank, told)
    stamp = str(told.get("metadata_modified") or "")
    if told and "title" not in told and "name" not in told:
        return entry_of_stamp(rank, told, stamp)
    return entry(rank, _record(told), stamp)


def _record(told: Mapping[str, Json]) -> dict[str, Json]:
    """The package under the keys of a record, and the rest as it is."""
    record: dict[str, Json] = {key: value for key, value in told.items() if key not in _RENAMED}
    for key, other in _RENAMED.items():
        if told.get(key) is not None:
            record[other] = told[key]
    record["license"] = told.get("license_title") or told.get("license_id")
    record["title"] = told.get("title") or told.get("name")
    organisation = told.get("organization")
    if isinstance(organisation, dict) and organisation.get("title"):
        # Its name is the last part of its address.
        titled = {"name": organisation["title"], "slug": organisation.get("name")}
        record["organization"] = organisation | titled
    record["resources"] = [
        {"title": each.get("name"), **each} for each in objects(told.get("resources"))
    ]
    _lift_extras(record, objects(told.get("extras")))
    spatial, temporal = record.pop("spatial", None), record.pop("temporal", None)
    if spatial is not None:
        # Often a geometry written in a text: it is kept, and is no place's name.
        record["ckan_spatial"] = spatial
    if temporal is not None:
        record["ckan_temporal"] = temporal
    return record


def _lift_extras(record: dict[str, Json], extras: list[dict[str, Json]]) -> None:
    """Put what extras say where a record says it."""
    for extra in extras:
        name, value = extra.get("key"), extra.get("value")
        if name in _FREQUENCY_KEYS and isinstance(value, str) and value:
            record.setdefault("frequency", value)
        if name == "theme" and isinstance(value, str) and value:
            record.setdefault("theme", _listed(value))
        if name == SHORT_DESCRIPTION and isinstance(value, str):
            record.setdefault(SHORT_DESCRIPTION, value)
        if isinstance(name, str):
            mark.lift(record, {name: value})


def _listed(value: str) -> Json:
    """A list that an extra holds as a text of JSON, or the text itself."""
    try:
        told = jsonl.parsed(value.encode("utf-8", "surrogatepass"))
    except InvalidRecord:
        return value
    return told if isinstance(told, list) else value


def objects(value: Json) -> list[dict[str, Json]]:
    """The objects of a list; nothing, of anything else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


_RENAMED: Mapping[str, str] = {
    "notes": "description",
    "metadata_created": "created_at",
    "metadata_modified": "last_modified",
}
"""What CKAN calls otherwise."""

_FREQUENCY_KEYS = frozenset({"frequency", "update_frequency", "accrual_periodicity"})
