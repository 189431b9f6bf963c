"""`eclaireur review`: blind pairs of proposals, for people or for a model to judge."""

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from eclaireur.cli.evaluate import sampled
from eclaireur.cli.localised import Command
from eclaireur.cli.progress import progress
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import printable
from eclaireur.configuration import read_configuration
from eclaireur.core.errors import NoCommonPair, UnknownSubject
from eclaireur.evaluation import Judge
from eclaireur.evaluation.equipment import OBSERVE
from eclaireur.evaluation.judgements import (
    SAME,
    Agreement,
    Judgement,
    Preference,
    agreement,
    keep_judgements,
    preference,
    read_judgements,
)
from eclaireur.evaluation.pairs import Pair, pairs
from eclaireur.evaluation.wording import value_text
from eclaireur.messages import Messages
from eclaireur.wiring.evaluation import open_evaluation

_LEFT = frozenset({"1", "\x1b[D", "\x1bOD", "\xe0K"})
_RIGHT = frozenset({"2", "\x1b[C", "\x1bOC", "\xe0M"})
"""The keys of a side: its number, and its arrow as terminals send it."""
_STOP = frozenset({"q", "Q", "\x1b", ""})


def command(say: Messages) -> click.Command:
    """Build `eclaireur review`."""
    file = say("cli-metavar-file")
    path = click.Path(path_type=Path)

    @click.command("review", cls=Command, say=say, help=say("cli-review"))
    @click.argument("field", metavar=say("cli-metavar-task"))
    @click.option("--on", "place", required=True, metavar=file, help=say("cli-review-on"))
    @click.option(
        "--pairs",
        "compared",
        nargs=2,
        required=True,
        metavar=f"{say('cli-metavar-method')} {say('cli-metavar-method')}",
        help=say("cli-review-pairs"),
    )
    @click.option(
        "--judgements",
        "kept",
        type=path,
        required=True,
        metavar=file,
        help=say("cli-review-judgements"),
    )
    @click.option("--judge", metavar=say("cli-metavar-model"), help=say("cli-review-judge"))
    @click.option(
        "--agreement", "others", type=path, metavar=file, help=say("cli-review-agreement")
    )
    @click.option("--limit", type=click.IntRange(min=1), help=say("cli-evaluate-limit"))
    @click.option("--seed", type=int, default=0, help=say("cli-evaluate-seed"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def review(
        session: Session,
        field: str,
        place: str,
        compared: tuple[str, str],
        kept: Path,
        judge: str | None,
        others: Path | None,
        limit: int | None,
        seed: int,
        *,
        as_json: bool,
    ) -> None:
        if field not in OBSERVE:
            raise UnknownSubject(task=field, known=", ".join(OBSERVE))
        judgements = read_judgements(kept)
        theirs = read_judgements(others) if others else []
        one, other = sorted(compared)
        declared = read_configuration(session.settings.configuration_file).models

        async def judged() -> None:
            async with open_evaluation(
                session.settings,
                models=[each for each in compared if each in declared],
                judge=(judge, field) if judge else None,
            ) as (equipment, asked):
                with sampled(place, limit, seed) as chosen:
                    every = await pairs(
                        equipment.proposals(field),
                        one,
                        other,
                        chosen,
                        seed=seed,
                        refuse=session.failures.error,
                    )
                done = {each.key for each in judgements}
                left = [
                    each for each in every if (each.dataset.identifier, (one, other)) not in done
                ]
                with progress(say("cli-review-progress")) as advance:
                    for number, pair in enumerate(left, len(every) - len(left) + 1):
                        told = (
                            await _judge(pair, asked)
                            if asked
                            else _person(pair, number, len(every), say)
                        )
                        if told is None:
                            break
                        judgements.append(
                            Judgement(
                                item=pair.item,
                                methods=(one, other),
                                preferred=told,
                                judge=judge or "person",
                                day=datetime.now(UTC).date(),
                            )
                        )
                        keep_judgements(judgements, kept)
                        advance()

        asyncio.run(judged())
        found = preference(judgements, (one, other))
        agreed = agreement(judgements, theirs, seed) if others else None
        if others and agreed is None:
            raise NoCommonPair(place=str(kept), other=str(others))
        if as_json:
            record = {
                "preference": found.model_dump(mode="json"),
                "agreement": agreed and agreed.model_dump(mode="json"),
            }
            click.echo(json.dumps(record, ensure_ascii=False))
        else:
            _show(found, agreed, say)

    return review


async def _judge(pair: Pair, judge: Judge) -> str:
    return await judge.prefers(pair)


def _person(pair: Pair, number: int, pairs: int, say: Messages) -> str | None:
    """What a person prefers; None if they stop."""
    shown = say("cli-review-place", place=number, pairs=pairs, title=pair.dataset.title)
    click.secho(printable(shown), bold=True, err=True)
    for key, side in (("1 ←", pair.left), ("2 →", pair.right)):
        click.echo(printable(say("cli-review-side", key=key, text=side.text)), err=True)
    click.echo(say("cli-review-ask"), err=True)
    while True:
        key = _key()
        if key in _LEFT:
            return pair.left.method
        if key in _RIGHT:
            return pair.right.method
        if key == "=":
            return SAME
        if key in _STOP:
            return None
        click.echo(say("cli-review-unknown-key"), err=True)


def _key() -> str:
    """A key of the terminal; elsewhere, a line, and nothing at the end."""
    return click.getchar() if sys.stdin.isatty() else sys.stdin.readline().strip()


def _show(found: Preference, agreed: Agreement | None, say: Messages) -> None:
    one, other = found.methods
    first, second = found.preferred
    click.echo(
        say(
            "cli-review-preference",
            one=one,
            other=other,
            first=first,
            second=second,
            same=found.same,
        )
    )
    if found.first:
        value, low, high = (
            value_text("first", each, say)
            for each in (found.first.value, found.first.low, found.first.high)
        )
        click.echo(say("cli-review-share", one=one, value=value, low=low, high=high))
    if agreed:
        value, low, high = (
            value_text("first", each, say)
            for each in (agreed.alike.value, agreed.alike.low, agreed.alike.high)
        )
        kappa = (
            say("cli-review-no-kappa")
            if agreed.kappa is None
            else say("cli-review-kappa", **agreed.kappa.model_dump())
        )
        click.echo(
            say(
                "cli-review-agreement-told",
                pairs=agreed.pairs,
                alike=value,
                low=low,
                high=high,
                kappa=kappa,
            )
        )
