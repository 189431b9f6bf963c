"""The trials, read and written inside a transaction."""

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.errors import TrialExists
from eclaireur.core.trial import Trial
from eclaireur.store.schema import trial


async def load(connection: AsyncConnection) -> tuple[Trial, ...]:
    """Every trial, by name."""
    found = await connection.scalars(select(trial.c.body).order_by(trial.c.name))
    return tuple(Trial.model_validate_json(body) for body in found)


async def add(connection: AsyncConnection, new: Trial) -> None:
    """Add a trial. Raises TrialExists."""
    try:
        async with connection.begin_nested():
            await connection.execute(
                insert(trial).values(name=new.name, body=new.model_dump_json())
            )
    except IntegrityError as error:
        raise TrialExists(trial=new.name) from error


async def replace(connection: AsyncConnection, changed: Trial) -> None:
    """Put a trial in the place of the one that bears its name."""
    await connection.execute(
        update(trial).where(trial.c.name == changed.name).values(body=changed.model_dump_json())
    )
