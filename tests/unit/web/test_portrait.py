"""What the page of a dataset tells to whom may use it."""

import re
from html import unescape

import pytest

from eclaireur.assistant import Assistant
from eclaireur.core.dataset import Dataset, Distribution, Location, PeriodOfTime
from eclaireur.core.suggestion import Action, Decision
from eclaireur.web.rendering import safe_address

from .visitors import DESCRIPTION, Browser

WHOLE = Dataset(
    identifier="arbres",
    title="Arbres des rues en 2024",
    description=DESCRIPTION,
    short_description="Les arbres des rues.",
    keywords=("arbre",),
    theme=("http://publications.europa.eu/resource/authority/data-theme/ENVI",),
    publisher="Ville de Valombreuse",
    license="Licence Ouverte",
    frequency="monthly",
    modified="2026-02-20",
    temporal=PeriodOfTime(start="2019-01-01"),
    spatial=Location(zones=("Valombreuse",)),
    distributions=tuple(
        Distribution(format="csv", title=f"Fichier {number}", access_url="https://x.invalid/a.csv")
        for number in range(12)
    ),
    extras={"metric": {"views": 1_840, "reuses": 1, "followers": 3}},
)


async def test_the_essentials_come_before_the_proposals(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets([WHOLE])
    page = await read(browser)
    order = [
        "Publié par Ville de Valombreuse",
        "Les arbres des rues.",
        "Description courte publiée",
        "20 février 2026",
        "(il y a 9 jours)",
        "Mensuelle",
        "Valombreuse</dd>",
        "depuis le 1er janvier 2019",
        "Licence Ouverte",
        "<li>Environnement</li>",
        "1\u202f840 consultations, 1 réutilisation",
        "Fichier 0",
        "2 autres fichiers",
        "Description, telle que publiée",
        "Ce qu’Éclaireur peut proposer",
    ]
    assert [each for each in order if each not in page] == []
    assert sorted(order, key=page.index) == order
    assert "Ce que la fiche ne dit pas" not in page
    assert "dépasse de loin" not in page
    links = re.findall(r'<a href="https://x\.invalid[^>]+>', page)
    assert len(links) == 12
    assert {re.search(r'rel="([^"]+)"', each)[1] for each in links} == {  # type: ignore[index]
        "nofollow noopener noreferrer"
    }


async def test_what_is_missing_is_named(browser: Browser, assistant: Assistant) -> None:
    bare = Dataset(identifier="arbres", title="Arbres", frequency="unknown", spatial=Location())
    await assistant.put_datasets([bare])
    page = await read(browser)
    listed = page[page.index("Ce que la fiche ne dit pas") :]
    named = re.findall(r"</svg>\s*([^<]+)</li>", listed[: listed.index("</ul>")])
    assert [each.strip() for each in named] == [
        "Description",
        "Description courte",
        "Mots-clés",
        "Thèmes",
        "Organisation",
        "Fichiers",
        "Licence",
        "Fréquence de mise à jour",
        "Dernière mise à jour",
        "Période couverte",
        "Territoire couvert",
    ]
    assert "rien n’autorise la réutilisation" in page


async def test_proposals_and_originals_are_never_mixed_up(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets([WHOLE.model_copy(update={"short_description": None})])
    described = await assistant.suggest("arbres", "short_description")
    tagged = await assistant.suggest("arbres", "keywords")
    assert isinstance(described.value, str)
    assert tagged.value
    page = portrait(await read(browser))
    assert 'class="what' not in page
    assert "par une personne ici" not in page
    assert "Description courte</li>" in page
    await assistant.decide(described.key, Decision(action=Action.ACCEPT))
    added = Decision(action=Action.EDIT, value=("elagage-urbain",))
    await assistant.decide(tagged.key, added)
    page = portrait(await read(browser))
    accepted = page.index("Proposition automatique, acceptée par une personne ici le 1er mars 2026")
    assert page.index("what what--decided") < accepted < page.index("<dl")
    retained = page.index('class="retained"')
    assert page.index("<li>arbre</li>") < retained < page.index("<li>elagage-urbain</li>")
    assert page.index("<li>elagage-urbain</li>") < page.index("modifiée par une personne ici")
    assert "Description courte</li>" not in page


async def test_those_alike_are_listed_and_twins_counted(
    browser: Browser, assistant: Assistant
) -> None:
    others = [
        WHOLE.model_copy(update={"identifier": str(year), "title": f"Arbres des rues en {year}"})
        for year in (2022, 2023)
    ]
    near = Dataset(identifier="haies", title="Haies et arbres des parcs", description=DESCRIPTION)
    await assistant.put_datasets([WHOLE, *others, near])
    page = await read(browser)
    alike = page[page.index("Jeux de données semblables") :]
    assert "2 autres jeux de même titre, aux chiffres près" in alike
    assert '<a href="/datasets/haies">Haies et arbres des parcs</a>' in alike
    assert "Arbres des rues en 2022" not in alike


async def test_a_draft_is_worked_on_first_and_compared_with_nothing(
    browser: Browser, assistant: Assistant
) -> None:
    await assistant.put_datasets([WHOLE])
    draft = await assistant.add_draft(WHOLE)
    page = await read(browser, draft.identifier)
    assert page.index("Ce qu’Éclaireur peut proposer") < page.index("Fréquence de mise à jour")
    assert "Jeux de données semblables" not in page


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://donnees.exemple.fr/a.csv", "https://donnees.exemple.fr/a.csv"),
        (" http://exemple.fr ", "http://exemple.fr"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("ftp://exemple.fr/a", None),
        ("//exemple.fr/a", None),
        ("https://user:secret@exemple.fr/", None),
        ("https:///x", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str | None, shown: str | None) -> None:
    assert safe_address(address) == shown


async def read(browser: Browser, identifier: str = "arbres") -> str:
    return unescape((await browser.get(f"/datasets/{identifier}")).text)


def portrait(page: str) -> str:
    """The page down to the proposals."""
    return page[: page.index("Ce qu’Éclaireur peut proposer")]
