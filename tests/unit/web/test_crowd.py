"""More requests at once than can be under way, and more of their bodies than can be held."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from eclaireur.web import security
from eclaireur.web.errors import refused

from .visitors import ORIGIN


class Busy:
    """What answers once it is told to, after it has read the whole request."""

    def __init__(self) -> None:
        self.goes_on = asyncio.Event()
        self.under_way = asyncio.Semaphore(0)
        self.app = Starlette(
            routes=[
                Route("/healthz", self.healthy),
                Route("/{path:path}", self.answer, methods=["GET", "POST"]),
            ],
            exception_handlers={HTTPException: refused},
        )

    async def healthy(self, _request: Request) -> Response:
        return PlainTextResponse("ok")

    async def answer(self, request: Request) -> Response:
        await request.body()
        self.under_way.release()
        await self.goes_on.wait()
        return PlainTextResponse("ok")


@pytest.fixture
def busy() -> Busy:
    return Busy()


def asking(app: ASGIApp) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ORIGIN)


async def test_one_request_too_many_is_told_to_come_back(busy: Busy) -> None:
    async with asking(security.CrowdMiddleware(busy.app, refused, most=2)) as client:
        two = [asyncio.create_task(client.get("/")) for _ in range(2)]
        for _ in two:
            await busy.under_way.acquire()
        third = await client.get("/api/v1/datasets")
        assert (third.status_code, third.json()["code"]) == (503, "too-busy")
        assert "Recommencez" in third.json()["detail"]
        assert third.headers["retry-after"] == "2"
        assert (await client.get("/healthz")).status_code == 200
        busy.goes_on.set()
        assert [each.status_code for each in await asyncio.gather(*two)] == [200, 200]
        assert (await client.get("/")).status_code == 200


async def test_bodies_that_cannot_be_held_together_are_told_to_come_back(busy: Busy) -> None:
    async with asking(security.BodyMiddleware(busy.app, most=10)) as client:
        first = asyncio.create_task(client.post("/", content=b"a" * 7))
        await busy.under_way.acquire()
        other = await client.post("/api/v1/masks", content=b"a" * 7)
        assert (other.status_code, other.json()["code"]) == (503, "too-busy")
        assert other.headers["retry-after"] == "2"
        busy.goes_on.set()
        assert (await first).status_code == 200
        assert (await client.post("/", content=b"a" * 7)).status_code == 200
