"""The page that sends back to a portal, over a real installation and a portal on loopback."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from empty_stores import empty_data
from fault_server import answer, fault_server
from portals_written import KEY, UdataWritten

from eclaireur import Settings
from eclaireur.catalogues.recipients import Courier, open_recipient
from eclaireur.core.suggestion import Action, Decision
from eclaireur.egress import Destination, open_egress
from eclaireur.web.app import create_app
from eclaireur.wiring.installation import Installation, open_installation

from .visitors import DESCRIPTION, ORIGIN, Browser


@pytest.fixture
async def portal() -> AsyncIterator[UdataWritten]:
    async with (
        fault_server() as server,
        open_egress([Destination.of(server.origin, private=True)]) as egress,
    ):
        opened = UdataWritten(server, egress)
        opened.publish("d0", "d1")
        for record in opened.records.values():
            record["description"] = DESCRIPTION
            record["title"] = "Arbres <b>de la ville</b>"
        yield opened


@pytest.fixture
def settings(tmp_path: Path, portal: UdataWritten) -> Settings:
    data = tmp_path / "data"
    data.mkdir()
    (data / "eclaireur.toml").write_text(
        f'[catalogues.ville]\naddress = "{portal.address}"\nprivate = true\n'
        f'[catalogues.document]\naddress = "{portal.address}a.ttl"\nkind = "dcat"\nprivate = true\n'
    )
    return Settings(data=empty_data(data))


@pytest.fixture
async def installation(settings: Settings, portal: UdataWritten) -> AsyncIterator[Installation]:
    """Both datasets of the portal, with a short description that was accepted."""
    assert portal.egress is not None
    recipient = await open_recipient(
        portal.address, None, Courier(portal.egress, portal.address, None)
    )
    async with open_installation(settings) as opened:
        for each in ("d0", "d1"):
            held = await recipient.read(each)
            assert held is not None
            await opened.assistant.put_datasets([held.dataset])
            made = await opened.assistant.suggest(each, "short_description")
            await opened.assistant.decide(made.key, Decision(action=Action.ACCEPT))
        yield opened


@pytest.fixture
async def browser(installation: Installation) -> AsyncIterator[Browser]:
    app = create_app(installation.assistant, desk=installation.desk)
    async with Browser(transport=httpx.ASGITransport(app), base_url=ORIGIN) as browser:
        yield browser


def bytes_under(place: Path) -> bytes:
    return b"".join(each.read_bytes() for each in place.rglob("*") if each.is_file())


async def over(browser: Browser) -> str:
    """The page, once nothing is under way."""
    for _ in range(600):
        page = (await browser.get("/sendings")).text
        if "<progress" not in page:
            return page
        await asyncio.sleep(0.1)
    pytest.fail("what is under way does not end")


async def look(browser: Browser, errand: str = "send", **fields: str) -> str:
    asked = {"portal": "ville", "errand": errand, "most": "20", **fields}
    assert (await browser.send_form("/sendings/looks", asked)).status_code == 303
    return await over(browser)


async def test_what_would_be_sent_is_shown_then_sent_and_reverted(
    browser: Browser, portal: UdataWritten, tmp_path: Path
) -> None:
    page = (await browser.get("/sendings")).text
    assert re.findall(r"<option[^>]*>(\w+)", page) == ["ville"]
    assert 'type="password"' not in page
    page = await look(browser)
    assert "à écrire\u00a0: 2" in page
    assert "Arbres &lt;b&gt;de la ville" in page
    assert 'type="password"' in page
    assert portal.writings == []
    sent = await browser.send_form("/sendings/writings", {"key": KEY})
    assert (sent.status_code, sent.headers["location"]) == (303, "/sendings#visit")
    page = await over(browser)
    assert "envoyé\u00a0: 2" in page
    assert 'type="password"' not in page
    assert portal.said("d0", "short_description")
    page = await look(browser, "revert", most="1")
    assert "à écrire\u00a0: 1" in page
    await browser.send_form("/sendings/writings", {"key": KEY})
    page = await over(browser)
    assert "annulé\u00a0: 1" in page
    assert KEY not in page
    assert portal.said("d0", "short_description") is None
    assert KEY.encode() not in bytes_under(tmp_path)


async def test_a_key_is_needed_each_time_and_is_not_shown(
    browser: Browser, portal: UdataWritten
) -> None:
    await look(browser)
    refused = await browser.send_form("/sendings/writings", {"key": "deux mots"})
    assert refused.status_code == 422
    assert "deux mots" not in refused.text
    portal.faults = [(False, answer({"message": f"not {KEY}"}, 401))]
    await browser.send_form("/sendings/writings", {"key": KEY})
    page = await over(browser)
    assert "refuse la clé donnée" in page
    assert KEY not in page
    # Nothing that was looked at is left: it is looked at again, and the key is asked for again.
    again = await browser.send_form("/sendings/writings", {"key": KEY})
    assert again.status_code == 409
    assert "à écrire\u00a0: 2" in await look(browser)


async def test_what_went_wrong_is_told_by_its_dataset(
    browser: Browser, portal: UdataWritten
) -> None:
    portal.say("d0", "short_description", "Écrit par le producteur.")
    page = await look(browser)
    assert "Écrit par le producteur." in page
    assert "changé entre-temps, à revoir\u00a0: 1" in page
    await browser.send_form("/sendings/writings", {"key": KEY})
    page = await over(browser)
    assert "envoyé\u00a0: 1" in page
    assert portal.said("d0", "short_description") == "Écrit par le producteur."
    # The person who decides again reads why on the page of the dataset.
    assert "la proposition est à revoir" in (await browser.get("/datasets/d0")).text


async def test_one_visit_at_a_time(browser: Browser, portal: UdataWritten) -> None:
    asked = {"portal": "ville", "errand": "send"}
    assert (await browser.send_form("/sendings/looks", asked)).status_code == 303
    assert (await browser.send_form("/sendings/looks", asked)).status_code == 409
    early = await browser.send_form("/sendings/writings", {"key": KEY})
    assert early.status_code == 409
    await over(browser)
    assert portal.writings == []


@pytest.mark.parametrize("name", ["inconnu", "document", ""])
async def test_another_portal_is_refused(browser: Browser, name: str) -> None:
    refused = await browser.send_form("/sendings/looks", {"portal": name})
    assert refused.status_code == 404


async def test_a_form_of_another_site_sends_nothing(browser: Browser) -> None:
    await look(browser)
    assert (await browser.post("/sendings/writings", data={"key": KEY})).status_code == 403


async def test_a_portal_that_cannot_be_reached_is_told(
    browser: Browser, installation: Installation, settings: Settings
) -> None:
    assert installation.desk.portals == ("ville",)
    (settings.data / "eclaireur.toml").write_text(
        '[catalogues.ville]\naddress = "http://127.0.0.1:1/"\nprivate = true\n'
    )
    # Reading is tried again and again for a while: the page says that it goes on.
    asked = {"portal": "ville", "errand": "send"}
    await browser.send_form("/sendings/looks", asked)
    assert "<progress" in (await browser.get("/sendings/visit")).text
