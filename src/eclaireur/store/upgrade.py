"""How Alembic brings a schema up to date."""

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from eclaireur.core.errors import StoreUnavailable

_LOCK = 0x65636C61
"""PostgreSQL's advisory lock that processes starting together take in turn."""


def migrations() -> Config:
    """What Alembic is told: where the migrations are."""
    config = Config()
    config.set_main_option("script_location", "eclaireur.store:migrations")
    return config


def upgrade(connection: Connection, place: str) -> None:
    """Bring the schema of a database, which is at a place, to that of this version.

    Raises:
        StoreUnavailable: a later version of Éclaireur made it what it is.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    config = migrations()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        # Alembic finds in its scripts no revision of the name that the database has.
        raise StoreUnavailable(place=place, problem="newer-version") from error
