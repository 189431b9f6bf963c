"""The eight commitments name files that are there and commands that run."""

from pathlib import Path

import click
import pytest

from eclaireur.cli import command_line
from eclaireur.cli.failures import Failures
from eclaireur.commitments import PLEDGES, Pledge
from eclaireur.messages import messages

ROOT = Path(__file__).parents[3]


def test_there_are_eight_in_order() -> None:
    assert [each.number for each in PLEDGES] == list(range(1, 9))
    assert len({each.code for each in PLEDGES}) == 8


@pytest.mark.parametrize("pledge", PLEDGES, ids=lambda pledge: pledge.code)
def test_a_commitment_names_files_of_the_repository(pledge: Pledge) -> None:
    assert pledge.files
    assert [each for each in pledge.files if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("pledge", PLEDGES, ids=lambda pledge: pledge.code)
def test_a_commitment_names_commands_that_exist(pledge: Pledge) -> None:
    say = messages("fr")
    assert pledge.commands
    for line in pledge.commands:
        program, *words = line.split()
        command: click.Command | None = command_line(say, Failures(say, as_json=False))
        assert program == "eclaireur"
        for word in words:
            if word.startswith("--"):
                assert word in [each for option in command.params for each in option.opts], line
            else:
                assert isinstance(command, click.Group), line
                command = command.get_command(click.Context(command), word)
