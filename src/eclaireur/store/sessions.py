"""Sessions, read and written inside a transaction. A row tells what it gives, and to nobody."""

import json
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.access import Session
from eclaireur.store.schema import session


async def keep(connection: AsyncConnection, new: Session) -> None:
    """Keep a session."""
    grants = json.dumps([each.model_dump(mode="json", exclude_none=True) for each in new.grants])
    await connection.execute(
        insert(session).values(
            digest=new.digest, grants=grants, idle_until=new.idle_until, ends_at=new.ends_at
        )
    )


async def load(connection: AsyncConnection, digest: str) -> Session | None:
    """The session of that digest, if there is one."""
    found = await connection.execute(select(session).where(session.c.digest == digest))
    row = found.mappings().one_or_none()
    if row is None:
        return None
    return Session.model_validate({**row, "grants": json.loads(row["grants"])})


async def prolong(connection: AsyncConnection, digest: str, idle_until: datetime) -> None:
    """Let a session be idle until later."""
    await connection.execute(
        update(session).where(session.c.digest == digest).values(idle_until=idle_until)
    )


async def end(connection: AsyncConnection, *which: ColumnElement[bool]) -> int:
    """Forget the sessions that meet the conditions, and return how many."""
    return (await connection.execute(delete(session).where(*which))).rowcount


async def count(connection: AsyncConnection, *which: ColumnElement[bool]) -> int:
    """How many sessions meet the conditions."""
    counted = await connection.execute(select(func.count()).select_from(session).where(*which))
    return counted.scalar_one()


def is_of(digest: str) -> ColumnElement[bool]:
    """Whether a session has that digest."""
    return session.c.digest == digest


def is_over(now: datetime) -> ColumnElement[bool]:
    """Whether a session is over."""
    return or_(session.c.idle_until <= now, session.c.ends_at <= now)
