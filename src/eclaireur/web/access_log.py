"""One line a request: what was asked and how it went; never who asked nor what for."""

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger("eclaireur.access")


class AccessLogMiddleware:
    """Logs the method, the route's template, the status and the time taken.

    The template (`/datasets/{identifier}`) stands for the path: a draft's identifier opens
    the draft to whoever reads it, and a query string holds what a person typed.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

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

        try:
            await self._app(scope, receive, send_noting_status)
        finally:
            route = getattr(scope.get("route"), "path", "-")
            milliseconds = (time.perf_counter() - began) * 1000
            logger.info("%s %s %d %.0f ms", scope["method"], route, status, milliseconds)
