"""The page of a dataset: for whom may use it, and for its producer."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from eclaireur.assistant import Assistant, DatasetView
from eclaireur.web.cards import Attempt, card_of
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.language import Links
from eclaireur.web.portrait import portrait_of
from eclaireur.web.rendering import render

router = APIRouter()


@router.get("/datasets/{identifier:path}")
async def dataset_page(
    request: Request, assistant: CurrentAssistant, identifier: str
) -> HTMLResponse:
    """Show a dataset or a draft, what is like it, and what can be proposed for it."""
    return await dataset_response(request, assistant, await assistant.view(identifier))


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
    portrait = await portrait_of(assistant, view)
    context = {"view": view, "dataset": view.published, "portrait": portrait, "cards": cards}
    here = Links("fr").dataset(view.published.identifier)
    return render(request, "dataset.html", context, status=status, here=here)
