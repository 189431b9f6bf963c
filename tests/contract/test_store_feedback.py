"""What every store counts of the results of a search."""

import asyncio
from datetime import timedelta

from store_examples import DAY

from eclaireur.core.feedback import FeedbackCount, FoundBy
from eclaireur.store import SqlStore


def counted(found_by: FoundBy, count: int, *, useful: bool, days_ago: int = 0) -> FeedbackCount:
    day = DAY - timedelta(days_ago)
    return FeedbackCount(day=day, found_by=found_by, useful=useful, count=count)


async def test_what_people_say_is_counted_by_day_and_by_method(store: SqlStore) -> None:
    assert await store.feedback() == ()
    for useful in (True, False, True):
        await store.count_feedback(DAY, FoundBy.WORDS, useful=useful)
    await store.count_feedback(DAY, FoundBy.SPELLING, useful=True)
    await store.count_feedback(DAY - timedelta(1), FoundBy.WORDS, useful=True)
    assert await store.feedback() == (
        counted(FoundBy.SPELLING, 1, useful=True),
        counted(FoundBy.WORDS, 1, useful=False),
        counted(FoundBy.WORDS, 2, useful=True),
        counted(FoundBy.WORDS, 1, useful=True, days_ago=1),
    )


async def test_nobody_who_speaks_at_the_same_time_is_forgotten(store: SqlStore) -> None:
    await asyncio.gather(
        *(store.count_feedback(DAY, FoundBy.WORDS, useful=True) for _ in range(20))
    )
    assert await store.feedback() == (counted(FoundBy.WORDS, 20, useful=True),)
