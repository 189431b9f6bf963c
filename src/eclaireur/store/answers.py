"""The cache of models' answers, read and written inside a transaction."""

from datetime import date

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.ports import Completion
from eclaireur.store.schema import answer

BOUND = 50_000
"""Answers that are kept: some tens of megabytes."""


async def load(connection: AsyncConnection, key: str) -> Completion | None:
    """The answer kept under a key."""
    body = await connection.scalar(select(answer.c.body).where(answer.c.key == key))
    return None if body is None else Completion.model_validate_json(body)


async def keep(connection: AsyncConnection, key: str, completion: Completion, day: date) -> None:
    """Keep an answer in the place of a former one, and drop those of the oldest days."""
    await connection.execute(delete(answer).where(answer.c.key == key))
    body = completion.model_dump_json()
    await connection.execute(insert(answer).values(key=key, day=day, body=body))
    excess = (await connection.scalar(select(func.count()).select_from(answer)) or 0) - BOUND
    if excess > 0:
        oldest = select(answer.c.key).order_by(answer.c.day, answer.c.key).limit(excess)
        await connection.execute(delete(answer).where(answer.c.key.in_(oldest)))
