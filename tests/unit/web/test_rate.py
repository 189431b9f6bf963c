"""How often somebody may do something, and what is kept of who that is."""

import gc
from http import HTTPStatus

import httpx
import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from eclaireur.assistant import Assistant
from eclaireur.core.feedback import FoundBy
from eclaireur.web import rate as rate_module
from eclaireur.web.api import problem_response
from eclaireur.web.app import FEEDBACKS, create_app
from eclaireur.web.rate import KEY_SECONDS, Rate

from .visitors import ORIGIN, Browser

ADDRESS = "192.0.2.77"


class Seconds:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def rate(seconds: Seconds) -> Rate:
    return Rate(2, 60.0, seconds)


def test_the_window_moves(rate: Rate, seconds: Seconds) -> None:
    assert rate.wait(ADDRESS) == 0
    seconds.now += 50
    assert rate.wait(ADDRESS) == 0
    assert rate.wait(ADDRESS) == 10
    seconds.now += 9
    assert rate.wait(ADDRESS) == 1
    seconds.now += 1
    # What was refused has not put off what follows.
    assert rate.wait(ADDRESS) == 0
    assert rate.wait(ADDRESS) == 50


def test_each_address_has_its_own_count_and_a_network_has_one(rate: Rate) -> None:
    for address in ("192.0.2.1", "192.0.2.2", "not an address", ""):
        assert [rate.wait(address) for _ in range(2)] == [0, 0]
        assert rate.wait(address) > 0
    assert rate.wait("2001:db8:0:1::1") == 0
    assert rate.wait("2001:db8:0:1:ffff::2") == 0
    assert rate.wait("2001:db8:0:1::3") > 0
    assert rate.wait("2001:db8:0:2::1") == 0
    assert [rate.wait(f"::ffff:192.0.2.{each}") for each in (5, 6, 7)] == [0, 0, 0]


def test_the_key_and_all_that_was_counted_are_thrown_away_within_a_day(
    rate: Rate, seconds: Seconds
) -> None:
    rate.wait(ADDRESS)
    key, [digest] = rate._key, rate._times
    seconds.now += KEY_SECONDS
    rate.wait(ADDRESS)
    assert rate._key != key
    assert list(rate._times) != [digest]
    assert len(rate._times) == 1


def test_two_processes_have_two_keys(seconds: Seconds) -> None:
    rates = [Rate(2, 60.0, seconds) for _ in range(2)]
    for each in rates:
        each.wait(ADDRESS)
    assert list(rates[0]._times) != list(rates[1]._times)


def test_no_address_is_kept(rate: Rate) -> None:
    rate.wait(ADDRESS)
    for each in gc.get_referents(rate.__dict__, rate._times):
        assert ADDRESS not in repr(each)
        assert ADDRESS.encode() not in (each if isinstance(each, bytes) else b"")


def test_many_addresses_take_no_more_memory_than_some(
    rate: Rate, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_module, "MOST_KEPT", 10)
    for each in range(9):
        rate.wait(f"192.0.2.{each}")
    seconds.now += 61
    assert [rate.wait(ADDRESS), rate.wait(ADDRESS)] == [0, 0]
    assert rate.wait(ADDRESS) > 0
    assert rate.wait("192.0.2.200") == 0
    assert len(rate._times) == 2
    for each in range(100):
        rate.wait(f"198.51.100.{each}")
        assert len(rate._times) <= 10


async def test_too_many_answers_are_refused_in_words_and_none_is_counted(
    browser: Browser, assistant: Assistant
) -> None:
    form = {"found_by": "words", "useful": "yes"}
    for _ in range(FEEDBACKS):
        assert (await browser.send_form("/search/feedback", form)).status_code == 303
    # What a client says of where it comes from is not believed.
    headers = {"X-Forwarded-For": "203.0.113.9", "Forwarded": "for=203.0.113.9"}
    answer = await browser.send_form("/search/feedback", form, headers=headers)
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert "Trop de réponses en peu de temps" in answer.text
    fragment = await browser.send_form("/en/search/feedback", form, headers={"HX-Request": "true"})
    assert (fragment.status_code, fragment.headers["hx-retarget"]) == (429, "#notice")
    assert "Too many answers" in fragment.text
    assert fragment.headers["retry-after"]
    [counted] = await assistant.feedback()
    assert (counted.found_by, counted.count) == (FoundBy.WORDS, FEEDBACKS)


async def test_another_address_is_answered_meanwhile(assistant: Assistant) -> None:
    app = create_app(assistant)
    form = {"found_by": "words", "useful": "yes"}
    answered = []
    for address in ("127.0.0.1", "127.0.0.2"):
        transport = httpx.ASGITransport(app, client=(address, 1))
        async with Browser(transport=transport, base_url=ORIGIN) as browser:
            for _ in range(FEEDBACKS):
                last = await browser.send_form("/search/feedback", form)
            answered.append(last.status_code)
    assert answered == [303, 303]


@pytest.mark.parametrize(("language", "title"), [("fr", "Trop de demandes"), ("en", "Too many")])
def test_a_program_is_told_in_the_shape_of_all_problems(language: str, title: str) -> None:
    headers = [(b"accept-language", language.encode()), (b"host", b"127.0.0.1")]
    scope = {"type": "http", "method": "POST", "path": "/api/v1/x", "headers": headers}
    scope |= {"query_string": b"", "scheme": "http", "server": ("127.0.0.1", 80)}
    error = HTTPException(429, headers={"Retry-After": "7"})
    answer = problem_response(Request(scope), error)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")
    assert answer.headers["content-type"] == "application/problem+json"
    assert b'"code":"too-many-requests"' in answer.body
    assert title in bytes(answer.body).decode()
