"""What each route needs: all of them say it, and none lets more in than it says."""

import inspect
from collections.abc import Iterator
from typing import Any
from unittest.mock import create_autospec

import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from eclaireur.assistant import Assistant
from eclaireur.core.access import ANYBODY, UNLIMITED, Authority, Grant, Role
from eclaireur.core.sign_in import LocalToken, SignIn
from eclaireur.sign_in import Reception
from eclaireur.web.access import NEEDS, Need, authority_of, need_of
from eclaireur.web.app import create_app

ORIGIN = "http://127.0.0.1:8000"
LOCAL = LocalToken.model_validate({"token": {"environment": "X"}})


def whole_app(assistant: Assistant) -> FastAPI:
    """The application with every part of it."""
    reception = Reception(SignIn(local=LOCAL), create_autospec(object))
    parts: dict[str, Any] = {
        name: create_autospec(object)
        for name in inspect.signature(create_app).parameters
        if name not in {"assistant", "tracer", "reception"}
    }
    return create_app(assistant, reception=reception, **parts)


def routes_of(routes: list[BaseRoute]) -> Iterator[str]:
    for each in routes:
        included = getattr(each, "original_router", None)
        if included is not None:
            yield from routes_of(included.routes)
        elif isinstance(each, Route):
            yield from (f"{method} {each.path}" for method in each.methods or ())


def test_every_route_says_what_it_needs(assistant: Assistant) -> None:
    """Add a line to `NEEDS` for a route that is new: what it needs is a decision."""
    routes = set(routes_of(whole_app(assistant).routes))
    assert len(routes) > 50
    assert routes - set(NEEDS) == set()


def test_nothing_is_said_of_a_route_that_is_not_there(assistant: Assistant) -> None:
    assert set(NEEDS) - set(routes_of(whole_app(assistant).routes)) == set()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_route_that_writes_and_says_nothing_needs_all(method: str) -> None:
    assert need_of(method, "/something/new") is Need.OPERATE_ALL
    assert need_of("GET", "/something/new") is Need.NOTHING


def authority(role: Role, organisation: str | None = None) -> Authority:
    return Authority((Grant(role=role, organisation=organisation),), is_signed_in=True)


@pytest.mark.parametrize(
    ("who", "met"),
    [
        (ANYBODY, {Need.NOTHING}),
        (authority(Role.READ), {Need.NOTHING}),
        (authority(Role.REVIEW, "A"), {Need.NOTHING, Need.REVIEW}),
        (authority(Role.REVIEW), {Need.NOTHING, Need.REVIEW}),
        (authority(Role.OPERATE, "A"), {Need.NOTHING, Need.REVIEW, Need.OPERATE}),
        (authority(Role.OPERATE), set(Need)),
        (UNLIMITED, set(Need)),
    ],
)
def test_what_each_role_meets(who: Authority, met: set[Need]) -> None:
    assert {each for each in Need if each.is_met(who)} == met


async def test_whoever_has_not_signed_in_is_stopped_at_the_door(assistant: Assistant) -> None:
    """Nothing of the route is run: what it would work with is not there."""
    transport = httpx.ASGITransport(whole_app(assistant))
    closed = [each for each, need in NEEDS.items() if need is not Need.NOTHING]
    assert len(closed) > 15
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as browser:
        for route in closed:
            method, path = route.split(" ")
            place = path.format_map({"key": "k", "identifier": "i", "campaign": "c"})
            # What is not well formed is told before.
            is_json = method == "POST" and "/api/" in path
            sent = {"action": "accept", "text": "x"} if is_json else None
            answer = await browser.request(method, place, json=sent)
            if method == "GET":
                assert answer.status_code == 303, route
                assert answer.headers["location"].startswith("/sign-in?"), route
            else:
                assert answer.status_code == 401, route


async def test_where_nobody_signs_in_everything_is_open(assistant: Assistant) -> None:
    transport = httpx.ASGITransport(create_app(assistant))
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as browser:
        assert (await browser.get("/metrics")).status_code == 200
        assert (await browser.get("/sign-in")).status_code == 404
        assert "sign-in" not in (await browser.get("/")).text
        # A token that nobody asked for does no harm.
        headers = {"Authorization": "Bearer x"}
        assert (await browser.get("/api/v1/means", headers=headers)).status_code == 200


def test_a_request_whose_authority_is_not_known_may_do_nothing() -> None:
    assert authority_of(Request({"type": "http", "headers": []})) is ANYBODY
