"""The gate, whole: real HTTP to a scripted model, both databases."""

import asyncio
import json
import logging
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import fault_server as faults
import pytest
import trustme
from fault_server import FaultServer, answer, chat, fault_server
from scripted_model import BETTER, GOOD, INVENTED, TREES, installation, says, says_keywords

from eclaireur.assistant import Assistant
from eclaireur.core.errors import AlreadyDecided, NoOtherMethod, UnknownField, UnknownModel
from eclaireur.core.suggestion import Action, Decision, State, Suggestion
from eclaireur.core.switch import Switch, Switchable
from eclaireur.core.usage import EnergySource
from eclaireur.messages import LOCALES, messages
from eclaireur.models import generation

FIELD = "short_description"
BOUND_S = 30
"""Far beyond what a call may take, for a machine that is busy."""
MODEL_OFF = Switch(kind=Switchable.MODEL, name="tested")
TASK_OFF = Switch(kind=Switchable.TASK, name=FIELD)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as server:
        server.play(says(GOOD))
        yield server


@pytest.fixture
async def assistant(tmp_path: Path, address: str, server: FaultServer) -> AsyncIterator[Assistant]:
    async with installation(tmp_path / "data", server, database=address) as opened:
        yield opened


def code_of(suggestion: Suggestion) -> str:
    """The code of its reason, which every language can say."""
    assert suggestion.reason is not None
    for locale in LOCALES:
        assert messages(locale).reason(suggestion.reason)
    return suggestion.reason.code


async def test_a_model_is_asked_only_for_another_proposal(
    assistant: Assistant, server: FaultServer
) -> None:
    frugal = await assistant.suggest("arbres", FIELD)
    assert (frugal.outcome.method, frugal.outcome.model) == ("extraction", None)
    assert server.received == []

    another = await assistant.suggest_another("arbres", FIELD)
    assert (another.state, another.value) == (State.PROPOSED, GOOD)
    assert (another.outcome.method, another.outcome.model) == (generation.METHOD, "tested")
    view = await assistant.view("arbres")
    assert [each.state for each in view.suggestions] == [State.STALE, State.PROPOSED]
    assert view.latest(FIELD) == another
    assert view.attempt(FIELD) is None
    for evidence in another.outcome.evidence:
        passage = evidence.support
        assert passage.kind == "passage"
        published = getattr(TREES, passage.field)
        assert published[passage.start : passage.end] == passage.text


async def test_without_a_former_proposal_the_first_method_answers(
    assistant: Assistant, server: FaultServer
) -> None:
    assert (await assistant.suggest_another("arbres", FIELD)).outcome.model is None
    assert server.received == []


async def test_after_the_last_method_it_says_so(assistant: Assistant) -> None:
    view = await assistant.view("arbres")
    assert not assistant.offers_another(view, FIELD)
    await assistant.suggest("arbres", FIELD)
    assert assistant.offers_another(await assistant.view("arbres"), FIELD)
    await assistant.suggest_another("arbres", FIELD)
    assert not assistant.offers_another(await assistant.view("arbres"), FIELD)
    with pytest.raises(NoOtherMethod):
        await assistant.suggest_another("arbres", FIELD)


async def test_a_value_in_force_is_not_proposed_over(assistant: Assistant) -> None:
    frugal = await assistant.suggest("arbres", FIELD)
    await assistant.decide(frugal.key, Decision(action=Action.ACCEPT))
    with pytest.raises(AlreadyDecided):
        await assistant.suggest_another("arbres", FIELD)


async def test_undoing_what_another_proposal_replaced_does_not_open_it(
    assistant: Assistant,
) -> None:
    frugal = await assistant.suggest("arbres", FIELD)
    await assistant.decide(frugal.key, Decision(action=Action.REJECT))
    another = await assistant.suggest_another("arbres", FIELD)
    assert (await assistant.undo(frugal.key)).state is State.STALE
    assert (await assistant.view("arbres")).latest(FIELD) == another


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        (faults.close, "answer-cut-short"),
        (faults.cut, "answer-cut-short"),
        (faults.garbage, "answer-cut-short"),
        (answer("", 401), "model-key-refused"),
        (answer("", 429), "model-busy"),
        (answer("", 429, {"Retry-After": "60"}), "model-busy"),
        (answer("", 503), "model-server-failed"),
        (answer("", 404), "model-not-served"),
        (answer("", 400), "model-request-refused"),
        (answer("", 500), "model-server-failed"),
        (answer("not json"), "model-answer-unusable"),
        (chat('{"text": "another form"}'), "model-answer-unusable"),
        (chat(None), "model-answer-unusable"),
        (chat("{}", finish_reason="length"), "model-answer-unusable"),
        (chat(None, refusal="Non."), "model-answer-unusable"),
        (faults.endless, "answer-too-large"),
        (chat("x" * 10_000_000), "answer-too-large"),
        (faults.hang, "host-too-slow"),
        (faults.hang_in_the_body, "host-too-slow"),
        (faults.trickle, "host-too-slow"),
    ],
)
async def test_when_the_model_misbehaves_the_frugal_proposal_stands(
    assistant: Assistant,
    server: FaultServer,
    behaviour: faults.Behaviour,
    code: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(generation, "DEADLINE_S", 0.5)
    server.play(behaviour)
    await the_frugal_proposal_stands(assistant, State.FAILED, code)
    [call] = [each for each in await assistant._store.ledger() if each.model]
    assert (call.outcome, call.calls) == (code, 1)


async def the_frugal_proposal_stands(assistant: Assistant, state: State, code: str) -> None:
    """Ask in vain for another proposal, and go on with the first one."""
    frugal = await assistant.suggest("arbres", FIELD)
    async with asyncio.timeout(BOUND_S):
        attempt = await assistant.suggest_another("arbres", FIELD)
    assert (attempt.state, attempt.value) == (state, None)
    assert code_of(attempt) == code
    view = await assistant.view("arbres")
    assert view.latest(FIELD) == frugal
    assert view.attempt(FIELD) == attempt
    assert await assistant.suggest("arbres", FIELD) == frugal
    assert assistant.offers_another(view, FIELD) is (state is State.FAILED)
    accepted = await assistant.decide(frugal.key, Decision(action=Action.ACCEPT))
    assert accepted.state is State.ACCEPTED


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (INVENTED, "answer-unsupported"),
        (
            "List of the trees of the town, with their height and the year they were planted.",
            "answer-language",
        ),
        ("Voici la description : **arbres** de la commune.", "answer-markup"),
    ],
)
async def test_what_the_model_should_not_have_written_is_withheld_and_the_frugal_one_stands(
    assistant: Assistant, server: FaultServer, text: str, code: str
) -> None:
    server.play(says(text))
    await the_frugal_proposal_stands(assistant, State.WITHHELD, code)


@pytest.mark.parametrize("unreachable", ["connection", "name", "certificate"])
async def test_when_the_server_cannot_be_reached_the_frugal_proposal_stands(
    tmp_path: Path, server: FaultServer, unreachable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generation, "DEADLINE_S", 1.5)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    async with fault_server() as gone:
        pass
    async with fault_server(context) as untrusted:
        addresses = {
            "connection": gone.origin,
            "name": "http://nulle-part.invalid",
            "certificate": untrusted.origin,
        }
        address = addresses[unreachable]
        async with installation(tmp_path / "data", server, address=address) as assistant:
            await the_frugal_proposal_stands(assistant, State.FAILED, "host-unreachable")
            reason = (await assistant.view("arbres")).suggestions[-1].reason
            assert reason is not None
            assert reason.params["problem"] == unreachable
    assert server.received == []


async def test_a_wrong_answer_is_put_right_once(assistant: Assistant, server: FaultServer) -> None:
    server.play(says(INVENTED), says(GOOD))
    await assistant.suggest("arbres", FIELD)
    another = await assistant.suggest_another("arbres", FIELD)
    assert another.value == GOOD
    repair = server.received[1].json["messages"]
    assert [each["role"] for each in repair] == ["system", "user", "assistant", "user"]
    assert "1954" in repair[-1]["content"]
    usage = another.outcome.usage
    assert usage is not None
    assert (usage.input_tokens, usage.output_tokens) == (1800, 80)


async def test_an_answer_that_stays_wrong_is_withheld_without_being_shown(
    assistant: Assistant, server: FaultServer
) -> None:
    server.play(says(INVENTED))
    frugal = await assistant.suggest("arbres", FIELD)
    attempt = await assistant.suggest_another("arbres", FIELD)
    assert (attempt.state, code_of(attempt)) == (State.WITHHELD, "answer-unsupported")
    assert len(server.received) == 2
    assert "1954" not in attempt.model_dump_json()
    assert (await assistant.view("arbres")).latest(FIELD) == frugal
    with pytest.raises(NoOtherMethod):
        await assistant.suggest_another("arbres", FIELD)


async def test_the_same_question_is_never_asked_twice(
    assistant: Assistant, server: FaultServer
) -> None:
    copy = TREES.model_copy(update={"identifier": "copie"})
    await assistant.put_datasets([copy])
    for identifier in ("arbres", "copie"):
        await assistant.suggest(identifier, FIELD)
        assert (await assistant.suggest_another(identifier, FIELD)).value == GOOD
    assert len(server.received) == 1
    [task] = (await assistant.ledger()).tasks
    assert (task.asked.calls, task.saved_by_cache.calls) == (1, 1)
    assert task.saved_by_cache.output_tokens == 40


async def test_the_cache_outlives_the_process(
    tmp_path: Path, address: str, server: FaultServer
) -> None:
    for number in range(2):
        async with installation(tmp_path / "data", server, database=address) as assistant:
            copy = TREES.model_copy(update={"identifier": f"copie-{number}"})
            await assistant.put_datasets([copy])
            await assistant.suggest(copy.identifier, FIELD)
            await assistant.suggest_another(copy.identifier, FIELD)
    assert len(server.received) == 1


async def test_keywords_are_those_that_the_record_says(
    assistant: Assistant, server: FaultServer
) -> None:
    server.play(
        says_keywords("Arbre", "espaces verts", "hvd", "données", "licorne", "soizic-kerbrat")
    )
    await assistant.suggest("arbres", "keywords")
    another = await assistant.suggest_another("arbres", "keywords")
    assert another.value == ("arbre", "espaces-verts")
    assert [each.part for each in another.outcome.evidence] == ["arbre", "espaces-verts"]


async def test_every_call_leaves_its_trace_in_the_ledger(
    assistant: Assistant, server: FaultServer
) -> None:
    server.play(says(INVENTED), says(GOOD))
    await assistant.suggest("arbres", FIELD)
    another = await assistant.suggest_another("arbres", FIELD)
    await assistant.decide(another.key, Decision(action=Action.ACCEPT))
    ledger = await assistant.ledger()
    by_method = {each.method: each for each in ledger.days}
    assert by_method["extraction"].cost.calls == 1
    assert by_method["extraction"].cost.energy_sources == (EnergySource.CPU_TIME,)
    assert by_method["extraction"].cost.energy_wh
    assert by_method["extraction"].cost.unknown_carbon == 1
    generated = by_method[generation.METHOD]
    assert (generated.model, generated.cost.calls, generated.failed) == ("tested", 2, 0)
    assert (generated.cost.input_tokens, generated.cost.output_tokens) == (1800, 80)
    assert generated.cost.energy_wh is not None
    assert generated.cost.energy_wh > 0
    [task] = ledger.tasks
    # One decision is too few to tell, and so is what it cost.
    assert (task.retained, task.energy_wh_per_retained) == (None, None)
    assert task.proposed_without_model == 1
    assert task.embedded == by_method["extraction"].cost
    assert [(each.method, each.model) for each in ledger.makers] == [
        ("extraction", None),
        (generation.METHOD, "tested"),
    ]
    assert ledger.makers[1].cost == generated.cost
    assert task.energy_wh_saved_without_model == pytest.approx(generated.cost.energy_wh / 2)


async def test_what_the_server_reports_goes_before_an_estimate(
    assistant: Assistant, server: FaultServer
) -> None:
    usage = {"completion_tokens": 40, "impacts": {"kWh": 0.002, "kgCO2eq": 0.0001}}
    server.play(chat(json.dumps({"short_description": GOOD}), usage=usage))
    await assistant.suggest("arbres", FIELD)
    another = await assistant.suggest_another("arbres", FIELD)
    assert another.outcome.usage is not None
    assert another.outcome.usage.energy_source is EnergySource.REPORTED
    assert another.outcome.usage.energy_wh == pytest.approx(2)
    assert another.outcome.usage.input_tokens is None


@pytest.mark.parametrize(
    "budget",
    [
        f"[budgets.{FIELD}]\nrequests = 1",
        "[budgets.total]\nrequests = 1",
        "[budgets.total]\ntokens = 900",
        f"[budgets.{FIELD}]\nenergy_wh = 0.0001",
    ],
)
async def test_a_spent_budget_leaves_the_frugal_proposal_and_says_so(
    tmp_path: Path, server: FaultServer, budget: str
) -> None:
    async with installation(tmp_path / "data", server, budget) as assistant:
        other = TREES.model_copy(update={"identifier": "autre", "title": "Arbres plantés"})
        await assistant.put_datasets([other])
        for identifier in ("arbres", "autre"):
            await assistant.suggest(identifier, FIELD)
        await assistant.suggest_another("arbres", FIELD)
        attempt = await assistant.suggest_another("autre", FIELD)
        assert (attempt.state, code_of(attempt)) == (State.FAILED, "budget-spent")
        standing = (await assistant.view("autre")).latest(FIELD)
        assert standing is not None
        assert standing.state is State.PROPOSED
    assert len(server.received) == 1


async def test_a_model_that_is_turned_off_is_not_asked(
    assistant: Assistant, server: FaultServer
) -> None:
    await assistant.suggest("arbres", FIELD)
    await assistant.turn(MODEL_OFF, on=False)
    attempt = await assistant.suggest_another("arbres", FIELD)
    assert code_of(attempt) == "model-switched-off"
    assert server.received == []
    await assistant.turn(MODEL_OFF, on=True)
    assert (await assistant.suggest_another("arbres", FIELD)).value == GOOD


async def test_a_switch_may_concern_one_organisation(assistant: Assistant) -> None:
    elsewhere = MODEL_OFF.model_copy(update={"organisation": "Ville de Brennac"})
    here = MODEL_OFF.model_copy(update={"organisation": TREES.publisher})
    await assistant.turn(elsewhere, on=False)
    await assistant.turn(here, on=False)
    await assistant.suggest("arbres", FIELD)
    assert code_of(await assistant.suggest_another("arbres", FIELD)) == "model-switched-off"
    await assistant.turn(here, on=True)
    assert (await assistant.suggest_another("arbres", FIELD)).value == GOOD
    assert await assistant.switches() == (elsewhere,)


async def test_a_task_that_is_turned_off_proposes_nothing_until_it_is_on(
    assistant: Assistant,
) -> None:
    await assistant.turn(TASK_OFF, on=False)
    assert code_of(await assistant.suggest("arbres", FIELD)) == "task-switched-off"
    assert (await assistant.suggest("arbres", "keywords")).state is State.PROPOSED
    await assistant.turn(TASK_OFF, on=True)
    assert (await assistant.suggest("arbres", FIELD)).state is State.PROPOSED


async def test_only_what_exists_can_be_turned_off(assistant: Assistant) -> None:
    with pytest.raises(UnknownModel, match="tested"):
        await assistant.turn(Switch(kind=Switchable.MODEL, name="other"), on=False)
    with pytest.raises(UnknownField):
        await assistant.turn(Switch(kind=Switchable.TASK, name="other"), on=False)


async def test_an_operator_may_have_the_model_asked_at_once(
    tmp_path: Path, server: FaultServer
) -> None:
    settings = f'[tasks.{FIELD}]\nmodels = ["tested"]\nautomatic = true'
    async with installation(tmp_path / "data", server, settings) as assistant:
        assert (await assistant.suggest("arbres", FIELD)).value == GOOD
        assert (await assistant.suggest("arbres", FIELD)).value == GOOD
        server.play(answer("", 400))
        other = TREES.model_copy(update={"identifier": "autre", "title": "Arbres plantés"})
        await assistant.put_datasets([other])
        frugal = await assistant.suggest("autre", FIELD)
        assert (frugal.state, frugal.outcome.method) == (State.PROPOSED, "extraction")
    assert len(server.received) == 2


async def test_a_task_may_have_no_model(tmp_path: Path, server: FaultServer) -> None:
    settings = f"[tasks.{FIELD}]\nmodels = []"
    async with installation(tmp_path / "data", server, settings) as assistant:
        await assistant.suggest("arbres", FIELD)
        with pytest.raises(NoOtherMethod):
            await assistant.suggest_another("arbres", FIELD)


async def test_the_schema_and_the_rules_are_sent_and_the_record_is_fenced(
    assistant: Assistant, server: FaultServer
) -> None:
    server.play(says(BETTER))
    await assistant.suggest("arbres", FIELD)
    await assistant.suggest_another("arbres", FIELD)
    asked = server.received[0].json
    assert asked["response_format"]["json_schema"]["name"] == "ShortDescription"
    system, record = (each["content"] for each in asked["messages"])
    assert "200 caractères" in system
    opening, *_, closing = record.splitlines()
    assert opening.removeprefix("[début de la ") == closing.removeprefix("[fin de la ")


async def test_nothing_outside_sees_the_personal_data_of_a_record(
    tmp_path: Path, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "eclaireur")
    data = tmp_path / "data"
    server.play(says("Contact de Soizic Kerbrat au 06 39 98 12 34 pour les arbres."), says(GOOD))
    async with installation(data, server) as assistant:
        await assistant.suggest("arbres", FIELD)
        another = await assistant.suggest_another("arbres", FIELD)
        assert another.value == GOOD
        async with assistant._store._database.reading() as connection:  # type: ignore[attr-defined]
            kept = [
                str(row)
                for table in ("answer", "call", "event", "suggestion")
                for row in await connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608
            ]
    sent = [each.body.decode() for each in server.received]
    assert len(kept) > 4
    assert "[personne]" in sent[0]
    seen = "\n".join([*sent, *kept, caplog.text])
    for secret in ("Kerbrat", "Soizic", "laposte.net", "39 98 12", "39981234"):
        assert secret not in seen
