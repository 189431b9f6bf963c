"""Signing in and out. Nothing is kept of who does."""

from typing import Annotated, cast

from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.core.access import ANYBODY, Grant
from eclaireur.core.errors import SignInRefused, SignInUnavailable
from eclaireur.core.sign_in import CAME_BACK, SIGNED_OUT
from eclaireur.messages import DEFAULT_LOCALE, LOCALES
from eclaireur.sign_in import OpenIdClient, Reception, Transaction
from eclaireur.sign_in.reception import LOCAL
from eclaireur.sign_in.transaction import LIFE
from eclaireur.web import cookies, csrf, return_to
from eclaireur.web.credentials import SESSION
from eclaireur.web.csrf import CheckedForm, checked_form, text
from eclaireur.web.errors import status_of
from eclaireur.web.language import Links, locale_of
from eclaireur.web.rate import hold_back
from eclaireur.web.rendering import render, sign_in_page

TRANSACTION = "eclaireur-sign-in"
"""The cookie of those who are on their way to the provider and back."""

IDENTITY = "eclaireur-id-token"
"""The cookie of what the provider wants to be told to sign somebody out: we keep it nowhere."""

LONGEST_COOKIE = 3_800
"""Bytes of a value that every browser keeps."""

_OWN = frozenset({"same-origin", "none"})

router = APIRouter()


async def _reception(request: Request) -> Reception:
    return cast("Reception", request.app.state.reception)


CurrentReception = Annotated[Reception, Depends(_reception)]


async def _provider(reception: CurrentReception) -> OpenIdClient:
    if reception.provider is None:
        raise HTTPException(404)
    return reception.provider


CurrentProvider = Annotated[OpenIdClient, Depends(_provider)]


@router.get("/sign-in")
async def show(request: Request, to: str = "") -> Response:
    """Show the ways to sign in, or what somebody who has may do."""
    return sign_in_page(request, to)


@router.get("/sign-in/openid")
async def leave(
    request: Request, reception: CurrentReception, provider: CurrentProvider, to: str = ""
) -> Response:
    """Lead to the provider's page, from a click on ours alone."""
    if request.headers.get("sec-fetch-site", "none") not in _OWN:
        return sign_in_page(request, to)
    transaction = Transaction.begin(reception.now.timestamp(), return_to.safe(to))
    try:
        address = await provider.authorization(transaction)
    except SignInUnavailable as error:
        return sign_in_page(request, to, error, status=status_of(error))
    response = RedirectResponse(address, status_code=303)
    seconds = int(LIFE.total_seconds())
    cookies.give(
        request, response, TRANSACTION, transaction.cookie, samesite="lax", seconds=seconds
    )
    return response


@router.get(CAME_BACK)
async def come_back(
    request: Request,
    reception: CurrentReception,
    provider: CurrentProvider,
    state: str = "",
    code: str = "",
    iss: str | None = None,
) -> Response:
    """Sign in whoever comes back from the provider, if it says so."""
    now = reception.now.timestamp()
    transaction = Transaction.read(cookies.read(request, TRANSACTION) or "", now)
    to = transaction.return_to if transaction else return_to.FIRST_PAGE
    request.state.locale = _locale_in(to)
    try:
        found = await provider.identify(
            transaction, state=state, code=code or None, issuer=iss, now=int(now)
        )
    except (SignInRefused, SignInUnavailable) as refusal:
        response: Response = sign_in_page(request, to, refusal, status=status_of(refusal))
    else:
        response = await _begin(request, reception, reception.declared.granted(found.claims), to)
        if len(found.id_token) <= LONGEST_COOKIE:
            cookies.give(request, response, IDENTITY, found.id_token, samesite="lax")
    cookies.take_back(request, response, TRANSACTION)
    return response


@router.post("/sign-in/token")
async def sign_in_with_token(
    request: Request, reception: CurrentReception, form: CheckedForm
) -> Response:
    """Sign in the one person who has the token."""
    if not reception.takes_token:
        raise HTTPException(404)
    hold_back(request, request.app.state.token_rate)
    to = return_to.safe(text(form, "to"))
    if not reception.knows(text(form, "token")):
        return sign_in_page(request, to, status=403, wrong_token=True)
    return await _begin(request, reception, LOCAL, to)


@router.post("/sign-out", dependencies=[Depends(checked_form)])
async def sign_out(request: Request, reception: CurrentReception) -> Response:
    """Sign out of here at once, then of the provider."""
    session = cookies.read(request, SESSION)
    if session is not None:
        await reception.end(session)
    request.state.authority = ANYBODY
    provider, id_token = reception.provider, cookies.read(request, IDENTITY)
    onwards = provider and await provider.signing_out(id_token, csrf.new_token())
    if provider is None or onwards is None:
        response: Response = RedirectResponse(Links(locale_of(request))(SIGNED_OUT), 303)
    else:
        context = {
            "to": return_to.FIRST_PAGE,
            "onwards": onwards,
            "provider": provider.provider.name,
        }
        # The policy of content lets no form lead elsewhere, be it by a redirection.
        response = render(request, "signing_out.html", context, here=SIGNED_OUT)
    for name in (SESSION, IDENTITY, TRANSACTION):
        cookies.take_back(request, response, name)
    return response


@router.get(SIGNED_OUT)
async def signed_out(request: Request) -> Response:
    """Tell somebody that they have signed out.

    The provider gives back the state it was given. Nothing hangs on it: the session ended before.
    """
    return render(request, "signed_out.html", {"to": return_to.FIRST_PAGE}, here=SIGNED_OUT)


async def _begin(
    request: Request, reception: Reception, grants: tuple[Grant, ...], to: str
) -> Response:
    """Begin a session under a new token, whatever the browser had, and lead to a page."""
    token = await reception.begin(grants, former=cookies.read(request, SESSION))
    # Those who were granted nothing are told so.
    target = to if grants else Links(locale_of(request))("/sign-in", to=to)
    response = RedirectResponse(target, status_code=303)
    cookies.give(request, response, SESSION, token, samesite="lax")
    csrf.renew(request, response)
    return response


def _locale_in(path: str) -> str:
    first = path.removeprefix("/").partition("/")[0]
    return first if first in LOCALES else DEFAULT_LOCALE
