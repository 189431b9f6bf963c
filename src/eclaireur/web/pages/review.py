"""Reviewing a campaign: one proposal after the other, or a list, and those that are alike."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import Assistant, ReviewedItem
from eclaireur.core.errors import Conflict, InvalidInput, NotAllowed
from eclaireur.core.review import ReviewOrder
from eclaireur.core.suggestion import (
    DECIDED,
    Action,
    Decision,
    State,
    Suggestion,
)
from eclaireur.messages import messages
from eclaireur.representations.campaign import agreement
from eclaireur.web.cards import Attempt, Card, card_of, published
from eclaireur.web.choices import Choices
from eclaireur.web.choices import checked as checked_choices
from eclaireur.web.csrf import CheckedForm, text, texts
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.desk import AskedDesk, Desk, SentDesk
from eclaireur.web.errors import status_of
from eclaireur.web.excerpts import Source
from eclaireur.web.language import Links, locale_of
from eclaireur.web.pages.suggestions import DECIDE, reason_of, unrecorded
from eclaireur.web.rendering import explained, filled, is_fragment, render
from eclaireur.web.twins import Twin, alike, proposed, same_decision

AHEAD = 3
"""Records that a page holds when it shows one: the next ones are there before they are wanted."""

LISTED = 20
"""Records that a page holds when it shows a list."""

MOST_HELD = 100
"""Records that a page may hold: those of one template are shown together."""

router = APIRouter()


@dataclass(frozen=True)
class Refusal:
    """A record that what was asked could not be done to, and why."""

    reviewed: ReviewedItem
    sentence: str


@router.get("/campaigns/{campaign}/review")
async def review_page(
    request: Request,
    assistant: CurrentAssistant,
    desk: AskedDesk,
    item: Annotated[str, Query()] = "",
    after: Annotated[str, Query()] = "",
    again: Annotated[str, Query()] = "",
    because: Annotated[str, Query()] = "",
) -> Response:
    """Show what waits for a decision.

    Args:
        request: what is answered.
        assistant: knows the campaign.
        desk: where somebody reviews.
        item: the proposal to show first, where it is free.
        after: the proposal that was decided on last,
        again: as a second look,
        because: and the reason that was said.
    """
    if item:
        await assistant.reviews.take(desk.campaign, [item], desk.page)
    last = (
        await _last(request, assistant, desk, after, because, again=bool(again)) if after else None
    )
    return await _page(request, assistant, desk, first=item, last=last)


@router.post("/campaigns/{campaign}/review/next")
async def next_items(
    request: Request, assistant: CurrentAssistant, desk: SentDesk, form: CheckedForm
) -> Response:
    """Hold what a page shows for longer, and give it what it will show next."""
    shown = set(filter(None, text(form, "have").split(",")))
    count = max(LISTED if desk.is_list else AHEAD, min(len(shown), MOST_HELD))
    held = await assistant.reviews.hold(desk.campaign, desk.page, desk.order, count)
    keys = {each.item.suggestion for each in held}
    items = [
        {"key": each.item.suggestion, "html": await _item_html(request, assistant, desk, each)}
        for each in held
        if each.item.suggestion not in shown
    ]
    context = {"desk": desk, **await _progress(assistant, desk.campaign, is_over=not held)}
    return _json(
        {
            "items": items,
            "held": len(held),
            "lost": sorted(shown - keys),
            "progress": filled(request, "review_progress.html", context),
            "nothing": filled(request, "review_done.html", context),
        }
    )


@router.post("/campaigns/{campaign}/review/release", status_code=204)
async def release(assistant: CurrentAssistant, desk: SentDesk) -> None:
    """Give what a page held back to the others: it is being left."""
    await assistant.reviews.release(desk.campaign, desk.page)


@router.post("/campaigns/{campaign}/review/decision")
async def decide(
    request: Request, assistant: CurrentAssistant, desk: SentDesk, form: CheckedForm
) -> Response:
    """Accept, edit, reject or put off a proposal."""
    key = text(form, "key")
    if text(form, "do") == "skip":
        await assistant.reviews.skip(desk.campaign, key, desk.page)
        return await _next(request, assistant, desk)
    suggestion = await assistant.suggestion(key)
    decision, attempt = await _read(request, assistant, form, suggestion)
    if decision is None:
        reviewed = await assistant.reviews.shown(desk.campaign, desk.page, key)
        return await _shown_again(request, assistant, desk, reviewed, attempt)
    try:
        again = await assistant.reviews.look_again(desk.campaign, key, desk.page, decision)
        if not again:
            await assistant.decide(key, decision)
            await assistant.reviews.decided(desk.campaign, key, desk.page)
    except (Conflict, InvalidInput, NotAllowed) as error:
        return await _refused(request, assistant, desk, key, error, attempt)
    because = decision.reason or ""
    return await _next(request, assistant, desk, key, because, again=again)


@router.post("/campaigns/{campaign}/review/undo")
async def undo(
    request: Request, assistant: CurrentAssistant, desk: SentDesk, form: CheckedForm
) -> Response:
    """Take one decision back, and show what it was about; or several that were taken as one."""
    keys = [each for each in text(form, "keys").split(",") if each]
    say = messages(locale_of(request))
    undone: list[str] = []
    refused: list[Refusal] = []
    for key in keys:
        try:
            await assistant.undo(key)
            undone.append(key)
        except (Conflict, NotAllowed) as error:
            reviewed = await assistant.reviews.shown(desk.campaign, desk.page, key)
            refused.append(Refusal(reviewed, explained(error, say)))
    await assistant.reviews.take(desk.campaign, undone[:1], desk.page)
    context = {"desk": desk, "undone": len(undone), "refused": refused}
    last = filled(request, "undone.html", context)
    first = undone[0] if undone else ""
    if not _wants_json(request):
        return await _page(request, assistant, desk, first=first, last=last)
    answer: dict[str, object] = {"last": last}
    if first:
        reviewed = await assistant.reviews.shown(desk.campaign, desk.page, first)
        answer |= {"key": first, "html": await _item_html(request, assistant, desk, reviewed)}
    return _json(answer)


@router.get("/campaigns/{campaign}/review/twins")
async def twins_page(
    request: Request,
    assistant: CurrentAssistant,
    desk: AskedDesk,
    of: str,
    because: Annotated[str, Query()] = "",
) -> Response:
    """Show the records whose proposals may be decided on as another one was, each in full."""
    return await _twins(request, assistant, desk, of, because)


@router.post("/campaigns/{campaign}/review/twins")
async def decide_twins(
    request: Request, assistant: CurrentAssistant, desk: SentDesk, form: CheckedForm
) -> Response:
    """Decide on each of the records that were ticked as on the one that they are like."""
    of = text(form, "of")
    model = await assistant.reviews.shown(desk.campaign, desk.page, of)
    same = (await alike(assistant, desk, model)).same
    known = {each.item.suggestion for each in same}
    say = messages(locale_of(request))
    decided: list[str] = []
    refused: list[Refusal] = []
    for key in dict.fromkeys(texts(form, "twin")):
        try:
            reviewed = await assistant.reviews.shown(desk.campaign, desk.page, key)
            if reviewed.suggestion.state is State.PROPOSED and key not in known:
                refused.append(Refusal(reviewed, say("review-twin-elsewhere")))
                continue
            await assistant.decide(key, same_decision(model.suggestion, reason_of(form, "because")))
        except (Conflict, InvalidInput, NotAllowed) as error:
            refused.append(Refusal(reviewed, explained(error, say)))
        else:
            await assistant.reviews.decided(desk.campaign, key, desk.page)
            decided.append(key)
    outcome = {"decided": decided, "refused": refused}
    return await _twins(request, assistant, desk, of, text(form, "because"), outcome)


async def _twins(
    request: Request,
    assistant: Assistant,
    desk: Desk,
    of: str,
    because: str,
    outcome: Mapping[str, object] | None = None,
) -> Response:
    model = await assistant.reviews.shown(desk.campaign, desk.page, of)
    found = await alike(assistant, desk, model)
    keys = [each.item.suggestion for each in found.same]
    held = await assistant.reviews.take(desk.campaign, keys, desk.page)
    rows = [
        await Twin.of(assistant, each, model) for each in found.same if each.item.suggestion in held
    ]
    context = {
        "desk": desk,
        "model": model,
        "because": because,
        "rows": rows,
        "alike": found,
        "outcome": outcome,
    }
    name = "twins.html" if is_fragment(request) else "twins_page.html"
    return render(request, name, context, here=desk.path)


async def _read(
    request: Request, assistant: Assistant, form: FormData, suggestion: Suggestion
) -> tuple[Decision | None, Attempt]:
    """Read the decision off the form, and what to give back should it be refused.

    Of a list that cannot be decided on, or is being added to, there is no decision.
    """
    if text(form, "because") or text(form, "do") == Action.REJECT:
        return Decision(action=Action.REJECT, reason=reason_of(form, "because")), Attempt()
    if not isinstance(proposed(suggestion), tuple):
        if text(form, "do") == Action.EDIT:
            value = text(form, "value")
            edit = Decision(action=Action.EDIT, value=value, reason=reason_of(form))
            return edit, Attempt(value)
        if text(form, "do") != Action.ACCEPT:
            raise HTTPException(400)
        return Decision(action=Action.ACCEPT), Attempt()
    choices = await asyncio.to_thread(
        checked_choices,
        Choices.read(form, suggestion),
        assistant,
        suggestion.field,
        published(await assistant.view(suggestion.dataset), suggestion.field),
        messages(locale_of(request)),
    )
    attempt = Attempt(choices.values, choices=choices)
    if choices.problems or text(form, "do") != DECIDE:
        return None, attempt
    if choices.is_as_proposed:
        return Decision(action=Action.ACCEPT), attempt
    reason = reason_of(form)
    return Decision(action=Action.EDIT, value=choices.values, reason=reason), attempt


async def _next(
    request: Request,
    assistant: Assistant,
    desk: Desk,
    after: str | None = None,
    because: str = "",
    *,
    again: bool = False,
) -> Response:
    """What follows a decision: the next record, or what a script shows of the last one."""
    if not _wants_json(request):
        target = desk.link(Links(locale_of(request)), after=after, again="yes" if again else None)
        return RedirectResponse(target, status_code=303)
    last = await _last(request, assistant, desk, after, because, again=again) if after else ""
    return _json({"last": last})


async def _refused(
    request: Request,
    assistant: Assistant,
    desk: Desk,
    key: str,
    error: Conflict | InvalidInput | NotAllowed,
    attempt: Attempt,
) -> Response:
    """The record as it now is, with why the decision was not recorded."""
    told = unrecorded(request, error, attempt.value)
    attempt = replace(attempt, value=told.value, problem=told.problem)
    reviewed = await assistant.reviews.shown(desk.campaign, desk.page, key)
    return await _shown_again(request, assistant, desk, reviewed, attempt, status_of(error))


async def _shown_again(
    request: Request,
    assistant: Assistant,
    desk: Desk,
    reviewed: ReviewedItem,
    attempt: Attempt,
    status: int | None = None,
) -> Response:
    """A record with what was given and is not recorded."""
    if status is None:
        status = 422 if attempt.choices and attempt.choices.problems else 200
    html = await _item_html(request, assistant, desk, reviewed, attempt)
    if not _wants_json(request):
        return await _page(request, assistant, desk, given=html, status=status)
    title = reviewed.view.published.title
    answer = {
        "key": reviewed.item.suggestion,
        "html": html,
        "problem": attempt.problem or "",
        "title": title,
    }
    return _json(answer, status)


async def _page(
    request: Request,
    assistant: Assistant,
    desk: Desk,
    *,
    first: str = "",
    given: str | None = None,
    last: str | None = None,
    status: int = 200,
) -> Response:
    """The whole page.

    Args:
        request: what is answered.
        assistant: knows the campaign.
        desk: where somebody reviews.
        first: the proposal to show before the others that the page holds.
        given: a record to show alone, as it is.
        last: what became of the last decision.
        status: of the answer.
    """
    campaign = await assistant.reviews.campaign(desk.campaign)
    items = [given] if given else []
    if given is None:
        count = LISTED if desk.is_list else AHEAD
        held = await assistant.reviews.hold(desk.campaign, desk.page, desk.order, count)
        ordered = sorted(held, key=lambda each: each.item.suggestion != first)
        items = [
            await _item_html(request, assistant, desk, each)
            for each in ordered[: None if desk.is_list else 1]
        ]
    context = {
        "campaign": campaign,
        "desk": desk,
        "items": items,
        "last": last,
        "orders": tuple(ReviewOrder),
        **await _progress(assistant, desk.campaign, is_over=not items),
        "agreement": agreement(
            await assistant.reviews.quality(desk.campaign), messages(locale_of(request))
        ),
        "share": assistant.reviews.share,
    }
    return render(request, "review.html", context, status=status, here=desk.path)


async def _progress(assistant: Assistant, campaign: str, *, is_over: bool) -> dict[str, object]:
    """How far the campaign is; a page that has nothing to show says whether all is decided."""
    progress = await assistant.reviews.progress(campaign, exact=is_over)
    retained = progress.accepted + progress.edited
    decided = retained + progress.rejected
    return {
        "progress": progress,
        "decided": decided,
        "to_decide": decided + progress.proposed,
        "retained": retained / decided if decided else None,
    }


async def _item_html(
    request: Request,
    assistant: Assistant,
    desk: Desk,
    reviewed: ReviewedItem,
    attempt: Attempt | None = None,
) -> str:
    field = reviewed.suggestion.field
    card = await card_of(assistant, field, reviewed.view, attempt)
    context = {"desk": desk, "card": card, "reviewed": reviewed, "source": _source(card)}
    return filled(request, "review_item.html", context)


def _source(card: Card) -> list[tuple[str, bool]]:
    """The description, in pieces, and whether each is a passage that the proposal rests on."""
    return list(Source(card.view.published).whole("description", card.passages))


async def _last(
    request: Request, assistant: Assistant, desk: Desk, key: str, because: str, *, again: bool
) -> str:
    """What became of the last decision, how to take it back, and what it may be repeated on."""
    suggestion = await assistant.suggestion(key)
    twins = 0
    if not again and suggestion.state in DECIDED:
        found = await assistant.reviews.twins(desk.campaign, suggestion.dataset, desk.page, 0)
        twins = found.total
    context = {
        "desk": desk,
        "suggestion": suggestion,
        "dataset": await assistant.reviews.dataset(suggestion.dataset),
        "twins": twins,
        "again": again,
        "because": because,
    }
    return filled(request, "last_decision.html", context)


def _json(content: Mapping[str, object], status: int = 200) -> Response:
    """An answer to the script of the page, in ASCII: a text may hold half a surrogate pair."""
    return Response(json.dumps(content), status, media_type="application/json")


def _wants_json(request: Request) -> bool:
    """Whether the script of the page asks."""
    return "application/json" in request.headers.get("accept", "")
