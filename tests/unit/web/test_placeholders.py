"""What was masked in what a person typed: counted, said, and marked where it stood."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset
from eclaireur.guards.personal_data import PLACEHOLDERS, PersonalDataType
from eclaireur.messages import LOCALES, Locale, messages
from eclaireur.web.placeholders import masked_in, said_masked, with_marks, without_placeholders
from eclaireur.web.rich_text import rich_text

from .visitors import DESCRIPTION, Browser

NAME, MAILBOX = "Soizic Kerbrat", "soizic.kerbrat@exemple.fr"
PASTED = {
    "title": "Arbres des rues",
    "description": f"{DESCRIPTION} Contact : {NAME}, {MAILBOX}.",
    "keywords": f"arbre, {MAILBOX}",
}


@given(st.dictionaries(st.sampled_from(PersonalDataType), st.integers(1, 3), max_size=10))
def test_what_is_said_is_what_the_texts_hold(counts: dict[PersonalDataType, int]) -> None:
    text = " ".join(PLACEHOLDERS[kind] for kind, count in counts.items() for _ in range(count))
    for dataset in (
        Dataset(identifier="x", description=text),
        Dataset(identifier="x", extras={"notes": [text]}),
    ):
        assert masked_in(dataset) == counts


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_masked_is_nothing_said(locale: Locale) -> None:
    assert said_masked(Dataset(identifier="x", title="Arbres"), messages(locale)) == ""


def test_each_type_is_said_with_its_plural() -> None:
    dataset = Dataset(identifier="x", title="[personne]", keywords=("[e-mail]", "[e-mail] !"))
    assert said_masked(dataset, messages("fr")) == "1 nom de personne, 2 adresses e-mail"


@pytest.mark.parametrize("placeholder", PLACEHOLDERS.values())
def test_every_placeholder_is_marked_in_a_text_and_in_rich_text(placeholder: str) -> None:
    marked = with_marks(f"<b> {placeholder}, {placeholder}")
    assert marked.count('<mark class="masked">') == 2
    assert marked.startswith("&lt;b&gt; ")
    assert with_marks(rich_text(f"par **{placeholder}**")).count('<mark class="masked">') == 1


def test_a_placeholder_in_an_attribute_stays_there() -> None:
    html = Markup('<a href="https://x/>[personne]">[personne]</a>')
    assert with_marks(html) == (
        '<a href="https://x/>[personne]"><mark class="masked">[personne]</mark></a>'
    )


@given(st.text(st.sampled_from("[personne]<a b=\"'>&e-mail "), max_size=60))
def test_marks_add_no_other_element_than_themselves(text: str) -> None:
    elements = set(re.findall(r"<[^>]*>", with_marks(text)))
    assert elements <= {'<mark class="masked">', "</mark>"}


def test_blanks_take_the_room_of_placeholders() -> None:
    assert without_placeholders("a [e-mail] b") == "a          b"


async def test_a_draft_tells_what_was_masked_and_why(browser: Browser) -> None:
    draft = (await browser.send_form("/drafts", PASTED)).headers["location"]
    page = (await browser.get(draft)).text
    assert "Masqué avant d’être gardé\u00a0: 1 nom de personne, 2 adresses e-mail." in page
    assert "Aucune donnée personnelle n’est gardée ici." in page
    assert marks(page) == ["[e-mail]", "[personne]", "[e-mail]"]
    assert "Kerbrat" not in page
    assert MAILBOX not in page
    edited = (await browser.get(f"{draft.replace('/datasets/', '/drafts/')}/edit")).text
    assert "Masqué avant d’être gardé" in edited


async def test_a_draft_without_personal_data_tells_nothing(browser: Browser) -> None:
    fields = {"title": "Arbres", "description": DESCRIPTION}
    draft = (await browser.send_form("/drafts", fields)).headers["location"]
    assert "Masqué" not in (await browser.get(draft)).text


async def test_what_a_portal_published_is_not_said_to_be_masked(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets([Dataset(identifier="x", title="Modèle pour [personne]")])
    page = (await browser.get("/datasets/x")).text
    assert "Masqué" not in page
    assert marks(page) == []


async def test_files_opened_tell_what_was_masked_in_each(browser: Browser) -> None:
    records = [{"title": "Une", "description": f"Par {NAME}."}, {"title": "Autre"}]
    files = {"file": ("fiches.json", json.dumps(records))}
    page = (await browser.send_form("/drafts/file", {}, files=files)).text
    assert page.count("Masqué avant d’être gardé\u00a0: 1 nom de personne.") == 1


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
async def test_a_text_with_personal_data_comes_back_masked_to_be_corrected(
    browser: Browser, assistant: Assistant, dataset: Dataset, headers: dict[str, str]
) -> None:
    suggestion = await assistant.suggest(dataset.identifier, "short_description")
    answer = await browser.send_form(
        f"/suggestions/{suggestion.key}/decision",
        {"action": "edit", "value": f"Arbres, selon {NAME}."},
        headers=headers,
    )
    assert answer.status_code == 422
    assert "rien n’en a été enregistré" in answer.text
    assert re.search(r"<textarea[^>]*>Arbres, selon \[personne\]\.</textarea>", answer.text)
    assert "Kerbrat" not in answer.text
    assert await assistant.suggestion(suggestion.key) == suggestion


def marks(page: str) -> list[str]:
    return re.findall(r'<mark class="masked">([^<]+)</mark>', page)
