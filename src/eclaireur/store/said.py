"""Remarks, and cases of the evaluation set, read and written inside a transaction.

Their keys tell nothing of when they came, and neither does their order.
"""

import hashlib
import secrets

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.case import EvaluationCase
from eclaireur.core.remark import Remark
from eclaireur.store.schema import evaluation_case, remark


async def add_remark(connection: AsyncConnection, new: Remark) -> None:
    """Keep a remark."""
    await connection.execute(insert(remark).values(key=secrets.token_hex(10), **new.model_dump()))


async def remarks(connection: AsyncConnection) -> tuple[Remark, ...]:
    """Every remark, in an order that says nothing."""
    columns = [column for column in remark.c if column.name != "key"]
    found = await connection.execute(select(*columns).order_by(remark.c.key))
    return tuple(Remark.model_validate(dict(row)) for row in found.mappings())


async def put_case(connection: AsyncConnection, case: EvaluationCase) -> None:
    """Keep a case; the same one twice is once."""
    body = case.model_dump_json()
    key = hashlib.sha256(body.encode()).hexdigest()
    await connection.execute(delete(evaluation_case).where(evaluation_case.c.key == key))
    await connection.execute(insert(evaluation_case).values(key=key, task=case.task, body=body))


async def cases(connection: AsyncConnection) -> tuple[EvaluationCase, ...]:
    """Every case, by task, in an order that says nothing."""
    ordered = select(evaluation_case.c.body).order_by(evaluation_case.c.task, evaluation_case.c.key)
    return tuple(
        EvaluationCase.model_validate_json(body) for body in await connection.scalars(ordered)
    )
