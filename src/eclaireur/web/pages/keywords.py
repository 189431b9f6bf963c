"""What an operator does for keywords: controlled vocabularies, and the model that ranks them."""

import asyncio
from typing import Annotated, cast

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import KeywordWorkshop, RunKind
from eclaireur.core.concept import Vocabulary
from eclaireur.core.errors import Conflict, EclaireurError, FileMissing, UnusableRanker
from eclaireur.vocabularies import received_vocabulary
from eclaireur.web.csrf import CheckedForm, text
from eclaireur.web.dependencies import CurrentLinks
from eclaireur.web.errors import status_of
from eclaireur.web.rendering import render

PLACE = "/keywords"

MAX_INFLATED = 64 * 2**20
"""Bytes that a gzip file may hold. The command reads larger ones."""

router = APIRouter()


async def _workshop(request: Request) -> KeywordWorkshop:
    return cast("KeywordWorkshop", request.app.state.workshop)


CurrentWorkshop = Annotated[KeywordWorkshop, Depends(_workshop)]


@router.get("/keywords")
async def keywords_page(request: Request, workshop: CurrentWorkshop) -> Response:
    """Show the vocabularies, the model in place, and how far its training is."""
    return await _page(request, workshop)


@router.get("/keywords/ranker")
async def ranker_part(request: Request, workshop: CurrentWorkshop) -> Response:
    """Show the part of the page that changes while a training is under way."""
    return render(request, "ranker.html", await _ranker(workshop), here=PLACE)


@router.post("/keywords/runs")
async def start_run(
    request: Request, workshop: CurrentWorkshop, links: CurrentLinks, form: CheckedForm
) -> Response:
    """Begin to train the model, or to measure it. It goes on when the page is closed."""
    kind = RunKind.EVALUATE if text(form, "kind") == RunKind.EVALUATE else RunKind.TRAIN
    try:
        await workshop.start(kind)
    except Conflict as error:
        return await _page(request, workshop, run_error=error)
    return RedirectResponse(f"{links(PLACE)}#ranker", status_code=303)


@router.post("/keywords/vocabularies")
async def add_vocabulary(
    request: Request, workshop: CurrentWorkshop, links: CurrentLinks, form: CheckedForm
) -> Response:
    """Add the vocabulary of a file, or put it in place of the one of its name."""
    try:
        vocabulary = await _received(form)
    except EclaireurError as error:
        return await _page(request, workshop, file_error=error, name=text(form, "name"))
    await workshop.add(vocabulary)
    return RedirectResponse(f"{links(PLACE)}#vocabularies", status_code=303)


async def _received(form: FormData) -> Vocabulary:
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        raise FileMissing
    return await asyncio.to_thread(
        received_vocabulary,
        await file.read(),
        file.filename,
        text(form, "name") or None,
        max_inflated=MAX_INFLATED,
    )


async def _page(
    request: Request,
    workshop: KeywordWorkshop,
    *,
    run_error: EclaireurError | None = None,
    file_error: EclaireurError | None = None,
    name: str = "",
) -> Response:
    error = run_error or file_error
    listed: tuple[Vocabulary, ...] = ()
    listing_error: EclaireurError | None = None
    try:
        listed = await workshop.listed()
    except EclaireurError as problem:
        listing_error = problem
    context = {
        **await _ranker(workshop),
        "vocabularies": listed,
        "listing_error": listing_error,
        "run_error": run_error,
        "file_error": file_error,
        "name": name,
    }
    return render(
        request, "keywords.html", context, status=status_of(error) if error else 200, here=PLACE
    )


async def _ranker(workshop: KeywordWorkshop) -> dict[str, object]:
    try:
        serving, ranker_error = await workshop.serving(), None
    except UnusableRanker as error:
        serving, ranker_error = None, error
    last = await workshop.last_run()
    run, state = last or (None, None)
    return {"serving": serving, "ranker_error": ranker_error, "run": run, "state": state}
