"""What each route needs of whoever asks, where people sign in: the whole of it, on one page.

A route that is not here needs all, unless it only reads. What a decision needs besides, the role
for the very dataset, is checked where it is recorded: see `Assistant.acting_for`.
"""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request

from eclaireur.core.access import ANYBODY, Authority, Role, role_missing


class Need(Enum):
    """What a route needs."""

    NOTHING = auto()
    """Anybody may: reading, searching, working on a draft, which nobody else sees."""
    REVIEW = auto()
    """The role to review, for some organisation."""
    OPERATE = auto()
    """The role to operate, for some organisation."""
    OPERATE_ALL = auto()
    """The role to operate, for every organisation."""

    def is_met(self, authority: Authority) -> bool:
        """Whether it is met."""
        match self:
            case Need.NOTHING:
                return True
            case Need.REVIEW:
                return authority.has(Role.REVIEW)
            case Need.OPERATE:
                return authority.has(Role.OPERATE)
            case Need.OPERATE_ALL:
                return authority.may(Role.OPERATE, None)


NEEDS: Mapping[str, Need] = MappingProxyType(
    {
        # The catalogue, and what is said of it.
        "GET /": Need.NOTHING,
        "GET /datasets/{identifier:path}": Need.NOTHING,
        "GET /completions": Need.NOTHING,
        "POST /search/feedback": Need.NOTHING,
        "GET /engagements": Need.NOTHING,
        "GET /ledger": Need.NOTHING,
        "GET /healthz": Need.NOTHING,
        "GET /readyz": Need.NOTHING,
        "GET /metrics": Need.OPERATE_ALL,
        # Proposals and decisions. A proposal by a model needs REVIEW too: the assistant sees to it.
        "POST /suggestions": Need.NOTHING,
        "POST /suggestions/{key}/check": Need.NOTHING,
        "POST /suggestions/{key}/choices": Need.REVIEW,
        "POST /suggestions/{key}/decision": Need.REVIEW,
        "POST /suggestions/{key}/undo": Need.REVIEW,
        "POST /suggestions/{key}/remarks": Need.REVIEW,
        "POST /suggestions/{key}/case": Need.OPERATE,
        # Drafts: whoever knows the address of one may work on it.
        "GET /drafts/new": Need.NOTHING,
        "POST /drafts": Need.NOTHING,
        "POST /drafts/file": Need.NOTHING,
        "GET /drafts/{identifier}/edit": Need.NOTHING,
        "POST /drafts/{identifier}": Need.NOTHING,
        "POST /drafts/{identifier}/check": Need.NOTHING,
        "POST /drafts/{identifier}/keep": Need.REVIEW,
        # Campaigns: all may see how far they are.
        "GET /campaigns": Need.NOTHING,
        "GET /campaigns/{key}": Need.NOTHING,
        "GET /campaigns/{key}/progress": Need.NOTHING,
        "POST /campaigns/estimate": Need.OPERATE_ALL,
        "POST /campaigns": Need.OPERATE_ALL,
        "POST /campaigns/{key}/resume": Need.OPERATE_ALL,
        "POST /campaigns/{key}/pause": Need.OPERATE_ALL,
        "POST /campaigns/{key}/cancel": Need.OPERATE_ALL,
        # Reviewing them: looking at what waits holds it, so that nobody else decides on it then.
        "GET /campaigns/{campaign}/review": Need.REVIEW,
        "GET /campaigns/{campaign}/review/twins": Need.REVIEW,
        "POST /campaigns/{campaign}/review/decision": Need.REVIEW,
        "POST /campaigns/{campaign}/review/next": Need.REVIEW,
        "POST /campaigns/{campaign}/review/release": Need.REVIEW,
        "POST /campaigns/{campaign}/review/twins": Need.REVIEW,
        "POST /campaigns/{campaign}/review/undo": Need.REVIEW,
        # Keywords.
        "GET /keywords": Need.OPERATE_ALL,
        "GET /keywords/ranker": Need.OPERATE_ALL,
        "POST /keywords/runs": Need.OPERATE_ALL,
        "POST /keywords/vocabularies": Need.OPERATE_ALL,
        # Sending back to a portal, with a key of one's own.
        "GET /sendings": Need.OPERATE_ALL,
        "GET /sendings/visit": Need.OPERATE_ALL,
        "POST /sendings/looks": Need.OPERATE_ALL,
        "POST /sendings/writings": Need.OPERATE_ALL,
        # Signing in and out.
        "GET /sign-in": Need.NOTHING,
        "GET /sign-in/openid": Need.NOTHING,
        "GET /sign-in/back": Need.NOTHING,
        "POST /sign-in/token": Need.NOTHING,
        "POST /sign-out": Need.NOTHING,
        "GET /signed-out": Need.NOTHING,
        # The same for programs.
        "GET /api/v1/datasets": Need.NOTHING,
        "POST /api/v1/datasets": Need.NOTHING,
        "GET /api/v1/search": Need.NOTHING,
        "GET /api/v1/search/breakdown": Need.NOTHING,
        "GET /api/v1/search/feedback": Need.NOTHING,
        "GET /api/v1/keywords": Need.NOTHING,
        "GET /api/v1/datasets/{identifier:path}/similar": Need.NOTHING,
        "GET /api/v1/datasets/{identifier:path}": Need.NOTHING,
        "POST /api/v1/suggestions": Need.NOTHING,
        "GET /api/v1/suggestions": Need.NOTHING,
        "GET /api/v1/suggestions/{key}": Need.NOTHING,
        "POST /api/v1/suggestions/{key}/decision": Need.REVIEW,
        "DELETE /api/v1/suggestions/{key}/decision": Need.REVIEW,
        "POST /api/v1/suggestions/{key}/remarks": Need.REVIEW,
        "POST /api/v1/suggestions/{key}/case": Need.OPERATE,
        "GET /api/v1/campaigns": Need.NOTHING,
        "GET /api/v1/campaigns/{key}": Need.NOTHING,
        "POST /api/v1/campaigns/estimate": Need.OPERATE_ALL,
        "POST /api/v1/campaigns": Need.OPERATE_ALL,
        "PUT /api/v1/campaigns/{key}/state": Need.OPERATE_ALL,
        "POST /api/v1/checks": Need.NOTHING,
        "POST /api/v1/masks": Need.NOTHING,
        "GET /api/v1/ledger": Need.NOTHING,
        "GET /api/v1/learning": Need.NOTHING,
        "GET /api/v1/trials": Need.NOTHING,
        "GET /api/v1/audit": Need.NOTHING,
        "GET /api/v1/commitments": Need.NOTHING,
        "GET /api/v1/commitments.csv": Need.NOTHING,
        "GET /api/v1/register": Need.NOTHING,
        "GET /api/v1/means": Need.NOTHING,
        "GET /api/v1/export": Need.NOTHING,
        "GET /api/v1/problems": Need.NOTHING,
        "GET /api/v1/problems/{code}": Need.NOTHING,
        "GET /api/v1/openapi.json": Need.NOTHING,
    }
)
"""By method and path of the route."""

SIGN_IN_FIRST = HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
"""How somebody who has not signed in is told to."""


async def guard(request: Request) -> None:
    """Refuse whoever may not have what the route is for. Every route of the application has it.

    Raises:
        RoleMissing: they signed in, and were not granted it.
    """
    authority = authority_of(request)
    need = need_of(request.method, request.scope["route"].path)
    if need.is_met(authority):
        return
    if not authority.is_signed_in:
        raise SIGN_IN_FIRST
    role = Role.REVIEW if need is Need.REVIEW else Role.OPERATE
    raise role_missing(role, None)


def need_of(method: str, path: str) -> Need:
    """What a route needs, told by its method and its path."""
    default = Need.NOTHING if method in {"GET", "HEAD"} else Need.OPERATE_ALL
    return NEEDS.get(f"{method} {path}", default)


def authority_of(request: Request) -> Authority:
    """What whoever makes a request may do; nothing before it is known."""
    authority: Authority = getattr(request.state, "authority", ANYBODY)
    return authority
