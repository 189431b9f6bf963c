"""What tells that somebody signed in: the session of their browser, or the token of a program."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from eclaireur.core.access import ANYBODY, UNLIMITED, Authority
from eclaireur.core.errors import EclaireurError
from eclaireur.sign_in import Reception
from eclaireur.sign_in.reception import LOCAL
from eclaireur.web import cookies
from eclaireur.web.access import SIGN_IN_FIRST
from eclaireur.web.rate import Rate, check_pace, hold_back
from eclaireur.web.security import Refusal

SESSION = "eclaireur-session"
"""The cookie of those who signed in: a random token, and nothing else."""

_SCHEME = "bearer"


class CredentialsMiddleware:
    """Finds out what whoever makes a request may do, before anything else looks at it."""

    def __init__(self, app: ASGIApp, refusal: Refusal) -> None:
        self._app = app
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope)
            try:
                request.state.authority = await _authority(request)
            except (HTTPException, EclaireurError) as error:
                response = await self._refusal(request, error)
                await response(scope, receive, send)
                return
        await self._app(scope, receive, send)


async def _authority(request: Request) -> Authority:
    reception: Reception | None = request.app.state.reception
    if reception is None:
        return UNLIMITED
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == _SCHEME:
        return _of_token(request, reception, token.strip())
    session = cookies.read(request, SESSION)
    return (session and await reception.authority(session)) or ANYBODY


def _of_token(request: Request, reception: Reception, token: str) -> Authority:
    rate: Rate = request.app.state.token_rate
    # Whoever guessed too often is not told whether the next guess is right.
    check_pace(request, rate)
    if not reception.knows(token):
        hold_back(request, rate)
        raise SIGN_IN_FIRST
    return Authority(LOCAL, is_signed_in=True)
