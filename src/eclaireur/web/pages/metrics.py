"""What an operator's Prometheus collects."""

from typing import cast

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from eclaireur.web.metrics import Metrics

router = APIRouter()


@router.get("/metrics")
async def read_metrics(request: Request) -> Response:
    """Give the figures in the text format of Prometheus, or in OpenMetrics where it is asked."""
    metrics = cast("Metrics", request.app.state.metrics)
    text, media_type = await metrics.exposition(request.headers.get("accept", ""))
    return Response(text, headers={"Content-Type": media_type})
