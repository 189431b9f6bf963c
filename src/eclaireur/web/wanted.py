"""What the address of the catalogue's page asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Query

from eclaireur.core.ports import (
    LONGEST_FILTER,
    LONGEST_QUERY,
    MOST_RESULTS,
    NAMED,
    Lack,
    SearchFilters,
    SearchOrder,
    SearchQuery,
)
from eclaireur.web.language import Links

PAGE_SIZE = 20

LAST_PAGE = 100_000
"""The last page that an address may name: all of a large catalogue is listed."""

YEAR = "[1-9][0-9]{3}"

YEARS = ("since", "until")

FILTERS = (*NAMED, *YEARS)
"""The names of the filters, in the order of the form."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for, and how it is shown. An empty value asks for nothing."""

    text: str
    filters: Mapping[str, str]
    """By name, those that are set."""
    lacking: Lack | None
    order: SearchOrder | None
    """None is the natural one: by relevance, or by title where nothing is looked for."""
    page: int

    @property
    def searches(self) -> bool:
        """Whether the index answers, rather than the list by title."""
        return bool(self.text or self.filters or self.order)

    @property
    def offset(self) -> int:
        return (self.page - 1) * PAGE_SIZE

    def query(self) -> SearchQuery:
        """Return the query for the index, whose last results no page goes past."""
        set_to = {
            name: int(value) if name in YEARS else value for name, value in self.filters.items()
        }
        return SearchQuery(
            text=self.text,
            filters=SearchFilters.model_validate({**set_to, "lacking": self.lacking}),
            order=self.order or SearchOrder.RELEVANCE,
            offset=min(self.offset, MOST_RESULTS),
            limit=PAGE_SIZE,
        )

    def without(self, name: str) -> "Wanted":
        """The same, on its first page, without one filter."""
        left = {each: value for each, value in self.filters.items() if each != name}
        return replace(self, filters=left, page=1)

    def choosing(self, name: str, value: str) -> "Wanted":
        """The same, on its first page, with one filter set."""
        return replace(self, filters={**self.filters, name: value}, page=1)

    def link(self, links: Links, **changes: str | int | None) -> str:
        """Return the address of the first page of this, with changes."""
        given: dict[str, str | int | None] = {
            "q": self.text,
            "lacking": self.lacking,
            **{name: self.filters.get(name) for name in FILTERS},
            "order": self.order,
        }
        return links("/", **(given | changes))


async def _wanted(
    q: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    lacking: Annotated[Lack | None, Query()] = None,
    organisation: Annotated[str, Query(max_length=LONGEST_FILTER)] = "",
    format_name: Annotated[str, Query(alias="format", max_length=LONGEST_FILTER)] = "",
    license_name: Annotated[str, Query(alias="license", max_length=LONGEST_FILTER)] = "",
    place: Annotated[str, Query(max_length=LONGEST_FILTER)] = "",
    since: Annotated[str, Query(pattern=f"^({YEAR})?$")] = "",
    until: Annotated[str, Query(pattern=f"^({YEAR})?$")] = "",
    order: Annotated[SearchOrder | None, Query()] = None,
    page: Annotated[int, Query(ge=1, le=LAST_PAGE)] = 1,
) -> Wanted:
    given = dict(
        zip(FILTERS, (organisation, format_name, license_name, place, since, until), strict=True)
    )
    return Wanted(
        text=q.strip(),
        filters={name: text for name, value in given.items() if (text := value.strip())},
        lacking=lacking,
        order=order,
        page=page,
    )


AskedFor = Annotated[Wanted, Depends(_wanted)]
"""What a route declares to be told what its address asks for."""
