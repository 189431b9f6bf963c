"""click's commands, whose help is in the language of the person who asks."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from eclaireur.messages import Messages


class _Localised(click.Command):
    """What click writes itself, taken from our messages."""

    def __init__(self, name: str | None = None, *, say: Messages, **attributes: Any) -> None:  # noqa: ANN401
        super().__init__(name, options_metavar=say("cli-metavar-options"), **attributes)
        self.say = say

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.say("cli-option-help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        heading = self.say("cli-heading-usage")
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{heading} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        params = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        options = [record for each in params if (record := each.get_help_record(ctx))]
        _write_section(formatter, self.say("cli-heading-options"), options)


class Command(_Localised):
    """A command that explains itself in the language of `say`."""

    allow_extra_args = True

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Refuse what is left of the command line, which click would do in English."""
        if ctx.args:
            arguments = " ".join(ctx.args)
            raise click.UsageError(self.say("usage-unexpected-argument", arguments=arguments), ctx)
        return super().invoke(ctx)


class Later(click.Command):
    """A command that is told in the help, and whose module is imported once it is asked for.

    It stands for what `command` makes in the module of its name, with the help `cli-<name>`.
    """

    def __init__(self, name: str, say: Messages) -> None:
        super().__init__(name)
        self._say = say

    def get_short_help_str(self, limit: int = 45) -> str:
        self.help = self._say(f"cli-{self.name}")
        return super().get_short_help_str(limit)

    def made(self) -> click.Command:
        """Import the module and make the command."""
        command: click.Command = import_module(f"eclaireur.cli.{self.name}").command(self._say)
        return command


class Group(_Localised, click.Group):
    """Commands by section. Those that stand for others give way to them (`get_command`).

    Args:
        say: the messages of the language.
        sections: the commands under the heading of each section, in the order of the help.
        attributes: what click.Group takes.
    """

    def __init__(
        self,
        name: str | None = None,
        *,
        say: Messages,
        sections: Mapping[str, Sequence[click.Command]],
        **attributes: Any,  # noqa: ANN401
    ) -> None:
        commands = [command for section in sections.values() for command in section]
        super().__init__(
            name,
            say=say,
            commands=commands,
            subcommand_metavar=say("cli-metavar-command"),
            no_args_is_help=True,
            **attributes,
        )
        self._sections = sections

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        command = super().get_command(ctx, cmd_name)
        return command.made() if isinstance(command, Later) else command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, commands in self._sections.items():
            rows = [(each.name or "", each.get_short_help_str(limit=200)) for each in commands]
            _write_section(formatter, heading, rows)
        super().format_options(ctx, formatter)


def _write_section(
    formatter: click.HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]
) -> None:
    formatter.write_paragraph()
    formatter.write(f"{heading}\n")
    with formatter.indentation():
        formatter.write_dl(rows)
