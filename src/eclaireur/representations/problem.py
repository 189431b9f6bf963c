"""What went wrong, as machines read it: RFC 9457, with the error's code."""

from collections.abc import Iterator, Mapping
from string import Formatter
from types import MappingProxyType

from pydantic import BaseModel, Field

from eclaireur.core.errors import (
    Conflict,
    EclaireurError,
    InvalidInput,
    NotAllowed,
    NotFound,
    Unavailable,
)
from eclaireur.messages import Messages

FAMILIES: Mapping[type[EclaireurError], int] = MappingProxyType(
    {NotAllowed: 403, NotFound: 404, Conflict: 409, InvalidInput: 422, Unavailable: 503}
)
"""The families of errors, and the HTTP status of each."""

UNEXPECTED = "unexpected"

REFUSALS: Mapping[str, int] = MappingProxyType(
    {
        "invalid-request": 422,
        "bad-request": 400,
        "sign-in-needed": 401,
        "forbidden": 403,
        "route-not-found": 404,
        "method-not-allowed": 405,
        "request-timeout": 408,
        "too-large": 413,
        "unsupported-media-type": 415,
        "too-many-requests": 429,
        UNEXPECTED: 500,
        "too-busy": 503,
    }
)
"""What a door refuses before it asks the assistant, and the HTTP status of each."""

TYPES = "/api/v1/problems/"


class Problem(BaseModel):
    """RFC 9457's problem details."""

    type: str = Field(description="Where this type of problem is explained.")
    title: str = Field(description="The type of problem, in a few words.")
    status: int
    detail: str = Field(description="What went wrong here and what to do: a sentence to show.")
    instance: str | None = Field(None, description="The path that was asked for.")
    code: str = Field(description="The type of problem, for programs. It never changes.")
    line: int | None = Field(None, description="The line of the file that it is about.")


class ProblemExplanation(BaseModel):
    """A type of problem."""

    type: str
    code: str
    title: str
    status: int
    explanation: str = Field(description="Its sentence, with the names of its variables in braces.")


def problem_of(error: EclaireurError, say: Messages, *, instance: str | None = None) -> Problem:
    """Write an error of the assistant."""
    family = _family(type(error))
    line = error.params.get("line")
    return Problem(
        type=TYPES + error.code,
        title=_title(family, say),
        status=FAMILIES[family],
        detail=say.error(error),
        instance=instance,
        code=error.code,
        line=line if isinstance(line, int) else None,
    )


def refusal(code: str, say: Messages, *, detail: str = "", instance: str | None = None) -> Problem:
    """Write one of the `REFUSALS`; without a detail, it is the message's own."""
    return Problem(
        type=TYPES + code,
        title=say(f"problem-{code}"),
        status=REFUSALS[code],
        detail=detail or say(f"problem-{code}-detail"),
        instance=instance,
        code=code,
    )


def problem_types(say: Messages) -> Mapping[str, ProblemExplanation]:
    """Every type of problem by its code."""
    explanations = [
        *(_refusal_explained(code, say) for code in REFUSALS),
        *(_error_explained(kind, say) for kind in _kinds(EclaireurError)),
    ]
    return {each.code: each for each in explanations}


def _refusal_explained(code: str, say: Messages) -> ProblemExplanation:
    return ProblemExplanation(
        type=TYPES + code,
        code=code,
        title=say(f"problem-{code}"),
        status=REFUSALS[code],
        explanation=say(f"problem-{code}-detail"),
    )


def _error_explained(kind: type[EclaireurError], say: Messages) -> ProblemExplanation:
    """Explain an error with the names of its variables, in braces, for their values."""
    family = _family(kind)
    variables = (name for _, name, _, _ in Formatter().parse(kind.__doc__ or "") if name)
    error = kind(**{name: f"{{{name}}}" for name in variables})
    return ProblemExplanation(
        type=TYPES + error.code,
        code=error.code,
        title=_title(family, say),
        status=FAMILIES[family],
        explanation=say.error(error),
    )


def _kinds(root: type[EclaireurError]) -> Iterator[type[EclaireurError]]:
    """The errors that are raised: those under a family."""
    for kind in root.__subclasses__():
        if kind not in FAMILIES:
            yield kind
        yield from _kinds(kind)


def _family(kind: type[EclaireurError]) -> type[EclaireurError]:
    return next(family for family in FAMILIES if issubclass(kind, family))


def _title(family: type[EclaireurError], say: Messages) -> str:
    return say(f"problem-{family.__name__.lower()}")
