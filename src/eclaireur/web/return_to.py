"""Where somebody comes back to once they have signed in: a page of this site, or the first one."""

import re
from urllib.parse import urlsplit

from starlette.requests import Request

FIRST_PAGE = "/"

LONGEST = 1_000
"""Characters of an address to come back to: it is kept in a cookie meanwhile."""

_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*", re.ASCII)
"""A path of this site. Browsers read `//host` and `/\\host` as another site."""


def safe(path: str) -> str:
    """The path if it is one of this site, and else the first page.

    >>> safe("/datasets/a?b=c"), safe("//evil.example"), safe("https://evil.example")
    ('/datasets/a?b=c', '/', '/')
    """
    if len(path) > LONGEST or not _PATH.fullmatch(path):
        return FIRST_PAGE
    try:
        parts = urlsplit(path)
    except ValueError:
        return FIRST_PAGE
    return FIRST_PAGE if parts.scheme or parts.netloc else path


def here(request: Request) -> str:
    """The page that somebody looks at: the one asked for, or the one that their form is on."""
    if request.method == "GET":
        raw = request.scope.get("raw_path", b"").decode("ascii", "replace")
        return safe(f"{raw}?{request.url.query}" if request.url.query else raw)
    try:
        referer = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return FIRST_PAGE
    if referer.netloc != request.headers.get("host"):
        return FIRST_PAGE
    return safe(f"{referer.path}?{referer.query}" if referer.query else referer.path)
