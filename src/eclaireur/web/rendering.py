"""Pages out of templates: escaped, in the language of the address, with no undefined variable."""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from eclaireur.catalogues.export import EXPORT_FORMATS
from eclaireur.core.dataset import PeriodOfTime
from eclaireur.core.errors import EclaireurError
from eclaireur.core.ports import LONGEST_QUERY
from eclaireur.core.remark import LONGEST_REMARK
from eclaireur.core.suggestion import DecisionReason, Event
from eclaireur.ledger import energy
from eclaireur.messages import DEFAULT_LOCALE, LOCALES, Locale, Messages, messages
from eclaireur.web import csrf, return_to
from eclaireur.web.access import SIGN_IN_FIRST, Need, authority_of
from eclaireur.web.freshness import age_of
from eclaireur.web.language import Links, export_url, locale_of, path_without_language
from eclaireur.web.placeholders import said_masked, with_marks
from eclaireur.web.rich_text import is_cut, rich_text

STATIC = resources.files("eclaireur.web") / "static"

UNAUTHORIZED = 401

_HTMX_CONFIG = '{"includeIndicatorCSS": false, "history": false, "defaultSwap": "outerHTML"}'
"""No style put into the page, and no page kept or fetched again behind the browser's back."""


def render(
    request: Request,
    template: str,
    context: Mapping[str, object],
    *,
    status: int = 200,
    here: str | None = None,
) -> HTMLResponse:
    """Answer with a template filled in.

    Args:
        request: what is answered.
        template: the file, in `templates`.
        context: its own variables.
        status: the HTTP status.
        here: the address of the page in French, when the request's own is not one to come
            back to.
    """
    content = filled(request, template, context, here=here)
    # Replaced: a text may hold half a surrogate pair, which UTF-8 cannot write.
    response = HTMLResponse(content.encode("utf-8", "replace"), status)
    csrf.remember(request, response)
    return response


def filled(
    request: Request, template: str, context: Mapping[str, object], *, here: str | None = None
) -> Markup:
    """Fill in a template, as `render` does, to be put into another or into an answer."""
    locale = locale_of(request)
    here = here or path_without_language(request)
    content = _environment.get_template(template).render(
        t=messages(locale),
        locale=locale,
        links=Links(locale),
        languages=[
            (each, messages(each)("web-language-name"), Links(each)(here)) for each in LOCALES
        ],
        csrf_field=csrf.FIELD,
        csrf_token=csrf.token_of(request),
        htmx_config=_HTMX_CONFIG,
        models=len(request.app.state.assistant.declared.models),
        has_workshop=request.app.state.workshop is not None
        and Need.OPERATE_ALL.is_met(authority_of(request)),
        has_campaigns=request.app.state.campaign_work is not None,
        authority=authority_of(request),
        people_sign_in=request.app.state.reception is not None,
        sign_in_link=Links(locale)("/sign-in", to=str(context.get("to", Links(locale)(here)))),
        has_desk=request.app.state.desk is not None
        and Need.OPERATE_ALL.is_met(authority_of(request)),
        **context,
    )
    return Markup(content)  # noqa: S704 - the templates escape


def sign_in_page(
    request: Request,
    to: str,
    error: EclaireurError | None = None,
    *,
    status: int = 200,
    wrong_token: bool = False,
) -> HTMLResponse:
    """Show the ways to sign in, or what somebody who has may do.

    Args:
        request: what is answered.
        to: the page to come back to.
        error: why somebody was not signed in,
        status: and its HTTP status.
        wrong_token: whether they gave a token that is not the one.
    """
    reception = request.app.state.reception
    path = return_to.safe(to)
    context = {
        "to": path,
        "provider": reception.provider and reception.provider.provider.name,
        "takes_token": reception.takes_token,
        "error": error,
        "wrong_token": wrong_token,
        "is_needed": status == UNAUTHORIZED,
    }
    here = Links(DEFAULT_LOCALE)("/sign-in", to=path)
    response = render(request, "sign_in.html", context, status=status, here=here)
    if status == UNAUTHORIZED:
        response.headers.update(SIGN_IN_FIRST.headers or {})
    return response


def is_fragment(request: Request) -> bool:
    """Whether htmx asks, and takes a part of the page for an answer."""
    return request.headers.get("hx-request") == "true"


@cache
def static_url(name: str) -> str:
    """Return the address of an asset, which changes when its content does."""
    content = (STATIC / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def day_of(text: str | None, say: Messages) -> str | None:
    """Write an ISO 8601 date as people do; a text that is not one stays as it is."""
    try:
        return say("web-day", day=date.fromisoformat((text or "")[:10]))
    except ValueError:
        return text


def period_of(period: PeriodOfTime | None, say: Messages) -> str | None:
    """Write a period, either end of which may be open."""
    start, end = (day_of(period.start, say), day_of(period.end, say)) if period else (None, None)
    if start and end:
        return say("web-period", start=start, end=end)
    if start:
        return say("web-period-since", start=start)
    return say("web-period-until", end=end) if end else None


def code_name(kind: str, code: str, locale: Locale) -> str:
    """Return what people call a portal's code, or the code itself if nobody named it."""
    identifier = f"{kind}-{code}"
    say = messages(locale)
    return say(identifier) if say.has(identifier) else code


def safe_address(address: str | None) -> str | None:
    """Return an address that a page may lead to: of the web, and with no password in it."""
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        return None
    return parts.geturl()


def explained(error: EclaireurError, say: Messages) -> str:
    """Say what went wrong as a page does, where what is meant stands before the reader's eyes."""
    identifier = f"web-error-{error.code}"
    return say(identifier, **error.params) if say.has(identifier) else say.error(error)


def said(event: Event, say: Messages) -> str:
    """Say why an event is what it is, if it has a reason."""
    return "" if event.reason is None else say.reason(event.reason)


_environment = Environment(
    loader=PackageLoader("eclaireur.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters["named"] = lambda part, say: say.value(part)
_environment.globals.update(
    export_formats=tuple(EXPORT_FORMATS),
    decision_reasons=tuple(DecisionReason),
    longest_remark=LONGEST_REMARK,
    export_url=export_url,
    explained=explained,
    said=said,
    said_masked=said_masked,
    with_marks=with_marks,
    escape=escape,
    static_url=static_url,
    rich_text=rich_text,
    is_cut=is_cut,
    day_of=day_of,
    period_of=period_of,
    code_name=code_name,
    age_of=age_of,
    longest_query=LONGEST_QUERY,
    safe_address=safe_address,
    assumed={"pue": energy.DATACENTRE_PUE, "watts": energy.WATTS_PER_CORE},
)
