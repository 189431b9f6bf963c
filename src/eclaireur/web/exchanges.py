"""What is noted of each request: what was asked and how it went; never who asked nor what for."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eclaireur.core.ports import Tracer

UNKNOWN_ROUTE = "-"
"""What stands for the path of an asset, or one that leads to nothing."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})

PROBES = frozenset({"/healthz", "/readyz"})
"""What machines ask every second or so: that it went well would fill the log."""

logger = logging.getLogger("eclaireur.access")


@dataclass(frozen=True)
class Exchange:
    """A request and its answer.

    The route's template (`/datasets/{identifier}`) stands for the path: a draft's identifier
    opens the draft to whoever reads it, and a query string holds what a person typed.
    """

    method: str
    """`OTHER` for one that HTTP does not define: a client may write anything there."""
    route: str
    status: int
    """0 when the connection broke before there was one."""
    duration_s: float


Note: TypeAlias = Callable[[Exchange], None]


class ExchangesMiddleware:
    """Measures each request, tells those who note it, and follows it for those who trace."""

    def __init__(self, app: ASGIApp, notes: Sequence[Note], tracer: Tracer) -> None:
        self._app = app
        self._notes = notes
        self._tracer = tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, began = 0, time.perf_counter()

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        with self._tracer.span(method, "server") as span:
            try:
                await self._app(scope, receive, send_noting_status)
            finally:
                route = getattr(scope.get("route"), "path", UNKNOWN_ROUTE)
                exchange = Exchange(method, route, status, time.perf_counter() - began)
                span.name(f"{method} {route}")
                span.tell(
                    {
                        "http.request.method": method,
                        "http.route": route,
                        "http.response.status_code": status or None,
                    }
                )
                if status >= 500:
                    span.fail(str(status))
                for note in self._notes:
                    note(exchange)


def log(exchange: Exchange) -> None:
    """Write one line in the log, but for a probe that went well."""
    if exchange.route in PROBES and exchange.status == 200:
        return
    logger.info(
        "%s %s %d %.0f ms",
        exchange.method,
        exchange.route,
        exchange.status,
        exchange.duration_s * 1000,
        extra={
            "method": exchange.method,
            "route": exchange.route,
            "status": exchange.status,
            "duration_ms": round(exchange.duration_s * 1000, 1),
        },
    )
