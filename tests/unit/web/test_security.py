"""Who may write here, and what a browser may do with the answers."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest
from starlette.routing import Route

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.web.app import create_app
from eclaireur.web.pages import datasets, drafts, suggestions
from eclaireur.web.security import CONTENT_SECURITY_POLICY, MAX_BODY, BodyMiddleware

from .visitors import ORIGIN, Browser

FORMS = [
    route.path.format(key="0", identifier="0")
    for router in (datasets.router, suggestions.router, drafts.router)
    for route in router.routes
    if isinstance(route, Route) and "POST" in (route.methods or ())
]
PATHS = ["/", "/en/", "/nope", "/api/v1/nope", "/healthz", "/static/eclaireur.css"]


@pytest.mark.parametrize("path", FORMS)
async def test_a_form_that_was_not_shown_here_changes_nothing(browser: Browser, path: str) -> None:
    await browser.get("/")
    assert (await browser.post(path, data={})).status_code == 403
    assert (await browser.post(path, data={"csrf": "guessed"})).status_code == 403
    browser.cookies.clear()
    assert (await browser.post(path, data={"csrf": ""})).status_code == 403


def test_there_are_forms_to_check() -> None:
    assert len(FORMS) >= 6


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://ailleurs.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": ORIGIN},
    ],
)
async def test_what_another_site_sends_is_refused(
    browser: Browser, dataset: Dataset, headers: dict[str, str]
) -> None:
    fields = {"dataset": dataset.identifier, "field": "keywords"}
    assert (await browser.send_form("/suggestions", fields, headers=headers)).status_code == 403
    answer = await browser.post("/api/v1/suggestions", json=fields, headers=headers)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"


async def test_our_own_forms_are_taken(browser: Browser, dataset: Dataset) -> None:
    fields = {"dataset": dataset.identifier, "field": "keywords"}
    headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
    answer = await browser.send_form("/suggestions", fields, headers=headers)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/datasets/arbres#field-keywords"


@pytest.mark.parametrize("host", ["ailleurs.example", "127.0.0.1.ailleurs.example", "10.0.0.1"])
async def test_another_host_is_refused(browser: Browser, host: str) -> None:
    assert (await browser.get("/", headers={"Host": host})).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
async def test_the_names_of_this_machine_are_served(browser: Browser, host: str) -> None:
    assert (await browser.get("/", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_has_the_security_headers(browser: Browser, path: str) -> None:
    headers = (await browser.get(path)).headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cache-control"]
    assert "server" not in headers


def test_the_policy_allows_no_inline_script_nor_style() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'")


async def test_the_only_cookie_is_that_of_the_forms(browser: Browser) -> None:
    [cookie] = (await browser.get("/")).headers.get_list("set-cookie")
    assert re.fullmatch(r"eclaireur-csrf=[\w-]{43}; HttpOnly; Path=/; SameSite=strict", cookie)
    assert "set-cookie" not in (await browser.get("/")).headers


async def test_a_cookie_that_we_did_not_make_is_replaced(browser: Browser) -> None:
    browser.cookies.set("eclaireur-csrf", '"><script>', domain="127.0.0.1")
    answer = await browser.get("/")
    assert "<script>" not in answer.text
    assert "set-cookie" in answer.headers


@pytest.mark.parametrize("path", ["/drafts", "/api/v1/suggestions"])
async def test_a_body_over_the_limit_is_refused(browser: Browser, path: str) -> None:
    body = b'"' + b"x" * MAX_BODY + b'"'
    headers = {
        "Content-Type": "application/json" if "api" in path else "application/x-www-form-urlencoded"
    }
    answer = await browser.post(path, content=body, headers=headers)
    assert answer.status_code == 413
    assert ("problem+json" in answer.headers["content-type"]) == ("api" in path)


async def test_a_body_that_does_not_arrive_is_given_up(assistant: Assistant) -> None:
    async def never() -> dict[str, object]:
        await asyncio.Event().wait()
        return {}

    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    app = create_app(assistant)
    app.user_middleware = [
        each if each.cls is not BodyMiddleware else type(each)(BodyMiddleware, seconds=0.01)
        for each in app.user_middleware
    ]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/drafts",
        "raw_path": b"/drafts",
        "query_string": b"",
        "headers": [
            (b"host", b"127.0.0.1"),
            (b"content-type", b"application/x-www-form-urlencoded"),
        ],
        "scheme": "http",
    }
    await app(scope, never, send)  # type: ignore[arg-type]
    assert sent[0]["status"] == 408


def test_templates_hold_no_inline_script_style_or_handler() -> None:
    templates = Path(drafts.__file__).parents[1] / "templates"
    for template in templates.glob("*.html"):
        text = template.read_text()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", text), template
        assert not re.search(r"<script(?! src=)", text), template
        assert not re.search(r"https?://", text), template


@pytest.mark.usefixtures("dataset")
async def test_a_page_weighs_little(browser: Browser) -> None:
    """The first page with all that it loads, uncompressed, under the budget for compressed."""
    page = await browser.get("/")
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)
    assert any("htmx" in address for address in loaded)
    total = len(page.content)
    for address in set(loaded):
        answer: httpx.Response = await browser.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        total += len(answer.content)
    assert total < 150_000
