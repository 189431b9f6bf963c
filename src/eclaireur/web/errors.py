"""What a person reads when something goes wrong, and the status that goes with it."""

import logging
import traceback

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eclaireur.core.errors import EclaireurError
from eclaireur.messages import messages
from eclaireur.representations.problem import FAMILIES
from eclaireur.web import api, return_to
from eclaireur.web.language import Links, locale_of
from eclaireur.web.rendering import UNAUTHORIZED, explained, is_fragment, render, sign_in_page

_EXPLAINED = frozenset({400, 401, 403, 404, 405, 408, 413, 422, 429, 500, 503})
"""The statuses that have messages of their own; another has those of its family."""

logger = logging.getLogger(__name__)


def status_of(error: EclaireurError) -> int:
    """Return the HTTP status of an error, which is its family's."""
    return next(status for family, status in FAMILIES.items() if isinstance(error, family))


async def refused(request: Request, error: Exception) -> Response:
    """Say what went wrong and what to do: to a program, or on a page, or for htmx in the page."""
    if api.is_for_api(request):
        return api.problem_response(request, error)
    if _asks_to_sign_in(error) and not is_fragment(request):
        to = return_to.here(request)
        if request.method == "GET":
            return RedirectResponse(Links(locale_of(request))("/sign-in", to=to), 303)
        return sign_in_page(request, to, status=UNAUTHORIZED)
    say = messages(locale_of(request))
    match error:
        case EclaireurError():
            status, text = status_of(error), explained(error, say)
        case RequestValidationError():
            status, text = 422, say("web-error-422")
        case HTTPException():
            status = error.status_code
            text = say(f"web-error-{_explained(status)}")
        case _:
            status, text = 500, say("web-error-500")
    context: dict[str, object] = {"status": status, "text": text}
    if not is_fragment(request):
        response = render(request, "error.html", context, status=status, here="/")
    else:
        context["sign_in_to"] = return_to.here(request) if _asks_to_sign_in(error) else None
        response = render(request, "notice.html", context, status=status)
        response.headers["HX-Retarget"] = "#notice"
        response.headers["HX-Reswap"] = "outerHTML"
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    return response


class LastResortMiddleware:
    """Answers what nothing else caught, with a page and a log that quotes nobody's data."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = False

        async def send_noting_start(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting_start)
        except ClientDisconnect:
            # Nobody waits for an answer.
            return
        except Exception as error:  # noqa: BLE001
            # The exception's message may quote a record, so only its trace is logged.
            trace = "".join(traceback.format_tb(error.__traceback__))
            logger.error("%s\n%s", type(error).__name__, trace)  # noqa: TRY400
            if began or scope["type"] != "http":
                raise ConnectionAbortedError from None
            response = await refused(Request(scope), error)
            await response(scope, receive, send)


def _asks_to_sign_in(error: Exception) -> bool:
    return isinstance(error, HTTPException) and error.status_code == UNAUTHORIZED


def _explained(status: int) -> int:
    if status in _EXPLAINED:
        return status
    return 500 if status >= 500 else 400
