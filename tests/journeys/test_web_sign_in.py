"""Signing in with a provider, deciding, signing out: in a browser, with and without scripts."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openid_server import CLIENT, SECRET, OpenIdServer, openid_server
from playwright.sync_api import Browser, Page, expect
from served import Begun

from .conftest import Tabs
from .in_a_thread import in_a_thread
from .test_web_accessibility import check

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

TOKEN = "0123456789abcdef" * 3
OURS, THEIRS = "arbres-valombreuse", "eau-potable-analyses"

CONFIGURATION = """
[sign_in]
address = "{site}"

[sign_in.openid]
name = "ProConnect"
issuer = "{issuer}"
client_id = "{client}"
secret = {{ file = "{secret}" }}
scopes = ["siret"]

[sign_in.local]
token = {{ file = "{token}" }}

[[sign_in.grants]]
claim = "siret"
equals = "13002526500013"
role = "review"
organisation = "{organisation}"
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[OpenIdServer]:
    with in_a_thread(openid_server) as running:
        yield running


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, sample: Path, provider: OpenIdServer
) -> Iterator[str]:
    """The address of an installation that people sign in to."""
    home = tmp_path_factory.mktemp("signed") / "data"
    shutil.copytree(sample, home)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    site = f"http://127.0.0.1:{port}"
    write(home / "secret", SECRET)
    write(home / "token", TOKEN)
    configuration = CONFIGURATION.format(
        site=site,
        issuer=provider.issuer,
        client=CLIENT,
        secret=home / "secret",
        token=home / "token",
        organisation="Ville de Valombreuse",
    )
    write(home / "eclaireur.toml", configuration)
    # Other machines could reach it, which takes that people sign in.
    server = Begun(home, "serve", "--host", "0.0.0.0", "--port", str(port))  # noqa: S104
    assert str(port) in server.first_line()
    yield site
    server.terminate()
    _, log = server.communicate()
    for private in ("kermarrec", "13002526500013", SECRET, TOKEN, "state=", "code="):
        assert private not in log.lower()


def write(place: Path, text: str) -> None:
    place.write_text(text)


@pytest.fixture(scope="module")
def tabs(browser: Browser, site: str, provider: OpenIdServer) -> Iterator[Tabs]:
    """Pages that ask nobody but us and the provider."""
    tabs = Tabs(browser, site, provider.server.origin)
    yield tabs
    tabs.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_signs_in_decides_and_signs_out(
    open_page: Opened,
    site: str,
    scripts: bool,  # noqa: FBT001
) -> None:
    page = open_page(f"/datasets/{OURS}", java_script_enabled=scripts)
    card = page.locator("#field-short_description")
    if card.locator("#field-short_description-ask").count():
        card.locator("#field-short_description-ask").click()
    expect(card).to_contain_text("Pour décider, il faut se connecter.")
    expect(card.get_by_role("button", name="Accepter")).to_have_count(0)
    card.get_by_role("link", name="Se connecter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Connexion")
    page.get_by_role("link", name="Se connecter avec ProConnect").click()
    page.wait_for_url(f"{site}/datasets/{OURS}")
    expect(page.locator(".account")).to_contain_text("Relecture · Ville de Valombreuse")
    card.get_by_role("button", name="Accepter").click()
    expect(card).to_contain_text("Acceptée")
    card.get_by_role("button", name="Annuler").click()
    expect(card.get_by_role("button", name="Accepter")).to_be_visible()
    page.get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url(re.compile(re.escape(f"{site}/signed-out?state=")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Déconnexion faite")
    page.goto(f"/datasets/{OURS}")
    expect(page.locator(".account")).to_have_text(re.compile("Se connecter"))
    assert [each["name"] for each in page.context.cookies(site)] == ["eclaireur-csrf"]


def test_a_form_sent_once_the_session_is_over_asks_to_sign_in(open_page: Opened) -> None:
    page = open_page("/sign-in?to=/datasets/" + OURS)
    page.get_by_role("link", name="Se connecter avec ProConnect").click()
    card = page.locator("#field-short_description")
    expect(card.get_by_role("button", name="Accepter")).to_be_visible()
    page.context.clear_cookies(name="eclaireur-session")
    card.get_by_role("button", name="Accepter").click()
    notice = page.locator("#notice")
    expect(notice).to_contain_text("il faut se connecter")
    expect(notice.get_by_role("link", name="Se connecter")).to_have_attribute(
        "href", f"/sign-in?to=%2Fdatasets%2F{OURS}"
    )


def test_a_reviewer_reads_what_is_another_organisation_s(open_page: Opened) -> None:
    page = open_page("/sign-in?to=/datasets/" + THEIRS)
    page.get_by_role("link", name="Se connecter avec ProConnect").click()
    card = page.locator("#field-short_description")
    if card.locator("#field-short_description-ask").count():
        card.locator("#field-short_description-ask").click()
    expect(card).to_contain_text("seul qui relit pour")
    expect(card.get_by_role("button", name="Accepter")).to_have_count(0)


def test_the_one_person_signs_in_with_the_keyboard(open_page: Opened) -> None:
    page = open_page("/keywords")
    expect(page.get_by_role("heading", level=1)).to_have_text("Connexion")
    field = page.get_by_label("Jeton", exact=True)
    field.fill("pas le bon")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Ce n’est pas le bon jeton")
    field.fill(TOKEN)
    field.press("Enter")
    expect(page.locator(".account")).to_contain_text("Exploitation")
    assert page.url.endswith("/keywords")


@pytest.mark.rgaa("10.4", "10.11")
def test_no_page_of_signing_in_has_a_violation_nor_overflows(open_page: Opened) -> None:
    page = open_page("/sign-in")
    check(page, "ways to sign in")
    field = page.get_by_label("Jeton", exact=True)
    field.fill("pas le bon")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    check(page, "wrong token")
    page.goto("/sign-in/back?state=x")
    check(page, "refused")
    page.goto("/sign-in?to=/datasets/" + OURS)
    page.get_by_role("link", name="Se connecter avec ProConnect").click()
    check(page, "signed in")
    page.goto("/keywords")
    check(page, "role missing")
    page.goto("/sign-in")
    check(page, "what one may do")
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Déconnexion faite")
    check(page, "signed out")
