"""`eclaireur models`: the models that are declared, whether they answer, what tasks use."""

import asyncio
import json
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import click

from eclaireur.assistant import TaskMeans, Turn
from eclaireur.cli.display import show_model
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.configuration import Configuration, read_configuration
from eclaireur.core.errors import EclaireurError
from eclaireur.core.model import ModelDeclaration
from eclaireur.messages import Messages
from eclaireur.representations.problem import problem_of
from eclaireur.settings import Settings
from eclaireur.wiring.models import means_of_tasks, open_models

DEADLINE_S = 10.0
"""Seconds that a server has to list its models."""

NAMES_SHOWN = 20
"""Names of models shown when the one that is declared is not among them."""


@dataclass(frozen=True)
class Ping:
    """What trying a model told."""

    names: frozenset[str] = frozenset()
    """Every name that its server knows."""
    latency_ms: int | None = None
    problem: EclaireurError | None = None
    """Why its server did not list them."""


def command(say: Messages) -> click.Command:
    """Build `eclaireur models`."""

    @click.command("models", cls=Command, say=say, help=say("cli-models"))
    @click.option("--ping", is_flag=True, help=say("cli-models-ping"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def models(session: Session, *, ping: bool, as_json: bool) -> None:
        configuration = read_configuration(session.settings.configuration_file)
        pings = asyncio.run(_pings(session.settings, configuration)) if ping else {}
        if not configuration.models and not as_json:
            click.echo(say("cli-config-no-model"))
        for name, model in configuration.models.items():
            if as_json:
                click.echo(json.dumps(_record(name, model, pings.get(name), say)))
            else:
                show_model(name, model, say)
                if name in pings:
                    click.echo(f"  {printable(_told(model, pings[name], say))}")
        for task in asyncio.run(means_of_tasks(session.settings)):
            if as_json:
                click.echo(json.dumps(task.model_dump(mode="json"), ensure_ascii=False))
            else:
                _show_task(task, say)

    return models


async def _pings(settings: Settings, configuration: Configuration) -> dict[str, Ping]:
    declared = configuration.models.items()
    found = await asyncio.gather(*(_ping(settings, name, model) for name, model in declared))
    return dict(zip(configuration.models, found, strict=True))


async def _ping(settings: Settings, name: str, model: ModelDeclaration) -> Ping:
    """Try one model by itself, so that what is wrong with it says nothing of the others."""
    try:
        async with open_models(settings, Configuration(models={name: model})) as [opened]:
            began = perf_counter()
            names = await opened.served(DEADLINE_S)
            return Ping(names, latency_ms=round((perf_counter() - began) * 1000))
    except EclaireurError as error:
        return Ping(problem=error)


def _told(model: ModelDeclaration, ping: Ping, say: Messages) -> str:
    if ping.problem is not None:
        return say.error(ping.problem)
    milliseconds = str(ping.latency_ms)
    if model.model in ping.names:
        return say("cli-model-served", milliseconds=milliseconds, alias=model.model)
    names = ", ".join(sorted(ping.names)[:NAMES_SHOWN])
    return say("cli-model-not-served", milliseconds=milliseconds, alias=model.model, names=names)


def _show_task(task: TaskMeans, say: Messages) -> None:
    click.secho(say("cli-models-task", field=say(f"field-{task.task}")), bold=True)
    for place, turn in enumerate(task.turns, 1):
        click.echo(f"  {printable(_turn(place, turn, say))}")
        for organisation in (*task.off_for, *turn.off_for):
            told = say("cli-models-off-for", organisation=organisation)
            click.echo(f"     {printable(told)}")


def _turn(place: int, turn: Turn, say: Messages) -> str:
    return say(
        "cli-models-turn",
        place=place,
        made_by=turn.model or say(f"method-{turn.method}"),
        automatic="yes" if turn.automatic else "no",
        obstacle=turn.obstacle or "none",
    )


def _record(name: str, model: ModelDeclaration, ping: Ping | None, say: Messages) -> dict[str, Any]:
    record: dict[str, Any] = {"name": name, "declaration": model.model_dump(mode="json")}
    if ping is not None:
        problem = ping.problem and problem_of(ping.problem, say)
        record["ping"] = {
            "reached": problem is None,
            "served": model.model in ping.names,
            "latency_ms": ping.latency_ms,
            "names": sorted(ping.names),
            "problem": problem and problem.model_dump(exclude_none=True),
        }
    return record
