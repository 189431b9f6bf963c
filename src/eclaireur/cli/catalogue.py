"""`eclaireur catalogue import`: bring datasets in."""

import json
from collections.abc import Callable, Iterator

import click

from eclaireur.assistant import Assistant
from eclaireur.catalogues.read import read_catalogue
from eclaireur.cli.failures import Failures
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.session import Session
from eclaireur.cli.terminal import progress
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import ArchivedDataset, InvalidLine
from eclaireur.core.ports import ImportOutcome
from eclaireur.messages import Messages
from eclaireur.sample import sample_place


def group(say: Messages) -> click.Group:
    """Build `eclaireur catalogue`."""
    return Group(
        "catalogue",
        say=say,
        help=say("cli-catalogue"),
        sections={say("cli-heading-commands"): [_import(say)]},
    )


def _import(say: Messages) -> click.Command:
    @click.command("import", cls=Command, say=say, help=say("cli-import"))
    @click.argument("place", required=False, metavar=say("cli-metavar-file"))
    @click.option("--sample", is_flag=True, help=say("cli-import-sample"))
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def command(session: Session, place: str | None, *, sample: bool, as_json: bool) -> None:
        if (place is not None) == sample:
            wrong = say("usage-import-both" if sample else "usage-import-source")
            raise click.UsageError(wrong, click.get_current_context())
        reading = _Reading(place or sample_place(), session.failures)

        async def bring_in(assistant: Assistant) -> ImportOutcome:
            with progress(say("cli-import-progress")) as advance:
                return await assistant.put_datasets(reading.datasets(advance))

        outcome = session.run(bring_in)
        counts = outcome.model_dump() | {"archived": reading.archived, "unreadable": reading.wrong}
        click.echo(json.dumps(counts) if as_json else say("cli-imported", **counts))

    return command


class _Reading:
    """Reads a catalogue past the lines that are wrong, and counts those it leaves out."""

    def __init__(self, place: str, failures: Failures) -> None:
        self._place = place
        self._failures = failures
        self.archived = 0
        self.wrong = 0

    def datasets(self, advance: Callable[[], None]) -> Iterator[Dataset]:
        for each in read_catalogue(self._place):
            match each:
                case ArchivedDataset():
                    self.archived += 1
                case InvalidLine():
                    self.wrong += 1
                    self._failures.error(each)
                case dataset:
                    advance()
                    yield dataset
