"""The catalogue: looking for datasets, and saying whether what was found serves."""

from math import ceil
from urllib.parse import urlsplit

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import Assistant
from eclaireur.core.feedback import FoundBy
from eclaireur.core.ports import MOST_RESULTS, DatasetQuery, Lack
from eclaireur.web.csrf import CheckedForm, text
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.language import Links, locale_of
from eclaireur.web.rendering import is_fragment, render
from eclaireur.web.results import Results, ideas, listed, read_as, searched, unknown_words, why
from eclaireur.web.wanted import LONGEST_FILTER, PAGE_SIZE, YEAR, AskedFor, Wanted

THANKS = "merci"
"""The parameter of an address to which somebody came back who said whether results serve."""

router = APIRouter()


@router.get("/")
async def catalogue_page(
    request: Request, assistant: CurrentAssistant, wanted: AskedFor
) -> Response:
    """List the catalogue by title, or what is found in it. Past its end is its last page."""
    results = await (searched if wanted.searches else listed)(assistant, wanted)
    pages = max(1, ceil(results.total / PAGE_SIZE))
    if wanted.page > pages:
        last = wanted.link(Links(locale_of(request)), page=pages)
        return RedirectResponse(last, status_code=303)
    counts = await _counts(assistant, wanted, results)
    found = results.found
    context = {
        "wanted": wanted,
        "results": results,
        "found_by": results.found_by(wanted),
        "why": why,
        "read_as": read_as,
        "unknown_words": unknown_words,
        "counts": counts,
        "pages": pages,
        "year": YEAR,
        "longest_filter": LONGEST_FILTER,
        "most": MOST_RESULTS,
        "ideas": await ideas(assistant, wanted, found) if found and not found.total else (),
        "is_empty": not results.total and await _is_empty(assistant),
        "thanked": THANKS in request.query_params,
        "today": assistant.today,
    }
    return render(request, "catalogue.html", context)


@router.post("/search/feedback")
async def say_whether_results_serve(
    request: Request, assistant: CurrentAssistant, form: CheckedForm
) -> Response:
    """Count whether results serve: the day, the way they were found, the answer. Nothing else."""
    try:
        found_by = FoundBy(text(form, "found_by"))
        useful = {"yes": True, "no": False}[text(form, "useful")]
    except (KeyError, ValueError) as error:
        raise HTTPException(400) from error
    await assistant.count_feedback(found_by, useful=useful)
    if is_fragment(request):
        return render(request, "feedback.html", {"thanked": True, "found_by": found_by})
    return RedirectResponse(_back(request), status_code=303)


def _back(request: Request) -> str:
    """The address of the results that the form stood under, or else of the catalogue.

    The browser tells it; the form does not, which knows nothing of what was looked for.
    """
    try:
        came_from = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        came_from = urlsplit("")
    catalogue = Links(locale_of(request))("/")
    is_here = came_from.netloc == request.headers.get("host") and came_from.path == catalogue
    query = came_from.query if is_here else ""
    if THANKS not in query:
        query = f"{query}&{THANKS}=1".removeprefix("&")
    return f"{catalogue}?{query}#feedback"


async def _counts(
    assistant: Assistant, wanted: Wanted, results: Results
) -> dict[Lack | None, int | None]:
    """How many datasets lack each thing, where it is cheap to know."""
    if results.found is not None:
        return {each: results.total if each == wanted.lacking else None for each in (None, *Lack)}
    return {
        each: results.total if each == wanted.lacking else await _count(assistant, each)
        for each in (None, *Lack)
    }


async def _count(assistant: Assistant, lacking: Lack | None) -> int:
    return (await assistant.find_datasets(DatasetQuery(lacking=lacking, limit=1))).total


async def _is_empty(assistant: Assistant) -> bool:
    return not await _count(assistant, None)
