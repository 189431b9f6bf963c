"""The operator's page for keywords, over a real installation."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from empty_stores import empty_data

from eclaireur import Settings
from eclaireur.assistant import Assistant, Run, RunKind
from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import NamedConcept
from eclaireur.methods.vocabulary import Ranker
from eclaireur.store import RankerFile, VocabularyFiles, WorkFile
from eclaireur.vocabularies import received_vocabulary
from eclaireur.web.app import create_app
from eclaireur.wiring.installation import Installation, open_installation

from .visitors import ORIGIN, Browser

CONCEPT = {"id": "1", "uri": "https://voc/1", "pref_fr": "qualité de l’air", "pref_en": None}
VOCABULARY = json.dumps(CONCEPT).encode() + b"\n"
AIR = Dataset(identifier="air", title="Qualité de l’air à Valmorel", description="Relevés.")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=empty_data(tmp_path / "data"))


@pytest.fixture
async def installation(settings: Settings) -> AsyncIterator[Installation]:
    async with open_installation(settings) as opened:
        await opened.assistant.put_datasets([AIR])
        yield opened


@pytest.fixture
async def browser(installation: Installation) -> AsyncIterator[Browser]:
    app = create_app(installation.assistant, installation.tracer, installation.workshop)
    async with Browser(transport=httpx.ASGITransport(app), base_url=ORIGIN) as browser:
        yield browser


async def add(browser: Browser, content: bytes, name: str = "", file: str = "voc.jsonl") -> Any:
    return await browser.send_form(
        "/keywords/vocabularies", {"name": name}, files={"file": (file, content)}
    )


async def concepts(assistant: Assistant, identifier: str) -> set[str]:
    await assistant.put_datasets([AIR.model_copy(update={"identifier": identifier})])
    suggestion = await assistant.suggest(identifier, "keywords")
    found = [each.support for each in suggestion.outcome.evidence]
    return {each.vocabulary for each in found if isinstance(each, NamedConcept)}


async def test_it_tells_what_serves_and_that_nothing_was_added(browser: Browser) -> None:
    page = await browser.get("/keywords")
    assert page.status_code == 200
    assert Ranker.shipped().training.version in page.text
    assert "Aucun vocabulaire n’a été ajouté" in page.text
    assert "<progress" not in page.text
    assert 'href="/keywords"' in (await browser.get("/")).text
    assert "Train on this catalogue" in (await browser.get("/en/keywords")).text


async def test_a_vocabulary_that_is_added_serves_from_the_next_proposal_on(
    browser: Browser, installation: Installation
) -> None:
    assert await concepts(installation.assistant, "before") == set()
    added = await add(browser, VOCABULARY, "Mon vocabulaire")
    assert added.status_code == 303
    page = (await browser.get("/keywords")).text
    assert "mon-vocabulaire" in page
    assert await concepts(installation.assistant, "after") == {"mon-vocabulaire"}


async def test_what_another_process_adds_replaces_or_deletes_serves_too(
    settings: Settings, installation: Installation
) -> None:
    files = VocabularyFiles(settings.vocabularies)
    one = received_vocabulary(VOCABULARY, "voc.jsonl", max_inflated=1000)
    files.keep(one)
    assert await concepts(installation.assistant, "added") == {"voc"}
    other = {**CONCEPT, "pref_fr": "bruit"}
    files.keep(received_vocabulary(json.dumps(other).encode(), "voc.jsonl", max_inflated=1000))
    assert await concepts(installation.assistant, "replaced") == set()
    files.keep(one)
    assert await concepts(installation.assistant, "again") == {"voc"}
    (settings.vocabularies / "voc.json").unlink()
    assert await concepts(installation.assistant, "deleted") == set()


async def test_a_ranker_that_is_trained_elsewhere_serves_and_is_told(
    browser: Browser, settings: Settings, installation: Installation
) -> None:
    shipped = Ranker.shipped()
    training = shipped.training.model_copy(update={"version": "ailleurs"})
    RankerFile(settings.ranker_file).keep(Ranker(shipped.trees, training))
    assert "ailleurs" in (await browser.get("/keywords")).text
    settings.ranker_file.write_bytes(b"damaged")
    page = await browser.get("/keywords")
    assert page.status_code == 200
    assert "est inutilisable" in page.text
    # It is read again: what it is now can propose nothing, and says so.
    suggestion = await installation.assistant.preview(AIR, "keywords")
    assert suggestion.reason is not None
    assert suggestion.reason.code == "method-failed"


@pytest.mark.parametrize(
    ("content", "name", "file", "told"),
    [
        (VOCABULARY, "é", "voc.jsonl", "ne peut pas s’appeler"),
        (b"{", "", "voc.jsonl", "La ligne 1 est illisible"),
        (b"", "", "voc.jsonl", "ne contient aucun concept"),
        (b"@prefix a: <http://a/> .\na:b", "", "voc.ttl", "voc.ttl n’est pas du Turtle lisible"),
        (gzip.compress(b" " * 65 * 2**20, 1), "", "voc.jsonl.gz", "une fois décompressé"),
        (gzip.compress(VOCABULARY)[:-9], "", "voc.jsonl.gz", "est abîmé ou incomplet"),
        (b"", "", "", "Aucun fichier n’a été choisi"),
    ],
    ids=["name", "line", "empty", "turtle", "inflated", "damaged", "no-file"],
)
async def test_what_cannot_be_added_is_told_and_changes_nothing(
    browser: Browser, settings: Settings, content: bytes, name: str, file: str, told: str
) -> None:
    refused = await add(browser, content, name, file)
    assert refused.status_code == 422
    assert told in refused.text
    assert f'name="name" value="{name}"' in refused.text
    assert VocabularyFiles(settings.vocabularies).all() == ()


async def test_too_small_a_catalogue_says_what_it_lacks(browser: Browser) -> None:
    started = await browser.send_form("/keywords/runs", {"kind": "train"})
    assert started.status_code == 303
    assert started.headers["location"] == "/keywords#ranker"
    for _ in range(400):
        page = (await browser.get("/keywords")).text
        if "Entraînement en cours" not in page:
            break
        await asyncio.sleep(0.05)
    assert "L’entraînement a échoué" in page
    assert "Le catalogue n’a que 0 jeux de données avec mots-clés" in page


async def test_who_comes_second_sees_how_far_the_first_is(
    browser: Browser, settings: Settings
) -> None:
    journal = WorkFile(settings.keyword_runs)
    run = Run(key="k", kind=RunKind.TRAIN, began_at=datetime.now(UTC), datasets=1234)
    with journal.held():
        journal.write(run.model_dump_json())
        refused = await browser.send_form("/keywords/runs", {"kind": "evaluate"})
        assert refused.status_code == 409
        assert "déjà en cours" in refused.text
        assert "1 234" in refused.text.replace("\u202f", " ")
        assert "<progress" in refused.text
        assert 'http-equiv="refresh"' in refused.text
        part = await browser.get("/keywords/ranker", headers={"HX-Request": "true"})
        assert part.text.lstrip().startswith("<section")
        assert 'hx-trigger="every 1s"' in part.text
    stopped = await browser.get("/keywords")
    assert "s’est arrêté avant la fin" in stopped.text
    assert "<progress" not in stopped.text
    assert 'http-equiv="refresh"' not in stopped.text


async def test_no_other_site_can_begin_or_add_anything(
    browser: Browser, settings: Settings
) -> None:
    for path in ("/keywords/runs", "/keywords/vocabularies"):
        assert (await browser.post(path, data={"kind": "train"})).status_code == 403
    assert WorkFile(settings.keyword_runs).read() is None


async def test_without_a_workshop_there_is_no_such_page(installation: Installation) -> None:
    transport = httpx.ASGITransport(create_app(installation.assistant))
    async with Browser(transport=transport, base_url=ORIGIN) as browser:
        assert (await browser.get("/keywords")).status_code == 404
        assert 'href="/keywords"' not in (await browser.get("/")).text
