"""What those who review a campaign are told."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from eclaireur.assistant import Reviews
from eclaireur.core.campaign import CampaignProgress


class Counted:
    """A store that counts slowly, and how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    async def campaign_progress(self, key: str) -> CampaignProgress:  # noqa: ARG002
        self.times += 1
        await asyncio.sleep(0.01)
        return CampaignProgress.of({})


async def test_a_progress_is_counted_once_for_all_who_ask_together() -> None:
    store: Any = Counted()
    reviews = Reviews(
        store, weigh=None, now=lambda: datetime.now(UTC), chance=lambda: 1.0, share=0.0
    )
    told = await asyncio.gather(*(reviews.progress("key") for _ in range(20)))
    assert store.times == 1
    assert len(set(map(id, told))) == 1
    await reviews.progress("key", exact=True)
    assert store.times == 2
