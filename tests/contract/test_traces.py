"""Traces: what a collector receives over real HTTP, and what it never does."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import fault_server as faults
import httpx
import pytest
from empty_stores import empty_data
from fault_server import FaultServer, fault_server
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from scripted_model import GOOD, INVENTED, TREES, declaration, says

from eclaireur.core.ports import Tracer
from eclaireur.egress import Destination, open_egress
from eclaireur.settings import Settings
from eclaireur.telemetry import open_traces, sending
from eclaireur.web.app import create_app
from eclaireur.wiring.installation import open_installation

ORIGIN = "http://127.0.0.1:8000"
SERVICE = "rivemont"
ANOTHER = {"dataset": "arbres", "field": "short_description", "another": True}
TYPED = "Soizic Kerbrat"

TOLD = [
    "arbres",
    TYPED,
    *(word for word in TREES.title.split() if len(word) > 3),
    *({word.strip(" ,.:") for word in TREES.description.split() if len(word) > 4} - {"service"}),
    *(word for word in f"{GOOD} {INVENTED}".split() if len(word) > 4),
    "Valmoncel",
    "1954",
]
"""Words of the record, of the model and of a person, and the identifier of the record."""


@pytest.fixture
async def collector() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        server.play(faults.answer(b""))
        yield server


@pytest.fixture
async def model() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        server.play(says(INVENTED), says(GOOD))
        yield server


def settings(place: Path, collector: str, model: FaultServer) -> Settings:
    place.mkdir()
    file = place / "eclaireur.toml"
    telemetry = f'[telemetry]\naddress = "{collector}"\nservice_name = "{SERVICE}"'
    file.write_text(f"{telemetry}\n{declaration(model.origin)}", "utf-8")
    return Settings(data=empty_data(place))


async def use(settings: Settings) -> list[int]:
    """Ask for everything that is traced; return the statuses of the answers."""
    async with open_installation(settings) as installation:
        await installation.assistant.put_datasets([TREES])
        app = create_app(installation.assistant, installation.tracer)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            answers = [
                await client.post("/api/v1/suggestions", json=ANOTHER | {"another": False}),
                await client.post("/api/v1/suggestions", json=ANOTHER),
                await client.get("/", params={"q": TYPED}),
                await client.get("/datasets/arbres"),
                await client.get(f"/datasets/{TYPED}"),
                await client.get(f"/{TYPED}"),
                await client.request(TYPED.replace(" ", ""), "/"),
                await client.get("/metrics"),
            ]
    return [each.status_code for each in answers]


def spans(collector: FaultServer) -> list[Span]:
    found = []
    for received in collector.received:
        assert received.line == "POST /v1/traces HTTP/1.1"
        assert received.headers["content-type"] == "application/x-protobuf"
        request = ExportTraceServiceRequest.FromString(received.body)
        for resource in request.resource_spans:
            named = {each.key: each.value.string_value for each in resource.resource.attributes}
            assert named["service.name"] == SERVICE
            found += [span for scope in resource.scope_spans for span in scope.spans]
    return found


def attributes(span: Span) -> dict[str, object]:
    values = ((each.key, each.value) for each in span.attributes)
    return {key: getattr(value, value.WhichOneof("value") or "") for key, value in values}


async def test_a_collector_is_told_what_was_done(
    tmp_path: Path, collector: FaultServer, model: FaultServer
) -> None:
    assert await use(settings(tmp_path / "data", collector.origin, model)) == [
        *(201, 201, 200, 200, 404, 404, 405, 200)
    ]
    by_name: dict[str, list[Span]] = {}
    for each in spans(collector):
        by_name.setdefault(each.name, []).append(each)
    requests = by_name["POST /api/v1/suggestions"]
    assert attributes(requests[1]) == {
        "http.request.method": "POST",
        "http.route": "/api/v1/suggestions",
        "http.response.status_code": 201,
    }
    suggestion = by_name["suggest short_description"][1]
    assert suggestion.parent_span_id == requests[1].span_id
    assert attributes(suggestion) == {
        "eclaireur.task": "short_description",
        "eclaireur.task.version": attributes(suggestion)["eclaireur.task.version"],
        "eclaireur.method": "generation",
        "eclaireur.model": "tested",
        "eclaireur.outcome": "proposed",
    }
    asked = by_name["chat an-alias"]
    assert len(asked) == 2
    assert {each.parent_span_id for each in asked} == {suggestion.span_id}
    assert attributes(asked[0]) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai-compatible",
        "gen_ai.request.model": "an-alias",
        "gen_ai.request.max_tokens": attributes(asked[0])["gen_ai.request.max_tokens"],
        "gen_ai.usage.input_tokens": 900,
        "gen_ai.usage.output_tokens": 40,
        "server.address": "127.0.0.1",
        "server.port": model.port,
        "eclaireur.model": "tested",
    }
    assert "GET /datasets/{identifier:path}" in by_name
    assert {"OTHER /", "GET -"} <= by_name.keys()


async def test_no_word_of_a_record_a_model_or_a_person_is_sent(
    tmp_path: Path, collector: FaultServer, model: FaultServer
) -> None:
    await use(settings(tmp_path / "data", collector.origin, model))
    sent = b"".join(each.body for each in collector.received).lower()
    assert b"chat an-alias" in sent
    assert [word for word in TOLD if word.lower().encode() in sent] == []


async def test_what_fails_is_told_by_its_code(
    tmp_path: Path, collector: FaultServer, model: FaultServer
) -> None:
    model.play(faults.answer(f"{TYPED} 1954", 400))
    await use(settings(tmp_path / "data", collector.origin, model))
    [asked] = [each for each in spans(collector) if each.name == "chat an-alias"]
    assert attributes(asked)["error.type"] == "model-request-refused"
    assert asked.status.code == asked.status.STATUS_CODE_ERROR
    assert (asked.status.message, list(asked.events)) == ("", [])
    suggestion = [each for each in spans(collector) if each.name.startswith("suggest")][1]
    assert attributes(suggestion)["eclaireur.outcome"] == "failed"
    assert attributes(suggestion)["eclaireur.reason"] == "model-request-refused"
    sent = b"".join(each.body for each in collector.received).lower()
    assert [word for word in TOLD if word.lower().encode() in sent] == []


@pytest.mark.parametrize(
    "behaviour",
    [faults.hang, faults.close, faults.answer("", 503), faults.garbage],
    ids=["hangs", "closes", "fails", "is no collector"],
)
async def test_a_collector_that_misbehaves_breaks_nothing(
    tmp_path: Path,
    collector: FaultServer,
    model: FaultServer,
    behaviour: faults.Behaviour,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sending, "EVERY_S", 0.001)
    monkeypatch.setattr(sending, "LAST_DEADLINE_S", 0.2)
    collector.play(behaviour)
    statuses = await use(settings(tmp_path / "data", collector.origin, model))
    assert statuses[:4] == [201, 201, 200, 200]
    assert collector.received


async def test_without_anyone_at_the_address_nothing_breaks(
    tmp_path: Path, model: FaultServer
) -> None:
    statuses = await use(settings(tmp_path / "data", "http://127.0.0.1:1", model))
    assert statuses[:4] == [201, 201, 200, 200]


async def test_what_cannot_wait_is_dropped_and_counted(
    collector: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "WAITING", 5)
    monkeypatch.setattr(sending, "EVERY_S", 0.001)
    monkeypatch.setattr(sending, "LAST_DEADLINE_S", 0.1)
    collector.play(faults.hang)
    async with AsyncExitStack() as stack:
        destination = Destination.of(collector.origin, private=True)
        egress = await stack.enter_async_context(open_egress([destination]))
        tracer = await stack.enter_async_context(
            open_traces(egress, address=collector.origin, service_name=SERVICE)
        )
        with tracer.span("first"):
            pass
        await collector.arrivals.acquire()
        # The collector holds the first: nobody waits for it, and five more have room.
        for number in range(8):
            with tracer.span(f"span {number}"):
                pass
        assert tracer.dropped == 3


async def test_what_could_not_be_sent_is_counted_and_told_once(
    collector: FaultServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sending, "EVERY_S", 0.001)
    collector.play(faults.answer("", 503), faults.answer("", 503), faults.answer(b""))
    destination = Destination.of(collector.origin, private=True)
    async with (
        open_egress([destination]) as egress,
        open_traces(egress, address=collector.origin, service_name=SERVICE) as tracer,
    ):
        for number in range(3):
            with tracer.span(f"span {number}"):
                pass
            await collector.arrivals.acquire()
            # Two would be sent together if the second came before the first is answered.
            async with asyncio.timeout(10):
                await dropped_at_least(tracer, min(number + 1, 2))
    assert tracer.dropped == 2
    assert [each.message for each in caplog.records if each.name == sending.__name__] == [
        "traces: the collector answered 503",
        "traces: the collector takes them again",
    ]


async def dropped_at_least(tracer: Tracer, number: int) -> None:
    while tracer.dropped < number:  # noqa: ASYNC110
        await asyncio.sleep(0.001)


def test_nothing_is_traced_nor_loaded_for_it_unless_it_is_asked(tmp_path: Path) -> None:
    program = """
import asyncio, sys
from pathlib import Path
import httpx
import eclaireur.cli, eclaireur.web.server
from eclaireur import Settings, open_assistant
from eclaireur.web.app import create_app

HEAVY = ("opentelemetry.sdk", "opentelemetry.proto", "opentelemetry.exporter", "google.protobuf")

async def main():
    async with open_assistant(Settings(data=Path(sys.argv[1]))) as assistant:
        await ask(assistant)
        # FastAPI itself loads the API of OpenTelemetry, which does nothing alone.
        assert not [each for each in sys.modules if each.startswith(HEAVY)]
        exported = everything_that_is_traced()
        await ask(assistant)
        assert not exported.get_finished_spans()

async def ask(assistant):
    transport = httpx.ASGITransport(create_app(assistant))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        assert (await client.get("/", params={"q": "Soizic"})).status_code == 200

def everything_that_is_traced():
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    exported = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exported))
    trace.set_tracer_provider(provider)
    return exported

asyncio.run(main())
"""
    environment = os.environ | {"FASTAPI_OTEL_AUTO_CONFIGURE": "true"}
    command = [sys.executable, "-c", program, empty_data(tmp_path / "data")]
    subprocess.run(command, check=True, env=environment)
