"""Every error of the API, in the one shape of RFC 9457."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from eclaireur.core.errors import EclaireurError
from eclaireur.messages import Messages
from eclaireur.representations import REFUSALS, Problem, problem_of, refusal
from eclaireur.web.api.described import PROBLEM_MEDIA_TYPE
from eclaireur.web.api.language import language_of
from eclaireur.web.api.routes import router

ROOT = "/api/"

MAX_MISTAKES = 10
"""Mistakes of a request that are named; a long list would help nobody."""

_CODES: Mapping[int, str] = MappingProxyType(
    {status: code for code, status in REFUSALS.items() if code != "invalid-request"}
)


def is_for_api(request: Request) -> bool:
    """Whether a program asks, and not a person with a browser."""
    path = str(request.scope["path"])
    return path.removeprefix(request.scope.get("root_path", "")).startswith(ROOT)


def problem_response(request: Request, error: Exception) -> Response:
    """Answer an error, in the language asked for."""
    say = language_of(request)
    problem = _problem(error, say, instance=request.url.path)
    response = Response(
        problem.model_dump_json(exclude_none=True),
        status_code=problem.status,
        media_type=PROBLEM_MEDIA_TYPE,
        headers={"Content-Language": say.locale, "Vary": "Accept-Language"},
    )
    if problem.status == 405:
        response.headers["Allow"] = ", ".join(_methods(request))
    return response


def _problem(error: Exception, say: Messages, *, instance: str) -> Problem:
    match error:
        case EclaireurError():
            return problem_of(error, say, instance=instance)
        case RequestValidationError():
            detail = say("problem-invalid-request-mistakes", mistakes=" ; ".join(_mistakes(error)))
            return refusal("invalid-request", say, detail=detail, instance=instance)
        case HTTPException(status_code=status):
            fallback = "bad-request" if status < 500 else "unexpected"
            return refusal(_CODES.get(status, fallback), say, instance=instance)
        case _:
            return refusal("unexpected", say, instance=instance)


def _methods(request: Request) -> list[str]:
    """Every method of the address asked for; a route alone knows only its own."""
    routes = (route for route in router.routes if isinstance(route, APIRoute))
    matching = (route for route in routes if route.matches(request.scope)[0] is not Match.NONE)
    return sorted({method for route in matching for method in route.methods or ()})


def _mistakes(error: RequestValidationError) -> Iterator[str]:
    """Where each mistake is and what was expected; never what was sent."""
    for mistake in error.errors()[:MAX_MISTAKES]:
        place = ".".join(str(part) for part in mistake["loc"])
        yield f"{place}: {mistake['msg']}"
