"""The catalogue: looking for datasets, and saying whether what was found serves."""

from urllib.parse import urlsplit

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.core.feedback import FoundBy
from eclaireur.core.ports import LONGEST_FILTER, MOST_RESULTS, NAMED
from eclaireur.web.csrf import CheckedForm, text
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.language import Links, locale_of
from eclaireur.web.rate import hold_back
from eclaireur.web.rendering import is_fragment, render
from eclaireur.web.results import count, ideas, listed, read_as, searched, unknown_words, why
from eclaireur.web.wanted import YEAR, YEARS, AskedFor

THANKS = "merci"
"""The parameter of an address to which somebody came back who said whether results serve."""

router = APIRouter()


@router.get("/")
async def catalogue_page(
    request: Request, assistant: CurrentAssistant, wanted: AskedFor
) -> Response:
    """List the catalogue by title, or what is found in it. Past its end is its last page."""
    results = await (searched if wanted.searches else listed)(assistant, wanted)
    if wanted.page > results.pages:
        last = wanted.link(Links(locale_of(request)), page=results.pages)
        return RedirectResponse(last, status_code=303)
    found = results.found
    context = {
        "wanted": wanted,
        "results": results,
        "found_by": results.found_by(wanted),
        "why": why,
        "read_as": read_as,
        "unknown_words": unknown_words,
        "named": NAMED,
        "years": YEARS,
        "year": YEAR,
        "longest_filter": LONGEST_FILTER,
        "most": MOST_RESULTS,
        "ideas": await ideas(assistant, wanted, found) if found and not found.total else (),
        "is_empty": not results.total and not await count(assistant, None),
        "thanked": THANKS in request.query_params,
        "today": assistant.today,
    }
    return render(request, "catalogue.html", context)


@router.post("/search/feedback")
async def say_whether_results_serve(
    request: Request, assistant: CurrentAssistant, form: CheckedForm
) -> Response:
    """Count whether results serve: the day, the way they were found, the answer. Nothing else."""
    hold_back(request, request.app.state.feedback_rate)
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
