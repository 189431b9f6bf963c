"""`eclaireur catalogue import`: bring datasets in."""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager

import click

from eclaireur.assistant import Assistant
from eclaireur.catalogues.entries import entry_of
from eclaireur.catalogues.file import File
from eclaireur.catalogues.read import read_catalogue
from eclaireur.cli.failures import Failures
from eclaireur.cli.localised import Command, Group
from eclaireur.cli.progress import progress
from eclaireur.cli.session import Session
from eclaireur.configuration import read_configuration
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import ArchivedDataset, InvalidLine
from eclaireur.core.harvest import CatalogueDeclaration, Entry, PortalKind, Source, is_address
from eclaireur.core.ports import ImportOutcome
from eclaireur.formats.stream import STANDARD_INPUT
from eclaireur.messages import Messages
from eclaireur.sample import sample_place
from eclaireur.wiring.catalogues import open_catalogue


def command(say: Messages) -> click.Group:
    """Build `eclaireur catalogue`."""
    return Group(
        "catalogue",
        say=say,
        help=say("cli-catalogue"),
        sections={say("cli-heading-commands"): [_import(say)]},
    )


def _import(say: Messages) -> click.Command:
    @click.command("import", cls=Command, say=say, help=say("cli-import"))
    @click.argument("place", required=False, metavar=say("cli-metavar-source"))
    @click.option("--sample", is_flag=True, help=say("cli-import-sample"))
    @click.option(
        "--kind",
        type=click.Choice([each.value for each in PortalKind]),
        help=say("cli-import-kind"),
    )
    @click.option("--private", is_flag=True, help=say("cli-import-private"))
    @click.option(
        "--source", "name", metavar=say("cli-metavar-name"), help=say("cli-import-source")
    )
    @click.option("--json", "as_json", is_flag=True, help=say("cli-option-json"))
    @click.pass_obj
    def command(
        session: Session,
        place: str | None,
        *,
        sample: bool,
        kind: str | None,
        private: bool,
        name: str | None,
        as_json: bool,
    ) -> None:
        if (place is not None) == sample:
            wrong = say("usage-import-both" if sample else "usage-import-source")
            raise click.UsageError(wrong, click.get_current_context())
        speaks = None if kind is None else PortalKind(kind)
        asked = _Asked(place or sample_place(), "sample" if sample else name, speaks, private)
        with progress(say("cli-import-progress")) as advance:
            report = _Report(session.failures, advance)
            outcome = session.run(lambda assistant: asked.bring_in(assistant, session, report))
        counts = outcome.model_dump() | {"archived": report.archived, "unreadable": report.wrong}
        click.echo(json.dumps(counts) if as_json else say("cli-imported", **counts))
        if report.unidentified and not as_json:
            click.echo(say("cli-imported-unidentified"))

    return command


class _Asked:
    """Where to import from, as the command line says."""

    def __init__(
        self,
        place: str,
        name: str | None,
        kind: PortalKind | None,
        private: bool,  # noqa: FBT001
    ) -> None:
        self._place = place
        self._name = name
        self._kind = kind
        self._private = private

    async def bring_in(
        self, assistant: Assistant, session: Session, report: "_Report"
    ) -> ImportOutcome:
        if self._place == STANDARD_INPUT and self._name is None:
            # Nothing tells what comes on standard input from what came on it before.
            return await assistant.put_datasets(report.datasets(read_catalogue(self._place)))
        async with self._source(session) as source:
            return await assistant.harvest(source, report.tell)

    @asynccontextmanager
    async def _source(self, session: Session) -> AsyncIterator[Source]:
        declared = read_configuration(session.settings.configuration_file).catalogues
        if self._place in declared:
            async with open_catalogue(
                session.settings, self._place, declared[self._place]
            ) as source:
                yield source
        elif is_address(self._place):
            portal = CatalogueDeclaration(
                address=self._place, kind=self._kind, private=self._private
            )
            digest = hashlib.sha256(self._place.encode(errors="replace")).hexdigest()
            name = self._name or f"address:{digest[:32]}"
            async with open_catalogue(session.settings, name, portal) as source:
                yield source
        else:
            yield File(self._place, self._name)


class _Report:
    """Tells what is left out as it is met, and counts it."""

    def __init__(self, failures: Failures, advance: Callable[[], None]) -> None:
        self._failures = failures
        self._advance = advance
        self.archived = 0
        self.wrong = 0
        self.unidentified = False
        """Whether something was met that nobody can name."""

    def tell(self, entry: Entry) -> None:
        match entry.left_out:
            case None:
                self._advance()
            case ArchivedDataset():
                self.archived += 1
            case wrong:
                self.wrong += 1
                self.unidentified |= entry.identifier is None
                self._failures.error(wrong)

    def datasets(self, read: Iterable[Dataset | InvalidLine]) -> Iterator[Dataset]:
        for entry in map(entry_of, read):
            self.tell(entry)
            if entry.dataset is not None:
                yield entry.dataset
