"""Sending decided values back to a portal: looked at first, then written with one's own key."""

from typing import Annotated, cast

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import Errand, SendingDesk
from eclaireur.assistant.sending_desk import MOST
from eclaireur.core.errors import EclaireurError
from eclaireur.core.sending import sending_key
from eclaireur.web.csrf import CheckedForm, text
from eclaireur.web.dependencies import CurrentLinks
from eclaireur.web.errors import status_of
from eclaireur.web.rendering import render

PLACE = "/sendings"

USUAL = 20
"""Values that are looked at, unless somebody asks for more."""

router = APIRouter()


async def _desk(request: Request) -> SendingDesk:
    return cast("SendingDesk", request.app.state.desk)


CurrentDesk = Annotated[SendingDesk, Depends(_desk)]


@router.get(PLACE)
async def sendings_page(request: Request, desk: CurrentDesk) -> Response:
    """Show the portals, and what is looked at or written."""
    return _page(request, desk)


@router.get(f"{PLACE}/visit")
async def visit_part(request: Request, desk: CurrentDesk) -> Response:
    """Show the part of the page that changes while a portal is read or written."""
    return render(request, "sending_visit.html", {"visit": desk.visit}, here=PLACE)


@router.post(f"{PLACE}/looks")
async def look(
    request: Request, desk: CurrentDesk, links: CurrentLinks, form: CheckedForm
) -> Response:
    """Begin to look at what would be written."""
    errand = Errand.REVERT if text(form, "errand") == Errand.REVERT else Errand.SEND
    asked = text(form, "most")
    most = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else USUAL
    try:
        desk.look(text(form, "portal"), errand, most)
    except EclaireurError as error:
        return _page(request, desk, error)
    return RedirectResponse(f"{links(PLACE)}#visit", status_code=303)


@router.post(f"{PLACE}/writings")
async def write(
    request: Request, desk: CurrentDesk, links: CurrentLinks, form: CheckedForm
) -> Response:
    """Begin to write what was looked at. The key is kept for that time, in what writes alone."""
    portal = desk.visit.portal if desk.visit else ""
    try:
        desk.write(sending_key(text(form, "key"), portal))
    except EclaireurError as error:
        return _page(request, desk, error)
    return RedirectResponse(f"{links(PLACE)}#visit", status_code=303)


def _page(request: Request, desk: SendingDesk, error: EclaireurError | None = None) -> Response:
    context = {
        "portals": desk.portals,
        "visit": desk.visit,
        "error": error,
        "usual": USUAL,
        "most": MOST,
    }
    status = status_of(error) if error else 200
    return render(request, "sendings.html", context, status=status, here=PLACE)
