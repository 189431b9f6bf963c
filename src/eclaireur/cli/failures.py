"""What went wrong, on standard error and in the exit code."""

import logging
from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

import click

from eclaireur.cli.terminal import printable
from eclaireur.core.errors import (
    Conflict,
    EclaireurError,
    InvalidInput,
    NotAllowed,
    NotFound,
    Unavailable,
)
from eclaireur.messages import Messages
from eclaireur.representations.problem import Problem, problem_of, refusal


class ExitCode(IntEnum):
    """What the command answers to a script. It is listed in `eclaireur --help`."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    NOT_FOUND = 3
    CONFLICT = 4
    INVALID_INPUT = 5
    UNAVAILABLE = 6
    NOT_KEPT = 7
    """A check of an audit failed."""
    REGRESSION = 8
    """A measure of an evaluation is worse than it was, beyond its interval."""
    INTERRUPTED = 130
    READER_GONE = 141


_OF_FAMILY: Mapping[type[EclaireurError], ExitCode] = MappingProxyType(
    {
        NotAllowed: ExitCode.CONFLICT,
        NotFound: ExitCode.NOT_FOUND,
        Conflict: ExitCode.CONFLICT,
        InvalidInput: ExitCode.INVALID_INPUT,
        Unavailable: ExitCode.UNAVAILABLE,
    }
)


class Failures:
    """Writes each failure to standard error as it comes, and remembers the first.

    Args:
        say: the messages of the language asked for.
        as_json: write each as an RFC 9457 object on a line, for a program to read.
    """

    def __init__(self, say: Messages, *, as_json: bool) -> None:
        self._say = say
        self._as_json = as_json
        self._logger: logging.Logger | None = None
        self.code = ExitCode.DONE
        """What the command is to answer: the code of the first failure."""

    def go_to(self, logger: logging.Logger) -> None:
        """Log each failure from now on, where standard error holds a log that a machine reads."""
        self._logger = logger

    def error(self, error: EclaireurError) -> None:
        """Write an error of the assistant, which does not stop what follows."""
        self._write(problem_of(error, self._say))
        code = next(code for family, code in _OF_FAMILY.items() if isinstance(error, family))
        self.code = self.code or code

    def usage(self, error: click.UsageError) -> None:
        """Say what is wrong with the command line, and where its help is."""
        sentence = usage_sentence(error, self._say)
        if self._as_json:
            self._write(refusal("invalid-request", self._say, detail=sentence))
        else:
            command = error.ctx.command_path if error.ctx else "eclaireur"
            click.echo(
                f"{printable(sentence)}\n{self._say('usage-help', command=command)}", err=True
            )
        self.code = ExitCode.USAGE

    def unexpected(self, error: Exception) -> None:
        """Say that the program is at fault; its message may quote a record, so it is not shown."""
        detail = self._say("cli-unexpected", kind=type(error).__name__)
        self._write(refusal("unexpected", self._say, detail=detail))
        self.code = ExitCode.UNEXPECTED

    def _write(self, problem: Problem) -> None:
        if self._logger is not None:
            self._logger.error("%s", problem.detail)
        elif self._as_json:
            click.echo(problem.model_dump_json(exclude_none=True), err=True)
        else:
            click.echo(printable(problem.detail), err=True)


def usage_sentence(error: click.UsageError, say: Messages) -> str:
    """Say what is wrong with the command line. click's own sentences are in English."""
    match error:
        case click.NoSuchOption():
            return say("usage-no-such-option", option=error.option_name)
        case click.exceptions.NoSuchCommand():
            return say("usage-no-such-command", command=error.command_name)
        case click.MissingParameter():
            return say("usage-missing", parameter=_name(error.param))
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice)):
            choices = ", ".join(str(each) for each in choice.choices)
            return say("usage-not-a-choice", parameter=_name(error.param), choices=choices)
        case click.BadParameter(param=click.Parameter(type=click.IntRange() as span)):
            return say(
                "usage-not-in-range",
                parameter=_name(error.param),
                minimum=str(span.min),
                maximum=str(span.max),
            )
        case click.BadOptionUsage():
            return say("usage-option-value", option=error.option_name)
        case _:
            return error.format_message()


def _name(parameter: click.Parameter | None) -> str:
    """What the person types for it: `--port`, or the name that the help gives an argument."""
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter and (parameter.metavar or parameter.name)) or ""
