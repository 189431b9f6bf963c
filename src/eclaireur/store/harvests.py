"""Where the catalogue comes from, read and written inside a transaction."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.harvest import Run
from eclaireur.store.datasets import LIVE
from eclaireur.store.schema import dataset, harvest, sighting


async def begin(connection: AsyncConnection, source: str) -> Run:
    """Go on with the last reading of a source if it was interrupted, else begin another."""
    found = await connection.execute(select(harvest).where(harvest.c.source == source))
    row = found.one_or_none()
    if row is None:
        await connection.execute(insert(harvest).values(source=source, run=1, whole=False))
        return Run(source=source, number=1)
    if row.cursor is not None:
        return Run(source=source, number=row.run, cursor=row.cursor, again=row.whole)
    await connection.execute(
        update(harvest).where(harvest.c.source == source).values(run=row.run + 1)
    )
    return Run(source=source, number=row.run + 1, again=row.whole)


async def stand_at(connection: AsyncConnection, run: Run, cursor: str | None) -> None:
    """Remember where a reading is to go on, should it be interrupted."""
    await connection.execute(
        update(harvest).where(harvest.c.source == run.source).values(cursor=cursor)
    )


async def end(connection: AsyncConnection, run: Run) -> None:
    """Remember that a source was read to its end."""
    await connection.execute(
        update(harvest).where(harvest.c.source == run.source).values(cursor=None, whole=True)
    )


async def see(
    connection: AsyncConnection, run: Run, stamps: Mapping[str, str | None], known: Iterable[str]
) -> None:
    """Write that a source holds these datasets of the catalogue, all of which are known."""
    rows = [
        {"dataset": each, "source": run.source, "run": run.number, "stamp": stamps[each]}
        for each in known
    ]
    if rows:
        await connection.execute(
            delete(sighting).where(sighting.c.dataset.in_([row["dataset"] for row in rows]))
        )
        await connection.execute(insert(sighting), rows)


async def in_catalogue(connection: AsyncConnection, identifiers: Collection[str]) -> set[str]:
    """Those of the identifiers that datasets of the catalogue bear, vanished or not."""
    found = await connection.scalars(
        select(dataset.c.identifier).where(
            dataset.c.identifier.in_(identifiers), dataset.c.expires_at.is_(None)
        )
    )
    return set(found)


async def stamps(
    connection: AsyncConnection, source: str, identifiers: Collection[str]
) -> dict[str, str | None]:
    """What a source said last of those of the datasets that are live and its own."""
    found = await connection.execute(
        select(sighting.c.dataset, sighting.c.stamp)
        .join(dataset, dataset.c.identifier == sighting.c.dataset)
        .where(LIVE, sighting.c.source == source, sighting.c.dataset.in_(identifiers))
    )
    return {row.dataset: row.stamp for row in found}


async def unseen(connection: AsyncConnection, run: Run) -> tuple[str, ...]:
    """The live datasets of a source that a reading has not met."""
    found = await connection.scalars(
        select(sighting.c.dataset)
        .join(dataset, dataset.c.identifier == sighting.c.dataset)
        .where(LIVE, sighting.c.source == run.source, sighting.c.run < run.number)
        .order_by(sighting.c.dataset)
    )
    return tuple(found)


async def vanish(
    connection: AsyncConnection, identifiers: Collection[str], day: date, sequence: int
) -> int:
    """Mark datasets as gone from their source, and return the number of the last change."""
    numbered = [
        {"of_identifier": each, "vanished_on": day, "sequence": number}
        for number, each in enumerate(sorted(identifiers), start=sequence + 1)
    ]
    await connection.execute(
        update(dataset)
        .where(dataset.c.identifier == bindparam("of_identifier"))
        .values(vanished_on=bindparam("vanished_on"), sequence=bindparam("sequence")),
        numbered,
    )
    return sequence + len(numbered)
