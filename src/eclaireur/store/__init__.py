"""Where everything is kept: an SQLite file or a PostgreSQL database, and one file of numbers."""

from eclaireur.store.ranker_file import RankerFile
from eclaireur.store.store import SqlStore, open_store

__all__ = ["RankerFile", "SqlStore", "open_store"]
