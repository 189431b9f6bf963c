"""`eclaireur serve`: open the pages on this machine."""

import logging

import click

from eclaireur.cli.localised import Command
from eclaireur.cli.session import Session
from eclaireur.messages import Messages

HOST = "127.0.0.1"
PORT = 8000


def command(say: Messages) -> click.Command:
    """Build `eclaireur serve`."""

    @click.command("serve", cls=Command, say=say, help=say("cli-serve"))
    @click.option("--host", default=HOST, help=say("cli-serve-host", default=HOST))
    @click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=PORT,
        help=say("cli-serve-port", default=str(PORT)),
    )
    @click.pass_obj
    def listen(session: Session, host: str, port: int) -> None:
        # Loading the web application takes as long as most commands run.
        from eclaireur.web.server import serve  # noqa: PLC0415

        def announce(url: str) -> None:
            click.echo(say("cli-serve-listening", url=url))

        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
        for talkative in ("uvicorn", "alembic"):
            logging.getLogger(talkative).setLevel(logging.WARNING)
        serve(session.settings, host=host, port=port, on_listening=announce)

    return listen
