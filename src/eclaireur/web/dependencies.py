"""What the routes ask for.

What a route depends on waits for nothing, and is asynchronous all the same: it would be run in a
thread, which takes longer than all it does.
"""

from typing import Annotated, cast

from fastapi import Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request

from eclaireur.assistant import Assistant, CampaignWork
from eclaireur.web.access import authority_of
from eclaireur.web.language import Links, locale_of


async def _assistant(request: Request) -> Assistant:
    """The assistant, which does for whoever asks what they may do, and no more."""
    assistant = cast("Assistant", request.app.state.assistant)
    return assistant.acting_for(authority_of(request))


async def _links(request: Request) -> Links:
    return Links(locale_of(request))


async def _campaign_work(request: Request) -> CampaignWork:
    work: CampaignWork | None = request.app.state.campaign_work
    if work is None:
        raise HTTPException(404)
    return work


CurrentAssistant = Annotated[Assistant, Depends(_assistant)]
CurrentLinks = Annotated[Links, Depends(_links)]
CurrentCampaignWork = Annotated[CampaignWork, Depends(_campaign_work)]
