"""The list of datasets, and the page of one."""

from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from eclaireur.assistant import Assistant, DatasetView
from eclaireur.core.ports import (
    LONGEST_QUERY,
    MOST_RESULTS,
    DatasetQuery,
    Lack,
    SearchFilters,
    SearchQuery,
)
from eclaireur.web.cards import Attempt, card_of
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.language import Links, locale_of
from eclaireur.web.rendering import render

PAGE_SIZE = 20

router = APIRouter()


def _filters(
    organisation: Annotated[str, Query(max_length=200)] = "",
    file_format: Annotated[str, Query(alias="format", max_length=100)] = "",
    terms: Annotated[str, Query(alias="license", max_length=200)] = "",
    place: Annotated[str, Query(max_length=200)] = "",
) -> SearchFilters:
    return SearchFilters(organisation=organisation, format=file_format, license=terms, place=place)


@router.get("/")
async def dataset_list(
    request: Request,
    assistant: CurrentAssistant,
    filters: Annotated[SearchFilters, Depends(_filters)],
    q: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    lacking: Annotated[Lack | None, Query()] = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """List the catalogue by title, with what each dataset lacks, or what answers a search.

    What each lacks is looked for by title. Past the end is the last page.
    """
    if q.strip() and lacking is None:
        return await _found(request, assistant, q, filters, page)
    query = DatasetQuery(title=q, lacking=lacking, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    found = await assistant.find_datasets(query)
    pages = max(1, ceil(found.total / PAGE_SIZE))
    if page > pages:
        last = Links(locale_of(request))("/", q=q, lacking=lacking, page=pages)
        return RedirectResponse(last, status_code=303)
    counts = {each: await _count(assistant, q, each) for each in (None, *Lack)}
    context = {
        "found": found,
        "query": q,
        "lacking": lacking,
        "counts": counts,
        "page": page,
        "pages": pages,
        "is_empty": not found.total and not q and lacking is None,
    }
    return render(request, "datasets.html", context)


@router.get("/datasets/{identifier:path}")
async def dataset_page(
    request: Request, assistant: CurrentAssistant, identifier: str
) -> HTMLResponse:
    """Show a dataset or a draft, and what can be proposed for it."""
    return await dataset_response(request, assistant, await assistant.view(identifier))


async def _found(
    request: Request, assistant: Assistant, q: str, filters: SearchFilters, page: int
) -> Response:
    """Show what answers a search, and why."""
    offset = min((page - 1) * PAGE_SIZE, MOST_RESULTS)
    found = await assistant.search(
        SearchQuery(text=q, filters=filters, offset=offset, limit=PAGE_SIZE)
    )
    pages = max(1, ceil(found.total / PAGE_SIZE))
    asked = {name: value for name, value in filters.model_dump().items() if value}
    if page > pages:
        last = Links(locale_of(request))("/", q=q, page=pages, **asked)
        return RedirectResponse(last, status_code=303)
    context = {"found": found, "query": q, "asked": asked, "page": page, "pages": pages}
    return render(request, "found.html", context)


async def dataset_response(
    request: Request,
    assistant: Assistant,
    view: DatasetView,
    *,
    attempts: dict[str, Attempt] | None = None,
    status: int = 200,
) -> HTMLResponse:
    """Show a dataset's page, with what was given and is not recorded, by field."""
    attempts = attempts or {}
    cards = [
        await card_of(assistant, field, view, attempts.get(field)) for field in assistant.fields
    ]
    context = {
        "view": view,
        "dataset": view.published,
        "cards": cards,
        "similar": await assistant.similar(view.published.identifier),
    }
    here = Links("fr").dataset(view.published.identifier)
    return render(request, "dataset.html", context, status=status, here=here)


async def _count(assistant: Assistant, title: str, lacking: Lack | None) -> int:
    return (
        await assistant.find_datasets(DatasetQuery(title=title, lacking=lacking, limit=1))
    ).total
