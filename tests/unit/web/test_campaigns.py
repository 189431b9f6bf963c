"""The pages of campaigns, over a real installation whose workers a test stands for."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from unittest.mock import create_autospec

import httpx
import pytest
from empty_stores import empty_data

from eclaireur import Settings
from eclaireur.assistant import Assistant, CampaignWork
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import ModelNotServed
from eclaireur.core.sign_in import LocalToken, SignIn
from eclaireur.core.switch import Switch, Switchable
from eclaireur.sign_in import Reception
from eclaireur.web.app import create_app
from eclaireur.wiring.assistant import open_assistant

from .visitors import DESCRIPTION, ORIGIN, Browser

FIELD = "short_description"
TREES = [
    Dataset(identifier=f"arbres-{number}", title="Arbres", description=DESCRIPTION)
    for number in range(3)
]
BENCHES = Dataset(
    identifier="bancs",
    title="Bancs",
    description=DESCRIPTION.replace("arbres", "bancs"),
    publisher="Ville d’<b>Ys</b>",
)


@dataclass
class Workers:
    """Stand for the processes: they begin when a test says, and work when it does."""

    begun: list[str] = field(default_factory=list)
    may_begin: asyncio.Event = field(default_factory=asyncio.Event)
    failure: Exception | None = None
    are_there: bool = False
    obstacle: str | None = None

    async def begin(self, key: str) -> None:
        self.begun.append(key)
        await self.may_begin.wait()
        if self.failure is not None:
            raise self.failure
        self.are_there = True


@pytest.fixture
async def assistant(tmp_path: Path) -> AsyncIterator[Assistant]:
    async with open_assistant(Settings(data=empty_data(tmp_path / "data"))) as opened:
        await opened.put_datasets([*TREES, BENCHES])
        yield opened


@pytest.fixture
def workers() -> Workers:
    return Workers()


@pytest.fixture
async def browser(assistant: Assistant, workers: Workers) -> AsyncIterator[Browser]:
    async with visiting(assistant, workers) as browser:
        yield browser


@asynccontextmanager
async def visiting(
    assistant: Assistant, workers: Workers, reception: Reception | None = None
) -> AsyncIterator[Browser]:
    """Visit a server of its own."""
    work = CampaignWork(
        assistant.campaigns,
        2,
        choose=lambda *asked: assistant.campaigns.prepare(
            asked[0], asked[1], model=asked[2], limit=asked[3]
        ),
        begin_worker=workers.begin,
        is_attended=lambda _: workers.are_there,
        obstacle_of=lambda _: workers.obstacle,
    )
    app = create_app(assistant, campaign_work=work, reception=reception)
    async with Browser(transport=httpx.ASGITransport(app), base_url=ORIGIN) as browser:
        yield browser


def typed(selection: str = "manquant", **others: str) -> dict[str, str]:
    return {"field": FIELD, "selection": selection, "model": "", "limit": "", **others}


def hidden(page: str) -> dict[str, str]:
    """What the button that starts sends."""
    form = page[page.index('action="/campaigns"') :]
    form = form[: form.index("</form>")]
    sent = re.findall(r'name="(\w+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in sent if name != "csrf"}


async def started(browser: Browser, selection: str = "manquant") -> str:
    """Start a campaign as a person does; return its page's address."""
    estimate = await browser.send_form("/campaigns/estimate", typed(selection))
    answer = await browser.send_form("/campaigns", hidden(estimate.text))
    assert answer.status_code == 303
    return answer.headers["location"]


async def worked(assistant: Assistant, address: str) -> None:
    """Do all the work of a campaign."""
    key = address.rpartition("/")[2]
    for batch in await assistant.campaigns.pending_batches(key):
        assert await assistant.campaigns.propose(key, batch) is None


async def settled(workers: Workers) -> None:
    """Let those who begin have begun."""
    workers.may_begin.set()
    for _ in range(5):
        await asyncio.sleep(0)


async def test_before_the_first_campaign_there_is_only_the_form(browser: Browser) -> None:
    page = await browser.get("/campaigns")
    assert page.status_code == 200
    assert "Aucune campagne pour l’instant" in page.text
    assert ">manquant</textarea>" in page.text
    assert "Qui propose" not in page.text
    assert 'href="/campaigns"' in (await browser.get("/")).text
    english = (await browser.get("/en/campaigns")).text
    assert "No campaign yet" in english
    assert ">missing</textarea>" in english


async def test_what_it_takes_is_shown_and_nothing_is_kept(
    browser: Browser, assistant: Assistant
) -> None:
    page = await browser.send_form("/campaigns/estimate", typed())
    assert page.status_code == 200
    rows = dict(re.findall(r'<th scope="row">([^<]+)</th><td>([^<]+) <span', page.text))
    assert rows["Fiches choisies"] == "4"
    # Three of them say the very same.
    assert rows["Textes différents à traiter"] == "2"
    assert rows["Requêtes à un modèle"] == "0"
    assert rows["Émissions"] == "inconnu"
    assert "rien ne le dit" in page.text
    assert "aucun modèle n’est interrogé" in page.text
    assert await assistant.campaigns.all() == ()
    assert await assistant.find_suggestions() == ()


@pytest.mark.parametrize(
    ("form", "status", "told"),
    [
        (typed("chat=noir"), 422, "La sélection dit chat=noir, qui n’est pas un terme"),
        (typed("créé après hier"), 422, "là où il faut un jour"),
        (typed('organisation="Ys'), 422, "guillemet"),
        (typed("organisation=Nulle part"), 409, "Aucune fiche du catalogue ne répond"),
        (typed(limit="douze"), 422, "n’est pas un nombre de fiches"),
        (typed(limit="0"), 422, "n’est pas un nombre de fiches"),
        (typed(model="inconnu"), 422, "inconnu"),
        (typed(field="title"), 422, "title"),
    ],
    ids=["term", "day", "quote", "nothing", "limit", "zero", "model", "field"],
)
async def test_what_cannot_be_prepared_is_told_and_what_was_typed_stays(
    browser: Browser, form: dict[str, str], status: int, told: str
) -> None:
    for path in ("/campaigns/estimate", "/campaigns"):
        page = await browser.send_form(path, form)
        assert page.status_code == status
        assert told in page.text
        assert f">{form['selection']}</textarea>".replace('"', "&#34;") in page.text
        assert f'value="{form["limit"]}"' in page.text
    assert "Aucune campagne pour l’instant" in (await browser.get("/campaigns")).text


async def test_what_is_turned_off_is_told_before_anything_begins(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.turn(Switch(kind=Switchable.TASK, name=FIELD), on=False)
    page = await browser.send_form("/campaigns/estimate", typed())
    assert page.status_code == 503
    assert "Lancer la campagne" not in page.text


async def test_a_campaign_is_followed_from_its_beginning_to_its_end(
    browser: Browser, assistant: Assistant, workers: Workers
) -> None:
    address = await started(browser)
    page = (await browser.get(address)).text
    assert "Le travail commence" in page
    assert 'http-equiv="refresh"' in page
    await settled(workers)
    # The four records make one batch: a second process would come too late.
    assert len(workers.begun) == 1
    part = (await browser.get(f"{address}/progress", headers={"HX-Request": "true"})).text
    assert part.lstrip().startswith("<section")
    assert 'hx-trigger="every 2s"' in part
    assert "En cours" in part
    assert "0 sur 4" in part
    assert "Temps restant" in part
    await worked(assistant, address)
    workers.are_there = False
    page = (await browser.get(address)).text
    assert "Préparation terminée" in page
    assert "4 sur 4" in page
    assert "hx-get" not in page
    assert f'href="{address}/review"' in page
    assert re.search(r"À relire</th>\s*<td>4</td>\s*<td[^>]*>100", page)
    # What it took is in the same ledger as all else; what was copied took nothing.
    [told] = (await assistant.ledger()).tasks
    assert (told.task, told.proposed_without_model) == (FIELD, 2)
    listed = (await browser.get("/campaigns")).text
    assert "Propositions à relire\u00a0: 4" in listed


async def test_more_to_do_than_was_shown_is_shown_again_before_it_begins(
    browser: Browser, assistant: Assistant, workers: Workers
) -> None:
    estimate = await browser.send_form("/campaigns/estimate", typed())
    agreed = hidden(estimate.text)
    more = TREES[0].model_copy(update={"identifier": "more"})
    await assistant.put_datasets([more])
    async with visiting(assistant, workers) as another:
        page = await another.send_form("/campaigns", agreed)
        assert page.status_code == 409
        assert "Le catalogue a changé depuis" in page.text
        for wrong in ({}, {"total": "x", "distinct": "2"}):
            assert (await another.send_form("/campaigns", {**typed(), **wrong})).status_code == 409
        assert await assistant.campaigns.all() == ()
        assert workers.begun == []
        assert (await another.send_form("/campaigns", hidden(page.text))).status_code == 303
    assert (await assistant.campaigns.one()).total == 5


async def test_what_was_shown_is_what_starts_and_starts_once(
    browser: Browser, assistant: Assistant, workers: Workers
) -> None:
    estimate = await browser.send_form("/campaigns/estimate", typed())
    agreed = hidden(estimate.text)
    await assistant.put_datasets([TREES[0].model_copy(update={"identifier": "more"})])
    clicks = [browser.send_form("/campaigns", agreed) for _ in range(2)]
    first, second = await asyncio.gather(*clicks)
    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    [campaign] = await assistant.campaigns.all()
    assert campaign.total == 4
    await settled(workers)
    assert workers.begun == [campaign.key]
    async with visiting(assistant, workers) as another:
        # What another server shows is started by this one where nothing was added to it.
        shown = await another.send_form("/campaigns/estimate", typed())
        started = await browser.send_form("/campaigns", hidden(shown.text))
        assert started.status_code == 303


async def test_it_rests_goes_on_and_ends_when_somebody_says_so(
    browser: Browser, workers: Workers
) -> None:
    address = await started(browser)
    await settled(workers)
    assert (await browser.send_form(f"{address}/pause", {})).headers["location"] == address
    page = (await browser.get(address)).text
    assert "En pause" in page
    assert "Mettre en pause" not in page
    # Those who end what was under way are there still, and leave: others begin.
    assert (await browser.send_form(f"{address}/resume", {})).status_code == 303
    await settled(workers)
    assert len(workers.begun) == 2
    assert "En cours" in (await browser.get(address)).text
    # Somebody works on it already.
    await browser.send_form(f"{address}/resume", {})
    assert len(workers.begun) == 2
    await browser.send_form(f"{address}/cancel", {})
    page = (await browser.get(address)).text
    assert "Abandonnée" in page
    for refused in ("Reprendre", "Mettre en pause", "Abandonner…"):
        assert refused not in page
    for order in ("resume", "pause"):
        answer = await browser.send_form(f"{address}/{order}", {})
        assert answer.status_code == 409
        assert "elle ne reprend pas" in answer.text
    assert (await browser.send_form(f"{address}/cancel", {})).status_code == 303


async def test_a_server_that_begins_again_resumes_nothing_by_itself(
    browser: Browser, workers: Workers
) -> None:
    address = await started(browser)
    await settled(workers)
    workers.are_there = False
    page = (await browser.get(address)).text
    assert "Personne n’y travaille" in page
    assert "Reprendre" in page
    assert len(workers.begun) == 1
    workers.obstacle = "budget-spent"
    page = (await browser.get(address)).text
    assert "la limite du jour est atteinte" in page
    assert "minuit (UTC)" in page


async def test_what_keeps_workers_from_beginning_is_told(
    browser: Browser, workers: Workers
) -> None:
    workers.failure = ModelNotServed(origin="https://m.example", alias="albert")
    address = await started(browser)
    await settled(workers)
    page = (await browser.get(address)).text
    assert "Personne n’y travaille" in page
    assert "albert" in page
    workers.failure = ChildProcessError()
    await browser.send_form(f"{address}/resume", {})
    await settled(workers)
    page = (await browser.get(address)).text
    assert "Personne n’y travaille" in page
    assert "albert" not in page


async def test_what_failed_may_be_tried_again(
    browser: Browser, assistant: Assistant, workers: Workers
) -> None:
    address = await started(browser)
    await settled(workers)
    workers.are_there = False
    await assistant.turn(Switch(kind=Switchable.TASK, name=FIELD), on=False)
    await worked(assistant, address)
    page = (await browser.get(address)).text
    assert "Essayer de nouveau les fiches en échec (4)" in page
    await assistant.turn(Switch(kind=Switchable.TASK, name=FIELD), on=True)
    await browser.send_form(f"{address}/resume", {"retry_failed": "yes"})
    await settled(workers)
    assert "0 sur 4" in (await browser.get(address)).text
    assert len(workers.begun) == 2


async def test_what_was_chosen_is_shown_as_it_was_written_and_runs_nothing(
    browser: Browser,
) -> None:
    address = await started(browser, "organisation=Ville d’<b>Ys</b>")
    for path in (address, "/campaigns"):
        page = (await browser.get(path)).text
        assert "organisation=Ville d’&lt;b&gt;Ys&lt;/b&gt;" in page
        assert "<b>Ys" not in page


async def test_what_does_not_exist_is_told(browser: Browser, assistant: Assistant) -> None:
    assert (await browser.get("/campaigns/nulle")).status_code == 404
    assert (await browser.get("/campaigns/nulle/progress")).status_code == 404
    for order in ("pause", "resume", "cancel"):
        assert (await browser.send_form(f"/campaigns/nulle/{order}", {})).status_code == 404
    transport = httpx.ASGITransport(create_app(assistant))
    async with Browser(transport=transport, base_url=ORIGIN) as without:
        assert (await without.get("/campaigns")).status_code == 404
        assert 'href="/campaigns"' not in (await without.get("/")).text


async def test_whoever_has_not_signed_in_sees_them_and_is_offered_nothing_else(
    browser: Browser, assistant: Assistant, workers: Workers
) -> None:
    address = await started(browser)
    local = LocalToken.model_validate({"token": {"environment": "X"}})
    reception = Reception(SignIn(local=local), create_autospec(object))
    async with visiting(assistant, workers, reception) as visitor:
        for path in ("/campaigns", address):
            page = await visitor.get(path)
            assert page.status_code == 200
            main = page.text[page.text.index("<main") : page.text.index("</main>")]
            assert "0 sur 4" in main
            assert "<button" not in main
        assert (
            "Préparer, suspendre ou abandonner une campagne demande le rôle"
            in (await visitor.get("/campaigns")).text
        )
        for path in ("/campaigns", "/campaigns/estimate", f"{address}/pause", f"{address}/cancel"):
            assert (await visitor.send_form(path, typed())).status_code == 401
    assert (await assistant.campaigns.one()).state == "running"


async def test_no_other_site_can_begin_or_end_anything(
    browser: Browser, assistant: Assistant
) -> None:
    address = await started(browser)
    for path in ("/campaigns", "/campaigns/estimate", f"{address}/pause", f"{address}/cancel"):
        assert (await browser.post(path, data=typed())).status_code == 403
    assert (await assistant.campaigns.one()).state == "running"
