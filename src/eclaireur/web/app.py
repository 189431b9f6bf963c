"""The web application: the pages, the API, and what guards them."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from eclaireur.assistant import Assistant
from eclaireur.core.errors import EclaireurError
from eclaireur.web import api, security
from eclaireur.web.access_log import AccessLogMiddleware
from eclaireur.web.assets import Assets
from eclaireur.web.errors import LastResortMiddleware, refused
from eclaireur.web.language import LanguageMiddleware
from eclaireur.web.pages import datasets, drafts, health, suggestions


def create_app(assistant: Assistant) -> FastAPI:
    """Return the application over an assistant that the caller opened and will close."""
    app = FastAPI(
        openapi_url=None,
        middleware=[
            Middleware(AccessLogMiddleware),
            Middleware(security.HeadersMiddleware),
            Middleware(LanguageMiddleware),
            Middleware(LastResortMiddleware),
            Middleware(security.HostMiddleware, refusal=refused),
            Middleware(security.OriginMiddleware, refusal=refused),
            Middleware(security.BodyMiddleware),
        ],
    )
    app.state.assistant = assistant
    for expected in (EclaireurError, HTTPException, RequestValidationError):
        app.add_exception_handler(expected, refused)
    app.include_router(api.router)
    for pages in (datasets, suggestions, drafts, health):
        app.include_router(pages.router)
    app.mount("/static", Assets())
    return app
