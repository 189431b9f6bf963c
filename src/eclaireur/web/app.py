"""The web application: the pages, the API, and what guards them."""

from collections.abc import Sequence

from fastapi import APIRouter, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from eclaireur.assistant import Assistant, CampaignWork, KeywordWorkshop, SendingDesk
from eclaireur.core.errors import EclaireurError
from eclaireur.core.ports import Tracer
from eclaireur.core.sign_in import SignIn
from eclaireur.core.untraced import UNTRACED
from eclaireur.sign_in import Reception
from eclaireur.web import api, security
from eclaireur.web.access import guard
from eclaireur.web.assets import Assets
from eclaireur.web.credentials import CredentialsMiddleware
from eclaireur.web.errors import LastResortMiddleware, refused
from eclaireur.web.exchanges import ExchangesMiddleware, log
from eclaireur.web.language import LanguageMiddleware
from eclaireur.web.metrics import Metrics
from eclaireur.web.pages import (
    campaigns,
    catalogue,
    datasets,
    drafts,
    engagements,
    health,
    keywords,
    ledger,
    metrics,
    review,
    sendings,
    sign_in,
    suggestions,
)
from eclaireur.web.rate import Rate

FEEDBACKS, FEEDBACK_SECONDS = 20, 60.0
"""How many times one address may say whether results serve, in how long."""

GUESSES, GUESS_SECONDS = 10, 60.0
"""How many times one address may give a wrong token, in how long."""

_NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI's own would tell paths, queries and the messages of exceptions, and would send them
to wherever environment variables say."""


def _guarded(*routers: APIRouter) -> Sequence[BaseRoute]:
    """The routes that routers hold, each behind the guard."""
    site = APIRouter(dependencies=[Depends(guard)])
    for router in routers:
        site.include_router(router)
    return site.routes


# Of every application of the process: FastAPI takes longer to read a route than to serve it.
_ROUTES = _guarded(
    api.router,
    *(
        pages.router
        for pages in (
            catalogue,
            datasets,
            suggestions,
            review,
            drafts,
            ledger,
            engagements,
            health,
            metrics,
        )
    ),
)
_OF_CAMPAIGNS = _guarded(campaigns.router)
_OF_KEYWORDS = _guarded(keywords.router)
_OF_SIGN_IN = _guarded(sign_in.router)
_OF_SENDINGS = _guarded(sendings.router)


def create_app(
    assistant: Assistant,
    tracer: Tracer = UNTRACED,
    workshop: KeywordWorkshop | None = None,
    reception: Reception | None = None,
    campaign_work: CampaignWork | None = None,
    desk: SendingDesk | None = None,
) -> FastAPI:
    """Return the application over an assistant that the caller opened and will close.

    Args:
        assistant: what the pages and the API ask.
        tracer: follows each request.
        workshop: what an operator's page works with; without one, there is no such page.
        reception: who signs in; without one, whoever reaches the pages may do everything.
        campaign_work: prepares campaigns; without it, there are none.
        desk: what sends back to portals; without one, there is no page for it.
    """
    declared = None if reception is None else reception.declared
    measured = Metrics(assistant, tracer)
    app = FastAPI(
        openapi_url=None,
        telemetry=_NO_TELEMETRY,
        routes=[
            *_ROUTES,
            *(_OF_CAMPAIGNS if campaign_work is not None else ()),
            *(_OF_KEYWORDS if workshop is not None else ()),
            *(_OF_SIGN_IN if reception is not None else ()),
            *(_OF_SENDINGS if desk is not None else ()),
        ],
        middleware=[
            *_proxies(declared),
            Middleware(ExchangesMiddleware, notes=(log, measured.note), tracer=tracer),
            Middleware(
                security.HeadersMiddleware, is_secure=declared is not None and declared.is_secure
            ),
            Middleware(LanguageMiddleware),
            Middleware(LastResortMiddleware),
            Middleware(
                security.HostMiddleware,
                refusal=refused,
                site=declared.address if declared else None,
            ),
            Middleware(security.OriginMiddleware, refusal=refused),
            Middleware(security.CrowdMiddleware, refusal=refused),
            Middleware(CredentialsMiddleware, refusal=refused),
            Middleware(security.BodyMiddleware),
        ],
    )
    app.state.assistant = assistant
    app.state.metrics = measured
    app.state.feedback_rate = Rate(FEEDBACKS, FEEDBACK_SECONDS)
    app.state.token_rate = Rate(GUESSES, GUESS_SECONDS)
    app.state.workshop = workshop
    app.state.reception = reception
    app.state.campaign_work = campaign_work
    app.state.desk = desk
    for expected in (EclaireurError, HTTPException, RequestValidationError):
        app.add_exception_handler(expected, refused)
    app.mount("/static", Assets())
    return app


def _proxies(declared: SignIn | None) -> list[Middleware]:
    """What reads the address of who asks from a proxy that the operator declares."""
    if declared is None or not declared.proxies:
        return []
    return [Middleware(ProxyHeadersMiddleware, trusted_hosts=list(declared.proxies))]
