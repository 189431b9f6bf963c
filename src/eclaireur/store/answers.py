"""The cache of models' answers, read and written inside a transaction."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.ports import Completion
from eclaireur.store.schema import answer

BOUND = 50_000
"""Answers that are kept: some tens of megabytes."""


async def load(connection: AsyncConnection, key: str) -> Completion | None:
    """The answer kept under a key."""
    body = await connection.scalar(_ANSWER, {"of_key": key})
    return None if body is None else Completion.model_validate_json(body)


async def keep(
    connection: AsyncConnection, completions: Mapping[str, tuple[Completion, date]]
) -> None:
    """Keep answers by key, each in the place of a former one, and drop those of the oldest days."""
    await connection.execute(delete(answer).where(answer.c.key.in_(completions)))
    await connection.execute(
        insert(answer),
        [
            {"key": key, "day": day, "body": completion.model_dump_json()}
            for key, (completion, day) in completions.items()
        ],
    )
    excess = (await connection.scalar(_NUMBER) or 0) - BOUND
    if excess > 0:
        oldest = select(answer.c.key).order_by(answer.c.day, answer.c.key).limit(excess)
        await connection.execute(delete(answer).where(answer.c.key.in_(oldest)))


_ANSWER = select(answer.c.body).where(answer.c.key == bindparam("of_key"))
# The index by day holds no body.
_NUMBER = select(func.count(answer.c.day)).select_from(answer)
