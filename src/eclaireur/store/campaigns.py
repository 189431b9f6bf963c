"""The campaigns and their records, read and written inside a transaction."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.batches import batches
from eclaireur.core.campaign import Campaign, CampaignItem, CampaignProgress, CampaignState
from eclaireur.core.errors import CampaignNotFound
from eclaireur.core.suggestion import State
from eclaireur.store.schema import campaign, campaign_item, suggestion

BATCH = 500
"""Rows named in one statement: databases limit its parameters."""


async def add(connection: AsyncConnection, new: Campaign, items: Sequence[CampaignItem]) -> None:
    """Record a campaign with all its records."""
    last = await connection.scalar(select(func.max(campaign.c.sequence)))
    await connection.execute(
        insert(campaign).values(
            key=new.key,
            sequence=(last or 0) + 1,
            state=new.state.value,
            body=new.model_dump_json(exclude={"key", "state"}),
        )
    )
    for batch in batches(items, BATCH):
        rows = [{"campaign": new.key, **each.model_dump()} for each in batch]
        await connection.execute(insert(campaign_item), rows)


async def load(connection: AsyncConnection, key: str | None = None) -> list[Campaign]:
    """Every campaign, the latest first, or the one of that key alone."""
    wanted = select(campaign).order_by(campaign.c.sequence.desc())
    if key is not None:
        wanted = wanted.where(campaign.c.key == key)
    return [
        Campaign.model_validate({**json.loads(row.body), "key": row.key, "state": row.state})
        for row in await connection.execute(wanted)
    ]


async def load_one(connection: AsyncConnection, key: str) -> Campaign:
    """The campaign of that key. Raises CampaignNotFound."""
    for found in await load(connection, key):
        return found
    raise CampaignNotFound(campaign=key)


async def turn(connection: AsyncConnection, key: str, state: CampaignState) -> None:
    """Write what is asked of a campaign. Raises CampaignNotFound."""
    await load_one(connection, key)
    await connection.execute(
        update(campaign).where(campaign.c.key == key).values(state=state.value)
    )


async def items(
    connection: AsyncConnection, key: str, datasets: Sequence[str]
) -> tuple[CampaignItem, ...]:
    """Those records of a campaign that are named, by rank."""
    found = await connection.execute(
        select(campaign_item)
        .where(campaign_item.c.campaign == key, campaign_item.c.dataset.in_(datasets))
        .order_by(campaign_item.c.rank)
    )
    return tuple(
        CampaignItem(
            dataset=row.dataset,
            rank=row.rank,
            template=row.template,
            batch=row.batch,
            suggestion=row.suggestion,
        )
        for row in found
    )


async def pending(connection: AsyncConnection, key: str, batch: int) -> tuple[str, ...]:
    """The records of a batch that have not been tried, by rank."""
    found = await connection.scalars(
        select(campaign_item.c.dataset)
        .where(
            campaign_item.c.campaign == key,
            campaign_item.c.batch == batch,
            campaign_item.c.suggestion.is_(None),
        )
        .order_by(campaign_item.c.rank)
    )
    return tuple(found)


async def pending_batches(connection: AsyncConnection, key: str) -> tuple[int, ...]:
    """The batches with records that have not been tried. Raises CampaignNotFound."""
    await load_one(connection, key)
    found = await connection.scalars(
        select(campaign_item.c.batch)
        .where(campaign_item.c.campaign == key, campaign_item.c.suggestion.is_(None))
        .distinct()
        .order_by(campaign_item.c.batch)
    )
    return tuple(found)


async def forget_failures(connection: AsyncConnection, key: str) -> int:
    """Let the records that failed be tried again; return how many. Raises CampaignNotFound."""
    await load_one(connection, key)
    failed = select(suggestion.c.key).where(suggestion.c.state == State.FAILED)
    changed = await connection.execute(
        update(campaign_item)
        .where(campaign_item.c.campaign == key, campaign_item.c.suggestion.in_(failed))
        .values(suggestion=None)
    )
    return changed.rowcount


async def tried(connection: AsyncConnection, key: str, suggestions: Mapping[str, str]) -> None:
    """Write which suggestion answers for each record."""
    if suggestions:
        await connection.execute(
            update(campaign_item).where(
                campaign_item.c.campaign == key, campaign_item.c.dataset == bindparam("of_dataset")
            ),
            [{"of_dataset": name, "suggestion": made} for name, made in suggestions.items()],
        )


async def progress(connection: AsyncConnection, key: str) -> CampaignProgress:
    """Where the records of a campaign stand. Raises CampaignNotFound."""
    await load_one(connection, key)
    counted = await connection.execute(
        select(suggestion.c.state, func.count())
        .select_from(
            campaign_item.outerjoin(suggestion, campaign_item.c.suggestion == suggestion.c.key)
        )
        .where(campaign_item.c.campaign == key)
        .group_by(suggestion.c.state)
    )
    return CampaignProgress.of({state and State(state): count for state, count in counted})
