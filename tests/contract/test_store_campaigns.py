"""What every store keeps of campaigns."""

import pytest
from store_examples import DAY, FULL, RIVERS, decide, suggestion

from eclaireur.core.campaign import Campaign, CampaignItem, CampaignProgress, CampaignState
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import CampaignNotFound
from eclaireur.core.suggestion import State
from eclaireur.store import SqlStore

OTHERS = [
    Dataset(identifier=f"other-{number}", title="Titre", description="") for number in range(3)
]


def campaign(total: int = 2) -> Campaign:
    return Campaign.opened(field="short_description", selection="missing", total=total, day=DAY)


def items(*datasets: Dataset) -> list[CampaignItem]:
    return [
        CampaignItem(dataset=each.identifier, rank=rank, template="same", batch=rank // 2)
        for rank, each in enumerate(datasets)
    ]


async def test_campaigns_are_kept_the_latest_first(store: SqlStore) -> None:
    first, second = campaign(), campaign()
    for each in (first, second):
        await store.add_campaign(each, items(RIVERS, FULL))
    assert await store.campaigns() == (second, first)
    assert await store.campaign(first.key) == first


async def test_a_campaign_is_paused_and_goes_on(store: SqlStore) -> None:
    kept, other = campaign(), campaign()
    for each in (kept, other):
        await store.add_campaign(each, items(RIVERS))
    await store.turn_campaign(kept.key, CampaignState.PAUSED)
    assert (await store.campaign(kept.key)).state is CampaignState.PAUSED
    assert (await store.campaign(other.key)).state is CampaignState.RUNNING


async def test_an_unknown_campaign_is_told(store: SqlStore) -> None:
    for asked in (
        store.campaign("none"),
        store.turn_campaign("none", CampaignState.PAUSED),
        store.campaign_progress("none"),
        store.pending_batches("none"),
        store.forget_failures("none"),
    ):
        with pytest.raises(CampaignNotFound):
            await asked


async def test_what_was_tried_is_not_pending(store: SqlStore) -> None:
    await store.put_datasets([RIVERS, FULL])
    kept, other = campaign(), campaign()
    for each in (kept, other):
        await store.add_campaign(each, items(FULL, RIVERS))
    made = suggestion(FULL, State.PROPOSED)
    await store.add_suggestions([made])
    await store.tried(kept.key, {FULL.identifier: made.key})

    assert await store.pending_items(kept.key, 0) == (RIVERS.identifier,)
    assert await store.pending_items(other.key, 0) == (FULL.identifier, RIVERS.identifier)
    [first, second] = await store.campaign_items(kept.key, [RIVERS.identifier, FULL.identifier])
    assert (first.dataset, first.suggestion) == (FULL.identifier, made.key)
    assert (second.dataset, second.suggestion) == (RIVERS.identifier, None)


async def test_a_batch_is_pending_until_its_last_record_is_tried(store: SqlStore) -> None:
    await store.put_datasets([RIVERS, FULL, *OTHERS])
    kept = campaign(total=5)
    await store.add_campaign(kept, items(RIVERS, FULL, *OTHERS))
    assert await store.pending_batches(kept.key) == (0, 1, 2)
    assert await store.pending_items(kept.key, 1) == ("other-0", "other-1")

    made = [suggestion(each, State.PROPOSED) for each in (OTHERS[0], OTHERS[1], RIVERS)]
    await store.add_suggestions(made)
    await store.tried(kept.key, {each.dataset: each.key for each in made})
    assert await store.pending_batches(kept.key) == (0, 2)


async def test_what_failed_is_tried_again_when_it_is_asked_for(store: SqlStore) -> None:
    await store.put_datasets([RIVERS, FULL])
    kept, other = campaign(), campaign()
    made = [suggestion(RIVERS, State.FAILED), suggestion(FULL, State.WITHHELD)]
    await store.add_suggestions(made)
    for each in (kept, other):
        await store.add_campaign(each, items(RIVERS, FULL))
        await store.tried(each.key, {one.dataset: one.key for one in made})

    assert await store.forget_failures(kept.key) == 1
    assert await store.pending_items(kept.key, 0) == (RIVERS.identifier,)
    assert await store.pending_items(other.key, 0) == ()


async def test_each_record_counts_once_where_it_stands(store: SqlStore) -> None:
    datasets = [RIVERS, FULL, *OTHERS]
    await store.put_datasets(datasets)
    kept = campaign(total=5)
    await store.add_campaign(kept, items(*datasets))
    made = [
        suggestion(RIVERS, State.PROPOSED),
        suggestion(FULL, State.PROPOSED),
        suggestion(OTHERS[0], State.WITHHELD),
        suggestion(OTHERS[1], State.FAILED),
    ]
    await store.add_suggestions(made)
    await store.tried(kept.key, {each.dataset: each.key for each in made})
    await decide(store, made[0].key, State.ACCEPTED)

    assert await store.campaign_progress(kept.key) == CampaignProgress(
        total=5,
        pending=1,
        proposed=1,
        withheld=1,
        failed=1,
        accepted=1,
        edited=0,
        rejected=0,
        stale=0,
    )
