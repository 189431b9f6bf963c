"""What Éclaireur adds to a model's own time, and what the LiteLLM proxy adds to the same model's.

`python -m benchmarks.gate` asks a stub model, which answers in 200 ms and costs next to nothing,
on behalf of 32 people at once, each of whom asks again as soon as they are answered:

- the stub itself, which tells what this load can reach here;
- the gate alone (switches, cache, budgets, the call, meter, store), called from Python in the
  server's own event loop, without masking or checks;
- the whole of Éclaireur: `eclaireur serve`, asked over HTTP for another proposal for records that
  all differ, so that nothing comes from the cache;
- the LiteLLM proxy, one process with a master key, given the same prompts.

The load, the stub and what is measured share the processors. Then, one request at a time and with
a stub that does not wait, what each part of the whole path takes.
"""

import asyncio
import functools
import inspect
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rich.console import Console
from rich.table import Table
from uvicorn.loops.auto import auto_loop_factory

from benchmarks._load import Times, load, post
from eclaireur.catalogues.record import dataset_from_record
from eclaireur.configuration import read_configuration
from eclaireur.core.ports import Message
from eclaireur.guards import personal_data
from eclaireur.ledger import energy
from eclaireur.models import Gate, OpenAICompatible, Resilient, generation
from eclaireur.models import gate as gate_module
from eclaireur.settings import Settings
from eclaireur.store import SqlStore, open_store
from eclaireur.tasks.short_description import FIELD, PROMPT, ShortDescription
from eclaireur.wiring.assistant import open_assistant
from eclaireur.wiring.models import open_models

USERS = 32
LATENCY_S = 0.2
REQUESTS = 1_000
WARMING = 64
PARTS = 200
MAX_TOKENS = 1_000

LITELLM = Path(sys.prefix) / "litellm" / "bin" / "litellm"
MASTER_KEY = "sk-benchmark"
START_S = 120

DESCRIPTION = """\
Le fichier recense les arbres plantés par la commune de {commune} le long des rues, dans les parcs \
et dans les cours des écoles. Chaque ligne décrit un arbre : son espèce, sa hauteur, la \
circonférence de son tronc et l’année de sa plantation.

Les positions ont été relevées sur le terrain par le service des espaces verts, quartier par \
quartier, avec un récepteur de précision métrique. Le relevé couvre {streets} rues ; il est repris \
chaque hiver, quand les feuilles sont tombées, et publié au printemps qui suit.

**Ce que le fichier ne contient pas** : les arbres des jardins privés, ceux des forêts qui \
entourent la commune et les arbustes des massifs. Un arbre abattu garde sa ligne pendant un an, \
avec la date de l’abattage, puis il en est retiré.

{contact}Les signalements d’erreurs sont les bienvenus : ils sont vérifiés sur place, puis \
reportés dans le fichier avec le millésime suivant.
"""
CONTACT = """\
Pour toute question, écrire à Soizic Kerbrat, soizic.kerbrat@laposte.net, ou appeler le \
06 39 98 12 34. """
TOLD_OF = 50
"""One record in so many tells of somebody, as on data.gouv.fr."""


def records(number: int) -> list[dict[str, Any]]:
    """As many records, no two alike."""
    return [
        {
            "id": f"arbres-{each}",
            "title": f"Arbres de la commune de {_commune(each)}",
            "description": DESCRIPTION.format(
                commune=_commune(each), streets=each + 3, contact="" if each % TOLD_OF else CONTACT
            ),
            "organization": f"Ville de {_commune(each)}",
        }
        for each in range(number)
    ]


def _commune(number: int) -> str:
    starts, middles, ends = (
        ("Bren", "Cor", "Mar", "Lun", "Tar"),
        ("a", "e", "i", "o"),
        "bcdfglmnrst",
    )
    number, start = divmod(number, len(starts))
    number, middle = divmod(number, len(middles))
    number, end = divmod(number, len(ends))
    last = ("ac", "ay", "eville", "igny", "oux", "y", "on")[number % 7]
    return starts[start] + middles[middle] + ends[end] + last


def told(record: Mapping[str, Any]) -> list[Message]:
    """What Éclaireur says of a record, but for the personal data that it masks."""
    about = PROMPT.about(
        fence="0123456789abcdef", title=record["title"], description=record["description"]
    )
    return [
        Message(role="system", content=PROMPT.system.strip()),
        Message(role="user", content=about.strip()),
    ]


def completion(record: Mapping[str, Any]) -> bytes:
    """The request that Éclaireur makes."""
    schema = {"name": "ShortDescription", "schema": ShortDescription.model_json_schema()}
    return json.dumps(
        {
            "model": "stub",
            "messages": [each.model_dump() for each in told(record)],
            "max_tokens": MAX_TOKENS,
            "temperature": 0,
            "response_format": {"type": "json_schema", "json_schema": schema | {"strict": True}},
        }
    ).encode()


@contextmanager
def running(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A process of ours, stopped at the end."""
    process = subprocess.Popen(  # noqa: S603
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=START_S)


@contextmanager
def stub(seconds: float) -> Iterator[int]:
    """The port of a stub model."""
    with running([sys.executable, "-m", "benchmarks._stub_model", str(seconds)]) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline())


def configured(place: Path, port: int) -> Path:
    """Declare the stub in a new data directory."""
    place.mkdir()
    file = place / "eclaireur.toml"
    file.write_text(
        f"""\
[models.stub]
address = "http://127.0.0.1:{port}/v1"
model = "stub"
operator = {{ name = "Benchmark", kind = "local" }}
country = "FR"
weights = "benchmark/stub"
licence = "MIT"
parameters = {{ total = 8, active = 8 }}
context = 32768
concurrency = {USERS}

[budgets.total]
requests = 1_000_000
""",
        "utf-8",
    )
    return file


def measure(
    port: int,
    requests: Sequence[bytes],
    answered: Callable[[bytes], bool],
    process: int | None = None,
) -> Times:
    """Warm up, then load."""
    asyncio.run(load(port, requests[:WARMING], USERS, answered))
    before = _processor_s(process) if process else None
    times = asyncio.run(load(port, requests[WARMING:], USERS, answered))
    spent = _processor_s(process) - before if process and before is not None else None
    return replace(times, processor_s=spent)


def _processor_s(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def stub_alone(port: int, made: Sequence[Mapping[str, Any]]) -> Times:
    requests = [post("/v1/chat/completions", completion(each)) for each in made]
    return measure(port, requests, lambda body: b"short_description" in body)


def gate_alone(port: int, place: Path, made: Sequence[Mapping[str, Any]]) -> Times:
    """The gate, from Python, nothing masked: 32 people who ask it directly."""
    configuration = read_configuration(configured(place, port))
    namespace = vars(gate_module)
    whole, namespace["personal_data"] = namespace["personal_data"], _NOTHING_MASKED

    async def run() -> Times:
        async with (
            open_store(f"sqlite:///{place / 'eclaireur.sqlite'}") as store,
            open_models(Settings(data=place), configuration) as [model],
        ):
            gate = Gate(
                Resilient(model),
                store,
                task=FIELD,
                task_version="1",
                method="generation",
                budgets=configuration.budgets_of(FIELD),
                today=lambda: datetime.now(UTC).date(),
            )
            await _asked(gate, made[:WARMING])
            return await _asked(gate, made[WARMING:])

    try:
        with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
            return runner.run(run())
    finally:
        namespace["personal_data"] = whole


_NOTHING_MASKED = SimpleNamespace(mask=lambda text: SimpleNamespace(text=text))


async def _asked(gate: Gate, made: Sequence[Mapping[str, Any]]) -> Times:
    waiting, seconds = iter(made), list[float]()

    async def person() -> None:
        for record in waiting:
            began = time.perf_counter()
            await gate.ask(
                told(record),
                schema=ShortDescription,
                organisation=record["organization"],
                max_tokens=MAX_TOKENS,
                deadline_s=30,
            )
            seconds.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(person() for _ in range(USERS)))
    return Times(seconds, time.perf_counter() - began)


def whole_path(port: int, place: Path, made: Sequence[Mapping[str, Any]]) -> Times:
    """`eclaireur serve`, asked for another proposal for records that have one already."""
    configured(place, port)
    with serving(place, made) as (served, process):
        return measure(served, [asking(each) for each in made], _is_proposed, process)


@contextmanager
def serving(place: Path, made: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int]]:
    """Serve the records, each with its frugal proposal; gives the port and the process."""
    file = place / "records.jsonl"
    file.write_text("\n".join(map(json.dumps, made)), "utf-8")
    eclaireur: list[str | Path] = [sys.executable, "-m", "eclaireur", "--data", place]
    commands: tuple[list[str | Path], ...] = (
        ["catalogue", "import", file],
        ["suggest", FIELD, "--from", file, "--json"],
    )
    for prepared in commands:
        subprocess.run([*eclaireur, *prepared], check=True, capture_output=True)  # noqa: S603
    with running([*eclaireur, "serve", "--port", "0"]) as process:
        assert process.stdout is not None
        announced = re.search(rb"http://[\d.]+:(\d+)/", process.stdout.readline())
        assert announced is not None
        yield int(announced[1]), process.pid


def asking(record: Mapping[str, Any]) -> bytes:
    body = {"dataset": record["id"], "field": FIELD, "another": True}
    return post("/api/v1/suggestions", json.dumps(body).encode())


def _is_proposed(body: bytes) -> bool:
    answer = json.loads(body)
    return bool(answer.get("status") == "proposed" and answer.get("model") == "stub")


@contextmanager
def litellm(place: Path, port: int) -> Iterator[tuple[int, int]]:
    """The LiteLLM proxy in front of the stub: one process, a master key, nothing fetched."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        own: int = probe.getsockname()[1]
    configuration = place / "litellm.json"
    model = {"model": "openai/stub", "api_base": f"http://127.0.0.1:{port}/v1", "api_key": "none"}
    configuration.write_text(
        json.dumps(
            {
                "model_list": [{"model_name": "stub", "litellm_params": model}],
                "general_settings": {"master_key": MASTER_KEY},
            }
        ),
        "utf-8",
    )
    command: list[str | Path] = [
        LITELLM,
        "--config",
        configuration,
        "--host",
        "127.0.0.1",
        "--port",
        str(own),
    ]
    offline = ("MODEL_COST_MAP", "BLOG_POSTS", "ANTHROPIC_BETA_HEADERS")
    environment = {f"LITELLM_LOCAL_{each}": "True" for each in offline}
    environment |= {"LITELLM_MODE": "PRODUCTION", "LITELLM_LOG": "ERROR"}
    with running(command, environment) as process:
        deadline = time.monotonic() + START_S
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", own), timeout=1):
                break
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("The LiteLLM proxy does not start.")
            time.sleep(0.2)
        yield own, process.pid


def through_litellm(port: int, place: Path, made: Sequence[Mapping[str, Any]]) -> Times:
    with litellm(place, port) as (own, process):
        requests = [
            post("/v1/chat/completions", completion(each), authorization=f"Bearer {MASTER_KEY}")
            for each in made
        ]
        return measure(own, requests, lambda body: b"short_description" in body, process)


def report(measured: Mapping[str, Times]) -> Table:
    """What each adds to the model's own time."""
    ranks = (50, 95, 99)
    table = Table(
        "", "requests a second", *(f"added, p{rank}" for rank in ranks), "processor a request"
    )
    for name, times in measured.items():
        added = (1000 * (times.percentile(rank) - LATENCY_S) for rank in ranks)
        spent = times.processor_s and 1000 * times.processor_s / len(times.seconds)
        table.add_row(
            name,
            f"{times.throughput:.1f}",
            *(f"{each:.0f} ms" for each in added),
            f"{spent:.1f} ms" if spent else "",
        )
    return table


class Parts:
    """Seconds that each part of the whole path takes, waits for the other parts aside."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, owner: object, name: str, part: str) -> None:
        """Time what a function or a method of some owner does, under the name of a part."""
        function = getattr(owner, name)

        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def timed(*arguments: Any, **named: Any) -> Any:
                began = time.perf_counter()
                try:
                    return await function(*arguments, **named)
                finally:
                    self._add(part, began)
        else:

            @functools.wraps(function)
            def timed(*arguments: Any, **named: Any) -> Any:
                began = time.perf_counter()
                try:
                    return function(*arguments, **named)
                finally:
                    self._add(part, began)

        setattr(owner, name, timed)

    def _add(self, part: str, began: float) -> None:
        self.seconds[part] = self.seconds.get(part, 0.0) + time.perf_counter() - began


def parts_of_one(port: int, place: Path, made: Sequence[Mapping[str, Any]]) -> Table:
    """What each part takes when one person asks, one request after the other."""
    parts = Parts()
    parts.timed(SqlStore, "dossier", "read: record, suggestions, switches")
    parts.timed(SqlStore, "standing", "read: switches, cache, budgets")
    parts.timed(SqlStore, "keep_answer", "write: meter and cache, on disk")
    parts.timed(SqlStore, "add_suggestions", "write: suggestion, on disk")
    parts.timed(generation, "without_orders", "orders taken out")
    parts.timed(personal_data, "cleared", "masking of the record")
    parts.timed(personal_data, "mask", "masking of the answer")
    parts.timed(energy, "known", "estimate of the energy")
    parts.timed(OpenAICompatible, "complete", "the call itself, the model's time aside")
    parts.timed(generation.Generation, "_judged", "checks and grounding")

    async def run() -> float:
        configuration = configured(place, port)
        async with open_assistant(Settings(data=place, configuration=configuration)) as assistant:
            datasets = [dataset_from_record(each, fallback_identifier="") for each in made]
            await assistant.put_datasets(datasets)
            async for _ in assistant.suggest_for_records(datasets, [FIELD]):
                pass
            for each in datasets[:WARMING]:
                await assistant.suggest_another(each.identifier, FIELD)
            parts.seconds.clear()
            began = time.perf_counter()
            for each in datasets[WARMING:]:
                suggestion = await assistant.suggest_another(each.identifier, FIELD)
                assert suggestion.outcome.model == "stub"
            return time.perf_counter() - began

    elapsed_s, number = asyncio.run(run()), len(made) - WARMING
    table = Table("one request at a time, over a model that does not wait", "ms")
    for part, seconds in sorted(parts.seconds.items(), key=lambda item: -item[1]):
        table.add_row(part, f"{1000 * seconds / number:.2f}")
    rest = elapsed_s - sum(parts.seconds.values())
    table.add_row("all the rest, HTTP aside", f"{1000 * rest / number:.2f}")
    table.add_row("together", f"{1000 * elapsed_s / number:.2f}")
    return table


def main() -> None:
    made = records(REQUESTS + WARMING)
    assert len({each["description"] for each in made}) == len(made)
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        with stub(LATENCY_S) as port:
            measured = {"the stub alone": stub_alone(port, made)}
            measured["the gate alone"] = gate_alone(port, place / "gate", made)
            measured["Éclaireur, whole"] = whole_path(port, place / "whole", made)
            if LITELLM.exists():
                measured["LiteLLM"] = through_litellm(port, place, made)
            else:
                print(f"Skipped: {LITELLM} is absent; `make bench` installs it.")
        console.print(report(measured))
        print(f"{os.cpu_count()} cores; load of the machine at the end: {os.getloadavg()[0]:.1f}.")
        with stub(0) as port:
            console.print(parts_of_one(port, place / "parts", made[: WARMING + PARTS]))


if __name__ == "__main__":
    main()
