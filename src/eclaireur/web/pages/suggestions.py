"""Asking for a proposal, checking one's own words, deciding, taking the decision back."""

import asyncio
from dataclasses import replace

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from eclaireur.assistant import Assistant
from eclaireur.core.completion import Completions
from eclaireur.core.errors import Conflict, InvalidInput, NotAllowed, PersonalDataInValue
from eclaireur.core.suggestion import Action, Decision, DecisionReason, Value
from eclaireur.messages import messages
from eclaireur.web.cards import Attempt, card_of, published
from eclaireur.web.checks import checked
from eclaireur.web.choices import Choices
from eclaireur.web.choices import checked as checked_choices
from eclaireur.web.csrf import CheckedForm, checked_form, text
from eclaireur.web.dependencies import CurrentAssistant
from eclaireur.web.errors import status_of
from eclaireur.web.language import Links, locale_of
from eclaireur.web.pages.datasets import dataset_response
from eclaireur.web.rate import hold_back
from eclaireur.web.rendering import explained, is_fragment, render

OPTIONS = 8
"""Completions shown at once: they fit on a telephone, above its keyboard."""

DECIDE = "decide"
"""The button that records a list, of those that its form has."""

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


@router.get("/completions")
async def complete(
    request: Request,
    assistant: CurrentAssistant,
    field: str,
    options: str,
    value: str = "",
    added: str = "",
) -> Response:
    """Show the values in use that begin as what is typed, the last of a list. Nothing is kept.

    Args:
        request: what is answered.
        assistant: knows the values in use.
        field: the field that is typed in.
        options: what the list of options is called on the page.
        value: what is typed to change a value,
        added: or to add some.
    """
    typed = (value or added).rpartition(",")[2].strip()
    found = await assistant.complete(field, typed, 0, OPTIONS) if typed else Completions(0, ())
    return render(request, "options.html", {"options": options, "found": found.values})


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
    decision = _decision(form)
    try:
        await assistant.decide(key, decision)
    except (Conflict, InvalidInput) as error:
        attempt = unrecorded(request, error, decision.value)
        where = (suggestion.dataset, suggestion.field)
        return await _told(request, assistant, *where, attempt, status_of(error))
    return await _card(request, assistant, suggestion.dataset, suggestion.field)


@router.post("/suggestions/{key}/choices")
async def choose(
    request: Request, assistant: CurrentAssistant, key: str, form: CheckedForm
) -> Response:
    """Add to the list that a person makes of a proposal, or record the whole as decided."""
    suggestion = await assistant.suggestion(key)
    where = (suggestion.dataset, suggestion.field)
    say = messages(locale_of(request))
    view = await assistant.view(suggestion.dataset)
    typed = Choices.read(form, suggestion)
    choices = await asyncio.to_thread(
        checked_choices, typed, assistant, suggestion.field, published(view, suggestion.field), say
    )
    attempt = Attempt(choices.values, choices=choices)
    if choices.problems or text(form, "do") != DECIDE:
        status = 422 if choices.problems else 200
        return await _told(request, assistant, *where, attempt, status)
    decision = (
        Decision(action=Action.ACCEPT)
        if choices.is_as_proposed
        else Decision(action=Action.EDIT, value=choices.values, reason=reason_of(form))
    )
    try:
        await assistant.decide(key, decision)
    except (Conflict, InvalidInput) as error:
        attempt = replace(attempt, problem=explained(error, say))
        return await _told(request, assistant, *where, attempt, status_of(error))
    return await _card(request, assistant, suggestion.dataset, suggestion.field)


@router.post("/suggestions/{key}/remarks")
async def remark(
    request: Request, assistant: CurrentAssistant, key: str, form: CheckedForm
) -> Response:
    """Keep what somebody says in their own words, masked, and show them what is kept."""
    hold_back(request, request.app.state.feedback_rate)
    suggestion = await assistant.suggestion(key)
    say, said = messages(locale_of(request)), text(form, "text")
    try:
        kept = await assistant.remark(key, said)
    except (Conflict, InvalidInput) as error:
        attempt, status = Attempt(said, say.error(error)), status_of(error)
    else:
        attempt, status = Attempt(told=say("web-remark-kept", text=kept.text)), 200
    return await _told(request, assistant, suggestion.dataset, suggestion.field, attempt, status)


@router.post("/suggestions/{key}/case", dependencies=[Depends(checked_form)])
async def keep_case(request: Request, assistant: CurrentAssistant, key: str) -> Response:
    """Turn a proposal that was edited or rejected into a case of the evaluation set."""
    suggestion = await assistant.suggestion(key)
    say = messages(locale_of(request))
    try:
        await assistant.keep_case(key)
    except Conflict as error:
        attempt, status = Attempt(problem=say.error(error)), status_of(error)
    else:
        attempt, status = Attempt(told=say("web-case-kept")), 200
    return await _told(request, assistant, suggestion.dataset, suggestion.field, attempt, status)


@router.post("/suggestions/{key}/undo", dependencies=[Depends(checked_form)])
async def undo(request: Request, assistant: CurrentAssistant, key: str) -> Response:
    """Take a decision back."""
    suggestion = await assistant.suggestion(key)
    try:
        await assistant.undo(key)
    except Conflict as error:
        attempt = unrecorded(request, error)
        where = (suggestion.dataset, suggestion.field)
        return await _told(request, assistant, *where, attempt, status_of(error))
    return await _card(request, assistant, suggestion.dataset, suggestion.field)


async def _card(request: Request, assistant: Assistant, identifier: str, field: str) -> Response:
    """The field as it now is: the part of the page for htmx, or the way back to the page."""
    if not is_fragment(request):
        target = Links(locale_of(request)).dataset(identifier, field)
        return RedirectResponse(target, status_code=303)
    card = await card_of(assistant, field, await assistant.view(identifier))
    return render(request, "card.html", {"card": card})


def unrecorded(
    request: Request, error: Conflict | InvalidInput | NotAllowed, value: Value | None = None
) -> Attempt:
    """What the person gave, with why it was not recorded."""
    say = messages(locale_of(request))
    if isinstance(error, PersonalDataInValue):
        # Masked, it can be put right: the person had rather not meet that data again.
        return Attempt(str(error.params["masked"]), say("masked-edit"))
    return Attempt(value, explained(error, say))


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


def reason_of(form: FormData, name: str = "reason") -> DecisionReason | None:
    """Read why off the form. Raises a 400 when it is none of the reasons."""
    try:
        return DecisionReason(code) if (code := text(form, name)) else None
    except ValueError as error:
        raise HTTPException(400) from error


def _decision(form: FormData) -> Decision:
    """Read the decision off the form. Raises a 400 when it is not one of these pages' forms."""
    try:
        action = Action(text(form, "action"))
    except ValueError as error:
        raise HTTPException(400) from error
    reason = reason_of(form)
    match action:
        case Action.REJECT:
            return Decision(action=action, reason=reason)
        case Action.EDIT:
            return Decision(action=action, value=text(form, "value"), reason=reason)
        case Action.ACCEPT:
            return Decision(action=action)
