"""Campaigns whose proposals are made, for tests of what people do with them."""

from collections.abc import Sequence

from eclaireur import Assistant
from eclaireur.core.campaign import Campaign, CampaignItem
from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import Store
from eclaireur.core.suggestion import State


async def proposed_campaign(
    assistant: Assistant, store: Store, field: str, datasets: Sequence[Dataset]
) -> tuple[str, list[str]]:
    """Propose a field for records, and return the key of the campaign and those of the proposals.

    The template of a record is its identifier up to the last hyphen.
    """
    await assistant.put_datasets(datasets)
    campaign = Campaign.opened(
        field=field, selection="missing", total=len(datasets), day=assistant.today
    )
    items = [
        CampaignItem(
            dataset=each.identifier, rank=rank, template=each.identifier.rpartition("-")[0]
        )
        for rank, each in enumerate(datasets)
    ]
    await store.add_campaign(campaign, items)
    made = [await assistant.suggest(each.identifier, field) for each in datasets]
    assert {each.state for each in made} == {State.PROPOSED}
    await store.tried(campaign.key, {each.dataset: each.key for each in made})
    return campaign.key, [each.key for each in made]
