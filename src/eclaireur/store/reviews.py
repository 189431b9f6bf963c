"""What waits for a decision in campaigns and who shows it, inside a transaction.

Whoever asks for records takes none that another transaction has locked, and waits for none: a
decision, which locks its own, is never in its way.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, Table, bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from eclaireur.core.ports import Leave
from eclaireur.core.review import ReviewItem, ReviewOrder, SecondLook, certainty
from eclaireur.core.suggestion import DECIDED, State, Suggestion
from eclaireur.store import counting
from eclaireur.store.schema import (
    agreement,
    campaign_item,
    dataset,
    review_item,
    second_look,
    suggestion,
)

TRIED = 20
"""Second looks that are read to find one which the page did not decide on itself."""

_ORDERS = {
    ReviewOrder.VIEWS: (review_item.c.rank,),
    ReviewOrder.UNCERTAIN: (review_item.c.certainty, review_item.c.rank),
    ReviewOrder.ORGANISATION: (review_item.c.organisation, review_item.c.rank),
}


async def follow(connection: AsyncConnection, changed: Sequence[Suggestion]) -> None:
    """Let what waits for a decision follow suggestions whose state has just changed."""
    keys = [each.key for each in changed]
    for table in (review_item, second_look):
        await connection.execute(delete(table).where(table.c.suggestion.in_(keys)))
    await enqueue(connection, changed)


async def enqueue(connection: AsyncConnection, made: Iterable[Suggestion]) -> None:
    """Let the proposals that are open, of records of campaigns, wait for a decision."""
    certainties = {each.key: certainty(each) for each in made if each.state is State.PROPOSED}
    if not certainties:
        return
    found = await connection.execute(
        select(
            campaign_item.c.campaign,
            campaign_item.c.dataset,
            campaign_item.c.suggestion,
            campaign_item.c.rank,
            dataset.c.publisher,
        )
        .join_from(campaign_item, dataset, campaign_item.c.dataset == dataset.c.identifier)
        .where(campaign_item.c.suggestion.in_(certainties))
        .with_for_update(of=campaign_item)
    )
    waiting = [
        {
            "campaign": row.campaign,
            "dataset": row.dataset,
            "suggestion": row.suggestion,
            "rank": row.rank,
            "certainty": certainties[row.suggestion],
            "organisation": row.publisher or "",
            "skips": 0,
        }
        for row in found
    ]
    if waiting:
        await connection.execute(
            delete(review_item).where(
                review_item.c.campaign == bindparam("of_campaign"),
                review_item.c.dataset == bindparam("of_dataset"),
            ),
            [{"of_campaign": row["campaign"], "of_dataset": row["dataset"]} for row in waiting],
        )
        await connection.execute(insert(review_item), waiting)


async def lock(connection: AsyncConnection, keys: Sequence[str]) -> None:
    """Wait for the decisions under way on these suggestions, and hold back others."""
    wanted = select(suggestion.c.key).where(suggestion.c.key.in_(keys)).order_by(suggestion.c.key)
    await connection.execute(wanted.with_for_update())


async def forget(connection: AsyncConnection, datasets: Sequence[str]) -> None:
    """Let records that are deleted wait for nothing."""
    for table in (review_item, second_look):
        await connection.execute(delete(table).where(table.c.dataset.in_(datasets)))


async def hold(
    connection: AsyncConnection,
    campaign: str,
    page: str,
    leave: Leave,
    *,
    order: ReviewOrder,
    count: int,
    looks_again: bool,
) -> tuple[ReviewItem, ...]:
    """The records that a page holds, others added up to a number, all kept until later."""
    held = await _held(connection, campaign, page, order, count)
    is_looking = any(each.is_second_look for each in held)
    if looks_again and not is_looking and len(held) < count:
        held += await _second(connection, campaign, page, leave, since=leave.now.date())
    if len(held) < count:
        held += await _free(connection, campaign, page, leave, order, count - len(held))
    if not held:
        # Nothing else is left: what was decided today is looked at again too.
        held += await _second(connection, campaign, page, leave, since=None)
    for table in (review_item, second_look):
        names = [each.dataset for each in held if each.is_second_look is (table is second_look)]
        if names:
            await _keep(connection, table, campaign, names, page, leave.until)
    return tuple(held)


async def take(
    connection: AsyncConnection,
    campaign: str,
    keys: Sequence[str],
    page: str,
    leave: Leave,
) -> frozenset[str]:
    """Hold those of the proposals named that no other page holds; return their keys."""
    found = await connection.execute(
        select(review_item.c.dataset, review_item.c.suggestion)
        .where(
            review_item.c.campaign == campaign,
            review_item.c.suggestion.in_(keys),
            or_(_is_free(review_item, leave.now), review_item.c.page == page),
            *_may_be_kept(review_item.c.organisation, leave),
        )
        .order_by(review_item.c.dataset)
        .with_for_update(skip_locked=True)
    )
    taken = {row.suggestion: row.dataset for row in found}
    if taken:
        names = sorted(taken.values())
        await _keep(connection, review_item, campaign, names, page, leave.until)
    return frozenset(taken)


async def twins(
    connection: AsyncConnection, campaign: str, name: str, leave: Leave, page: str, limit: int
) -> tuple[int, tuple[ReviewItem, ...]]:
    """How many open proposals are of the template of a record, and the first that are free."""
    template = (
        select(campaign_item.c.template)
        .where(campaign_item.c.campaign == campaign, campaign_item.c.dataset == name)
        .scalar_subquery()
    )
    found = await connection.execute(
        select(review_item)
        .join(
            campaign_item,
            (campaign_item.c.campaign == review_item.c.campaign)
            & (campaign_item.c.dataset == review_item.c.dataset),
        )
        .where(
            campaign_item.c.campaign == campaign,
            campaign_item.c.template == template,
            campaign_item.c.dataset != name,
            or_(_is_free(review_item, leave.now), review_item.c.page == page),
            *_may_be_kept(review_item.c.organisation, leave),
        )
        .order_by(review_item.c.rank)
    )
    waiting = tuple(map(_item, found))
    return len(waiting), waiting[:limit]


async def skip(
    connection: AsyncConnection, campaign: str, key: str, page: str, tomorrow: date
) -> None:
    """Put off what a page holds: it comes after all that nobody has put off as often."""
    await connection.execute(
        update(review_item)
        .where(_named(review_item, campaign, key, page))
        .values(skips=review_item.c.skips + 1, page=None, held_until=None)
    )
    await connection.execute(
        update(second_look)
        .where(_named(second_look, campaign, key, page))
        .values(since=tomorrow, page=None, held_until=None)
    )


async def release(connection: AsyncConnection, campaign: str, page: str) -> None:
    """Give back to the others all that a page holds."""
    for table in (review_item, second_look):
        found = await connection.scalars(
            select(table.c.dataset)
            .where(table.c.campaign == campaign, table.c.page == page)
            .with_for_update(skip_locked=True)
        )
        names = found.all()
        if names:
            await _keep(connection, table, campaign, names, None, None)


async def sample(
    connection: AsyncConnection, campaign: str, key: str, page: str, since: date
) -> None:
    """Let a record that was just decided on be looked at once more, by another page."""
    found = await connection.execute(
        select(campaign_item.c.dataset)
        .join_from(campaign_item, suggestion, campaign_item.c.suggestion == suggestion.c.key)
        .where(
            campaign_item.c.campaign == campaign,
            campaign_item.c.suggestion == key,
            suggestion.c.state.in_(DECIDED),
        )
    )
    for name in found.scalars():
        await connection.execute(
            delete(second_look).where(
                second_look.c.campaign == campaign, second_look.c.dataset == name
            )
        )
        await connection.execute(
            insert(second_look).values(
                campaign=campaign,
                dataset=name,
                suggestion=key,
                since=since,
                first_page=_digest(page, name),
            )
        )


async def look_again(
    connection: AsyncConnection, campaign: str, key: str, page: str, second: State, day: date
) -> bool:
    """Count what a second look says, if it is one that the page holds."""
    found = await connection.execute(
        select(second_look.c.dataset, suggestion.c.state)
        .join_from(second_look, suggestion, second_look.c.suggestion == suggestion.c.key)
        .where(_named(second_look, campaign, key, page))
        .with_for_update(of=second_look)
    )
    row = found.one_or_none()
    if row is None:
        return False
    await connection.execute(delete(second_look).where(_named(second_look, campaign, key, page)))
    if row.state in DECIDED:
        pair = {"first": row.state, "second": second.value}
        await counting.add(connection, agreement, {"campaign": campaign, "day": day, **pair})
    return True


async def is_second_look(connection: AsyncConnection, campaign: str, key: str, page: str) -> bool:
    """Whether a page holds a record for a second look."""
    found = await connection.execute(
        select(second_look.c.dataset).where(_named(second_look, campaign, key, page))
    )
    return found.first() is not None


async def second_looks(connection: AsyncConnection, campaign: str) -> tuple[SecondLook, ...]:
    """What two looks said, all days together."""
    counts: dict[tuple[str, str], int] = {}
    wanted = select(agreement).where(agreement.c.campaign == campaign)
    for row in (await connection.execute(wanted)).mappings():
        pair = (row["first"], row["second"])
        counts[pair] = counts.get(pair, 0) + row["count"]
    return tuple(
        SecondLook(first=State(first), second=State(second), count=count)
        for (first, second), count in sorted(counts.items())
    )


async def _held(
    connection: AsyncConnection, campaign: str, page: str, order: ReviewOrder, count: int
) -> list[ReviewItem]:
    again = await connection.execute(
        select(second_look)
        .where(second_look.c.campaign == campaign, second_look.c.page == page)
        .limit(count)
        .with_for_update(skip_locked=True)
    )
    held = [_look(row) for row in again]
    mine = await connection.execute(
        _waiting(campaign, order)
        .where(review_item.c.page == page)
        .limit(count - len(held))
        .with_for_update(skip_locked=True)
    )
    return held + [_item(row) for row in mine]


async def _free(
    connection: AsyncConnection,
    campaign: str,
    page: str,
    leave: Leave,
    order: ReviewOrder,
    count: int,
) -> list[ReviewItem]:
    found = await connection.execute(
        _waiting(campaign, order)
        .where(
            _is_free(review_item, leave.now),
            or_(review_item.c.page.is_(None), review_item.c.page != page),
            *_may_be_kept(review_item.c.organisation, leave),
        )
        .limit(count)
        .with_for_update(skip_locked=True)
    )
    return [_item(row) for row in found]


async def _second(
    connection: AsyncConnection, campaign: str, page: str, leave: Leave, since: date | None
) -> list[ReviewItem]:
    wanted = (
        select(second_look)
        .where(second_look.c.campaign == campaign, _is_free(second_look, leave.now))
        .order_by(second_look.c.since, second_look.c.dataset)
        .limit(TRIED)
        .with_for_update(skip_locked=True)
    )
    if since is not None:
        wanted = wanted.where(second_look.c.since <= since)
    if leave.organisations is not None:
        theirs = select(dataset.c.identifier).where(*_may_be_kept(dataset.c.publisher, leave))
        wanted = wanted.where(second_look.c.dataset.in_(theirs))
    for row in await connection.execute(wanted):
        if row.first_page != _digest(page, row.dataset):
            return [_look(row)]
    return []


def _waiting(campaign: str, order: ReviewOrder) -> Select[tuple[object, ...]]:
    return (
        select(review_item)
        .where(review_item.c.campaign == campaign)
        .order_by(review_item.c.skips, *_ORDERS[order])
    )


def _may_be_kept(publisher: ColumnElement[str], leave: Leave) -> list[ColumnElement[bool]]:
    """The conditions under which a page may keep a record of a publisher."""
    return [] if leave.organisations is None else [publisher.in_(leave.organisations)]


def _is_free(table: Table, now: datetime) -> ColumnElement[bool]:
    return or_(table.c.held_until.is_(None), table.c.held_until <= now)


def _named(table: Table, campaign: str, key: str, page: str) -> ColumnElement[bool]:
    of_page = (table.c.campaign == campaign) & (table.c.page == page)
    return of_page & (table.c.suggestion == key)


async def _keep(
    connection: AsyncConnection,
    table: Table,
    campaign: str,
    names: Sequence[str],
    page: str | None,
    until: datetime | None,
) -> None:
    await connection.execute(
        update(table)
        .where(table.c.campaign == campaign, table.c.dataset == bindparam("of_dataset"))
        .values(page=page, held_until=until),
        [{"of_dataset": name} for name in names],
    )


def _item(row: object) -> ReviewItem:
    return ReviewItem.model_validate(row, from_attributes=True)


def _look(row: object) -> ReviewItem:
    return _item(row).model_copy(update={"is_second_look": True})


def _digest(page: str, name: str) -> str:
    """What tells a page that it decided on a record, and nobody else which page did."""
    return hashlib.sha256(f"{page}\0{name}".encode("utf-8", "replace")).hexdigest()[:16]
