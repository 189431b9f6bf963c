"""What an operator may choose on the command line: where the data is, and the configuration."""

from pathlib import Path

import platformdirs

from eclaireur.core.base import Noun

CONFIGURATION = "eclaireur.toml"
"""The name of the configuration file in the data directory."""

DATABASE = "eclaireur.sqlite"
"""The name of the database in the data directory."""


class Settings(Noun):
    """Where this installation keeps everything it keeps."""

    data: Path
    """The one directory of all state. It is created, readable by its owner alone."""
    database: str | None = None
    """The URL of a PostgreSQL database; without one, an SQLite file in `data`."""
    configuration: Path | None = None
    """The configuration file; without one, that of `data` if it is there."""

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.database_file}"

    @property
    def database_file(self) -> Path:
        """The SQLite file that holds the state, without a PostgreSQL database."""
        return self.data / DATABASE

    @property
    def ranker_file(self) -> Path:
        """Where what was learned of the portal's keywords is kept."""
        return self.data / "keywords.npz"

    @property
    def keyword_runs(self) -> Path:
        """Where the last training of that is told."""
        return self.data / "keywords-run.json"

    @property
    def learned(self) -> Path:
        """Where what was read of the catalogue for keywords is kept, derived from the store."""
        return self.data / "learned"

    @property
    def search(self) -> Path:
        """Where the search index is kept, derived from the store."""
        return self.data / "search"

    @property
    def vocabularies(self) -> Path:
        """Where the controlled vocabularies that were added are kept."""
        return self.data / "vocabularies"

    @property
    def campaigns_file(self) -> Path:
        """Where the work of campaigns is written down, without a PostgreSQL database."""
        return self.data / "campaigns.sqlite"

    @property
    def configuration_file(self) -> Path | None:
        """The file to read the configuration from, if any."""
        if self.configuration is not None:
            return self.configuration
        usual = self.data / CONFIGURATION
        try:
            return usual if usual.exists() else None
        except PermissionError:
            # Opening the store will say that the directory cannot be used.
            return None


def default_data() -> Path:
    """Where the operating system expects a person's application data."""
    return platformdirs.user_data_path("eclaireur", appauthor=False)
