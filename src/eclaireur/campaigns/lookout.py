"""What can be told of the work on a campaign by a process that does none of it."""

from dbos import DBOSClient, DBOSPortableJSONSerializer
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from eclaireur.campaigns.engine import APPLICATION, queue_of
from eclaireur.campaigns.nobody import SCHEMA, TABLE
from eclaireur.campaigns.place import Place
from eclaireur.core.errors import StoreUnavailable

STUCK = "stuck"
"""What stops a campaign of which a batch ends otherwise than it should, whenever it is tried."""

_NO_OBSTACLE = frozenset({None, "interrupted", "paused", "cancelled"})
"""What a batch answers that was done, or that nobody wanted done any more."""


def is_attended(place: Place, campaign: str) -> bool:
    """Whether anybody works on a campaign, on any machine. Raises StoreUnavailable."""
    presence = place.presence(campaign)
    try:
        return presence.is_anybody()
    finally:
        presence.leave()


def obstacle_of(place: Place, campaign: str) -> str | None:
    """What stopped those who last worked on a campaign, if anything did: the code of a reason.

    Raises:
        StoreUnavailable: the database does not answer.
    """
    if place.database is None and not place.file.exists():
        return None
    engine = place.engine()
    try:
        return _obstacle(engine, campaign)
    except SQLAlchemyError as error:
        where = str(place.file) if place.database is None else "PostgreSQL"
        raise StoreUnavailable(place=where, problem=type(error).__name__) from error
    finally:
        engine.dispose()


def _obstacle(engine: Engine, campaign: str) -> str | None:
    schema = SCHEMA if engine.dialect.name == "postgresql" else None
    if not inspect(engine).has_table(TABLE, schema=schema):
        return None
    client = DBOSClient(
        system_database_engine=engine,
        dbos_system_schema=SCHEMA,
        serializer=DBOSPortableJSONSerializer(),
        application_name=APPLICATION,
        lazy=True,
        retry_connection_errors=False,
    )
    found = client.list_workflows(queue_name=queue_of(campaign), load_input=False)
    last: dict[str, tuple[int, str | None]] = {}
    for each in found:
        _, batch, turn = each.workflow_id.split(":")
        answer = STUCK if each.status == "ERROR" else each.output
        last[batch] = max(last.get(batch, (0, None)), (int(turn), answer), key=lambda it: it[0])
    return next((answer for _, answer in last.values() if answer not in _NO_OBSTACLE), None)
