"""`eclaireur keywords`: learn how the portal chooses its keywords, and measure it."""

import asyncio
import json

import click

from eclaireur.assistant import Trained
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.progress import progress
from eclaireur.cli.session import Session
from eclaireur.messages import Messages
from eclaireur.methods.vocabulary import Training
from eclaireur.wiring.keywords import open_keyword_training


def command(say: Messages) -> click.Group:
    """Build `eclaireur keywords` and its commands."""

    @click.command("train", cls=Command, say=say, help=say("cli-keywords-train"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def train(session: Session, *, as_json: bool) -> None:
        async def trained() -> Trained:
            async with open_keyword_training(session.settings) as training:
                with progress(say("cli-keywords-progress")) as advance:
                    return await training.train(advance)

        outcome = asyncio.run(trained())
        if as_json:
            record = {
                "kept": outcome.kept,
                "trained": outcome.training.model_dump(mode="json"),
                "former": outcome.former.model_dump(mode="json"),
            }
            click.echo(json.dumps(record, ensure_ascii=False))
            return
        click.echo(say("cli-keywords-kept" if outcome.kept else "cli-keywords-refused"))
        _show(say("cli-keywords-new"), outcome.training, say)
        _show(say("cli-keywords-former"), outcome.former, say)

    @click.command("evaluate", cls=Command, say=say, help=say("cli-keywords-evaluate"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def evaluate(session: Session, *, as_json: bool) -> None:
        async def measured() -> Training:
            async with open_keyword_training(session.settings) as training:
                with progress(say("cli-keywords-progress")) as advance:
                    return await training.evaluate(advance)

        training = asyncio.run(measured())
        if as_json:
            click.echo(json.dumps(training.model_dump(mode="json"), ensure_ascii=False))
        else:
            _show(say("cli-keywords-serving"), training, say)

    return Group(
        "keywords",
        say=say,
        help=say("cli-keywords"),
        sections={say("cli-heading-commands"): [train, evaluate]},
    )


def _show(label: str, training: Training, say: Messages) -> None:
    figures = training.figures
    click.echo(
        say(
            "cli-keywords-figures",
            label=label,
            version=training.version,
            known=figures.known,
            unseen=figures.unseen,
            records=figures.records,
        )
    )
