"""The columns that DBOS keeps for people: the database itself refuses that they hold anybody."""

from sqlalchemy import Connection, Engine, text

SCHEMA = "dbos"
"""PostgreSQL's schema of the tables of the work."""

TABLE = "workflow_status"

OF_PEOPLE = ("authenticated_user", "assumed_role", "authenticated_roles")
"""DBOS writes who asked for a workflow there; nobody does here."""

TOKENS = ("owner_xid", "creator_xid")
"""Random numbers of the run that has a workflow, and of the one that wrote it down."""

_NAME = "eclaireur_nobody"
_IS_NOBODY = " AND ".join(f"{{0}}{each} IS NULL" for each in OF_PEOPLE)


def seal(engine: Engine) -> None:
    """Refuse every row that tells of somebody, whoever writes it. Twice is once."""
    with engine.begin() as connection:
        (_seal_postgresql if engine.dialect.name == "postgresql" else _seal_sqlite)(connection)


def _seal_postgresql(connection: Connection) -> None:
    # The lock that DBOS migrates under is released by then: this one keeps two that begin apart.
    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": _NAME})
    there = connection.scalar(
        text("SELECT count(*) FROM pg_constraint WHERE conname = :name"), {"name": _NAME}
    )
    if not there:
        connection.execute(
            text(
                f'ALTER TABLE "{SCHEMA}"."{TABLE}" ADD CONSTRAINT {_NAME}'
                f" CHECK ({_IS_NOBODY.format('')})"
            )
        )


def _seal_sqlite(connection: Connection) -> None:
    for when in ("INSERT", "UPDATE"):
        connection.execute(
            text(
                f"CREATE TRIGGER IF NOT EXISTS {_NAME}_{when.lower()} BEFORE {when} ON {TABLE}"
                f" WHEN NOT ({_IS_NOBODY.format('NEW.')})"
                " BEGIN SELECT RAISE(ABORT, 'nobody is written down'); END"
            )
        )
