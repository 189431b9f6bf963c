"""Asking for a proposal, checking one's own words, deciding, taking the decision back."""

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import Assistant
from eclaireur.core.errors import Conflict, InvalidInput, PersonalDataInValue
from eclaireur.core.suggestion import Action, Decision, DecisionReason, Suggestion, Value
from eclaireur.guards import personal_data
from eclaireur.messages import messages
from eclaireur.web.cards import Attempt, card_of
from eclaireur.web.checks import checked
from eclaireur.web.csrf import CheckedForm, checked_form, text, texts
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.errors import status_of
from eclaireur.web.language import Links, locale_of
from eclaireur.web.pages.datasets import dataset_response
from eclaireur.web.rendering import explained, is_fragment, render

router = APIRouter()


@router.post("/suggestions")
async def ask(request: Request, assistant: CurrentAssistant, form: CheckedForm) -> Response:
    """Ask for a proposal for one field of a dataset."""
    identifier, field = text(form, "dataset"), text(form, "field")
    if not text(form, "another"):
        await assistant.suggest(identifier, field)
        return await _card(request, assistant, identifier, field)
    try:
        await assistant.suggest_another(identifier, field)
    except Conflict as error:
        attempt = Attempt(problem=messages(locale_of(request)).error(error))
        return await _told(request, assistant, identifier, field, attempt, status_of(error))
    return await _card(request, assistant, identifier, field)


@router.post("/suggestions/{key}/check")
async def check(
    request: Request, assistant: CurrentAssistant, key: str, form: CheckedForm
) -> Response:
    """Show what a person's own words say that the record does not. Nothing is kept."""
    suggestion = await assistant.suggestion(key)
    view = await assistant.view(suggestion.dataset)
    value = text(form, "value")
    if is_fragment(request):
        context = {"check": await checked(value, view.published)}
        return render(request, "typed_check.html", context)
    attempts = {suggestion.field: Attempt(value)}
    return await dataset_response(request, assistant, view, attempts=attempts)


@router.post("/suggestions/{key}/decision")
async def decide(
    request: Request, assistant: CurrentAssistant, key: str, form: CheckedForm
) -> Response:
    """Accept, edit or reject a proposal."""
    suggestion = await assistant.suggestion(key)
    decision = _decision(form, suggestion)
    try:
        await assistant.decide(key, decision)
    except (Conflict, InvalidInput) as error:
        return await _unrecorded(request, assistant, suggestion, error, decision.value)
    return await _card(request, assistant, suggestion.dataset, suggestion.field)


@router.post("/suggestions/{key}/undo", dependencies=[Depends(checked_form)])
async def undo(request: Request, assistant: CurrentAssistant, key: str) -> Response:
    """Take a decision back."""
    suggestion = await assistant.suggestion(key)
    try:
        await assistant.undo(key)
    except Conflict as error:
        return await _unrecorded(request, assistant, suggestion, error)
    return await _card(request, assistant, suggestion.dataset, suggestion.field)


async def _card(request: Request, assistant: Assistant, identifier: str, field: str) -> Response:
    """The field as it now is: the part of the page for htmx, or the way back to the page."""
    if not is_fragment(request):
        target = Links(locale_of(request)).dataset(identifier, field)
        return RedirectResponse(target, status_code=303)
    card = await card_of(assistant, field, await assistant.view(identifier))
    return render(request, "card.html", {"card": card})


async def _unrecorded(
    request: Request,
    assistant: Assistant,
    suggestion: Suggestion,
    error: Conflict | InvalidInput,
    value: Value | None = None,
) -> Response:
    """The field as it now is, with why the decision was not recorded."""
    say = messages(locale_of(request))
    if isinstance(error, PersonalDataInValue) and isinstance(value, str):
        # Masked, it can be put right: the person had rather not meet that data again.
        attempt = Attempt(str(error.params["masked"]), say("masked-edit"))
    elif isinstance(error, PersonalDataInValue) and isinstance(value, tuple):
        kept, masked = _without_personal_data(value, suggestion.value or ())
        quoted = ", ".join(say("web-quoted", text=each) for each in masked)
        attempt = Attempt(kept, say("web-keywords-removed", masked=quoted))
    else:
        attempt = Attempt(value, explained(error, say))
    where = (suggestion.dataset, suggestion.field)
    return await _told(request, assistant, *where, attempt, status_of(error))


async def _told(
    request: Request,
    assistant: Assistant,
    identifier: str,
    field: str,
    attempt: Attempt,
    status: int,
) -> Response:
    """The field as it now is, with what came of the person's action."""
    view = await assistant.view(identifier)
    if is_fragment(request):
        card = await card_of(assistant, field, view, attempt)
        return render(request, "card.html", {"card": card}, status=status)
    attempts = {field: attempt}
    return await dataset_response(request, assistant, view, attempts=attempts, status=status)


def _without_personal_data(
    keywords: tuple[str, ...], proposed: Value
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keywords that can be kept, and the others, masked: a mask would make no keyword."""
    kept, masked = [], []
    for keyword in keywords:
        cleared = personal_data.mask(keyword)
        if keyword in proposed or not cleared.spans:
            kept.append(keyword)
        else:
            masked.append(cleared.text)
    return tuple(kept), tuple(masked)


def _decision(form: FormData, suggestion: Suggestion) -> Decision:
    """Read the decision off the form. Raises a 400 when it is not one of these pages' forms."""
    try:
        action = Action(text(form, "action"))
        reason = DecisionReason(code) if (code := text(form, "reason")) else None
    except ValueError as error:
        raise HTTPException(400) from error
    match action:
        case Action.REJECT:
            return Decision(action=action, reason=reason)
        case Action.EDIT if isinstance(suggestion.value, tuple):
            added = text(form, "added").replace("\n", ",").split(",")
            own = [keyword for each in added if (keyword := each.strip())]
            return Decision(action=action, value=(*texts(form, "keyword"), *own))
        case Action.EDIT:
            return Decision(action=action, value=text(form, "value"))
        case Action.ACCEPT:
            return Decision(action=action)
