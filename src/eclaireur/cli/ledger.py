"""`eclaireur ledger`: what models and methods cost, and what they did not."""

import json

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.ledger.learning import THRESHOLD
from eclaireur.ledger.summary import Cost, DayCost, Ledger, TaskCost
from eclaireur.messages import Messages


def command(say: Messages) -> click.Command:
    """Build `eclaireur ledger`."""

    @click.command("ledger", cls=Command, say=say, help=say("cli-ledger"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def show(session: Session, *, as_json: bool) -> None:
        async def read(assistant: Assistant) -> Ledger:
            return await assistant.ledger()

        ledger = session.run(read)
        if as_json:
            click.echo(json.dumps(ledger.model_dump(mode="json"), ensure_ascii=False))
        elif not ledger.tasks:
            click.echo(say("ledger-empty"))
        else:
            _show(ledger, say)

    return show


def _show(ledger: Ledger, say: Messages) -> None:
    for task in ledger.tasks:
        click.secho(say(f"field-{task.task}"), bold=True)
        for line in _of_task(task, say):
            click.echo(f"  {line}")
    click.secho(say("cli-ledger-days"), bold=True)
    for day in ledger.days:
        click.echo(f"  {printable(_of_day(day, say))}")
    click.echo(say("cli-ledger-method", method=ledger.method, embedded=ledger.embedded_method))


def _of_task(task: TaskCost, say: Messages) -> list[str]:
    return [
        say("cli-ledger-asked", cost=_cost(task.asked, say)),
        say(
            "cli-ledger-retained",
            count=say("ledger-few", threshold=THRESHOLD)
            if task.retained is None
            else say("web-number", number=task.retained),
            energy=_energy(task.energy_wh_per_retained, say),
        ),
        say("cli-ledger-embedded", energy=_energy(task.embedded.energy_wh, say)),
        say("cli-ledger-cache", cost=_cost(task.saved_by_cache, say)),
        say(
            "cli-ledger-frugal",
            count=task.proposed_without_model,
            energy=_energy(task.energy_wh_saved_without_model, say),
        ),
    ]


def _of_day(day: DayCost, say: Messages) -> str:
    return say(
        "cli-ledger-day",
        day=say("web-day", day=day.day),
        field=say(f"field-{day.task}"),
        made_by=day.model or day.method,
        cost=_cost(day.cost, say),
        failed=day.failed,
    )


def _cost(cost: Cost, say: Messages) -> str:
    tokens = (cost.input_tokens or 0) + (cost.output_tokens or 0)
    known = cost.input_tokens is not None or cost.output_tokens is not None or not cost.calls
    return say(
        "cli-ledger-cost",
        calls=cost.calls,
        tokens=say("ledger-tokens", count=tokens) if known else say("ledger-unknown"),
        energy=_energy(cost.energy_wh if cost.calls else 0, say),
        carbon=_carbon(cost.carbon_g if cost.calls else 0, say),
        unknown=cost.unknown_energy,
    )


def _energy(amount: float | None, say: Messages) -> str:
    return say("ledger-unknown") if amount is None else say("ledger-energy", amount=amount)


def _carbon(amount: float | None, say: Messages) -> str:
    return say("ledger-unknown") if amount is None else say("ledger-carbon", amount=amount)
