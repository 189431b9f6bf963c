"""What a text says that its record does not: in pieces, in words, and on the pages."""

import re
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from empty_stores import empty_data
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal
from eclaireur.core.suggestion import Action, Decision
from eclaireur.guards.grounding import Kind, check
from eclaireur.messages import LOCALES, Locale, messages
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.store import open_store
from eclaireur.tasks import short_description
from eclaireur.web.app import create_app
from eclaireur.web.checks import LONGEST_CHECKED, Check, checked

from .visitors import DESCRIPTION, ORIGIN, Browser

RECORD = Dataset(identifier="arbres", title="Arbres des rues", description=DESCRIPTION)
UNFOUNDED = "Arbres des rues de Rennes en 2019."
FOUNDED = "Emplacement des arbres plantés le long des rues."


async def test_the_pieces_are_the_text_and_tell_the_doubts() -> None:
    found = await checked(UNFOUNDED, RECORD)
    assert list(found.pieces) == [
        ("Arbres des rues de ", False),
        ("Rennes", True),
        (" en ", False),
        ("2019", True),
        (".", False),
    ]
    assert [(claim.kind, claim.text) for claim in found.doubts] == [
        (Kind.PLACE, "Rennes"),
        (Kind.YEAR, "2019"),
    ]
    assert not found.is_supported


@given(st.text(st.sampled_from("Arbres Rennes 2019 rue,.\n"), max_size=80))
def test_the_pieces_always_make_the_whole_text(text: str) -> None:
    found = Check(text, check(text, RECORD).claims)
    assert "".join(piece for piece, _ in found.pieces) == text
    assert all(piece for piece, is_doubt in found.pieces if is_doubt)


async def test_the_same_doubt_is_named_once_and_marked_everywhere() -> None:
    found = await checked("2019, puis 2019", RECORD)
    assert len(found.doubts) == 1
    assert [piece for piece, is_doubt in found.pieces if is_doubt] == ["2019", "2019"]


async def test_a_text_that_the_record_says_is_supported_and_an_empty_one_is_nothing() -> None:
    assert (await checked(FOUNDED, RECORD)).is_supported
    nothing = await checked("", RECORD)
    assert not nothing.is_supported
    assert not nothing.doubts
    assert list(nothing.pieces) == []


async def test_a_placeholder_is_no_doubt_and_not_supported_either() -> None:
    found = await checked("Arbres des rues, [téléphone]", RECORD)
    assert found.claims
    assert not found.doubts
    assert not found.is_supported


async def test_a_text_too_long_is_not_read_and_says_so() -> None:
    assert not (await checked("2019 " * (LONGEST_CHECKED // 5), RECORD)).is_too_long
    found = await checked("2019 " * LONGEST_CHECKED, RECORD)
    assert found.is_too_long
    assert not found.claims


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_doubt_is_said_in_words(locale: Locale, kind: Kind) -> None:
    assert "2019" in messages(locale)(f"claim-{kind}", text="2019")


@pytest.mark.parametrize(
    ("prefix", "said", "sure"),
    [
        ("", "cette année n’est pas dans la fiche", "Tout ce que dit ce texte est dans la fiche."),
        ("/en", "this year is not in the record", "Everything this text says is in the record."),
    ],
)
async def test_a_text_being_edited_is_checked_and_nothing_is_kept(
    browser: Browser, assistant: Assistant, dataset: Dataset, prefix: str, said: str, sure: str
) -> None:
    suggestion = await assistant.suggest(dataset.identifier, "short_description")
    address = f"{prefix}/suggestions/{suggestion.key}/check"
    htmx = {"HX-Request": "true"}

    part = (await browser.send_form(address, {"value": UNFOUNDED}, headers=htmx)).text
    assert doubts(part) == ["Rennes", "2019"]
    assert said in part
    assert sure in (await browser.send_form(address, {"value": FOUNDED}, headers=htmx)).text
    empty = (await browser.send_form(address, {"value": ""}, headers=htmx)).text
    assert re.findall(r">([^<>]+)<", empty.replace("\n", "").replace("  ", "")) == []

    page = (await browser.send_form(address, {"value": UNFOUNDED})).text
    assert doubts(page) == ["Rennes", "2019"]
    assert re.search(rf"<textarea[^>]*>{UNFOUNDED}</textarea>", page)
    assert '<details class="choice choice--edit" open>' in page
    assert await assistant.suggestion(suggestion.key) == suggestion


async def test_what_is_published_and_what_a_person_wrote_are_shown_with_their_doubts(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets([RECORD.model_copy(update={"short_description": UNFOUNDED})])
    suggestion = await assistant.suggest("arbres", "short_description")
    assert doubts((await browser.get("/datasets/arbres")).text) == ["Rennes", "2019"]
    edit = Decision(action=Action.EDIT, value="Arbres de Lyon.")
    await assistant.decide(suggestion.key, edit)
    page = (await browser.get("/datasets/arbres")).text
    assert doubts(page) == ["Rennes", "2019", "Lyon"]
    assert page.count("cette année n’est pas dans la fiche") == 1


async def test_a_proposal_that_was_accepted_is_not_checked_again(
    browser: Browser, assistant: Assistant, dataset: Dataset
) -> None:
    suggestion = await assistant.suggest(dataset.identifier, "short_description")
    await assistant.decide(suggestion.key, Decision(action=Action.ACCEPT))
    assert "est dans la fiche" not in (await browser.get("/datasets/arbres")).text


class Inventive:
    """A method whose words the record does not support."""

    name = "extraction"
    model = None

    async def propose(self, _: Dataset) -> Proposal:
        return Proposal(UNFOUNDED, ())


async def test_a_proposal_shows_its_own_doubts(tmp_path: Path) -> None:
    task = replace(short_description.task(), methods=(Inventive(),))
    async with open_store(Settings(data=empty_data(tmp_path)).database_url) as store:
        assistant = Assistant(store, [task], search=SearchIndex(tmp_path / "search", store))
        await assistant.put_datasets([RECORD])
        await assistant.suggest("arbres", "short_description")
        transport = httpx.ASGITransport(create_app(assistant))
        async with Browser(transport=transport, base_url=ORIGIN) as browser:
            page = (await browser.get("/datasets/arbres")).text
    assert doubts(page) == ["Rennes", "2019"]
    assert "2 points à vérifier" in page


def doubts(page: str) -> list[str]:
    return re.findall(r'<mark class="doubt">([^<]+)</mark>', page)
