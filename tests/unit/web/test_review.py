"""Reviewing a campaign, on the pages and by their script."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from campaign_examples import proposed_campaign

from eclaireur.assistant import Assistant, Reviews
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import Action, Decision, State

from .visitors import DESCRIPTION, Browser, Clock

SCRIPT = {"Accept": "application/json", "HX-Request": "true"}
PAGES = ("page-number-000001", "page-number-000002", "page-number-000003")

STREETS = ("Acacias", "Bouleaux", "Charmes", "Douglas")


def trees(street: str, number: int) -> Dataset:
    return Dataset(
        identifier=f"arbres-{number}",
        title=f"Arbres des {street}",
        description=f"Arbres du quartier des {street}. {DESCRIPTION}",
        publisher="Ville",
    )


class Desk:
    """A page of review, asked as its script does or as a browser without one."""

    def __init__(self, browser: Browser, campaign: str, page: str) -> None:
        self.browser = browser
        self.path = f"/campaigns/{campaign}/review"
        self.page = page

    async def next(self, have: str = "", **fields: Any) -> list[str]:
        answer = await self.send("next", {"have": have, **fields})
        return [each["key"] for each in answer.json()["items"]]

    async def send(self, below: str, fields: dict[str, Any], **options: Any) -> httpx.Response:
        given = {"page": self.page, "order": "views", "view": "one", **fields}
        options = {"headers": SCRIPT, **options}
        return await self.browser.send_form(f"{self.path}/{below}", given, **options)

    async def decide(self, key: str, **fields: Any) -> httpx.Response:
        return await self.send("decision", {"key": key, **fields})


async def campaign_of(
    assistant: Assistant, datasets: list[Dataset], field: str = "short_description"
) -> tuple[str, list[str]]:
    return await proposed_campaign(assistant, assistant._store, field, datasets)


@pytest.fixture
async def campaign(assistant: Assistant) -> tuple[str, list[str]]:
    datasets = [trees(street, number) for number, street in enumerate(STREETS)]
    return await campaign_of(assistant, datasets)


@pytest.fixture
def desks(browser: Browser, campaign: tuple[str, list[str]]) -> list[Desk]:
    return [Desk(browser, campaign[0], page) for page in PAGES]


async def test_without_a_script_a_decision_leads_to_the_next_record(
    browser: Browser, assistant: Assistant, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    page = await browser.get(desks[0].path, params={"page": PAGES[0]})
    assert shown(page.text) == keys[:1]
    answer = await desks[0].send("decision", {"key": keys[0], "do": "accept"}, headers={})
    assert answer.status_code == 303
    page = await browser.get(answer.headers["location"])
    assert shown(page.text) == [keys[1]]
    assert "Acceptée\N{NO-BREAK SPACE}: Arbres des Acacias" in page.text
    assert "Une décidée sur 4" in page.text
    assert (await assistant.suggestion(keys[0])).state is State.ACCEPTED


def shown(page: str) -> list[str]:
    return re.findall(r'<article class="review" id="review-(\w+)"', page)


async def test_two_pages_never_show_the_same_record(
    campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    assert await desks[0].next() == keys[:3]
    assert await desks[1].next() == keys[3:]
    assert await desks[0].next(have=",".join(keys[:2])) == keys[2:3]
    await desks[0].send("release", {})
    assert await desks[2].next() == keys[:3]


async def test_a_page_is_told_what_it_no_longer_holds(
    campaign: tuple[str, list[str]], desks: list[Desk], clock: Clock
) -> None:
    _, keys = campaign
    await desks[0].next()
    clock.forward(timedelta(minutes=6))
    await desks[1].next()
    answer = await desks[0].send("next", {"have": ",".join(keys[:3])})
    assert answer.json()["lost"] == sorted(keys[:3])


async def test_an_edit_and_its_reason_are_recorded(
    assistant: Assistant, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    text = "Les arbres du quartier, un par ligne."
    await desks[0].decide(keys[0], do="edit", value=text, reason="too_long")
    await desks[0].decide(keys[1], because="inaccurate")
    assert (await assistant.suggestion(keys[0])).value == text
    assert (await assistant.suggestion(keys[1])).state is State.REJECTED
    [fate] = (await assistant.learning(threshold=1)).fates
    assert fate.why == {"too_long": 1, "inaccurate": 1}


async def test_a_text_that_cannot_be_kept_is_given_back(
    assistant: Assistant, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    answer = await desks[0].decide(keys[0], do="edit", value="Écrire à Soizic Kerbrat.")
    assert answer.status_code == 422
    assert "Écrire à [personne]." in answer.json()["html"]
    assert "Kerbrat" not in answer.text
    assert (await assistant.suggestion(keys[0])).state is State.PROPOSED
    page = await desks[0].send(
        "decision", {"key": keys[0], "do": "edit", "value": "x" * 300}, headers={}
    )
    assert page.status_code == 422
    assert "x" * 300 in page.text


async def test_what_was_decided_meanwhile_is_shown_with_why(
    assistant: Assistant, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    await assistant.decide(keys[0], Decision(action=Action.REJECT))
    answer = await desks[0].decide(keys[0], do="accept")
    assert answer.status_code == 409
    assert "data-closed" in answer.json()["html"]
    assert "a déjà reçu une décision" in answer.json()["problem"]
    assert (await assistant.suggestion(keys[0])).state is State.REJECTED


async def test_what_is_skipped_comes_back_at_the_end(
    campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    await desks[0].next()
    await desks[0].decide(keys[0], do="skip")
    assert await desks[1].next() == [keys[3], keys[0]]


async def test_an_undone_decision_comes_back_to_the_page(
    assistant: Assistant, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    await desks[0].next()
    await desks[0].decide(keys[0], do="accept")
    answer = await desks[0].send("undo", {"keys": keys[0]})
    assert answer.json()["key"] == keys[0]
    assert (await assistant.suggestion(keys[0])).state is State.PROPOSED
    assert keys[0] not in await desks[1].next()
    again = await desks[0].send("undo", {"keys": keys[0]}, headers={})
    assert "1 fiche" in again.text or "Une fiche a changé" in again.text


async def test_twins_are_shown_decided_on_one_by_one_and_taken_back_together(
    browser: Browser, assistant: Assistant, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    answer = await desks[0].decide(keys[0], do="accept")
    assert "3 autres fiches de même modèle" in answer.json()["last"]
    page = await browser.get(f"{desks[0].path}/twins", params={"of": keys[0], "page": PAGES[0]})
    for street in STREETS[1:]:
        assert f'<mark class="differs">{street}</mark>' in page.text
    assert await desks[1].next() == [], "they are held while they are shown"

    await assistant.decide(keys[3], Decision(action=Action.REJECT))
    answer = await desks[0].send("twins", {"of": keys[0], "twin": keys[1:]}, headers={})
    assert "2 propositions acceptées" in answer.text
    assert "a déjà reçu une décision" in answer.text
    states = [(await assistant.suggestion(each)).state for each in keys]
    assert states == [State.ACCEPTED, State.ACCEPTED, State.ACCEPTED, State.REJECTED]

    await desks[0].send("undo", {"keys": f"{keys[1]},{keys[2]}"})
    states = [(await assistant.suggestion(each)).state for each in keys]
    assert states == [State.ACCEPTED, State.PROPOSED, State.PROPOSED, State.REJECTED]


async def test_a_twin_that_another_page_shows_is_left_to_it(
    assistant: Assistant, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    _, keys = campaign
    await desks[0].decide(keys[0], do="accept")
    await desks[1].next()
    answer = await desks[0].send("twins", {"of": keys[0], "twin": keys[1]}, headers={})
    assert "quelqu’un d’autre l’a sous les yeux" in answer.text
    assert (await assistant.suggestion(keys[1])).state is State.PROPOSED


async def test_an_edit_is_offered_to_the_same_proposals_alone(
    browser: Browser, assistant: Assistant
) -> None:
    same = [
        Dataset(identifier=f"same-{number}", title=f"Arbres {number}", description=DESCRIPTION)
        for number in range(2)
    ]
    benches = (
        "Liste des bancs publics de la commune, avec leur matériau, leur couleur et la date de "
        "leur pose. Chaque banc est relevé à pied par les agents des espaces verts, puis placé "
        "sur un plan. Le fichier est mis à jour chaque printemps, après les réparations d’hiver."
    )
    other = Dataset(identifier="same-x", title="Bancs publics", description=benches)
    key, keys = await campaign_of(assistant, [*same, other])
    desk = Desk(browser, key, PAGES[0])
    text = "Les arbres des rues, un par ligne."
    await desk.decide(keys[0], do="edit", value=text)
    page = await browser.get(f"{desk.path}/twins", params={"of": keys[0], "page": PAGES[0]})
    assert f'value="{keys[1]}"' in page.text
    assert f'value="{keys[2]}"' not in page.text
    assert "Une autre a une proposition différente" in page.text
    await desk.send("twins", {"of": keys[0], "twin": keys[1:]})
    assert (await assistant.suggestion(keys[1])).value == text
    assert (await assistant.suggestion(keys[2])).state is State.PROPOSED


async def test_a_second_look_is_blind_and_changes_nothing(
    browser: Browser, assistant: Assistant, clock: Clock
) -> None:
    assistant.reviews = Reviews(
        assistant._store, assistant.weigh, clock, chance=lambda: 0.0, share=1.0
    )
    key, keys = await campaign_of(assistant, [trees("Acacias", 0)])
    first, second = (Desk(browser, key, page) for page in PAGES[:2])
    before = (await first.send("next", {})).json()["items"]
    await first.decide(keys[0], do="edit", value="Les arbres des rues.")
    assert await first.next() == [], "not to the page that decided"
    again = (await second.send("next", {})).json()["items"]
    assert again[0]["html"].replace(PAGES[1], PAGES[0]) == before[0]["html"], "nothing tells"

    refused = await second.decide(keys[0], do="edit", value="Écrire à Soizic Kerbrat.")
    assert refused.status_code == 422
    answer = await second.decide(keys[0], because="inaccurate")
    assert "Second regard" in answer.json()["last"]
    assert "data-undo" not in answer.json()["last"]
    assert (await assistant.suggestion(keys[0])).value == "Les arbres des rues."
    [look] = await assistant._store.second_looks(key)
    assert (look.first, look.second, look.count) == (State.EDITED, State.REJECTED, 1)
    assert (await assistant.reviews.quality(key)).looks is None, "one tells too much"


async def test_keywords_are_reviewed_one_by_one(browser: Browser, assistant: Assistant) -> None:
    key, keys = await campaign_of(assistant, [trees("Acacias", 0)], "keywords")
    desk = Desk(browser, key, PAGES[0])
    [proposed, *_] = (await assistant.suggestion(keys[0])).value or ()
    row = {"value": proposed, "kept": "0"}
    added = await desk.decide(keys[0], do="add", added="platane", **row)
    assert added.status_code == 200
    assert 'value="platane"' in added.json()["html"]
    refused = await desk.decide(keys[0], do="decide", added="hvd", **row)
    assert refused.status_code == 422
    assert (await assistant.suggestion(keys[0])).state is State.PROPOSED
    await desk.decide(keys[0], do="decide", added="platane", **row)
    assert (await assistant.suggestion(keys[0])).value == (proposed, "platane")


async def test_what_is_not_there_is_told(browser: Browser, campaign: tuple[str, list[str]]) -> None:
    assert (await browser.get("/campaigns/none/review")).status_code == 404
    desk = Desk(browser, campaign[0], PAGES[0])
    assert (await desk.decide("none", do="accept")).status_code == 404
    wrong = await desk.decide(campaign[1][0], because="boredom")
    assert wrong.status_code == 400
    assert (await desk.decide(campaign[1][0])).status_code == 400, "nothing is accepted unsaid"


async def test_a_campaign_that_is_all_decided_says_so(
    browser: Browser, campaign: tuple[str, list[str]], desks: list[Desk]
) -> None:
    for key in campaign[1]:
        await desks[0].decide(key, do="accept")
    page = await browser.get(desks[0].path)
    assert "Tout est décidé" in page.text
    assert "Gardées, telles quelles ou modifiées" in page.text


async def test_whoever_decides_on_all_within_a_moment_is_told_that_all_is_decided(
    browser: Browser, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eclaireur.assistant.reviews.TOLD_AGAIN", 1e9)
    key, [only] = await campaign_of(assistant, [trees("Acacias", 0)])
    desk = Desk(browser, key, PAGES[0])
    assert await desk.next() == [only]
    await desk.decide(only, do="accept")
    answer = (await desk.send("next", {})).json()
    assert "Tout est décidé" in answer["nothing"]
