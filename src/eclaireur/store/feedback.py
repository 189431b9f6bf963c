"""What people say of the results of a search, read and written inside a transaction."""

from datetime import date

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.feedback import FeedbackCount, FoundBy
from eclaireur.store.schema import search_feedback


async def count(connection: AsyncConnection, day: date, found_by: FoundBy, *, useful: bool) -> None:
    """Count one more."""
    values = {"day": day, "found_by": found_by.value, "useful": useful}
    one_more = (
        update(search_feedback)
        .where(*(search_feedback.c[name] == value for name, value in values.items()))
        .values(count=search_feedback.c.count + 1)
    )
    if (await connection.execute(one_more)).rowcount:
        return
    try:
        async with connection.begin_nested():
            await connection.execute(insert(search_feedback).values(**values, count=1))
    except IntegrityError:
        # Somebody else was the first of the day meanwhile.
        await connection.execute(one_more)


async def load(connection: AsyncConnection) -> tuple[FeedbackCount, ...]:
    """Every count, the latest day first."""
    columns = search_feedback.c
    found = await connection.execute(
        select(search_feedback).order_by(columns.day.desc(), columns.found_by, columns.useful)
    )
    return tuple(FeedbackCount.model_validate(dict(row)) for row in found.mappings())
