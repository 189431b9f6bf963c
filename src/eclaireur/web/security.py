"""What a browser may load, who may write, and how long a request may take to arrive."""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eclaireur.web.exchanges import PROBES

MAX_BODY = 5 * 2**20
"""Bytes of a request: three times the longest record of data.gouv.fr."""

MAX_DISCARDED = 20 * MAX_BODY
"""Bytes of a body too large that are read, to no use but to be able to say so."""

MAX_BODIES = 40 * MAX_BODY
"""Bytes of the requests under way together: what they may take of the memory."""

BODY_SECONDS = 30.0
"""Time that a request's body may take to arrive."""

MAX_REQUESTS = 1_000
"""Requests under way at once. One more is told to come back."""

AGAIN_SECONDS = 2
"""When to come back."""

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # `no-referrer` would make browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_OWN_SITE = frozenset({"same-origin", "none"})

TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains"
"""A year of https alone, where people reach the pages so."""

Refusal = Callable[[Request, Exception], Awaitable[Response]]


def is_this_machine(host: str) -> bool:
    """Whether this is a name that only this machine has for itself: `localhost`, 127.0.0.2."""
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class HeadersMiddleware:
    """Adds the security headers to every answer; pages are kept in no cache."""

    def __init__(self, app: ASGIApp, *, is_secure: bool = False) -> None:
        self._app = app
        self._headers = dict(_HEADERS)
        if is_secure:
            self._headers["Strict-Transport-Security"] = TRANSPORT_SECURITY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, send_with_headers)


class HostMiddleware:
    """Refuses a request made under a name that is not ours: a rebound domain.

    Args:
        app: what is asked otherwise.
        refusal: how it is refused.
        site: the address that people know the pages by, if it is not this machine's own. It tells
            the scheme too: what a proxy says of that is not needed.
    """

    def __init__(self, app: ASGIApp, refusal: Refusal, site: str | None = None) -> None:
        self._app = app
        self._refusal = refusal
        self._scheme, _, self._host = (site or "").lower().partition("://")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if self._host and Headers(scope=scope).get("host", "").lower() == self._host:
                scope["scheme"] = self._scheme
            elif not is_this_machine(_host_name(scope)):
                response = await self._refusal(Request(scope), HTTPException(400))
                await response(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _host_name(scope: Scope) -> str:
    try:
        return urlsplit(f"//{Headers(scope=scope).get('host', '')}").hostname or ""
    except ValueError:
        return ""


class OriginMiddleware:
    """Refuses what another site asks a browser to write here.

    Browsers say where an unsafe request comes from, in Sec-Fetch-Site or in Origin. A client
    that says neither is not a browser, and nobody's credentials travel with it.
    """

    def __init__(self, app: ASGIApp, refusal: Refusal) -> None:
        self._app = app
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _SAFE_METHODS:
            headers = Headers(scope=scope)
            own = f"{scope['scheme']}://{headers.get('host', '')}"
            site = headers.get("sec-fetch-site", "none")
            if site not in _OWN_SITE or headers.get("origin", own) != own:
                response = await self._refusal(Request(scope), HTTPException(403))
                await response(scope, receive, send)
                return
        await self._app(scope, receive, send)


class CrowdMiddleware:
    """Refuses requests beyond those that can be under way at once; the others are served in turn.

    Args:
        app: what serves.
        refusal: writes the answer.
        most: requests under way.
        spared: paths that are always answered, since they cost nothing.
    """

    def __init__(
        self,
        app: ASGIApp,
        refusal: Refusal,
        most: int = MAX_REQUESTS,
        spared: frozenset[str] = PROBES,
    ) -> None:
        self._app = app
        self._refusal = refusal
        self._most = most
        self._spared = spared
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in self._spared:
            await self._app(scope, receive, send)
            return
        if self._under_way >= self._most:
            response = await self._refusal(Request(scope), _come_back())
            await response(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1


def _come_back() -> HTTPException:
    return HTTPException(503, headers={"Retry-After": str(AGAIN_SECONDS)})


class BodyMiddleware:
    """Refuses a body that is too large, takes too long to arrive, or comes with too many others.

    The limit of FastAPI would answer in plain English text, on the pages as in the API.
    """

    def __init__(self, app: ASGIApp, seconds: float = BODY_SECONDS, most: int = MAX_BODIES) -> None:
        self._app = app
        self._seconds = seconds
        self._room = _Room(most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = _Body(receive, self._seconds, self._room)
        try:
            await self._app(scope, body.receive, send)
        finally:
            self._room.left += body.held


@dataclass
class _Room:
    """The bytes that bodies may still take."""

    left: int


class _Body:
    """The body of one request, as it arrives."""

    def __init__(self, receive: Receive, seconds: float, room: _Room) -> None:
        self._receive = receive
        self._deadline = asyncio.get_running_loop().time() + seconds
        self._room = room
        self._size = 0
        self._arriving = True
        self.held = 0
        """Bytes that were given, and are supposed to be kept as long as the request lasts."""

    async def receive(self) -> Message:
        if not self._arriving:
            return await self._receive()
        message = await self._next()
        if self._size > MAX_BODY:
            await self._discard()
            raise HTTPException(413)
        size = len(message.get("body", b""))
        if size > self._room.left:
            await self._discard()
            raise _come_back()
        self._room.left -= size
        self.held += size
        return message

    async def _discard(self) -> None:
        """Read on: a browser reads no answer before it has sent everything, within reason."""
        while self._arriving and self._size <= MAX_DISCARDED:
            await self._next()

    async def _next(self) -> Message:
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError as error:
            raise HTTPException(408) from error
        self._size += len(message.get("body", b""))
        self._arriving = message.get("more_body", False)
        return message
