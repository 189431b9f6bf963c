"""The web application: the pages, the API, and what guards them."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from eclaireur.assistant import Assistant, KeywordWorkshop
from eclaireur.core.errors import EclaireurError
from eclaireur.core.ports import Tracer
from eclaireur.core.untraced import UNTRACED
from eclaireur.web import api, security
from eclaireur.web.assets import Assets
from eclaireur.web.errors import LastResortMiddleware, refused
from eclaireur.web.exchanges import ExchangesMiddleware, log
from eclaireur.web.language import LanguageMiddleware
from eclaireur.web.metrics import Metrics
from eclaireur.web.pages import (
    catalogue,
    datasets,
    drafts,
    engagements,
    health,
    keywords,
    ledger,
    metrics,
    suggestions,
)
from eclaireur.web.rate import Rate

FEEDBACKS, FEEDBACK_SECONDS = 20, 60.0
"""How many times one address may say whether results serve, in how long."""

_NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI's own would tell paths, queries and the messages of exceptions, and would send them
to wherever environment variables say."""


def create_app(
    assistant: Assistant, tracer: Tracer = UNTRACED, workshop: KeywordWorkshop | None = None
) -> FastAPI:
    """Return the application over an assistant that the caller opened and will close.

    Args:
        assistant: what the pages and the API ask.
        tracer: follows each request.
        workshop: what an operator's page works with; without one, there is no such page.
    """
    measured = Metrics(assistant, tracer)
    app = FastAPI(
        openapi_url=None,
        telemetry=_NO_TELEMETRY,
        middleware=[
            Middleware(ExchangesMiddleware, notes=(log, measured.note), tracer=tracer),
            Middleware(security.HeadersMiddleware),
            Middleware(LanguageMiddleware),
            Middleware(LastResortMiddleware),
            Middleware(security.HostMiddleware, refusal=refused),
            Middleware(security.OriginMiddleware, refusal=refused),
            Middleware(security.CrowdMiddleware, refusal=refused),
            Middleware(security.BodyMiddleware),
        ],
    )
    app.state.assistant = assistant
    app.state.metrics = measured
    app.state.feedback_rate = Rate(FEEDBACKS, FEEDBACK_SECONDS)
    app.state.workshop = workshop
    for expected in (EclaireurError, HTTPException, RequestValidationError):
        app.add_exception_handler(expected, refused)
    app.include_router(api.router)
    for pages in (catalogue, datasets, suggestions, drafts, ledger, engagements, health, metrics):
        app.include_router(pages.router)
    if workshop is not None:
        app.include_router(keywords.router)
    app.mount("/static", Assets())
    return app
