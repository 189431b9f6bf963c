"""`eclaireur serve`: open the pages on this machine."""

import logging

import click

from eclaireur.cli.localised import Command
from eclaireur.cli.log import begin_log, log_format_option
from eclaireur.cli.session import Session
from eclaireur.log import LogFormat
from eclaireur.messages import Messages

HOST = "127.0.0.1"
PORT = 8000

logger = logging.getLogger(__name__)


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
    @log_format_option(say)
    @click.pass_obj
    def listen(session: Session, host: str, port: int, log_format: str) -> None:
        # Loading the web application takes as long as most commands run.
        from eclaireur.web.server import serve  # noqa: PLC0415

        form = begin_log(session, log_format)

        def announce(url: str) -> None:
            told = say("cli-serve-listening", url=url)
            if form is LogFormat.JSON:
                logger.info("%s", told)
            else:
                click.echo(told)

        serve(session.settings, host=host, port=port, on_listening=announce)

    return listen
