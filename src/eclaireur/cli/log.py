"""How the commands that stay write their log."""

import logging
from collections.abc import Callable
from typing import Any

import click

from eclaireur.cli.session import Session
from eclaireur.log import LogFormat, write_log
from eclaireur.messages import Messages

logger = logging.getLogger(__name__)


def log_format_option(say: Messages) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option of every command that stays, for `begin_log`."""
    return click.option(
        "--log-format",
        type=click.Choice([each.value for each in LogFormat]),
        default=LogFormat.TEXT.value,
        envvar="ECLAIREUR_LOG_FORMAT",
        help=say("cli-log-format", default=LogFormat.TEXT.value),
    )


def begin_log(session: Session, log_format: str) -> LogFormat:
    """Write the log, and in JSON what fails too: whatever is on standard error is then JSON."""
    form = LogFormat(log_format)
    write_log(form)
    if form is LogFormat.JSON:
        session.failures.go_to(logger)
    return form
