"""`eclaireur trial`: two or more ways to propose a field, compared on live use."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.learning import shown_share
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.core.trial import FEWEST
from eclaireur.ledger.trial import Finding, TrialResult
from eclaireur.messages import Messages

Results = tuple[TrialResult, ...]


def command(say: Messages) -> click.Group:
    """Build `eclaireur trial`."""
    return Group(
        "trial",
        say=say,
        help=say("cli-trial"),
        sections={say("cli-heading-commands"): [_start(say), _list(say), _show(say), _stop(say)]},
    )


def _start(say: Messages) -> click.Command:
    @click.command("start", cls=Command, say=say, help=say("cli-trial-start"))
    @click.argument("name", metavar=say("cli-metavar-name"))
    @click.option("--task", required=True, metavar=say("cli-metavar-field"))
    @click.option(
        "--variant",
        "variants",
        multiple=True,
        required=True,
        metavar=say("cli-metavar-name"),
        help=say("cli-trial-variant"),
    )
    @click.option(
        "--until",
        required=True,
        type=click.DateTime(["%Y-%m-%d"]),
        metavar=say("cli-metavar-day"),
        help=say("cli-trial-until"),
    )
    @click.option(
        "--minimum",
        type=click.IntRange(min=FEWEST),
        default=FEWEST,
        metavar=say("cli-metavar-number"),
        help=say("cli-trial-minimum", fewest=FEWEST),
    )
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def start(
        session: Session,
        name: str,
        task: str,
        variants: tuple[str, ...],
        until: datetime,
        minimum: int,
        *,
        as_json: bool,
    ) -> None:
        async def begin(assistant: Assistant) -> Results:
            trials = assistant.trials
            await trials.start(name, task, variants, ends_on=until.date(), minimum=minimum)
            return (await trials.result(name),)

        _tell(session, begin, as_json=as_json)

    return start


def _list(say: Messages) -> click.Command:
    @click.command("list", cls=Command, say=say, help=say("cli-trial-list"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def list_all(session: Session, *, as_json: bool) -> None:
        _tell(session, lambda assistant: assistant.trials.results(), as_json=as_json)

    return list_all


def _show(say: Messages) -> click.Command:
    @click.command("show", cls=Command, say=say, help=say("cli-trial-show"))
    @click.argument("name", metavar=say("cli-metavar-name"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def show(session: Session, name: str, *, as_json: bool) -> None:
        async def read(assistant: Assistant) -> Results:
            return (await assistant.trials.result(name),)

        _tell(session, read, as_json=as_json)

    return show


def _stop(say: Messages) -> click.Command:
    @click.command("stop", cls=Command, say=say, help=say("cli-trial-stop"))
    @click.argument("name", metavar=say("cli-metavar-name"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json-lines"))
    @click.pass_obj
    def stop(session: Session, name: str, *, as_json: bool) -> None:
        async def end(assistant: Assistant) -> Results:
            await assistant.trials.stop(name)
            return (await assistant.trials.result(name),)

        _tell(session, end, as_json=as_json)

    return stop


def _tell(
    session: Session, work: Callable[[Assistant], Awaitable[Results]], *, as_json: bool
) -> None:
    results = session.run(work)
    if as_json:
        for each in results:
            click.echo(json.dumps(each.model_dump(mode="json"), ensure_ascii=False))
    elif not results:
        click.echo(session.say("trial-none"))
    else:
        for each in results:
            _explain(each, session.say)


def _explain(result: TrialResult, say: Messages) -> None:
    trial = result.trial
    click.secho(
        say(
            "trial-title",
            name=trial.name,
            field=say(f"field-{trial.task}"),
            over="yes" if result.over else "no",
            day=say("web-day", day=trial.stopped_on or trial.ends_on),
        ),
        bold=True,
    )
    for each in result.variants:
        line = say("trial-variant", variant=each.variant, proposed=each.proposed)
        if each.decided is None:
            line += say("trial-few-decisions")
        else:
            line += say("trial-decisions", count=each.decided)
        click.echo(f"  {printable(line)}")
        if each.accepted_as_is is not None:
            click.echo(f"    {shown_share('learning-as-is', each.accepted_as_is, say)}")
    click.echo(f"  {printable(_found(result, say))}")


def _found(result: TrialResult, say: Messages) -> str:
    match result.finding:
        case Finding.TOO_FEW:
            return say("trial-too-few", minimum=result.trial.minimum)
        case Finding.NO_DIFFERENCE:
            return say("trial-no-difference", p=result.p_value or 0.0)
        case Finding.DIFFERENCE:
            return say("trial-difference", better=result.better or "", p=result.p_value or 0.0)
