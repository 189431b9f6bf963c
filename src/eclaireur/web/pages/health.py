"""Whether the process answers, and whether it may be asked: for whoever runs and shares it out."""

from fastapi import APIRouter
from starlette.responses import JSONResponse, PlainTextResponse, Response

from eclaireur.web.dependencies import CurrentAssistant

router = APIRouter()


@router.get("/healthz")
async def health() -> PlainTextResponse:
    """Answer, which is all there is to it."""
    return PlainTextResponse("ok\n")


@router.get("/readyz")
async def readiness(assistant: CurrentAssistant) -> Response:
    """Answer 200 where this process can serve, or else 503 with the codes of what it lacks."""
    lacking = await assistant.unready()
    return JSONResponse({"ready": not lacking, "lacking": lacking}, 503 if lacking else 200)
