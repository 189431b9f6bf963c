"""The proof that a form was shown by these pages: a random token, twice.

It is in a cookie that only this site receives, and in a hidden field of each form. It says nothing
about anyone, and is the only cookie of those who do not sign in.
"""

import re
import secrets
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from eclaireur.web import cookies

COOKIE = "eclaireur-csrf"
FIELD = "csrf"

MAX_FIELDS = 200
"""Fields of a form: the keywords proposed are one each."""

_TOKEN = re.compile(r"[\w-]{43}", re.ASCII)


def token_of(request: Request) -> str:
    """Return the token of this browser, made now if it has none."""
    if not hasattr(request.state, "csrf"):
        sent = cookies.read(request, COOKIE) or ""
        request.state.csrf = sent if _TOKEN.fullmatch(sent) else new_token()
    return str(request.state.csrf)


def remember(request: Request, response: Response) -> None:
    """Give the browser its token, if it does not have it yet."""
    token = token_of(request)
    if cookies.read(request, COOKIE) != token:
        cookies.give(request, response, COOKIE, token, samesite="strict")


def renew(request: Request, response: Response) -> None:
    """Give the browser another token: the forms shown before somebody signed in serve no more."""
    request.state.csrf = new_token()
    remember(request, response)


def new_token() -> str:
    """Make a token that nobody can guess."""
    return secrets.token_urlsafe(32)


async def checked_form(request: Request) -> AsyncIterator[FormData]:
    """Give the form sent, if these pages showed it, and close its files in the end.

    Raises a 403 otherwise.
    """
    token = cookies.read(request, COOKIE) or ""
    async with request.form(max_files=1, max_fields=MAX_FIELDS) as form:
        if not _TOKEN.fullmatch(token) or not secrets.compare_digest(
            token.encode(), text(form, FIELD).encode("utf-8", "replace")
        ):
            raise HTTPException(403)
        yield form


CheckedForm = Annotated[FormData, Depends(checked_form)]
"""What every route that takes a form declares."""


def text(form: FormData, name: str) -> str:
    """Return a field of the form, its ends of line as the rest of the world writes them."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def texts(form: FormData, name: str) -> list[str]:
    """Return every value of a field, checkboxes for instance."""
    return [value for value in form.getlist(name) if isinstance(value, str)]
