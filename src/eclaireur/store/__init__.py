"""Where everything is kept: an SQLite file or a PostgreSQL database."""

from eclaireur.store.store import SqlStore, open_store

__all__ = ["SqlStore", "open_store"]
