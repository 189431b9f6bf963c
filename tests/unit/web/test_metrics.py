"""What Prometheus collects: where each figure comes from, and what no label ever holds."""

import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import httpx
import pytest
from empty_stores import empty_data
from prometheus_client.parser import text_string_to_metric_families

from eclaireur.assistant import Assistant
from eclaireur.core.call import ANSWERED, Call
from eclaireur.core.dataset import Dataset
from eclaireur.core.publication import Declared
from eclaireur.core.suggestion import Action, Decision
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.usage import EnergySource, Usage
from eclaireur.ledger.budget import Budget
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, Ranker
from eclaireur.search import SearchIndex
from eclaireur.settings import Settings
from eclaireur.store import SqlStore, open_store
from eclaireur.tasks.registry import all_tasks
from eclaireur.web.app import create_app

from .visitors import DESCRIPTION, MODEL, ORIGIN, Browser, Clock

PERSON = "Soizic Kerbrat"
REFUSED = {("https://undeclared.example", "undeclared"): 2}
KNOWN = Usage(
    duration_s=0.7,
    input_tokens=100,
    output_tokens=10,
    energy_wh=0.5,
    carbon_g=0.25,
    energy_source=EnergySource.REPORTED,
)
TREES = Dataset(
    identifier=f"arbres-{PERSON}",
    title=f"Arbres de {PERSON}",
    description=DESCRIPTION,
    publisher=f"Ville de {PERSON}",
)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with open_store(Settings(data=empty_data(tmp_path)).database_url) as opened:
        yield opened


@pytest.fixture
async def browser(tmp_path: Path, store: SqlStore, clock: Clock) -> AsyncIterator[Browser]:
    async def vocabulary() -> PortalVocabulary:
        return PortalVocabulary.learn([])

    assistant = Assistant(
        store,
        all_tasks(vocabulary, Ranker.shipped(), ControlledTerms(())),
        clock,
        search=SearchIndex(tmp_path / "search", store),
        declared=Declared(models={"m": MODEL}),
        budget=Budget(requests=4),
        refusals=lambda: REFUSED,
    )
    await assistant.put_datasets([TREES])
    await prepare(assistant, store, clock)
    app = create_app(assistant)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with Browser(transport=transport, base_url=ORIGIN) as browser:
        yield browser


async def prepare(assistant: Assistant, store: SqlStore, clock: Clock) -> None:
    suggestion = await assistant.suggest(TREES.identifier, "short_description")
    await assistant.decide(suggestion.key, Decision(action=Action.ACCEPT))
    await assistant.turn(
        Switch(kind=Switchable.MODEL, name="m", organisation=TREES.publisher), on=False
    )

    def call(usage: Usage, **changes: object) -> Call:
        made = {"task": "keywords", "task_version": "1", "method": "generation", "model": "m"}
        about = {"day": clock().date(), "outcome": ANSWERED, "usage": usage}
        return Call.model_validate(made | about | changes)

    await store.record_calls(
        [
            call(KNOWN),
            call(KNOWN),
            call(Usage(duration_s=20.0), outcome="host-too-slow"),
            call(KNOWN, cached=True),
        ]
    )


async def figures(browser: Browser) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    answer = await browser.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def at(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return f"eclaireur_{name}", frozenset(labels.items())


async def test_the_figures_of_the_ledger_are_those_of_the_store(browser: Browser) -> None:
    found = await figures(browser)
    model = {"task": "keywords", "method": "generation", "model": "m", "outcome": ANSWERED}
    slow = model | {"outcome": "host-too-slow"}
    assert found[at("calls_total", cached="false", **model)] == 2
    assert found[at("calls_total", cached="true", **model)] == 1
    assert found[at("calls_total", cached="false", **slow)] == 1
    assert found[at("tokens_total", direction="input", **model)] == 200
    assert found[at("energy_joules_total", **model)] == 3600
    assert found[at("carbon_grams_total", **model)] == 0.5
    assert found[at("cache_saved_energy_joules_total", **model)] == 1800
    bucket = {"task": "keywords", "model": "m"}
    assert found[at("model_call_duration_seconds_bucket", le="0.5", **bucket)] == 0
    assert found[at("model_call_duration_seconds_bucket", le="1.0", **bucket)] == 2
    assert found[at("model_call_duration_seconds_bucket", le="+Inf", **bucket)] == 3
    assert found[at("model_call_duration_seconds_sum", **bucket)] == pytest.approx(21.4)
    assert found[at("suggestions", task="short_description", state="accepted")] == 1
    assert found[at("budget_used_ratio", task="total", resource="requests")] == 0.75
    assert found[at("datasets")] == 1
    assert found[at("store_up")] == 1


async def test_an_amount_that_nobody_knows_is_no_zero(browser: Browser) -> None:
    found = await figures(browser)
    slow = {
        "task": "keywords",
        "method": "generation",
        "model": "m",
        "outcome": "host-too-slow",
    }
    for name in ("energy_joules_total", "carbon_grams_total"):
        assert at(name, **slow) not in found
    assert at("tokens_total", direction="input", **slow) not in found
    for quantity in ("tokens", "energy", "carbon"):
        assert found[at("unknown_calls_total", quantity=quantity, **slow)] == 1
    embedded = {
        "task": "short_description",
        "method": "extraction",
        "model": "",
        "outcome": "proposed",
    }
    assert found[at("cpu_seconds_total", **embedded)] > 0
    assert found[at("energy_joules_total", **embedded)] > 0
    assert at("carbon_grams_total", **embedded) not in found


async def test_refusals_and_requests_are_those_of_this_process(browser: Browser) -> None:
    await browser.get("/", params={"q": PERSON})
    await browser.get("/nowhere")
    found = await figures(browser)
    refused = {"origin": "https://undeclared.example", "problem": "undeclared"}
    assert found[at("egress_refusals_total", **refused)] == 2
    assert found[at("http_requests_total", route="/", method="GET", status="200")] == 1
    assert found[at("http_requests_total", route="-", method="GET", status="404")] == 1
    assert found[at("http_request_duration_seconds_count", route="/", method="GET")] == 1
    assert found[at("trace_spans_dropped_total")] == 0


async def test_no_label_holds_a_text_of_anybody(browser: Browser) -> None:
    await browser.get("/", params={"q": PERSON})
    await browser.get(f"/datasets/{TREES.identifier}")
    await browser.get(f"/{PERSON}", headers={"Accept-Language": PERSON.replace(" ", "-")})
    await browser.request(PERSON.replace(" ", ""), "/")
    await browser.send_form("/drafts", {"title": PERSON, "description": DESCRIPTION})
    text = (await browser.get("/metrics")).text
    for word in (*PERSON.split(), *re.findall(r"\w{6,}", DESCRIPTION), "draft-"):
        assert word.lower() not in text.lower()
    labels: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            given: Mapping[str, str] = sample.labels
            for name, value in given.items():
                labels.setdefault(name, set()).add(value)
    assert labels["method"] == {"GET", "POST", "OTHER", "extraction", "generation"}
    assert labels["route"] == {
        *("-", "/", "/datasets/{identifier:path}", "/drafts", "/drafts/new"),
    }


async def test_open_metrics_are_given_to_those_who_ask(browser: Browser) -> None:
    accepted = {"accept": "application/openmetrics-text; version=1.0.0"}
    answer = await browser.get("/metrics", headers=accepted)
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    assert answer.text.endswith("# EOF\n")


async def test_a_store_that_does_not_answer_is_told(browser: Browser, store: SqlStore) -> None:
    async with store._database.writing() as connection:
        await connection.exec_driver_sql("DROP TABLE call")
    found = await figures(browser)
    assert found[at("store_up")] == 0
    assert at("datasets") not in found
