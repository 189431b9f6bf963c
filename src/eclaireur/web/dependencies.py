"""What the routes ask for."""

from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from eclaireur.assistant import Assistant
from eclaireur.web.access import authority_of
from eclaireur.web.language import Links, locale_of


def _assistant(request: Request) -> Assistant:
    """The assistant, which does for whoever asks what they may do, and no more."""
    assistant = cast("Assistant", request.app.state.assistant)
    return assistant.acting_for(authority_of(request))


def _links(request: Request) -> Links:
    return Links(locale_of(request))


CurrentAssistant = Annotated[Assistant, Depends(_assistant)]
CurrentLinks = Annotated[Links, Depends(_links)]
