"""The command line: it translates, and nothing more."""

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import click

from eclaireur.cli.failures import ExitCode, Failures
from eclaireur.cli.localised import Group, Later
from eclaireur.cli.session import ReaderGone, Session
from eclaireur.cli.terminal import speak_utf8
from eclaireur.core.errors import EclaireurError, OutputUnwritable, system_problem
from eclaireur.messages import DEFAULT_LOCALE, LOCALES, Locale, Messages, messages, negotiated
from eclaireur.settings import Settings, default_data

PROGRAM = "eclaireur"

_SECTIONS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "start": ("catalogue", "serve"),
        "find": ("search",),
        "decide": ("suggest", "suggestions", "decide", "undo", "campaign"),
        "verify": ("check", "mask", "audit", "evaluate", "review"),
        "leave": ("export", "send", "backup", "restore"),
        "configure": (
            "config",
            "models",
            "switch",
            "keywords",
            "vocabulary",
            "ledger",
            "learning",
            "trial",
            "case",
            "remarks",
            "sessions",
        ),
    }
)
"""The commands of each section, in the order of the help. Each is in the module of its name."""

_OUTPUT_REFUSED = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system answers when what is written can go nowhere."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    speak_utf8()
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    say = messages(asked_locale(arguments, os.environ))
    failures = Failures(say, as_json="--json" in arguments)
    try:
        code = command_line(say, failures).main(arguments, PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except EclaireurError as error:
        failures.error(error)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.USAGE
    except click.UsageError as error:
        failures.usage(error)
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("cli-interrupted"), err=True)
        return ExitCode.INTERRUPTED
    except (ReaderGone, BrokenPipeError):
        _give_up_output()
        return ExitCode.READER_GONE
    except Exception as error:
        # Whoever opens a file tells its own refusals: what is left is standard output.
        if isinstance(error, OSError) and error.errno in _OUTPUT_REFUSED:
            _give_up_output()
            place = say("cli-standard-output")
            failures.error(OutputUnwritable(place=place, problem=system_problem(error)))
        elif os.environ.get("ECLAIREUR_TRACE"):
            raise
        else:
            failures.unexpected(error)
    else:
        # click answers the code with which the help ended, or what the command returned.
        return failures.code or int(code or ExitCode.DONE)
    return failures.code


def _give_up_output() -> None:
    """Let what is left go nowhere: the interpreter flushes standard output as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def command_line(say: Messages, failures: Failures) -> click.Group:
    """Build the whole command in the language of `say`."""

    @click.pass_context
    def open_session(
        context: click.Context, data: Path, database: str | None, config: Path | None
    ) -> None:
        settings = Settings(data=data, database=database, configuration=config)
        context.obj = Session(settings, say, failures)

    return Group(
        PROGRAM,
        say=say,
        help=say("cli-help"),
        epilog=say("cli-epilog"),
        callback=open_session,
        context_settings={"max_content_width": 88, "help_option_names": ["-h", "--help"]},
        params=[
            _version_option(say),
            click.Option(
                ["--data"],
                type=click.Path(path_type=Path),
                default=default_data,
                envvar="ECLAIREUR_DATA",
                metavar=say("cli-metavar-directory"),
                help=say("cli-option-data", default=_shown(default_data())),
            ),
            click.Option(
                ["--database"],
                envvar="ECLAIREUR_DATABASE",
                metavar="URL",
                help=say("cli-option-database"),
            ),
            click.Option(
                ["--config"],
                type=click.Path(path_type=Path),
                envvar="ECLAIREUR_CONFIG",
                metavar=say("cli-metavar-file"),
                help=say("cli-option-config"),
            ),
            click.Option(
                ["--lang"],
                type=click.Choice(LOCALES),
                envvar="ECLAIREUR_LANG",
                expose_value=False,
                help=say("cli-option-lang"),
            ),
        ],
        sections={
            say(f"cli-section-{section}"): [Later(name, say) for name in names]
            for section, names in _SECTIONS.items()
        },
    )


def _shown(place: Path) -> str:
    """The place as people write it, from their home."""
    home = Path.home()
    return f"~/{place.relative_to(home)}" if place.is_relative_to(home) else str(place)


def _version_option(say: Messages) -> click.Option:
    def show(context: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001
        if asked:
            click.echo(f"{PROGRAM} {version(PROGRAM)}")
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=say("cli-option-version"),
    )


def asked_locale(arguments: Sequence[str], environment: Mapping[str, str]) -> Locale:
    """Choose the language before the command line is read, since its help is in it."""
    asked = environment.get("ECLAIREUR_LANG")
    for option, value in pairwise([*arguments, ""]):
        if option == "--lang":
            asked = value
        elif option.startswith("--lang="):
            asked = option.removeprefix("--lang=")
    for locale in LOCALES:
        if asked == locale:
            return locale
    system = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return negotiated(next(filter(None, system), DEFAULT_LOCALE))
