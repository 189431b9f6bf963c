"""Signing in with an OpenID Connect provider, over HTTP, and what is done with whoever does."""

import json
import logging
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from empty_stores import empty_data
from openid_server import CLIENT, SECRET, SOMEBODY, OpenIdServer, openid_server

from eclaireur import Dataset, Settings
from eclaireur.assistant import Assistant
from eclaireur.core.campaign import Campaign, CampaignItem
from eclaireur.web.app import create_app
from eclaireur.wiring.installation import open_installation
from eclaireur.wiring.sign_in import end_sessions

SITE = "https://eclaireur.example"
TOWN, OTHER = "Ville de Valmoncel", "Ville de Rivemont"
TOKEN = "0123456789abcdef" * 3
DESCRIPTION = (
    "Emplacement des arbres plantés le long des rues de la commune. Pour chaque arbre sont donnés "
    "l’essence, l’année de plantation, la circonférence du tronc et la date du dernier élagage. "
    "Les relevés sont faits à pied par le service des espaces verts, quartier par quartier."
)
DATASETS = [
    Dataset(identifier="ours", title="Arbres", description=DESCRIPTION, publisher=TOWN),
    Dataset(identifier="theirs", title="Arbres", description=DESCRIPTION, publisher=OTHER),
    Dataset(identifier="nobodys", title="Arbres", description=DESCRIPTION),
]

CONFIGURATION = """
[sign_in]
address = "{site}"
proxies = ["10.0.0.2"]

[sign_in.openid]
name = "ProConnect"
issuer = "{issuer}"
client_id = "{client}"
secret = {{ environment = "TEST_OPENID_SECRET" }}
scopes = ["siret"]
{more}

[sign_in.local]
token = {{ environment = "TEST_OPENID_TOKEN" }}

[[sign_in.grants]]
claim = "siret"
equals = "13002526500013"
role = "review"
organisation = "{town}"

[[sign_in.grants]]
claim = "roles"
equals = "exploitant"
role = "operate"
organisation = "*"
"""


@dataclass
class Site:
    """An installation that people sign in to, and a browser."""

    app: Any
    assistant: Assistant
    settings: Settings
    provider: OpenIdServer
    url: str = SITE
    browsers: list[httpx.AsyncClient] = field(default_factory=list)

    def browser(self, address: str = "192.0.2.7") -> httpx.AsyncClient:
        transport = httpx.ASGITransport(self.app, client=(address, 40_000))
        self.browsers.append(httpx.AsyncClient(transport=transport, base_url=self.url))
        return self.browsers[-1]

    async def leave(self, browser: httpx.AsyncClient, to: str = "/") -> str:
        """Click, and go to the provider: what it sends back to."""
        left = await browser.get("/sign-in/openid", params={"to": to})
        assert left.status_code == 303, left.text
        async with httpx.AsyncClient() as outside:
            answered = await outside.get(left.headers["location"])
        assert answered.status_code == 303, answered.text
        return str(answered.headers["location"])

    async def sign_in(self, browser: httpx.AsyncClient, to: str = "/") -> httpx.Response:
        return await browser.get(await self.leave(browser, to))

    def rows(self) -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(self.settings.database_file)) as database:
            return database.execute("SELECT * FROM session").fetchall()


def configure(home: Path, text: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "eclaireur.toml").write_text(text)


@asynccontextmanager
async def serving(
    home: Path, provider: OpenIdServer, more: str = "", site: str = SITE
) -> AsyncIterator[Site]:
    settings = Settings(data=empty_data(home))
    configure(
        home,
        CONFIGURATION.format(
            site=site, issuer=provider.issuer, client=CLIENT, more=more, town=TOWN
        ),
    )
    async with open_installation(settings) as opened:
        await opened.assistant.put_datasets(DATASETS)
        app = create_app(opened.assistant, reception=opened.open_reception())
        served = Site(app, opened.assistant, settings, provider, site)
        yield served
        for each in served.browsers:
            await each.aclose()


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_OPENID_SECRET", SECRET)
    monkeypatch.setenv("TEST_OPENID_TOKEN", TOKEN)


@pytest.fixture
async def provider() -> AsyncIterator[OpenIdServer]:
    async with openid_server() as running:
        yield running


@pytest.fixture
async def site(tmp_path: Path, provider: OpenIdServer) -> AsyncIterator[Site]:
    async with serving(tmp_path / "data", provider) as served:
        yield served


def csrf(page: httpx.Response) -> str:
    found = re.search(r'name="csrf" value="([\w-]+)"', page.text)
    assert found
    return found[1]


async def send(browser: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    page = await browser.get("/drafts/new")
    return await browser.post(path, data={"csrf": csrf(page), **fields})


async def proposed(site: Site, dataset: str) -> str:
    return (await site.assistant.suggest(dataset, "short_description")).key


async def decide(browser: httpx.AsyncClient, key: str, **options: Any) -> httpx.Response:
    place = f"/api/v1/suggestions/{key}/decision"
    return await browser.post(place, json={"action": "accept"}, **options)


async def test_somebody_signs_in_and_decides_for_their_organisation(site: Site) -> None:
    browser = site.browser()
    back = await site.sign_in(browser, to="/datasets/ours?a=b")
    assert (back.status_code, back.headers["location"]) == (303, "/datasets/ours?a=b")
    page = await browser.get("/datasets/ours")
    assert f"Relecture · {TOWN}" in page.text
    key = await proposed(site, "ours")
    assert (await send(browser, f"/suggestions/{key}/decision", action="accept")).status_code == 303
    decided = (await site.assistant.suggestion(key)).events[-1]
    assert decided.capacity is not None
    assert decided.capacity.model_dump(mode="json") == {"role": "review", "organisation": TOWN}
    assert (await send(browser, f"/suggestions/{key}/undo")).status_code == 303
    undone = (await site.assistant.suggestion(key)).events[-1]
    assert undone.capacity == decided.capacity


async def test_a_reviewer_decides_for_no_other_organisation(site: Site) -> None:
    browser = site.browser()
    await site.sign_in(browser)
    for dataset in ("theirs", "nobodys"):
        await refused_for(site, browser, dataset)


async def refused_for(site: Site, browser: httpx.AsyncClient, dataset: str) -> None:
    key = await proposed(site, dataset)
    refused = await send(browser, f"/suggestions/{key}/decision", action="accept")
    assert refused.status_code == 403
    assert "Relecture" in refused.text
    problem = await decide(browser, key)
    assert (problem.status_code, problem.json()["code"]) == (403, "role-missing")
    assert len((await site.assistant.suggestion(key)).events) == 2
    assert (await browser.post(f"/api/v1/suggestions/{key}/case", json={})).status_code == 403
    assert "Accepter" not in (await browser.get(f"/datasets/{dataset}")).text


async def test_whoever_operates_decides_for_all(site: Site) -> None:
    site.provider.who["roles"] = ["autre", "exploitant"]
    browser = site.browser()
    await site.sign_in(browser)
    key = await proposed(site, "theirs")
    assert (await decide(browser, key)).status_code == 200
    decided = (await site.assistant.suggestion(key)).events[-1]
    assert decided.capacity is not None
    assert decided.capacity.model_dump(mode="json") == {"role": "operate", "organisation": None}


async def test_whoever_was_granted_nothing_is_told_and_reads(site: Site) -> None:
    site.provider.who["siret"] = "99999999999999"
    browser = site.browser()
    back = await site.sign_in(browser, to="/datasets/ours")
    told = await browser.get(back.headers["location"])
    assert "pas de rôle ici" in told.text
    assert "Lecture seule" in told.text
    assert (await browser.get("/datasets/ours")).status_code == 200
    assert (await decide(browser, await proposed(site, "ours"))).status_code == 403


async def test_nobody_decides_without_signing_in(site: Site) -> None:
    browser, key = site.browser(), await proposed(site, "ours")
    page = await browser.get("/datasets/ours")
    assert page.status_code == 200
    assert "Accepter" not in page.text
    problem = await decide(browser, key)
    assert (problem.status_code, problem.json()["code"]) == (401, "sign-in-needed")
    assert problem.headers["www-authenticate"] == "Bearer"
    where = {"Referer": f"{SITE}/datasets/ours"}
    form = {"csrf": csrf(page), "action": "accept"}
    place = f"/suggestions/{key}/decision"
    refused = await browser.post(place, data=form, headers=where)
    assert refused.status_code == 401
    assert "to=%2Fdatasets%2Fours" in refused.text
    assert "ProConnect" in refused.text
    part = await browser.post(place, data=form, headers={**where, "HX-Request": "true"})
    assert part.status_code == 401
    assert 'href="/sign-in?to=%2Fdatasets%2Fours"' in part.text
    asked = await browser.get("/metrics")
    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?to=%2Fmetrics")
    assert len((await site.assistant.suggestion(key)).events) == 2


async def test_a_draft_goes_into_the_catalogue_for_its_own_publisher(site: Site) -> None:
    browser = site.browser()
    await site.sign_in(browser)
    for publisher, status in ((TOWN, 303), (OTHER, 403), ("", 403)):
        fields = {"title": "Bancs", "description": DESCRIPTION, "publisher": publisher}
        place = (await send(browser, "/drafts", **fields)).headers["location"]
        identifier = place.rpartition("/")[2]
        key = await proposed(site, identifier)
        assert (await decide(browser, key)).status_code == 200
        assert (await send(browser, f"/drafts/{identifier}/keep")).status_code == status


async def test_nothing_kept_logged_or_shown_tells_who_they_are(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    browser = site.browser()
    await site.sign_in(browser)
    key = await proposed(site, "ours")
    assert (await decide(browser, key)).status_code == 200
    pages = [(await browser.get(each)).text for each in ("/", "/sign-in", "/datasets/ours")]
    told = [
        "".join(
            path.read_bytes().decode("latin-1") for path in site.settings.data.rglob("*.sqlite*")
        ),
        caplog.text,
        *pages,
    ]
    session = browser.cookies["__Host-eclaireur-session"]
    for text in told:
        for private in (*SOMEBODY.values(), session, SECRET, TOKEN):
            assert private not in text or private == SOMEBODY["siret"]
    assert SOMEBODY["siret"] not in "".join(told)


async def test_what_is_public_tells_nothing_of_the_role_behind_a_decision(site: Site) -> None:
    browser = site.browser()
    await site.sign_in(browser)
    key = await proposed(site, "nobodys")
    site.provider.who["roles"] = ["exploitant"]
    await site.sign_in(browser)
    assert (await decide(browser, key)).status_code == 200
    outside = site.browser()
    for place in (
        f"/api/v1/suggestions/{key}",
        "/api/v1/suggestions",
        "/api/v1/learning",
        "/api/v1/ledger",
        "/api/v1/commitments",
        "/api/v1/commitments.csv",
        *(f"/api/v1/export?format={each}" for each in ("jsonl", "csv", "dcat")),
    ):
        answer = await outside.get(place)
        assert answer.status_code == 200
        assert "operate" not in answer.text
        assert "capacity" not in answer.text
    assert "Exploitation" not in (await outside.get("/datasets/nobodys")).text
    commitments = (await outside.get("/engagements")).text
    assert "Qui décide ou exploite se connecte" in commitments
    assert "Aucun compte n’est demandé" not in commitments


async def test_what_is_asked_of_the_provider(site: Site, tmp_path: Path) -> None:
    browser = site.browser()
    left = await browser.get("/sign-in/openid")
    asked = {
        name: each for name, [each] in parse_qs(urlsplit(left.headers["location"]).query).items()
    }
    assert asked.pop("code_challenge_method") == "S256"
    for name in ("state", "nonce", "code_challenge"):
        assert re.fullmatch(r"[\w-]{43}", asked.pop(name))
    assert asked == {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": f"{SITE}/sign-in/back",
        "scope": "openid siret",
    }
    levels = 'levels = ["eidas2", "eidas3"]'
    async with serving(tmp_path / "levels", site.provider, levels) as strict:
        left = await strict.browser().get("/sign-in/openid")
        claims = parse_qs(urlsplit(left.headers["location"]).query)["claims"][0]
        level = {"essential": True, "values": ["eidas2", "eidas3"]}
        assert json.loads(claims) == {"id_token": {"acr": level}}
        refused = await strict.sign_in(strict.browser())
        assert (refused.status_code, "assurance" in refused.text) == (403, True)
        strict.provider.identity["acr"] = "eidas2"
        assert (await strict.sign_in(strict.browser())).status_code == 303


async def refused(site: Site, browser: httpx.AsyncClient, address: str) -> None:
    """Nobody is signed in by this address, whose refusal is a page that can be acted on."""
    answer = await browser.get(address)
    assert answer.status_code == 403
    assert "Recommencez" in answer.text
    assert not any("eclaireur-session" in each for each in browser.cookies)
    assert site.rows() == []


async def test_a_state_serves_once(site: Site) -> None:
    browser = site.browser()
    address = await site.leave(browser)
    kept = browser.cookies["__Host-eclaireur-sign-in"]
    assert (await browser.get(address)).status_code == 303
    assert "__Host-eclaireur-sign-in" not in browser.cookies
    again = await browser.get(address)
    assert again.status_code == 403
    # Whoever keeps the cookie of their own browser meets a code that has served.
    other = site.browser()
    other.cookies.set("__Host-eclaireur-sign-in", kept, domain="eclaireur.example")
    assert (await other.get(address)).status_code == 403
    assert not any("eclaireur-session" in each for each in other.cookies)


async def test_an_answer_to_another_browser_is_refused(site: Site) -> None:
    mine, theirs = site.browser(), site.browser()
    address = await site.leave(mine)
    await refused(site, theirs, address)
    await site.leave(theirs)
    await refused(site, theirs, address)


async def test_a_state_that_was_changed_is_refused(site: Site) -> None:
    browser = site.browser()
    address = await site.leave(browser)
    await refused(site, browser, re.sub(r"state=[\w-]+", "state=" + "x" * 43, address))


async def test_a_cookie_that_was_changed_leads_nowhere(site: Site) -> None:
    """The page to come back to is a part of what the state answers for."""
    browser = site.browser()
    address = await site.leave(browser, to="/ledger")
    secret, began, _ = browser.cookies["__Host-eclaireur-sign-in"].split(".")
    browser.cookies.set(
        "__Host-eclaireur-sign-in",
        f"{secret}.{began}.Ly9ldmlsLmV4YW1wbGU",
        domain="eclaireur.example",
    )
    await refused(site, browser, address)


async def test_an_answer_said_to_be_of_another_issuer_is_refused(site: Site) -> None:
    browser = site.browser()
    address = await site.leave(browser)
    await refused(site, browser, re.sub(r"&iss=[^&]+", "&iss=https%3A%2F%2Fevil.example", address))
    browser = site.browser()
    address = await site.leave(browser)
    await refused(site, browser, re.sub(r"&iss=[^&]+", "", address))


async def test_a_refusal_of_the_provider_is_told_without_its_words(site: Site) -> None:
    browser = site.browser()
    state = parse_qs(urlsplit(await site.leave(browser)).query)["state"][0]
    words = "error=access_denied&error_description=Appelez+le+0899"
    answer = await browser.get(f"/sign-in/back?{words}&state={state}&iss={site.provider.issuer}")
    assert answer.status_code == 403
    assert "0899" not in answer.text
    assert "vous avez renoncé" in answer.text


async def test_nothing_is_sent_to_an_address_that_is_not_declared(site: Site) -> None:
    site.provider.discovered = {"token_endpoint": "https://evil.example/token"}
    browser = site.browser()
    answer = await browser.get(await site.leave(browser))
    assert answer.status_code == 503
    assert "egress-refused" in answer.text


async def test_a_session_is_under_another_name_than_the_browser_came_with(site: Site) -> None:
    """Session fixation: what was in the browser before signing in opens nothing after."""
    browser = site.browser()
    browser.cookies.set("__Host-eclaireur-session", "f" * 43, domain="eclaireur.example")
    await site.sign_in(browser)
    first = browser.cookies["__Host-eclaireur-session"]
    assert first != "f" * 43
    await site.sign_in(browser)
    second = browser.cookies["__Host-eclaireur-session"]
    assert second != first
    assert len(site.rows()) == 1
    old = site.browser()
    old.cookies.set("__Host-eclaireur-session", first, domain="eclaireur.example")
    assert "Se déconnecter" not in (await old.get("/")).text


async def test_cookies_are_locked_to_the_site(site: Site) -> None:
    browser = site.browser()
    left = await browser.get("/sign-in/openid")
    [flow] = [each for each in left.headers.get_list("set-cookie") if "sign-in" in each]
    assert re.fullmatch(
        r"__Host-eclaireur-sign-in=[\w.-]+; HttpOnly; Max-Age=600; Path=/; SameSite=lax; Secure",
        flow,
    )
    back = await site.sign_in(browser)
    given = [each for each in back.headers.get_list("set-cookie") if "Max-Age=0" not in each]
    assert {each.partition("=")[0] for each in given} == {
        "__Host-eclaireur-session",
        "__Host-eclaireur-id-token",
        "__Host-eclaireur-csrf",
    }
    for each in given:
        attributes = set(each.split("; ")[1:])
        assert attributes >= {"HttpOnly", "Path=/", "Secure"}
        assert "Domain" not in each
        # They go with the browser.
        assert "Max-Age" not in each


async def test_a_site_in_https_says_so(site: Site) -> None:
    for path in ("/", "/static/eclaireur.css", "/api/v1/nope"):
        headers = (await site.browser().get(path)).headers
        assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    assert (await site.browser().get("/")).headers["cache-control"] == "no-store"


async def test_another_name_than_the_site_s_is_refused(site: Site) -> None:
    for host in ("evil.example", "eclaireur.example:8443", "eclaireur.example.evil"):
        assert (await site.browser().get("/", headers={"Host": host})).status_code == 400


async def test_signing_out_ends_the_session_everywhere(site: Site) -> None:
    browser = site.browser()
    await site.sign_in(browser)
    session = browser.cookies["__Host-eclaireur-session"]
    assert (await browser.post("/sign-out", data={})).status_code == 403
    assert len(site.rows()) == 1
    left = await send(browser, "/sign-out")
    assert site.rows() == []
    assert not {"__Host-eclaireur-session", "__Host-eclaireur-id-token"} & set(browser.cookies)
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', left.text)
    assert found
    onwards = found[1].replace("&amp;", "&")
    assert onwards.startswith(f"{site.provider.issuer}/session/end?")
    async with httpx.AsyncClient() as outside:
        back = (await outside.get(onwards)).headers["location"]
    [ended] = site.provider.ended
    assert set(ended) == {"id_token_hint", "state", "post_logout_redirect_uri"}
    assert len(ended["state"]) >= 32
    assert "Déconnexion faite" in (await browser.get(back)).text
    # A copy of the cookie, or the button “back”, opens nothing.
    copy = site.browser()
    copy.cookies.set("__Host-eclaireur-session", session, domain="eclaireur.example")
    assert (await decide(copy, await proposed(site, "ours"))).status_code == 401


async def test_everybody_can_be_signed_out_at_once(site: Site) -> None:
    browsers = [site.browser(), site.browser()]
    for each in browsers:
        await site.sign_in(each)
    assert await end_sessions(site.settings) == 2
    for each in browsers:
        assert "Se déconnecter" not in (await each.get("/")).text


async def test_a_session_opens_every_replica_and_no_other_configuration(site: Site) -> None:
    browser = site.browser()
    await site.sign_in(browser)
    session = browser.cookies["__Host-eclaireur-session"]

    async def signed_in(served: Site) -> bool:
        other = served.browser()
        other.cookies.set("__Host-eclaireur-session", session, domain="eclaireur.example")
        return "Se déconnecter" in (await other.get("/")).text

    async with serving(site.settings.data, site.provider) as replica:
        assert await signed_in(replica)
    async with serving(site.settings.data, site.provider, 'levels = ["eidas2"]') as changed:
        assert not await signed_in(changed)


ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example/",
    "javascript:alert(1)",
    "evil.example",
    "/a\r\nSet-Cookie: a=b",
)


async def test_nobody_is_led_elsewhere(site: Site) -> None:
    for to in ELSEWHERE:
        back = await site.sign_in(site.browser(), to=to)
        assert (back.status_code, back.headers["location"]) == (303, "/"), to
        page = await site.browser().get("/sign-in", params={"to": to})
        assert "evil.example" not in page.text
    back = await send(site.browser(), "/sign-in/token", token=TOKEN, to=ELSEWHERE[1])
    assert back.headers["location"] == "/"


async def test_signing_in_begins_with_a_click_on_our_own_page(site: Site) -> None:
    for whence in ("cross-site", "same-site"):
        answer = await site.browser().get("/sign-in/openid", headers={"Sec-Fetch-Site": whence})
        assert answer.status_code == 200
        assert "Se connecter avec ProConnect" in answer.text


async def test_the_english_pages_come_back_in_english(site: Site) -> None:
    browser = site.browser()
    await refused(site, browser, (await site.leave(browser)).replace("state=", "state=x"))
    browser = site.browser()
    address = (await site.leave(browser, to="/en/ledger")).replace("state=", "state=x")
    assert "Signing in with ProConnect did not succeed" in (await browser.get(address)).text


class TestToken:
    async def test_the_one_person_signs_in_with_a_form(self, site: Site) -> None:
        browser = site.browser()
        wrong = await send(browser, "/sign-in/token", token="x" * 48)
        assert wrong.status_code == 403
        assert "pas le bon jeton" in wrong.text
        back = await send(browser, "/sign-in/token", token=TOKEN, to="/ledger")
        assert (back.status_code, back.headers["location"]) == (303, "/ledger")
        assert (await decide(browser, await proposed(site, "theirs"))).status_code == 200
        assert (await send(browser, "/sign-out")).headers["location"] == "/signed-out"

    async def test_a_program_gives_it_with_each_request(self, site: Site) -> None:
        client, key = site.browser(), await proposed(site, "theirs")
        headers = {"Authorization": f"Bearer {TOKEN}"}
        assert (await decide(client, key, headers=headers)).status_code == 200
        place = f"/api/v1/suggestions/{key}/decision"
        assert (await client.delete(place, headers=headers)).status_code == 200
        assert (await client.get("/metrics", headers=headers)).status_code == 200
        assert site.rows() == []

    async def test_a_form_still_has_to_be_ours(self, site: Site) -> None:
        answer = await site.browser().post("/sign-in/token", data={"token": TOKEN})
        assert answer.status_code == 403
        assert site.rows() == []

    async def test_it_is_not_guessed(self, site: Site) -> None:
        client = site.browser()
        wrong = {"Authorization": "Bearer wrong"}
        statuses = [
            (await client.get("/api/v1/means", headers=wrong)).status_code for _ in range(12)
        ]
        assert statuses == [401] * 10 + [429] * 2
        late = await client.get("/api/v1/means", headers={"Authorization": f"Bearer {TOKEN}"})
        assert late.status_code == 429
        assert 0 < int(late.headers["retry-after"]) <= 60
        assert (await send(client, "/sign-in/token", token=TOKEN)).status_code == 429
        # Whoever has signed in goes on, and so does whoever reads.
        assert (await client.get("/api/v1/means")).status_code == 200

    async def test_guesses_are_counted_by_the_address_that_a_known_proxy_tells(
        self, site: Site
    ) -> None:
        wrong = {"Authorization": "Bearer wrong"}

        async def guess(by: str, told: str) -> int:
            headers = wrong | {"X-Forwarded-For": told, "X-Forwarded-Proto": "http"}
            return (await site.browser(by).get("/api/v1/means", headers=headers)).status_code

        assert [await guess("10.0.0.2", "192.0.2.1") for _ in range(11)][-2:] == [401, 429]
        assert await guess("10.0.0.2", "192.0.2.2") == 401
        # What anybody else tells of their address is not believed.
        told = [await guess("192.0.2.9", f"192.0.2.{each}") for each in range(11)]
        assert told[-2:] == [401, 429]
        assert await guess("10.0.0.2", "192.0.2.66, 192.0.2.9") == 429


async def test_a_page_of_review_holds_what_its_reviewer_decides_on(site: Site) -> None:
    campaign = Campaign.opened(
        field="short_description", selection="missing", total=len(DATASETS), day=date(2026, 3, 14)
    )
    items = [
        CampaignItem(dataset=each.identifier, rank=rank, template="a")
        for rank, each in enumerate(DATASETS)
    ]
    store = site.assistant._store
    await store.add_campaign(campaign, items)
    made = {each.identifier: await proposed(site, each.identifier) for each in DATASETS}
    await store.tried(campaign.key, made)
    browser = site.browser()
    assert (await browser.get(f"/campaigns/{campaign.key}/review")).status_code == 303
    await site.sign_in(browser)
    page = await browser.get(f"/campaigns/{campaign.key}/review", params={"view": "list"})
    assert page.status_code == 200
    assert TOWN in page.text
    assert OTHER not in page.text


async def test_one_person_on_this_machine_needs_no_provider_nor_address(
    tmp_path: Path, provider: OpenIdServer
) -> None:
    async with serving(tmp_path / "data", provider) as site:
        local = '[sign_in.local]\ntoken = { environment = "TEST_OPENID_TOKEN" }\n'
        configure(site.settings.data, local)
    async with open_installation(site.settings) as opened:
        app = create_app(opened.assistant, reception=opened.open_reception())
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://127.0.0.1:8000"
        ) as browser:
            assert "ProConnect" not in (await browser.get("/sign-in")).text
            assert (await browser.get("/sign-in/openid")).status_code == 404
            back = await send(browser, "/sign-in/token", token=TOKEN)
            assert back.status_code == 303
            [cookie] = [each for each in back.headers.get_list("set-cookie") if "session" in each]
            assert re.fullmatch(
                r"eclaireur-session=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", cookie
            )
            assert "Se déconnecter" in (await browser.get("/")).text
            assert "strict-transport-security" not in back.headers
