"""The adapter of models, over real HTTP, with a server that works and one that misbehaves."""

import asyncio
import json
import logging
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeAlias

import fault_server as faults
import pytest
import stamina
from fault_server import FaultServer, answer, chat, fault_server, served
from pydantic import BaseModel, ConfigDict, SecretStr

from eclaireur.core.errors import (
    AnswerCutShort,
    AnswerTooLarge,
    EclaireurError,
    HostTooSlow,
    HostUnreachable,
    ModelAnswerUnusable,
    ModelBusy,
    ModelKeyRefused,
    ModelNotServed,
    ModelRequestRefused,
    ModelResting,
    ModelServerFailed,
)
from eclaireur.core.model import ModelDeclaration
from eclaireur.core.ports import Completion, LanguageModel, Message
from eclaireur.core.usage import Usage
from eclaireur.egress import Destination, open_egress
from eclaireur.messages import LOCALES, messages
from eclaireur.models import OpenAICompatible, Resilient
from eclaireur.models.circuit import FAILURES
from eclaireur.models.resilient import ATTEMPTS

KEY = "sk-hunter2hunter2"
ASKED = [Message(role="system", content="Résume."), Message(role="user", content="Des arbres.")]
CONCURRENT = 3
USAGE = {"prompt_tokens": 12, "completion_tokens": 5, "impacts": {"kWh": 0.001, "kgCO2eq": 0.0}}

Opening: TypeAlias = Callable[[FaultServer], AbstractAsyncContextManager[OpenAICompatible]]


class Summary(BaseModel):
    """What is asked of the model."""

    model_config = ConfigDict(extra="forbid")
    text: str


def declared(address: str, **changes: Any) -> ModelDeclaration:
    return ModelDeclaration.model_validate(
        {
            "address": f"{address}/v1/",
            "model": "an-alias",
            "operator": {"name": "Tests", "kind": "local"},
            "country": "FR",
            "context": 4096,
            "concurrency": CONCURRENT,
        }
        | changes
    )


@asynccontextmanager
async def opened(server: FaultServer, **changes: Any) -> AsyncIterator[OpenAICompatible]:
    declaration = declared(server.origin, **changes)
    destination = Destination.of(declaration.address, private=False)
    async with open_egress([destination]) as egress:
        yield OpenAICompatible("tested", declaration, egress, SecretStr(KEY))


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        yield server


@pytest.fixture
async def model(server: FaultServer) -> AsyncIterator[OpenAICompatible]:
    async with opened(server) as model:
        yield model


async def complete(
    model: LanguageModel, schema: type[BaseModel] | None = None, deadline_s: float = 5
) -> Completion:
    return await model.complete(ASKED, schema=schema, max_tokens=100, deadline_s=deadline_s)


async def test_a_model_is_asked_and_answers(server: FaultServer, model: OpenAICompatible) -> None:
    server.play(chat(" Un texte.\n", usage=USAGE))
    completion = await complete(model)
    assert (completion.text, completion.model) == ("Un texte.", "the-real-name")
    usage = completion.usage
    assert (usage.input_tokens, usage.output_tokens, usage.energy_wh) == (12, 5, 1.0)
    assert usage.carbon_g is None
    assert usage.duration_s > 0
    [request] = server.received
    assert request.line == "POST /v1/chat/completions HTTP/1.1"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.json == {
        "model": "an-alias",
        "messages": [
            {"role": "system", "content": "Résume."},
            {"role": "user", "content": "Des arbres."},
        ],
        "max_tokens": 100,
        "temperature": 0,
    }


async def test_a_server_that_says_no_cost_leaves_it_unknown(
    server: FaultServer, model: OpenAICompatible
) -> None:
    server.play(chat("Un texte."))
    usage = (await complete(model)).usage
    assert usage == Usage(duration_s=usage.duration_s)


async def test_a_schema_is_sent_to_a_server_that_can_follow_it(server: FaultServer) -> None:
    server.play(chat('{"text": "Un texte."}'))
    async with opened(server) as model:
        completion = await complete(model, Summary)
    assert Summary.model_validate_json(completion.text).text == "Un texte."
    sent = server.received[0].json["response_format"]
    assert sent["type"] == "json_schema"
    assert sent["json_schema"]["strict"] is True
    assert sent["json_schema"]["schema"]["additionalProperties"] is False
    async with opened(server, json_schema=False) as model:
        await complete(model, Summary)
    assert "response_format" not in server.received[1].json


async def test_a_server_lists_names_and_aliases(
    server: FaultServer, model: OpenAICompatible
) -> None:
    server.play(served({"id": "real", "aliases": ["an-alias"]}, {"id": "other"}))
    assert await model.served(deadline_s=5) == {"real", "an-alias", "other"}
    assert server.received[0].line == "GET /v1/models HTTP/1.1"


FAULTS: list[tuple[faults.Behaviour, type[EclaireurError], dict[str, object]]] = [
    (answer({"detail": KEY}, 401), ModelKeyRefused, {"status": 401}),
    (answer("", 403), ModelKeyRefused, {"status": 403}),
    (answer({"detail": "unknown model"}, 404), ModelNotServed, {"alias": "an-alias"}),
    (answer("", 429), ModelBusy, {"seconds": 0}),
    (answer("", 429, {"Retry-After": "7"}), ModelBusy, {"seconds": 7}),
    (answer("", 400), ModelRequestRefused, {"status": 400}),
    (answer("", 422), ModelRequestRefused, {"status": 422}),
    (answer("", 204), ModelRequestRefused, {"status": 204}),
    (answer("Internal Server Error", 500), ModelServerFailed, {"status": 500}),
    (answer("", 503), ModelServerFailed, {"status": 503}),
    (faults.hang, HostTooSlow, {"seconds": 0.3}),
    (faults.hang_in_the_body, HostTooSlow, {"seconds": 0.3}),
    (faults.cut, AnswerCutShort, {}),
    (faults.garbage, AnswerCutShort, {}),
    (faults.endless, AnswerTooLarge, {"limit": 1}),
    (chat("x" * 10_000_000), AnswerTooLarge, {"limit": 1}),
    (answer(b'{"choices": ['), ModelAnswerUnusable, {"problem": "form"}),
    (answer(b"\xff\xfe"), ModelAnswerUnusable, {"problem": "form"}),
    (answer("<html>Bienvenue</html>"), ModelAnswerUnusable, {"problem": "form"}),
    (answer({"error": "no"}), ModelAnswerUnusable, {"problem": "form"}),
    (answer({"choices": []}), ModelAnswerUnusable, {"problem": "form"}),
    (chat("", usage=USAGE), ModelAnswerUnusable, {"problem": "empty"}),
    (chat(" \n", usage=USAGE), ModelAnswerUnusable, {"problem": "empty"}),
    (chat(None, usage=USAGE), ModelAnswerUnusable, {"problem": "empty"}),
    (
        chat('{"text": "cou', finish_reason="length", usage=USAGE),
        ModelAnswerUnusable,
        {"problem": "length"},
    ),
    (chat(None, refusal="Non.", usage=USAGE), ModelAnswerUnusable, {"problem": "refusal"}),
    (
        chat("", finish_reason="content_filter", usage=USAGE),
        ModelAnswerUnusable,
        {"problem": "refusal"},
    ),
    (chat("Un texte.", usage=USAGE), ModelAnswerUnusable, {"problem": "schema"}),
    (chat('{"texte": "x"}', usage=USAGE), ModelAnswerUnusable, {"problem": "schema"}),
    (chat('```json\n{"text": "x"}\n```', usage=USAGE), ModelAnswerUnusable, {"problem": "schema"}),
]


@pytest.mark.parametrize(("behaviour", "kind", "said"), FAULTS)
async def test_each_fault_has_its_error_and_says_no_secret(
    server: FaultServer,
    model: OpenAICompatible,
    caplog: pytest.LogCaptureFixture,
    behaviour: faults.Behaviour,
    kind: type[EclaireurError],
    said: dict[str, object],
) -> None:
    caplog.set_level(logging.DEBUG)
    server.play(behaviour)
    with pytest.raises(EclaireurError) as failed:
        await complete(model, Summary, deadline_s=0.3 if kind is HostTooSlow else 5)
    error = failed.value
    assert type(error) is kind
    assert said.items() <= error.params.items()
    assert len(server.received) == 1
    if isinstance(error, ModelAnswerUnusable):
        assert error.usage is not None
        assert error.usage.output_tokens == (None if error.params["problem"] == "form" else 5)
    shown = [
        *(messages(locale).error(error) for locale in LOCALES),
        *traceback.format_exception(error),
        caplog.text,
        f"{model!r} {vars(model)}",
    ]
    assert KEY not in "".join(shown)


async def test_a_server_that_does_not_run_is_told() -> None:
    async with fault_server() as gone:
        pass
    async with opened(gone) as model:
        with pytest.raises(HostUnreachable):
            await complete(model)


async def test_a_list_that_is_not_one_is_told(server: FaultServer, model: OpenAICompatible) -> None:
    server.play(answer({"models": []}))
    with pytest.raises(ModelAnswerUnusable):
        await model.served(deadline_s=5)


@pytest.fixture
def _without_waits() -> Any:
    """Retries without their waits."""
    with stamina.set_testing(True, attempts=ATTEMPTS):
        yield


@pytest.fixture
def resilient(model: OpenAICompatible) -> Resilient:
    return Resilient(model)


@pytest.mark.usefixtures("_without_waits")
@pytest.mark.parametrize(
    "passing", [answer("", 503), answer("", 500), answer("", 429), faults.cut, faults.close]
)
async def test_what_passes_is_tried_again(
    server: FaultServer, resilient: Resilient, passing: faults.Behaviour
) -> None:
    server.play(passing, passing, chat("Un texte."))
    assert (await complete(resilient)).text == "Un texte."
    assert len(server.received) == ATTEMPTS


@pytest.mark.usefixtures("_without_waits")
async def test_what_goes_on_is_given_up(server: FaultServer, resilient: Resilient) -> None:
    server.play(answer("", 503))
    with pytest.raises(ModelServerFailed):
        await complete(resilient)
    assert len(server.received) == ATTEMPTS


@pytest.mark.usefixtures("_without_waits")
@pytest.mark.parametrize(
    "lasting", [answer("", 401), answer("", 404), answer("", 400), chat(""), chat("no JSON")]
)
async def test_what_does_not_pass_is_not_tried_again(
    server: FaultServer, resilient: Resilient, lasting: faults.Behaviour
) -> None:
    server.play(lasting)
    with pytest.raises(EclaireurError):
        await complete(resilient, Summary)
    assert len(server.received) == 1


async def test_a_wait_that_the_server_asks_for_is_kept_within_the_deadline(
    server: FaultServer, resilient: Resilient
) -> None:
    server.play(answer("", 429, {"Retry-After": "1"}), chat("Un texte."))
    assert (await complete(resilient)).text == "Un texte."
    server.play(answer("", 429, {"Retry-After": "60"}), chat("Un texte."))
    with pytest.raises(ModelBusy) as busy:
        await complete(resilient)
    assert busy.value.params["seconds"] == 60


async def test_no_attempt_begins_that_could_not_end_in_time(
    server: FaultServer, resilient: Resilient
) -> None:
    server.play(answer("", 503), chat("Un texte."))
    with pytest.raises(ModelServerFailed):
        await complete(resilient, deadline_s=1)
    assert len(server.received) == 1


@pytest.mark.usefixtures("_without_waits")
async def test_a_server_that_keeps_failing_is_left_alone(
    server: FaultServer, resilient: Resilient
) -> None:
    server.play(answer("", 404))
    for _ in range(FAILURES):
        with pytest.raises(ModelNotServed):
            await complete(resilient)
    with pytest.raises(ModelResting):
        await complete(resilient)
    assert len(server.received) == FAILURES


async def test_a_few_are_asked_at_once_and_the_others_wait_in_vain_or_not(
    server: FaultServer, resilient: Resilient
) -> None:
    release = asyncio.Event()

    async def answer_when_released(writer: asyncio.StreamWriter) -> None:
        await release.wait()
        await chat("Un texte.")(writer)

    server.play(answer_when_released)
    patient = [asyncio.create_task(complete(resilient)) for _ in range(CONCURRENT + 2)]
    for _ in range(CONCURRENT):
        await server.arrivals.acquire()
    with pytest.raises(ModelBusy):
        await complete(resilient, deadline_s=0.05)
    assert len(server.received) == CONCURRENT
    release.set()
    assert {each.text for each in await asyncio.gather(*patient)} == {"Un texte."}
    assert len(server.received) == CONCURRENT + 2


async def test_who_leaves_gives_the_turn_back(server: FaultServer, resilient: Resilient) -> None:
    server.play(faults.hang)
    leaving = [asyncio.create_task(complete(resilient)) for _ in range(CONCURRENT)]
    for _ in range(CONCURRENT):
        await server.arrivals.acquire()
    for each in leaving:
        each.cancel()
    await asyncio.gather(*leaving, return_exceptions=True)
    server.play(chat("Un texte."))
    assert (await complete(resilient)).text == "Un texte."


def test_the_port_is_what_both_are(model: OpenAICompatible, resilient: Resilient) -> None:
    each: LanguageModel
    for each in (model, resilient):
        assert each.name == "tested"
        assert json.loads(each.declaration.model_dump_json())["model"] == "an-alias"
