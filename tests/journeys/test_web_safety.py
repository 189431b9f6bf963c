"""A hostile catalogue, in a real browser: nothing runs, nothing is fetched, nothing leaks."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Server, serving

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=https://exemple.invalid/x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "{{ 7 * 7 }}{% raw %}",
    "<div hx-get=/drafts/new hx-trigger=load data-hx-get=/drafts/new>x</div>",
    "<hx-partial hx-target='#content'><script>alert(1)</script></hx-partial>",
    "<style>*{background:url(https://exemple.invalid/y)}</style>",
    "[lien](javascript:alert(1)) ![image](https://exemple.invalid/z.png)",
    "</textarea><script>alert(1)</script>",
    "<base href=https://exemple.invalid/><meta http-equiv=refresh content=0>",
]
FACTS = (
    "Emplacement des arbres plantés le long des rues de la commune. Pour chaque arbre sont donnés "
    "l’essence, l’année de plantation, la circonférence du tronc et la date du dernier élagage. "
    "Les relevés sont faits à pied par le service des espaces verts, quartier par quartier. "
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a catalogue that attacks from each of its fields."""
    home = tmp_path_factory.mktemp("hostile")
    file = home / "catalogue.jsonl"
    records = [
        {
            "id": f"{number}/{attack}",
            "title": f"Arbres {attack}",
            "description": f"{FACTS}{attack} {FACTS}",
            "organization": attack,
            "tags": [attack, "arbre"],
            "license": attack,
            "frequency": attack,
            "temporal": {"start": attack, "end": attack},
            "spatial": {"granularity": attack, "zones": [attack]},
            "resources_formats": [attack],
        }
        for number, attack in enumerate(ATTACKS)
    ]
    file.write_text("\n".join(map(json.dumps, records)))
    with serving(home / "data", file) as server:
        yield server


def test_nothing_of_a_hostile_catalogue_runs(open_page: Opened) -> None:
    # `open_page` fails on any dialog, script error, refusal of the policy or request elsewhere.
    page = open_page("/")
    addresses = [str(link.get_attribute("href")) for link in page.locator(".datasets h3 a").all()]
    assert len(addresses) == len(ATTACKS)
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Arbres")
        page.locator("#field-keywords-ask").click()
        expect(page.locator("#field-keywords .state")).to_be_visible()
        page.locator("#field-short_description-ask").click()
        expect(page.locator("#field-short_description .state")).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
        assert not page.locator("main script, main style, main img, main iframe").count()
        assert page.url.endswith(address)


def test_what_a_person_types_does_not_run_either(open_page: Opened) -> None:
    page = open_page("/drafts/new")
    attacks = " ".join(ATTACKS)
    page.locator("#draft-title").fill(attacks)
    page.locator("#draft-keywords").fill(", ".join(ATTACKS))
    page.get_by_role("button", name="Travailler sur cette fiche").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(attacks)
    page.get_by_role("link", name="Modifier la fiche").click()
    expect(page.locator("#draft-title")).to_have_value(attacks)


def test_a_file_too_large_is_refused_with_a_page(open_page: Opened, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.jsonl"
    file.write_bytes(b'{"title": "x"}\n' * 450_000)
    page = open_page("/drafts/new")
    page.get_by_label("Fichier", exact=True).set_input_files(file)
    page.get_by_role("button", name="Ouvrir le fichier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cela n’a pas marché")
    expect(page.locator("main")).to_contain_text("5 Mo au plus")


def test_another_site_cannot_write_here(open_page: Opened, server: Server) -> None:
    """A page of another origin posts to us, as a form and as a script would."""
    page = open_page("/")
    answers = []
    page.context.route(
        "http://ailleurs.invalid/",
        lambda route: route.fulfill(
            content_type="text/html",
            body=f'<form method=post action="{server.url}/drafts"><input name=title value=x>'
            "<button>Envoyer</button></form>",
        ),
    )
    page.context.on(
        "response",
        lambda answer: answers.append(answer.status) if "/drafts" in answer.url else None,
    )
    other = page.context.new_page()
    other.goto("http://ailleurs.invalid/")
    other.get_by_role("button", name="Envoyer").click()
    other.wait_for_url("**/drafts")
    assert answers == [403]


def test_the_log_of_all_this_holds_no_path_query_or_address(
    open_page: Opened, server: Server
) -> None:
    page = open_page("/?q=SECRET")
    page.goto("/drafts/new")
    page.locator("#draft-title").fill("SECRET")
    page.get_by_role("button", name="Travailler sur cette fiche").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("SECRET")
    identifier = page.url.rpartition("/")[2]
    assert "GET /datasets/{identifier:path} 200" in server.log
    for private in ("SECRET", "?", identifier, "127.0.0.1:", "HeadlessChrome", "alert("):
        assert private not in server.log.replace(server.url, "")
