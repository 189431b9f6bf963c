"""The ledger: what models and methods cost, what they did not, and what is left of the day."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from eclaireur.ledger.learning import THRESHOLD
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.rendering import render

LINES = 60
"""Lines of the table of days that the page shows; the API gives all of them."""

router = APIRouter()


@router.get("/ledger")
async def ledger_page(request: Request, assistant: CurrentAssistant) -> HTMLResponse:
    """Show the whole meter, or say that nothing was computed yet."""
    ledger = await assistant.ledger()
    context = {
        "ledger": ledger,
        "days": ledger.days[:LINES],
        "means": await assistant.means(),
        "threshold": THRESHOLD,
    }
    return render(request, "ledger.html", context)
