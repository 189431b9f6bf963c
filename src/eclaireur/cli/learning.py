"""`eclaireur learning`: what people did with proposals, and what each cost."""

import json
from datetime import date, datetime

import click

from eclaireur.assistant import Assistant
from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.ledger.intervals import Interval
from eclaireur.ledger.learning import THRESHOLD, Fate, Learning
from eclaireur.messages import Messages

_DAY = click.DateTime(["%Y-%m-%d"])


def command(say: Messages) -> click.Command:
    """Build `eclaireur learning`."""

    @click.command("learning", cls=Command, say=say, help=say("cli-learning"))
    @click.option(
        "--since", type=_DAY, metavar=say("cli-metavar-day"), help=say("cli-learning-since")
    )
    @click.option(
        "--until", type=_DAY, metavar=say("cli-metavar-day"), help=say("cli-learning-until")
    )
    @click.option(
        "--threshold",
        type=click.IntRange(min=1),
        default=THRESHOLD,
        metavar=say("cli-metavar-number"),
        help=say("cli-learning-threshold", default=THRESHOLD),
    )
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def show(
        session: Session,
        since: datetime | None,
        until: datetime | None,
        threshold: int,
        *,
        as_json: bool,
    ) -> None:
        async def read(assistant: Assistant) -> Learning:
            return await assistant.learning(_day(since), _day(until), threshold=threshold)

        learning = session.run(read)
        if as_json:
            click.echo(json.dumps(learning.model_dump(mode="json"), ensure_ascii=False))
        elif not learning.fates:
            click.echo(say("learning-empty"))
        else:
            for fate in learning.fates:
                _show(fate, learning.threshold, say)

    return show


def _day(instant: datetime | None) -> date | None:
    return None if instant is None else instant.date()


def _show(fate: Fate, threshold: int, say: Messages) -> None:
    maker = fate.model or (say(f"method-{fate.method}") if fate.method else say("learning-nobody"))
    title = say(
        "learning-maker", field=say(f"field-{fate.task}"), maker=maker, version=fate.task_version
    )
    click.secho(printable(title), bold=True)
    lines = [say("learning-proposed", count=fate.proposed)]
    if fate.decided is None:
        lines.append(say("learning-too-few", threshold=threshold))
    elif fate.decided:
        lines.append(
            say(
                "learning-decided",
                count=fate.decided,
                accepted=fate.accepted or 0,
                edited=fate.edited or 0,
                rejected=fate.rejected or 0,
            )
        )
    shares = {
        "learning-as-is": fate.accepted_as_is,
        "learning-retained": fate.retained,
        "learning-distance": fate.edit_distance,
    }
    lines += [shown_share(name, each, say) for name, each in shares.items() if each is not None]
    lines += [
        say("learning-why", reason=say(f"because-{code}"), count=count)
        for code, count in fate.why.items()
    ]
    for name, reasons in (("learning-withheld", fate.withheld), ("learning-failed", fate.failed)):
        lines += [say(name, code=code, count=count) for code, count in reasons.items()]
    if fate.energy_wh_per_retained is not None:
        energy = say("ledger-energy", amount=fate.energy_wh_per_retained)
        lines.append(say("learning-energy", energy=energy))
    for line in lines:
        click.echo(f"  {printable(line)}")


def shown_share(name: str, share: Interval, say: Messages) -> str:
    """A share with its interval, in the sentence that a message makes of it."""
    return say(name, value=share.value, low=share.low, high=share.high)
