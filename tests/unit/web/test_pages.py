"""What the pages say, and the errors that people read."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from eclaireur.assistant import Assistant
from eclaireur.catalogues.file import File
from eclaireur.core.dataset import Dataset
from eclaireur.core.suggestion import State
from eclaireur.messages import Locale
from eclaireur.web.language import Links

from .visitors import DESCRIPTION, Browser


async def test_an_empty_catalogue_says_how_to_fill_it(browser: Browser) -> None:
    page = (await browser.get("/")).text
    assert "eclaireur catalogue import" in page
    assert 'href="/drafts/new"' in page
    assert "/api/v1/export" not in page


async def test_without_a_model_every_page_says_that_nothing_is_sent(browser: Browser) -> None:
    page = await browser.get("/drafts/new")
    assert "sans modèle de langage. Aucun compte" in page.text
    assert "rien d’envoyé ailleurs" in page.text


async def test_the_list_is_searched_and_filtered(browser: Browser, assistant: Assistant) -> None:
    await assistant.put_datasets(
        [
            Dataset(identifier="a", title="Écoles", short_description="Dite."),
            Dataset(identifier="b", title="Arbres", keywords=("arbre",)),
        ]
    )
    assert titles((await browser.get("/")).text) == ["Arbres", "Écoles"]
    assert titles((await browser.get("/?q=ecole")).text) == ["Écoles"]
    assert titles((await browser.get("/?lacking=keywords")).text) == ["Écoles"]
    assert titles((await browser.get("/?q=arbres+ecoles&lacking=keywords")).text) == ["Écoles"]
    page = (await browser.get("/?q=xyz&lacking=keywords")).text
    assert "Rien ne répond à cette recherche" in page
    assert "2 jeux de données" in (await browser.get("/")).text


async def test_pages_follow_each_other(browser: Browser, assistant: Assistant) -> None:
    await assistant.put_datasets(
        Dataset(identifier=str(number), title=f"Titre {number:02}") for number in range(45)
    )
    seen, address = [], "/"
    while address:
        page = (await browser.get(address)).text
        seen += titles(page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        address = found[1].replace("&amp;", "&") if found else ""
    assert sorted(seen) == [f"Titre {number:02}" for number in range(45)]


@pytest.mark.parametrize("prefix", ["", "/en"])
async def test_past_the_end_is_the_last_page(
    browser: Browser, assistant: Assistant, prefix: str
) -> None:
    await assistant.put_datasets(
        Dataset(identifier=str(number), title=f"Titre {number:02}") for number in range(45)
    )
    answer = await browser.get(f"{prefix}/?page=99", follow_redirects=True)
    assert answer.url.path == f"{prefix}/"
    assert dict(answer.url.params) == {"page": "3"}
    assert titles(answer.text) == [f"Titre {number:02}" for number in range(40, 45)]


async def test_past_the_end_of_what_is_found_is_its_last_page(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets(
        Dataset(identifier=str(number), title=f"Titre {number:02}") for number in range(25)
    )
    answer = await browser.get("/?q=titre&order=recent&page=9999", follow_redirects=True)
    assert dict(answer.url.params) == {"q": "titre", "order": "recent", "page": "2"}
    assert len(titles(answer.text)) == 5


async def test_a_filter_that_nothing_passes_speaks_of_no_search(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets([Dataset(identifier="a", title="Arbres", keywords=("arbre",))])
    page = (await browser.get("/?lacking=keywords")).text
    assert "Aucun jeu de données n’est dans ce cas" in page
    assert "cette recherche" not in page


async def test_data_opened_for_a_record_are_told_apart(browser: Browser) -> None:
    file = {"file": ("arbres.csv", b"espece;hauteur\nplatane;12\n", "text/csv")}
    answer = await browser.send_form("/drafts/file", {}, files=file)
    assert answer.status_code == 422
    assert "arbres.csv ne contient pas de fiche, mais semble contenir des données" in answer.text


@pytest.mark.parametrize(
    "identifier", ["a/b", "a b", "é", "a?b#c", "a%2Fb", "a&b=<c>", "../x", "suggestions", "x/"]
)
async def test_any_identifier_has_a_page(
    browser: Browser, assistant: Assistant, identifier: str
) -> None:
    await assistant.put_datasets([Dataset(identifier=identifier, title="Le titre")])
    [address] = re.findall(r'<h3><a href="([^"]+)"', (await browser.get("/")).text)
    page = await browser.get(address)
    assert page.status_code == 200
    assert "<h1>Le titre</h1>" in page.text
    other = re.findall(r'href="(/en/[^"]+)" hreflang="en"', page.text)[0]
    assert "<h1>Le titre</h1>" in (await browser.get(other)).text


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    ("path", "status"),
    [("/nope", 404), ("/datasets/none", 404), ("/?page=x", 422), ("/suggestions", 405)],
)
async def test_an_error_is_a_page_with_a_way_back(
    browser: Browser, prefix: str, path: str, status: int
) -> None:
    answer = await browser.get(prefix + path)
    assert answer.status_code == status
    assert f'<html lang="{"en" if prefix else "fr"}">' in answer.text
    assert f'class="button" href="{prefix}/"' in answer.text


async def test_htmx_is_told_of_an_error_in_the_page(browser: Browser) -> None:
    fields = {"dataset": "none", "field": "keywords"}
    answer = await browser.send_form("/suggestions", fields, headers={"HX-Request": "true"})
    assert answer.status_code == 404
    assert answer.headers["hx-retarget"] == "#notice"
    assert answer.text.lstrip().startswith('<div id="notice"')


async def test_a_defect_is_a_page_and_its_log_quotes_nobody(
    browser: Browser,
    assistant: Assistant,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(identifier: str) -> None:
        raise ZeroDivisionError(f"the record of {identifier}")

    monkeypatch.setattr(assistant, "view", broken)
    answer = await browser.get("/en/datasets/jean-dupont")
    assert answer.status_code == 500
    assert "Éclaireur met a defect" in answer.text
    assert "content-security-policy" in answer.headers
    assert "ZeroDivisionError" in caplog.text
    assert "dupont" not in caplog.text


async def test_a_withheld_proposal_says_what_to_write(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets([Dataset(identifier="x", title="Titre", description="Court.")])
    suggestion = await assistant.suggest("x", "short_description")
    assert suggestion.state is State.WITHHELD
    page = (await browser.get("/datasets/x")).text
    assert "Éclaireur préfère ne rien proposer" in page
    assert "il en faut au moins 200" in page
    assert "une fiche publiée se modifie sur le portail" in page
    assert "field-short_description-ask" not in page


@pytest.mark.parametrize(
    ("prefix", "named", "cold"),
    [
        ("", "Nommé par le vocabulaire", "Le catalogue n’a encore aucun autre jeu de données"),
        ("/en", "Named by the vocabulary", "The catalogue has no other dataset with keywords"),
    ],
)
async def test_a_keyword_shows_its_concept_and_a_cold_catalogue_is_told(
    browser: Browser, assistant: Assistant, prefix: str, named: str, cold: str
) -> None:
    await assistant.put_datasets([Dataset(identifier="g", title="Géothermie profonde")])
    await assistant.suggest("g", "keywords")
    page = (await browser.get(f"{prefix}/datasets/g")).text
    assert named in page
    assert 'href="https://voc.example/geothermie?a=1&amp;b=2"' in page
    assert "&lt;b&gt;énergie&lt;/b&gt;" in page
    assert "<b>énergie" not in page
    assert cold in page


async def test_a_withheld_proposal_for_a_draft_leads_to_its_form(
    browser: Browser, assistant: Assistant
) -> None:
    draft = await assistant.add_draft(Dataset(identifier="x", title="Titre"))
    await assistant.suggest(draft.identifier, "short_description")
    page = (await browser.get(f"/datasets/{draft.identifier}")).text
    card = page[page.index('id="field-short_description"') : page.index('id="field-keywords"')]
    assert "modifier la fiche ici, puis redemander" in card
    assert f'href="/drafts/{draft.identifier}/edit"' in card


async def test_a_change_of_the_source_makes_a_proposal_stale(
    browser: Browser, assistant: Assistant, dataset: Dataset
) -> None:
    suggestion = await assistant.suggest(dataset.identifier, "keywords")
    await assistant.put_datasets([dataset.model_copy(update={"title": "Autre chose"})])
    page = (await browser.get("/datasets/arbres")).text
    assert "La fiche a changé depuis la proposition" in page
    assert "Demander une nouvelle proposition" in page
    answer = await browser.send_form(
        f"/suggestions/{suggestion.key}/choices",
        {"do": "decide", "added": "mes mots"},
        headers={"HX-Request": "true"},
    )
    assert answer.status_code == 409
    assert "Demandez-en une nouvelle" in answer.text
    problem = answer.text[answer.text.index("message--problem") :].partition("</p>")[0]
    assert suggestion.key not in problem
    assert "mes-mots" in answer.text
    assert "field-keywords-ask" in answer.text


@pytest.mark.parametrize("action", ["", "delete"])
async def test_a_decision_that_no_page_offers_is_refused(
    browser: Browser, assistant: Assistant, dataset: Dataset, action: str
) -> None:
    key = (await assistant.suggest(dataset.identifier, "keywords")).key
    answer = await browser.send_form(f"/suggestions/{key}/decision", {"action": action})
    assert answer.status_code == 400
    assert (await assistant.suggestion(key)).state is State.PROPOSED


@pytest.mark.parametrize("locale", ["fr", "en"])
async def test_every_state_has_a_card_in_both_languages(
    browser: Browser, assistant: Assistant, dataset: Dataset, locale: Locale
) -> None:
    address = Links(locale).dataset(dataset.identifier)
    states = []
    for fields in (
        {"action": "accept"},
        {"action": "edit", "value": "Autre texte."},
        {"action": "reject", "reason": "too_long"},
    ):
        suggestion = await assistant.suggest("arbres", "short_description")
        states += re.findall(r'class="state state--(\w+)"', (await browser.get(address)).text)
        key = suggestion.key
        await browser.send_form(f"/suggestions/{key}/decision", fields)
        states += re.findall(r'class="state state--(\w+)"', (await browser.get(address)).text)
        await browser.send_form(f"/suggestions/{key}/undo", {})
    assert states == ["proposed", "accepted", "proposed", "edited", "proposed", "rejected"]


def titles(page: str) -> Iterable[str]:
    return re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', page)


async def test_nothing_is_proposed_for_what_its_source_no_longer_holds_and_the_page_says_why(
    browser: Browser, assistant: Assistant, tmp_path: Path
) -> None:
    def catalogue(*identifiers: str) -> File:
        place = tmp_path / "catalogue.jsonl"
        records = [{"id": each, "title": each, "description": DESCRIPTION} for each in identifiers]
        place.write_text("".join(json.dumps(each) + "\n" for each in records), "utf-8")
        return File(str(place), "portal")

    await assistant.harvest(catalogue("kept", "gone"), lambda _: None)
    assert 'id="field-keywords-ask"' in (await browser.get("/datasets/gone")).text
    suggestion = await assistant.suggest("gone", "short_description")
    await assistant.harvest(catalogue("kept"), lambda _: None)
    page = (await browser.get("/datasets/gone")).text
    assert "Disparu de sa source." in page
    assert "-ask" not in page
    assert "-another" not in page
    assert page.count("Rien n’est proposé pour ce jeu de données") == len(assistant.fields)
    # What was proposed before may still be decided on.
    assert f"/suggestions/{suggestion.key}/decision" in page
    await assistant.harvest(catalogue("kept", "gone"), lambda _: None)
    page = (await browser.get("/datasets/gone")).text
    assert 'id="field-keywords-ask"' in page
    assert "Rien n’est proposé pour ce jeu de données" not in page
