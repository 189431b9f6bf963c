"""How the API describes itself, in OpenAPI."""

from importlib.metadata import version
from typing import Any

from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from eclaireur.representations.problem import Problem

PROBLEM_MEDIA_TYPE = "application/problem+json"

_ABOUT = """
Ask for proposals, read them with their evidence, decide on them, export what was decided.
Nothing reaches an export without a decision.

Every error is an RFC 9457 problem (`application/problem+json`) whose `code` never changes and
whose `type` leads to its explanation. Sentences come in French, or in English when
`Accept-Language` asks for it. Requests with a body send `application/json`.
"""

_BEARER = (
    "The token of the one person who operates, where the operator declares one. Where nobody signs "
    "in, nothing needs it."
)

_TAGS = [
    {"name": "datasets", "description": "The catalogue, and drafts, which are kept a day."},
    {"name": "search", "description": "Finding datasets. What is looked for is never kept."},
    {"name": "suggestions", "description": "Proposals, their evidence, and decisions on them."},
    {"name": "campaigns", "description": "Proposing one field for many records."},
    {"name": "checks", "description": "Two checks of any text: grounding, and personal data."},
    {"name": "ledger", "description": "What models and methods cost, and what is left of the day."},
    {"name": "commitments", "description": "What is promised, the figures that show it, the uses."},
    {"name": "export", "description": "What was decided, marked as such."},
    {"name": "problems", "description": "What the errors mean."},
]

_STATUSES = {
    400: "The request cannot be read.",
    401: "Signing in is needed, or the token is not the one.",
    403: "The request comes from another site, or takes a role that was not granted.",
    404: "What was named does not exist.",
    409: "The state of things does not allow it.",
    413: "The body is too large.",
    415: "The body is not `application/json`.",
    429: "Too many wrong tokens, or too many requests.",
    422: "What was given cannot be used.",
    500: "Something unexpected happened.",
    503: "Something this needs does not answer.",
}

READING = (400, 401, 422, 429, 500, 503)
"""What may go wrong whenever something is read."""

WRITING = (*READING, 403, 413, 415)
"""What may go wrong whenever something is written."""


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Document the errors of an operation."""
    content = {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": _STATUSES[status], "content": content}
        for status in sorted(statuses)
    }


def described(routes: list[BaseRoute]) -> dict[str, Any]:
    """Return the OpenAPI document of the API's routes."""
    document = get_openapi(
        title="Éclaireur",
        version=version("eclaireur"),
        description=_ABOUT.strip(),
        tags=_TAGS,
        routes=routes,
    )
    document["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    document["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": _BEARER}
    }
    # What may be done without one depends on where it is asked: the operation answers 401.
    document["security"] = [{}, {"token": []}]
    return document
