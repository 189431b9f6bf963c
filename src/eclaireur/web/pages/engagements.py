"""The page of commitments: what is promised, and what shows whether it is kept."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from eclaireur.commitments import facts_of
from eclaireur.messages import messages
from eclaireur.representations.commitments import CommitmentsRecord
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.language import locale_of
from eclaireur.web.rendering import render

router = APIRouter()


@router.get("/engagements")
async def engagements_page(request: Request, assistant: CurrentAssistant) -> HTMLResponse:
    """Show what the API gives of the commitments, in the language of the page."""
    say = messages(locale_of(request))
    record = CommitmentsRecord.of(await facts_of(assistant), say)
    return render(request, "engagements.html", {"page": record})
