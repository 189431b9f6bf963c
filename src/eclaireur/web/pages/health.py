"""Whether the server answers."""

from fastapi import APIRouter
from starlette.responses import PlainTextResponse

router = APIRouter()


@router.get("/healthz")
async def health() -> PlainTextResponse:
    """Answer, which is all there is to it."""
    return PlainTextResponse("ok\n")
