"""What an audit looks at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from eclaireur.configuration import Configuration, Examined, examine
from eclaireur.core.ports import Store
from eclaireur.settings import Settings
from eclaireur.tasks.task import Task


@dataclass(frozen=True)
class Inspected:
    """An installation, as it lies on its disk and in its database."""

    settings: Settings
    store: Store
    tasks: Sequence[Task]
    pages: Mapping[str, str]
    """The source of every template, style sheet and script that pages are made of, by its name."""
    policy_of_content: str
    """The Content-Security-Policy that goes with each page."""
    logs: Sequence[Path]
    """The log files that the operator named."""
    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(UTC).date()

    @property
    def examined(self) -> Examined:
        """The configuration file, with what is wrong in it."""
        return examine(self.settings.configuration_file)

    @property
    def configuration(self) -> Configuration:
        """What is configured; the defaults where the file is wrong, which `examined` tells."""
        return self.examined.configuration or Configuration()

    def files(self) -> Iterator[Path]:
        """The regular files of the data directory, by name, whatever their depth."""
        for place in sorted(self.settings.data.rglob("*")):
            if place.is_file() and not place.is_symlink():
                yield place

    def shown(self, place: Path) -> str:
        """A file's name, from the data directory if it is there."""
        data = self.settings.data
        return str(place.relative_to(data) if place.is_relative_to(data) else place)
