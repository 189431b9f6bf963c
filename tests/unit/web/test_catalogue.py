"""Looking for datasets on the page, and saying whether what was found serves."""

import re
from html import unescape

import pytest

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset, Distribution, Location, PeriodOfTime
from eclaireur.core.errors import SearchIndexUnwritable
from eclaireur.core.feedback import FeedbackCount, FoundBy
from eclaireur.core.suggestion import Action, Decision

from .visitors import DESCRIPTION, ORIGIN, Browser, Clock

TREES = Dataset(
    identifier="arbres",
    title="Arbres des rues",
    description=DESCRIPTION,
    publisher="Ville de Valombreuse",
    license="Licence Ouverte",
    modified="2025-12-20",
    temporal=PeriodOfTime(start="2019-01-01", end="2021-12-31"),
    spatial=Location(zones=("Valombreuse",)),
    distributions=(Distribution(format="csv"), Distribution(format="geojson")),
    extras={"metric": {"views": 12}},
)
POOLS = Dataset(
    identifier="piscines",
    title="Piscines municipales",
    # A word of the catalogue corrects another once it is read three times.
    description="Horaires des piscines, par saison, et bassins de ces piscines.",
    short_description="Où et quand nager.",
    keywords=("piscine",),
    publisher="Ville d’Ombreval",
    license="ODbL",
    modified="2026-02-28",
    distributions=(Distribution(format="json"),),
    extras={"metric": {"views": 9_000}},
)


@pytest.fixture(autouse=True)
async def catalogue(assistant: Assistant) -> None:
    await assistant.put_datasets([TREES, POOLS])


async def test_a_result_says_what_it_is_and_why_it_was_found(browser: Browser) -> None:
    page = await read(browser, "/?q=arbres")
    assert titles(page) == ["Arbres des rues"]
    assert "Ville de Valombreuse" in page
    assert "Emplacement des arbres plantés le long des rues" in page
    assert "CSV, GEOJSON" in page
    assert "mis à jour il y a 2 mois" in page
    assert "Dans le titre\u00a0: «\u00a0arbres\u00a0»" in page
    assert "Très consulté" not in page
    assert "Très consulté" in await read(browser, "/?q=piscine")
    assert "score" not in page


async def test_a_word_is_shown_as_typed_and_as_it_was_read(browser: Browser) -> None:
    page = await read(browser, "/?q=Piscïnnes")
    assert titles(page) == ["Piscines municipales"]
    assert "Résultats aussi pour «\u00a0piscines\u00a0»." in page
    assert "«\u00a0Piscïnnes\u00a0» lu «\u00a0piscines\u00a0»" in page


async def test_only_a_decision_changes_what_a_result_says_it_is(
    browser: Browser, assistant: Assistant
) -> None:
    suggestion = await assistant.suggest("arbres", "short_description")
    page = await read(browser, "/?q=arbres")
    assert "description retenue ici" not in page
    assert "1 proposition à décider" in page
    own = Decision(action=Action.EDIT, value="Les arbres, un par un.")
    await assistant.decide(suggestion.key, own)
    page = await read(browser, "/?q=arbres")
    assert re.search(r"Les arbres, un par un\. <span[^>]*>\(description retenue ici\)", page)
    assert "Sans description courte</li>" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("organisation=ville+de+valombreuse", ["Arbres des rues"]),
        ("format=JSON", ["Piscines municipales"]),
        ("license=odbl", ["Piscines municipales"]),
        ("place=Valombreuse", ["Arbres des rues"]),
        ("since=2020&until=2020", ["Arbres des rues"]),
        ("since=2021&until=2020", ["Arbres des rues"]),
        ("until=2018", []),
        ("order=recent", ["Piscines municipales", "Arbres des rues"]),
        ("order=usage", ["Piscines municipales", "Arbres des rues"]),
        ("q=arbres&lacking=keywords", ["Arbres des rues"]),
        ("q=piscines&lacking=keywords", []),
        ("order=recent&lacking=short_description", ["Arbres des rues"]),
    ],
)
async def test_results_are_chosen_and_put_in_order(
    browser: Browser, query: str, found: list[str]
) -> None:
    assert titles(await read(browser, f"/?{query}")) == found


async def test_a_filter_is_named_and_can_be_taken_off(browser: Browser) -> None:
    page = await read(browser, "/?q=arbres&format=csv&place=Valombreuse&order=recent")
    assert "Format de fichier\u00a0: csv" in page
    assert 'href="/?q=arbres&place=Valombreuse&order=recent"' in page
    assert '<input type="hidden" name="order" value="recent">' in page
    # What was found comes first; where nothing was, what was written can be corrected.
    assert '<details class="refine">' in page
    assert '<details class="refine" open>' in await read(browser, "/?q=arbres&format=json")


async def test_what_answers_is_counted_and_each_count_is_that_of_the_page_it_leads_to(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets(
        Dataset(
            identifier=f"arbre-{number}",
            title=f"Arbres abattus {number}",
            publisher="Ville de Grandval" if number % 3 else "Métropole de Grandval",
            keywords=("arbre",) if number % 2 else (),
            distributions=(Distribution(format="csv"),),
        )
        for number in range(6)
    )
    for asked in ("q=arbres", "q=arbres&lacking=keywords", "order=recent", ""):
        page = await read(browser, f"/?{asked}")
        lists = re.findall(r'<ul class="names".*?</ul>', page, re.DOTALL)
        pills = re.findall(r'<nav class="filters".*?</nav>', page, re.DOTALL)
        found = re.findall(
            r'href="([^"]+)"[^>]*>[^<]*(?:</a>)? <span class="number">(\d+)<',
            "".join(lists + pills),
        )
        assert len(found) >= 6, asked
        for address, number in found:
            total = re.search(r'role="status">\s*(\d+|Aucun)', await read(browser, address))
            assert total
            assert total[1].replace("Aucun", "0") == number, (asked, address)


async def test_a_part_of_a_name_is_enough_and_the_commonest_names_come_first(
    browser: Browser, assistant: Assistant
) -> None:
    assert titles(await read(browser, "/?organisation=valom")) == ["Arbres des rues"]
    assert titles(await read(browser, "/?license=ouv")) == ["Arbres des rues"]
    await assistant.put_datasets([TREES.model_copy(update={"identifier": "second"})])
    page = await read(browser, "/?q=arbres+piscines")
    names = re.findall(r'organisation=[^"]+">([^<]+)</a> <span class="number">(\d)', page)
    assert names == [("Ville de Valombreuse", "2"), ("Ville d’Ombreval", "1")]


async def test_what_can_be_paged_through_is_told_apart_from_what_answers(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets(
        Dataset(identifier=f"lieu-{number}", title=f"Lieux {number}") for number in range(1_010)
    )
    page = await read(browser, "/?q=lieux")
    assert "1\u202f010 jeux de données" in page
    assert "les 1\u202f000 premiers se parcourent" in page
    assert "page 1 sur 50" in page
    assert (await browser.get("/?q=lieux&page=51")).headers["location"] == "/?q=lieux&page=50"


async def test_an_order_by_date_leaves_out_what_says_little_and_says_so(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets(
        [
            Dataset(identifier="both", title="Patinoires, gymnases, stades", modified="2020-01-01"),
            Dataset(
                identifier="one",
                title="Rien",
                description="Non loin des gymnases.",
                modified="2026-01-01",
            ),
            Dataset(identifier="more", title="Gymnases", modified="2025-01-01"),
            Dataset(identifier="others", title="Gymnases du nord", modified="2024-01-01"),
        ]
    )
    page = await read(browser, "/?q=patinoires")
    assert "sont laissés de côté" not in page
    page = await read(browser, "/?q=patinoires+stades+gymnases&order=recent")
    assert titles(page) == ["Patinoires, gymnases, stades"]
    assert "3 autres jeux de données, qui disent moins de la moitié" in page
    assert len(titles(await read(browser, "/?q=patinoires+stades+gymnases"))) == 4


async def test_an_empty_answer_proposes_what_finds_something(browser: Browser) -> None:
    page = await read(browser, "/?q=arbres&format=json&place=Valombreuse")
    assert titles(page) == []
    ideas = dict(re.findall(r'<li><a href="([^"]+)">([^<]*)</a> <span', page))
    assert "/?q=arbres&place=Valombreuse" in ideas
    assert "/?q=arbres&format=json" not in ideas
    assert ideas["/?q=arbres"] == "Retirer tous les filtres"
    for address in ideas:
        assert titles(await read(browser, address)), address


async def test_words_that_no_record_holds_are_told(browser: Browser) -> None:
    page = await read(browser, "/?q=xyzzyx")
    assert "Aucune fiche ne contient «\u00a0xyzzyx\u00a0»." in page
    assert "Essayez un mot plus courant" in page
    assert 'id="feedback"' not in page


@pytest.mark.parametrize(
    "query", ["since=20", "until=0000", "order=best", "lacking=title", "q=" + "x" * 1_001]
)
async def test_what_no_form_sends_is_refused(browser: Browser, query: str) -> None:
    assert (await browser.get(f"/?{query}")).status_code == 422


@pytest.mark.parametrize(
    "text", ["", "%20", "%00", "%ED%A0%80", "%FF", "?!", "a" * 1_000, "e%20" * 300]
)
async def test_anything_may_be_looked_for(browser: Browser, text: str) -> None:
    assert (await browser.get(f"/?q={text}&place={text[:50]}")).status_code == 200


async def test_a_title_of_any_length_leads_to_its_twins(
    browser: Browser, assistant: Assistant
) -> None:
    title = "Comptages des passages " * 60
    await assistant.put_datasets(
        Dataset(identifier=str(year), title=f"{title}{year}") for year in (2020, 2021)
    )
    page = await read(browser, "/?q=comptages")
    address = re.findall(r'class="hint alike"><a href="([^"]+)"', page)[0]
    assert len(titles(await read(browser, address))) >= 2
    assert "1 autre jeu de même titre" in await read(browser, "/datasets/2020")


async def test_an_index_that_cannot_be_read_is_told_and_the_list_still_stands(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise SearchIndexUnwritable(place="/data/search", problem="disque plein")

    monkeypatch.setattr("eclaireur.search.SearchIndex.find", fail)
    monkeypatch.setattr("eclaireur.search.SearchIndex.similar", fail)
    answer = await browser.get("/?q=arbres")
    assert (answer.status_code, "disque plein" in answer.text) == (503, True)
    assert titles(await read(browser, "/")) == ["Arbres des rues", "Piscines municipales"]
    page = await browser.get("/datasets/arbres")
    assert (page.status_code, "disque plein" in page.text) == (200, True)
    assert "Proposer des mots-clés" in page.text


async def test_whether_results_serve_is_counted_by_day_and_by_the_way_they_were_found(
    browser: Browser, assistant: Assistant, clock: Clock
) -> None:
    for query, found_by, useful in (
        ("q=arbres", FoundBy.WORDS, True),
        ("q=piscinnes", FoundBy.SPELLING, False),
        ("format=csv", FoundBy.FILTERS, True),
    ):
        page = await read(browser, f"/?{query}")
        assert f'name="found_by" value="{found_by}"' in page
        form = {"found_by": found_by, "useful": "yes" if useful else "no"}
        came_from = {"Referer": f"{ORIGIN}/?{query}"}
        answer = await browser.send_form("/search/feedback", form, headers=came_from)
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/?{query}&merci=1#feedback"
        assert "votre réponse est comptée" in await read(browser, answer.headers["location"])
        counted = FeedbackCount(day=clock().date(), found_by=found_by, useful=useful, count=1)
        assert counted in await assistant.feedback()
    assert len(await assistant.feedback()) == 3


async def test_htmx_is_thanked_in_the_page(browser: Browser) -> None:
    form = {"found_by": "words", "useful": "yes"}
    answer = await browser.send_form("/en/search/feedback", form, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert 'data-announce="Thank you, your answer is counted."' in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize(
    "came_from", ["", "https://exemple.invalid/?q=x", f"{ORIGIN}/datasets/arbres?x=1", "//["]
)
async def test_nobody_is_led_elsewhere_after_an_answer(browser: Browser, came_from: str) -> None:
    form = {"found_by": "words", "useful": "no"}
    answer = await browser.send_form("/search/feedback", form, headers={"Referer": came_from})
    assert answer.headers["location"] == "/?merci=1#feedback"


@pytest.mark.parametrize(
    "form", [{}, {"found_by": "words"}, {"found_by": "arbres", "useful": "yes"}]
)
async def test_an_answer_that_no_form_gives_is_refused(
    browser: Browser, assistant: Assistant, form: dict[str, str]
) -> None:
    assert (await browser.send_form("/search/feedback", form)).status_code == 400
    assert (await browser.post("/search/feedback", data=form)).status_code == 403
    assert await assistant.feedback() == ()


@pytest.mark.parametrize(
    "path",
    [
        "/?q=introuvable+Kerbrat&place=Secrète",
        "/?q=arbres+Kerbrat&organisation=Secrète&order=usage",
        "/api/v1/search?q=introuvable+Kerbrat&place=Secrète",
        "/api/v1/search/breakdown?q=Kerbrat&license=Secrète",
        f"/?q={'Kerbrat' * 200}",
        f"/api/v1/search?q={'Kerbrat' * 200}",
        "/api/v1/search?q=Kerbrat&order=Secrète",
    ],
)
async def test_a_search_is_neither_logged_nor_sent_to_another_site(
    browser: Browser, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    caplog.set_level("DEBUG")
    answer = await browser.get(path)
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-store"
    logged = [each.getMessage() for each in caplog.records if each.name.startswith("eclaireur")]
    route, status = path.partition("?")[0], answer.status_code
    assert any(f"GET {route} {status}" in line for line in logged)
    assert not any("Kerbrat" in line or "Secr" in line for line in logged)


async def read(browser: Browser, address: str) -> str:
    return unescape((await browser.get(address)).text)


def titles(page: str) -> list[str]:
    return re.findall(r"<h3><a [^>]+>([^<]+)</a></h3>", page)
