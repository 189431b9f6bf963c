"""The language of a page is in its address: French at `/…`, English at `/en/…`. No cookie."""

from typing import cast
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from eclaireur.messages import DEFAULT_LOCALE, LOCALES, Locale
from eclaireur.web import api


class LanguageMiddleware:
    """Takes the language off the path, so that each route is declared once."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            first = scope["path"].removeprefix("/").partition("/")[0]
            named = first in LOCALES and first != DEFAULT_LOCALE
            scope.setdefault("state", {})["locale"] = first if named else DEFAULT_LOCALE
            if named:
                scope["root_path"] = scope.get("root_path", "") + f"/{first}"
        await self._app(scope, receive, send)


def locale_of(request: Request) -> Locale:
    """Return the language that the address asks for."""
    return cast("Locale", getattr(request.state, "locale", DEFAULT_LOCALE))


class Links:
    """The addresses of the pages in one language."""

    def __init__(self, locale: Locale) -> None:
        self._prefix = "" if locale == DEFAULT_LOCALE else f"/{locale}"

    def __call__(self, path: str, **query: str | int | None) -> str:
        """Return the address of a path, with those parameters that have a value."""
        given = {name: value for name, value in query.items() if value}
        return f"{self._prefix}{path}" + (f"?{urlencode(given, errors='replace')}" if given else "")

    def dataset(self, identifier: str, field: str | None = None) -> str:
        """Return the address of a dataset's page, at one of its fields."""
        # An identifier comes from a portal: it may hold slashes, spaces or anything else.
        path = f"/datasets/{quote(identifier, safe='', errors='replace')}"
        return self(path) + (f"#field-{field}" if field else "")


def export_url(format_name: str, identifier: str | None) -> str:
    """Return the address of an export, of the catalogue or of one dataset."""
    named = {"id": identifier} if identifier else {}
    query = urlencode({"format": format_name, **named}, errors="replace")
    return f"{api.PREFIX}/export?{query}"


def path_without_language(request: Request) -> str:
    """Return the path and query of the page, the same in every language."""
    raw: str = request.scope.get("raw_path", b"").decode("ascii", "replace")
    prefix = Links(locale_of(request))("")
    path = raw.removeprefix(prefix) or "/"
    return f"{path}?{request.url.query}" if request.url.query else path
