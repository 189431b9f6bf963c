"""Every error of the API, in the one shape of RFC 9457."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from eclaireur.core.errors import EclaireurError
from eclaireur.messages import Messages
from eclaireur.representations.problem import REFUSALS, Problem, problem_of, refusal
from eclaireur.web.api.described import PROBLEM_MEDIA_TYPE
from eclaireur.web.api.language import language_of
from eclaireur.web.api.routes import openapi_document, router

ROOT = "/api/"

MAX_MISTAKES = 10
"""Mistakes of a request that are named; a long list would help nobody."""

_CODES: Mapping[int, str] = MappingProxyType(
    {status: code for code, status in REFUSALS.items() if code != "invalid-request"}
)

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "missing",
        "extra_forbidden": "unknown",
        "enum": "choice",
        "literal_error": "choice",
        "string_pattern_mismatch": "choice",
        "string_too_long": "too-long",
        "string_too_short": "too-short",
        "greater_than_equal": "too-small",
        "less_than_equal": "too-big",
        "json_invalid": "not-json",
        "value_error": "together",
    }
)
"""What our messages call pydantic's types of error: `mistake-…`."""

_LIMITS = ("expected", "max_length", "min_length", "ge", "le", "pattern")
"""Where pydantic puts what the description allows. The rest of its context may quote."""


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
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    if problem.status == 405:
        response.headers["Allow"] = ", ".join(_methods(request))
    return response


def _problem(error: Exception, say: Messages, *, instance: str) -> Problem:
    match error:
        case EclaireurError():
            return problem_of(error, say, instance=instance)
        case RequestValidationError():
            mistakes = " ; ".join(dict.fromkeys(_mistakes(error, say)))
            detail = say("problem-invalid-request-mistakes", mistakes=mistakes)
            return refusal("invalid-request", say, detail=detail, instance=instance)
        case HTTPException(status_code=status):
            fallback = "bad-request" if status < 500 else "unexpected"
            return refusal(_CODES.get(status, fallback), say, instance=instance)
        case _:
            return refusal("unexpected", say, instance=instance)


def _methods(request: Request) -> list[str]:
    """Every method of the address asked for; a route alone knows only its own."""
    routes = (route for route in router.routes if isinstance(route, APIRoute))
    matching = [route for route in routes if route.matches(request.scope)[0] is not Match.NONE]
    # The first is the one that is meant: `/campaigns/estimate` is no `/campaigns/{key}`.
    same = [route for route in matching if route.path == matching[0].path]
    return sorted({method for route in same for method in route.methods or ()})


def _mistakes(error: RequestValidationError, say: Messages) -> Iterator[str]:
    """Where each mistake is and what was expected; never what was sent."""
    for mistake in error.errors()[:MAX_MISTAKES]:
        place = ".".join(_described(mistake["loc"]))
        yield say(f"mistake-{_kind(mistake['type'])}", place=place, limit=_limit(mistake))


def _limit(mistake: Mapping[str, Any]) -> str | int:
    """What the description allows, where the mistake is about a limit."""
    context = mistake.get("ctx", {})
    limit = next((context[name] for name in _LIMITS if name in context), "")
    if isinstance(limit, int):
        return limit
    # pydantic joins the choices with its own English, and our patterns with bars.
    return str(limit).strip("^()$").replace("|", ", ").replace(" or ", ", ")


def _kind(type_: str) -> str:
    if type_.endswith(("_type", "_parsing")):
        return "wrong-type"
    return _KINDS.get(type_, "other")


def _described(location: tuple[str | int, ...]) -> Iterator[str]:
    """Where a mistake is, down to the last name that is the API's own and not the client's."""
    source, *names = location
    yield str(source)
    for name in names:
        if name not in _names():
            return
        yield str(name)


@cache
def _names() -> frozenset[str]:
    """The parameters and properties that the API describes."""
    document = openapi_document()
    operations = [each for path in document["paths"].values() for each in path.values()]
    schemas = document["components"]["schemas"].values()
    return frozenset(
        {each["name"] for operation in operations for each in operation.get("parameters", ())}
        | {name for schema in schemas for name in schema.get("properties", ())}
    )
