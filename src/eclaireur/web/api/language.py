"""The language of an answer: the one that the request accepts."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from eclaireur.messages import Messages, messages, negotiated


def language_of(request: Request) -> Messages:
    """Return the messages in the language that the request accepts."""
    return messages(negotiated(request.headers.get("accept-language")))


async def _say(request: Request) -> Messages:
    return language_of(request)


Say = Annotated[Messages, Depends(_say)]
