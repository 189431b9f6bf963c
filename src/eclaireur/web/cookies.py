"""The cookies of the pages: for this site alone, and out of reach of scripts."""

from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

_LOCKED = "__Host-"
"""Browsers take such a cookie over https alone, from a host and for it alone (RFC 6265bis)."""


def read(request: Request, name: str) -> str | None:
    """Return the value of a cookie, if the browser has it."""
    return request.cookies.get(_full(request, name))


def give(
    request: Request,
    response: Response,
    name: str,
    value: str,
    *,
    samesite: Literal["lax", "strict"],
    seconds: int | None = None,
) -> None:
    """Give a cookie to the browser, for as long as it is open, or for some seconds."""
    response.set_cookie(
        _full(request, name),
        value,
        max_age=seconds,
        secure=is_secure(request),
        httponly=True,
        samesite=samesite,
    )


def take_back(request: Request, response: Response, name: str) -> None:
    """Have the browser forget a cookie."""
    response.delete_cookie(
        _full(request, name), secure=is_secure(request), httponly=True, samesite="lax"
    )


def is_secure(request: Request) -> bool:
    """Whether people reach the pages by https, as the operator declares."""
    reception = request.app.state.reception
    return reception is not None and bool(reception.declared.is_secure)


def _full(request: Request, name: str) -> str:
    return f"{_LOCKED}{name}" if is_secure(request) else name
