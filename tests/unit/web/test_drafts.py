"""Drafts: typed, opened from a file, changed, kept, or deleted after a day."""

import gzip
import json
import re
from datetime import timedelta

import httpx
import pytest

from eclaireur.assistant import Assistant
from eclaireur.assistant.assistant import LONGEST_DRAFT
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import DatasetNotFound
from eclaireur.core.ports import DatasetQuery
from eclaireur.web.pages.drafts import MAX_OPENED

from .visitors import DESCRIPTION, Browser, Clock

TYPED = {"title": "Arbres", "description": DESCRIPTION, "keywords": "arbre, ville"}


async def test_a_draft_is_typed_changed_and_kept(browser: Browser, assistant: Assistant) -> None:
    added = await browser.send_form("/en/drafts", TYPED)
    assert added.status_code == 303
    address = added.headers["location"]
    page = (await browser.get(address)).text
    assert "It will be deleted on March 2, 2026" in page
    identifier = address.removeprefix("/en/datasets/")
    assert identifier not in (await browser.get("/")).text

    form = (await browser.get(f"/drafts/{identifier}/edit")).text
    assert 'value="arbre, ville"' in form
    await browser.send_form(f"/drafts/{identifier}", {**TYPED, "title": "Arbres des rues"})
    assert "<h1>Arbres des rues</h1>" in (await browser.get(address)).text

    await browser.send_form(f"/drafts/{identifier}/keep", {})
    assert "It will be deleted" not in (await browser.get(address)).text
    [listed] = (await assistant.find_datasets(DatasetQuery())).items
    assert listed.title == "Arbres des rues"
    assert (await browser.get(f"/drafts/{identifier}/edit")).status_code == 404


async def test_a_draft_that_nobody_kept_is_gone_after_a_day(
    browser: Browser, assistant: Assistant, clock: Clock
) -> None:
    address = (await browser.send_form("/drafts", TYPED)).headers["location"]
    clock.forward(timedelta(hours=23))
    await assistant.drop_expired_drafts()
    assert (await browser.get(address)).status_code == 200
    clock.forward(timedelta(hours=1, seconds=1))
    await assistant.drop_expired_drafts()
    assert (await browser.get(address)).status_code == 404
    with pytest.raises(DatasetNotFound):
        await assistant.view(address.removeprefix("/datasets/"))


async def test_a_draft_needs_a_title_and_loses_nothing_for_it(browser: Browser) -> None:
    answer = await browser.send_form("/drafts", {**TYPED, "title": " "})
    assert answer.status_code == 422
    assert "Un jeu de données a besoin d’un titre" in answer.text
    assert "Emplacement des arbres" in answer.text


async def test_a_draft_that_says_too_much_is_refused_and_loses_nothing(
    browser: Browser, assistant: Assistant
) -> None:
    long = {**TYPED, "description": "Emplacement des arbres. " * (LONGEST_DRAFT // 24)}
    answer = await browser.send_form("/drafts", long)
    assert answer.status_code == 422
    assert "Un brouillon a 200\u202f000 caractères au plus" in answer.text
    assert long["description"].strip() in answer.text
    kept = (await browser.send_form("/drafts", TYPED)).headers["location"].split("/")[-1]
    assert (await browser.send_form(f"/drafts/{kept}", long)).status_code == 422
    assert (await assistant.view(kept)).published.description == TYPED["description"]
    line = json.dumps({"title": "Arbres", "description": long["description"]})
    opened = await browser.send_form(
        "/drafts/file", {}, files={"file": ("arbres.jsonl", line.encode())}
    )
    assert opened.status_code == 422
    assert "Un brouillon a 200\u202f000 caractères au plus" in opened.text


@pytest.mark.parametrize("former", [None, TYPED])
async def test_a_short_description_is_checked_against_the_form_as_typed(
    browser: Browser, former: dict[str, str] | None
) -> None:
    identifier = "new"
    if former:
        identifier = (await browser.send_form("/drafts", former)).headers["location"].split("/")[-1]
    typed = {
        "description": "Comptages de vélos à Lyon.",
        "short_description": "Comptages de vélos à Rennes",
    }
    address = f"/drafts/{identifier}/check"
    before = (await browser.get(f"/drafts/{identifier}/edit")).text if former else ""
    page = (await browser.send_form(address, typed)).text
    assert "Rennes\u00a0»\u00a0: ce lieu n’est pas dans la fiche." in page
    assert all(f">{value}</textarea>" in page for value in typed.values())
    part = (await browser.send_form(address, typed, headers={"HX-Request": "true"})).text
    assert "<textarea" not in part
    assert "ce lieu n’est pas dans la fiche" in part
    typed["description"] += " Et à Rennes."
    assert "ce lieu" not in (await browser.send_form(address, typed)).text
    assert before == ((await browser.get(f"/drafts/{identifier}/edit")).text if former else "")


async def test_only_a_draft_is_checked_as_one(browser: Browser, dataset: Dataset) -> None:
    answer = await browser.send_form(f"/drafts/{dataset.identifier}/check", TYPED)
    assert answer.status_code == 404


async def test_what_the_form_does_not_show_survives_a_change(
    browser: Browser, assistant: Assistant
) -> None:
    record = {"id": "x", "title": "Titre", "frequency": "annual", "inconnu": [1, 2]}
    identifier = (await open_file(browser, json.dumps(record))).headers["location"].split("/")[-1]
    await browser.send_form(f"/drafts/{identifier}", {"title": "Autre"})
    published = (await assistant.view(identifier)).published
    assert published.title == "Autre"
    assert published.frequency == "annual"
    assert published.extras == {"inconnu": [1, 2]}
    assert published.portal_identifier == "x"


async def test_drafts_without_an_identifier_are_exported_under_their_own(
    browser: Browser,
) -> None:
    nameless = json.dumps([{"title": "Un", "id": ""}, {"title": "Deux"}])
    opened = re.findall(r'href="(/datasets/draft-\w+)"', (await open_file(browser, nameless)).text)
    typed = [(await browser.send_form("/drafts", TYPED)).headers["location"] for _ in range(2)]
    identifiers = [address.removeprefix("/datasets/") for address in (*opened, *typed)]
    for identifier in identifiers:
        await browser.send_form(f"/drafts/{identifier}/keep", {})
    lines = (await browser.get("/api/v1/export")).text.splitlines()
    exported = [json.loads(line)["id"] for line in lines]
    assert len(identifiers) == 4
    assert exported == sorted(identifiers)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fiche.json", '{"title": "Titre lu", "description": "Texte"}'),
        ("fiche.jsonl", '{"id": "1", "title": "Titre lu"}\n'),
        ("fiche.csv", "id;title;slug;description\n1;Titre lu;t;Texte\n"),
    ],
)
async def test_a_file_of_one_record_opens_it(browser: Browser, name: str, content: str) -> None:
    answer = await open_file(browser, content, name)
    assert answer.status_code == 303
    assert "<h1>Titre lu</h1>" in (await browser.get(answer.headers["location"])).text


async def test_a_file_of_several_lists_them_and_what_it_could_not_read(browser: Browser) -> None:
    lines = [json.dumps({"id": str(number), "title": f"Titre {number}"}) for number in range(3)]
    answer = await open_file(browser, "\n".join([*lines, "{", lines[0]]))
    assert len(re.findall(r'href="/datasets/draft-\w+"', answer.text)) == 4
    assert "La ligne 4 est illisible" in answer.text


async def test_a_whole_catalogue_is_for_the_command_line(browser: Browser) -> None:
    records = [{"id": str(number), "title": "T"} for number in range(MAX_OPENED + 5)]
    answer = await open_file(browser, json.dumps(records))
    assert len(re.findall(r'href="/datasets/draft-\w+"', answer.text)) == MAX_OPENED
    assert "eclaireur catalogue import" in answer.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "est vide"),
        ("du texte", "semble contenir des données"),
        ('{"title": ', "La ligne 1 est illisible"),
        ("\x1f\x8b\x08nonsense", "est abîmé"),
        ('{"title": {"a": 1}}', "title"),
    ],
)
async def test_a_file_that_cannot_be_read_says_why(
    browser: Browser, content: str, said: str
) -> None:
    answer = await open_file(browser, content.encode("latin-1"))
    assert answer.status_code == 422
    assert said in answer.text


async def test_a_small_file_that_inflates_to_a_huge_one_is_refused(browser: Browser) -> None:
    line = json.dumps({"id": "1", "title": "T" * 1_000_000}) + "\n"
    answer = await open_file(browser, gzip.compress(line.encode() * (MAX_OPENED + 1)))
    assert answer.status_code == 422
    assert "plus de 20\u00a0Mo une fois décompressé" in answer.text


async def test_no_file_is_an_error_that_says_so(browser: Browser) -> None:
    answer = await browser.send_form("/drafts/file", {})
    assert answer.status_code == 422
    assert "Aucun fichier" in answer.text


async def test_nul_and_persons_do_not_come_in(browser: Browser, assistant: Assistant) -> None:
    record = {"title": "a\0b\ud800", "contact": "Jeanne Martin"}
    identifier = (await open_file(browser, json.dumps(record))).headers["location"].split("/")[-1]
    view = await assistant.view(identifier)
    assert "\0" not in view.published.title
    assert "Martin" not in view.published.model_dump_json()


async def open_file(
    browser: Browser, content: str | bytes, name: str = "fiche.json"
) -> httpx.Response:
    return await browser.send_form("/drafts/file", {}, files={"file": (name, content)})
