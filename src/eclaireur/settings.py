"""What an operator may choose: where the data is."""

from pathlib import Path

import platformdirs

from eclaireur.core.base import Noun


class Settings(Noun):
    """Where this installation keeps everything it keeps."""

    data: Path
    """The one directory of all state. It is created, readable by its owner alone."""
    database: str | None = None
    """The URL of a PostgreSQL database; without one, an SQLite file in `data`."""

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.data / 'eclaireur.sqlite'}"


def default_data() -> Path:
    """Where the operating system expects a person's application data."""
    return platformdirs.user_data_path("eclaireur", appauthor=False)
