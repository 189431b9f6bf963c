"""Preparing campaigns: what one would take, how far each is, and letting it go on, rest or end."""

from dataclasses import dataclass
from math import ceil
from typing import Self

from fastapi import APIRouter
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import CampaignSight, CampaignWork, Phase, Prepared
from eclaireur.core.campaign import CampaignProgress, Estimate, Figure
from eclaireur.core.errors import Conflict, EclaireurError, InvalidInput, Unavailable, WrongLimit
from eclaireur.messages import Messages, messages
from eclaireur.representations.campaign import agreement
from eclaireur.web.csrf import CheckedForm, text
from eclaireur.web.dependencies import CurrentAssistant, CurrentCampaignWork, CurrentLinks
from eclaireur.web.errors import status_of
from eclaireur.web.language import locale_of
from eclaireur.web.rendering import render

PLACE = "/campaigns"

LOOK_S = {Phase.BEGINNING: 1, Phase.UNDER_WAY: 2, Phase.LEFT: 5, Phase.PAUSED: 5}
"""Seconds between two looks of an open page at a campaign that may still change by itself."""

MOST_LIMIT = 10**9

router = APIRouter()


@dataclass(frozen=True)
class Typed:
    """What somebody typed to prepare a campaign."""

    field: str
    selection: str
    model: str
    limit: str

    @classmethod
    def of(cls, form: FormData) -> Self:
        return cls(*(text(form, name) for name in ("field", "selection", "model", "limit")))

    async def prepared(self, work: CampaignWork) -> Prepared:
        """Choose the records. Raises as `CampaignWork.prepare`, and WrongLimit."""
        return await work.prepare(self.field, self.selection, self.model or None, self._limit())

    def _limit(self) -> int | None:
        if not self.limit:
            return None
        digits = "".join(self.limit.split())
        if not (digits.isascii() and digits.isdigit() and 1 <= int(digits) <= MOST_LIMIT):
            raise WrongLimit(limit=self.limit)
        return int(digits)


@router.get("/campaigns")
async def campaigns_page(
    request: Request, assistant: CurrentAssistant, work: CurrentCampaignWork
) -> Response:
    """List the campaigns, with the form that prepares another one."""
    say = messages(locale_of(request))
    empty = Typed(assistant.fields[0], say("cli-campaign-missing"), "", "")
    return await _list(request, work, empty)


@router.post("/campaigns/estimate")
async def estimate_campaign(
    request: Request, work: CurrentCampaignWork, form: CheckedForm
) -> Response:
    """Show what a campaign would take. Nothing is kept."""
    typed = Typed.of(form)
    try:
        prepared = await typed.prepared(work)
    except (Conflict, InvalidInput, Unavailable) as error:
        return await _list(request, work, typed, error)
    return _estimate(request, work, typed, prepared)


@router.post("/campaigns")
async def start_campaign(
    request: Request, work: CurrentCampaignWork, links: CurrentLinks, form: CheckedForm
) -> Response:
    """Record a campaign as it was shown, and begin the work. It goes on when the page is closed."""
    key = text(form, "campaign")
    if await work.start(key) is None:
        # Another server showed it, or this one before it began again.
        typed = Typed.of(form)
        try:
            prepared = await typed.prepared(work)
        except (Conflict, InvalidInput, Unavailable) as error:
            return await _list(request, work, typed, error)
        if _is_more(prepared.estimate, form):
            return _estimate(request, work, typed, prepared, has_changed=True)
        key = prepared.campaign.key
        work.remember(prepared)
        await work.start(key)
    return RedirectResponse(links(f"{PLACE}/{key}"), status_code=303)


@router.get("/campaigns/{key}")
async def campaign_page(request: Request, work: CurrentCampaignWork, key: str) -> Response:
    """Show where a campaign is."""
    return await _campaign(request, work, key)


@router.get("/campaigns/{key}/progress")
async def campaign_progress(request: Request, work: CurrentCampaignWork, key: str) -> Response:
    """Show the part of the page that changes while a campaign is under way."""
    context = _seen(request, await work.sight(key))
    return render(request, "campaign_progress.html", context, here=f"{PLACE}/{key}")


@router.post("/campaigns/{key}/resume")
async def resume_campaign(
    request: Request, work: CurrentCampaignWork, links: CurrentLinks, key: str, form: CheckedForm
) -> Response:
    """Let a campaign go on, and have this machine work on it."""
    try:
        await work.go_on(key, retry_failed=bool(text(form, "retry_failed")))
    except Conflict as error:
        return await _campaign(request, work, key, error)
    return RedirectResponse(links(f"{PLACE}/{key}"), status_code=303)


@router.post("/campaigns/{key}/pause")
async def pause_campaign(
    request: Request, work: CurrentCampaignWork, links: CurrentLinks, key: str, form: CheckedForm
) -> Response:
    """Let a campaign rest."""
    del form
    try:
        await work.campaigns.pause(key)
    except Conflict as error:
        return await _campaign(request, work, key, error)
    return RedirectResponse(links(f"{PLACE}/{key}"), status_code=303)


@router.post("/campaigns/{key}/cancel")
async def cancel_campaign(
    work: CurrentCampaignWork, links: CurrentLinks, key: str, form: CheckedForm
) -> Response:
    """End a campaign for good."""
    del form
    await work.campaigns.cancel(key)
    return RedirectResponse(links(f"{PLACE}/{key}"), status_code=303)


async def _list(
    request: Request, work: CampaignWork, typed: Typed, error: EclaireurError | None = None
) -> Response:
    campaigns = [await work.sight(each.key) for each in await work.campaigns.all()]
    context = {
        "campaigns": [_seen(request, each) for each in campaigns],
        **_form(request, typed),
        "estimate": None,
        "error": error,
    }
    status = status_of(error) if error else 200
    return render(request, "campaigns.html", context, status=status, here=PLACE)


def _estimate(
    request: Request,
    work: CampaignWork,
    typed: Typed,
    prepared: Prepared,
    *,
    has_changed: bool = False,
) -> Response:
    work.remember(prepared)
    say = messages(locale_of(request))
    context = {
        **_form(request, typed),
        "error": None,
        "campaign": prepared.campaign,
        "estimate": prepared.estimate,
        "figures": _figures(prepared, say),
        "has_changed": has_changed,
    }
    status = 409 if has_changed else 200
    return render(request, "campaign_estimate.html", context, status=status, here=PLACE)


async def _campaign(
    request: Request, work: CampaignWork, key: str, error: EclaireurError | None = None
) -> Response:
    context = {**_seen(request, await work.sight(key)), "error": error}
    status = status_of(error) if error else 200
    return render(request, "campaign.html", context, status=status, here=f"{PLACE}/{key}")


def _form(request: Request, typed: Typed) -> dict[str, object]:
    assistant = request.app.state.assistant
    return {
        "typed": typed,
        "fields": assistant.fields,
        "declared": tuple(assistant.declared.models),
    }


def _seen(request: Request, sight: CampaignSight) -> dict[str, object]:
    """What templates show of a campaign."""
    say = messages(locale_of(request))
    standing = sight.standing
    return {
        "campaign": standing.campaign,
        "progress": standing.progress,
        "phase": sight.phase,
        "obstacle": sight.obstacle,
        "failure": sight.failure,
        "look_s": LOOK_S.get(sight.phase),
        "rows": _rows(standing.progress),
        "a_second": standing.a_second,
        "agreement": agreement(standing.second_looks, say),
        "left": None if not standing.left_s else spoken(standing.left_s, say),
    }


def _rows(progress: CampaignProgress) -> list[tuple[str, int]]:
    """How many records are in each state, in the order in which they go through them."""
    counts = progress.model_dump(exclude={"total"})
    return [(name, count) for name, count in counts.items() if count or name in _ALWAYS]


_ALWAYS = frozenset({"pending", "proposed"})
"""The states that are told even when no record is in them."""


def _figures(prepared: Prepared, say: Messages) -> list[tuple[str, str, str]]:
    """What is expected of a campaign: the name of each figure, its value, and how it is known."""
    estimate = prepared.estimate

    def told(figure: Figure, value: str) -> str:
        return say("ledger-unknown") if figure.value is None else value

    def number(figure: Figure) -> str:
        return told(figure, say("web-number", number=round(figure.value or 0)))

    duration, energy, carbon = estimate.duration_s, estimate.energy_wh, estimate.carbon_g
    values = {
        "duration": (duration, told(duration, spoken(duration.value or 0, say))),
        "requests": (estimate.requests, number(estimate.requests)),
        "read": (estimate.input_tokens, number(estimate.input_tokens)),
        "written": (estimate.output_tokens, number(estimate.output_tokens)),
        "energy": (energy, told(energy, say("ledger-energy", amount=energy.value or 0))),
        "carbon": (carbon, told(carbon, say("ledger-carbon", amount=carbon.value or 0))),
    }
    return [(name, value, figure.known.value) for name, (figure, value) in values.items()]


def _is_more(estimate: Estimate, form: FormData) -> bool:
    """Whether there is more to do than was shown: the catalogue changed meanwhile."""
    agreed = [text(form, name) for name in ("total", "distinct")]
    if not all(each.isascii() and each.isdigit() for each in agreed):
        return True
    total, distinct = map(int, agreed)
    return estimate.total > total or estimate.distinct > distinct


def spoken(seconds: float, say: Messages) -> str:
    """A duration as people say it: rounded up, in seconds, minutes or hours."""
    for unit, length, most in (("seconds", 1, 120), ("minutes", 60, 7_200)):
        if seconds <= most:
            return say("web-campaign-about", amount=ceil(seconds / length), unit=unit)
    return say("web-campaign-about", amount=ceil(seconds / 3_600), unit="hours")
