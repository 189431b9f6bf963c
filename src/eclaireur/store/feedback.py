"""What people say of the results of a search, read and written inside a transaction."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.feedback import FeedbackCount, FoundBy
from eclaireur.store.counting import add
from eclaireur.store.schema import search_feedback


async def count(connection: AsyncConnection, day: date, found_by: FoundBy, *, useful: bool) -> None:
    """Count one more."""
    key = {"day": day, "found_by": found_by.value, "useful": useful}
    await add(connection, search_feedback, key)


async def load(connection: AsyncConnection) -> tuple[FeedbackCount, ...]:
    """Every count, the latest day first."""
    columns = search_feedback.c
    found = await connection.execute(
        select(search_feedback).order_by(columns.day.desc(), columns.found_by, columns.useful)
    )
    return tuple(FeedbackCount.model_validate(dict(row)) for row in found.mappings())
