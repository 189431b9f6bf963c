"""What every store keeps for those who review a campaign: who holds what, and second looks."""

import asyncio
from datetime import timedelta
from itertools import chain

import pytest
from store_examples import DAY, NOON, decide, suggestion

from eclaireur.core.campaign import Campaign, CampaignItem
from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence, Passage
from eclaireur.core.ports import Leave
from eclaireur.core.review import LEASE, ReviewItem, ReviewOrder, SecondLook
from eclaireur.core.suggestion import Event, State, Suggestion
from eclaireur.store import SqlStore

NOW = Leave(NOON)
LATER = Leave(NOON + LEASE)


class Reviewed:
    """A campaign whose records all have an open proposal, by rank."""

    def __init__(self, store: SqlStore, key: str, made: list[Suggestion]) -> None:
        self.store = store
        self.key = key
        self.made = made

    async def hold(
        self,
        page: str,
        count: int = 1,
        leave: Leave = NOW,
        order: ReviewOrder = ReviewOrder.VIEWS,
        *,
        looks_again: bool = False,
    ) -> list[str]:
        return [
            each.dataset
            for each in await self.items(page, count, leave, order, looks_again=looks_again)
        ]

    async def items(
        self,
        page: str,
        count: int = 1,
        leave: Leave = NOW,
        order: ReviewOrder = ReviewOrder.VIEWS,
        *,
        looks_again: bool = False,
    ) -> tuple[ReviewItem, ...]:
        return await self.store.hold_for_review(
            self.key, page, leave, order=order, count=count, looks_again=looks_again
        )


async def campaign_of(
    store: SqlStore, datasets: list[Dataset], templates: str | None = None
) -> Reviewed:
    await store.put_datasets(datasets)
    opened = Campaign.opened(
        field="short_description", selection="missing", total=len(datasets), day=DAY
    )
    letters = templates or "a" * len(datasets)
    items = [
        CampaignItem(dataset=each.identifier, rank=rank, template=letters[rank])
        for rank, each in enumerate(datasets)
    ]
    await store.add_campaign(opened, items)
    made = [suggestion(each, State.PROPOSED) for each in datasets]
    await store.add_suggestions(made)
    await store.tried(opened.key, {each.dataset: each.key for each in made})
    return Reviewed(store, opened.key, made)


def datasets(count: int) -> list[Dataset]:
    publishers = ("Ville", None, "Agence")
    return [
        Dataset(
            identifier=f"d{number:02}",
            title=f"Titre {number}",
            description="Texte.",
            publisher=publishers[number % 3],
        )
        for number in range(count)
    ]


@pytest.fixture
async def reviewed(store: SqlStore) -> Reviewed:
    return await campaign_of(store, datasets(4))


async def test_a_page_holds_what_comes_first_and_no_other_page_does(reviewed: Reviewed) -> None:
    assert await reviewed.hold("one", 2) == ["d00", "d01"]
    assert await reviewed.hold("two", 3) == ["d02", "d03"]
    assert await reviewed.hold("three", 1) == []


async def test_a_page_keeps_what_it_holds_and_is_given_more(reviewed: Reviewed) -> None:
    assert await reviewed.hold("one") == ["d00"]
    assert await reviewed.hold("one", 2) == ["d00", "d01"]
    almost = Leave(NOW.until - timedelta(seconds=1))
    assert await reviewed.hold("one", 2, almost) == ["d00", "d01"]
    assert await reviewed.hold("two", 4, LATER) == ["d02", "d03"]


async def test_what_a_silent_page_held_goes_to_others(reviewed: Reviewed) -> None:
    await reviewed.hold("one", 4)
    assert await reviewed.hold("two", 1, LATER) == ["d00"]


async def test_what_a_page_leaves_goes_to_others_at_once(reviewed: Reviewed) -> None:
    await reviewed.hold("one", 2)
    await reviewed.hold("two", 1)
    await reviewed.store.release(reviewed.key, "one")
    assert await reviewed.hold("three", 4) == ["d00", "d01", "d03"]


async def test_what_is_decided_leaves_and_what_is_taken_back_returns(reviewed: Reviewed) -> None:
    [first] = await reviewed.items("one")
    await decide(reviewed.store, first.suggestion, State.ACCEPTED)
    assert await reviewed.hold("one") == ["d01"]
    await decide(reviewed.store, first.suggestion, State.PROPOSED)
    assert await reviewed.hold("two") == ["d00"]


async def test_what_became_stale_is_shown_no_more(reviewed: Reviewed) -> None:
    changed = datasets(1)[0].model_copy(update={"description": "Autre."})
    await reviewed.store.put_datasets([changed])
    assert await reviewed.hold("one") == ["d01"]


async def test_what_is_skipped_comes_back_at_the_end(reviewed: Reviewed) -> None:
    tomorrow = DAY + timedelta(days=1)
    [first] = await reviewed.items("one")
    await reviewed.store.skip(reviewed.key, first.suggestion, "two", tomorrow)
    assert await reviewed.hold("one") == ["d00"], "another page puts off nothing of this one's"
    await reviewed.store.skip(reviewed.key, first.suggestion, "one", tomorrow)
    found = await reviewed.items("two", 4)
    assert [(each.dataset, each.skips) for each in found] == [
        ("d01", 0),
        ("d02", 0),
        ("d03", 0),
        ("d00", 1),
    ]


async def test_those_of_one_organisation_come_together(store: SqlStore) -> None:
    reviewed = await campaign_of(store, datasets(4))
    by_organisation = ["d01", "d02", "d00", "d03"]
    assert await reviewed.hold("one", 4, order=ReviewOrder.ORGANISATION) == by_organisation


async def test_one_proposal_is_taken_by_its_key_if_it_is_free(reviewed: Reviewed) -> None:
    await reviewed.hold("one")
    keys = [each.key for each in reviewed.made]
    assert await reviewed.store.take_for_review(reviewed.key, keys[:3], "two", NOW) == set(
        keys[1:3]
    )
    assert await reviewed.store.take_for_review(reviewed.key, keys[:1], "one", NOW) == {keys[0]}
    assert await reviewed.hold("two", 4) == ["d01", "d02", "d03"]


async def test_fifty_reviewers_never_hold_the_same_record(store: SqlStore) -> None:
    reviewed = await campaign_of(store, datasets(60))
    seen: list[str] = []

    async def review(page: str) -> None:
        while held := await reviewed.items(page, 2):
            seen.append(held[0].dataset)
            await decide(store, held[0].suggestion, State.ACCEPTED)

    held = await asyncio.gather(*(reviewed.hold(str(number)) for number in range(50)))
    assert len(set(chain(*held))) == len(list(chain(*held))) == 50
    await asyncio.gather(*(review(str(number)) for number in range(12)))
    assert len(seen) == len(set(seen)) == 12 + 10


async def test_twins_share_a_template_and_wait(store: SqlStore) -> None:
    reviewed = await campaign_of(store, datasets(6), templates="aabaaa")
    keys = [each.key for each in reviewed.made]
    await decide(store, keys[0], State.ACCEPTED)
    await decide(store, keys[1], State.REJECTED)
    await store.take_for_review(reviewed.key, [keys[5]], "other", NOW)
    count, [first] = await store.twins(reviewed.key, "d00", "one", NOW, 1)
    assert (count, first.dataset, first.suggestion) == (2, "d03", keys[3])
    count, found = await store.twins(reviewed.key, "d00", "other", NOW, 9)
    assert (count, [each.dataset for each in found]) == (3, ["d03", "d04", "d05"])


async def test_a_second_look_goes_to_another_page_another_day(reviewed: Reviewed) -> None:
    first = reviewed.made[0]
    await decide(reviewed.store, first.key, State.ACCEPTED)
    await reviewed.store.sample(reviewed.key, first.key, "one", DAY + timedelta(days=1))
    tomorrow = Leave(NOON + timedelta(days=1))

    assert await reviewed.hold("two", looks_again=True) == ["d01"], "it is for tomorrow"
    assert await reviewed.hold("one", leave=tomorrow, looks_again=True) == ["d01"], "its own"
    [item] = await reviewed.items("three", leave=tomorrow, looks_again=True)
    assert (item.dataset, item.is_second_look) == ("d00", True)
    assert await reviewed.hold("four", leave=tomorrow, looks_again=True) == ["d02"], "it is held"

    store, key = reviewed.store, first.key
    assert await store.is_second_look(reviewed.key, key, "three")
    assert not await store.look_again(reviewed.key, key, "four", State.ACCEPTED, DAY)
    assert await store.look_again(reviewed.key, key, "three", State.REJECTED, DAY)
    assert not await store.look_again(reviewed.key, key, "three", State.REJECTED, DAY), "once"
    assert await store.second_looks(reviewed.key) == (
        SecondLook(first=State.ACCEPTED, second=State.REJECTED, count=1),
    )
    assert (await store.suggestion(key)).state is State.ACCEPTED


async def test_where_nothing_else_is_left_there_is_a_second_look_the_same_day(
    store: SqlStore,
) -> None:
    reviewed = await campaign_of(store, datasets(1))
    [made] = reviewed.made
    await decide(store, made.key, State.REJECTED)
    await store.sample(reviewed.key, made.key, "one", DAY + timedelta(days=1))
    assert await reviewed.hold("one") == []
    assert [each.is_second_look for each in await reviewed.items("two")] == [True]


async def test_what_is_taken_back_or_skipped_is_not_looked_at_again_now(store: SqlStore) -> None:
    reviewed = await campaign_of(store, datasets(3))
    one, other, _ = reviewed.made
    tomorrow = DAY + timedelta(days=1)
    for each in (one, other):
        await decide(store, each.key, State.ACCEPTED)
        await store.sample(reviewed.key, each.key, "one", DAY)
    await decide(store, one.key, State.PROPOSED)
    found = await reviewed.items("two", 2, looks_again=True)
    assert [(each.dataset, each.is_second_look) for each in found] == [
        ("d01", True),
        ("d00", False),
    ]
    await store.skip(reviewed.key, other.key, "two", tomorrow)
    assert await reviewed.hold("three", 2, looks_again=True) == ["d02"]


async def test_only_what_is_decided_is_sampled(reviewed: Reviewed) -> None:
    await reviewed.store.sample(reviewed.key, reviewed.made[0].key, "one", DAY)
    found = await reviewed.items("two", 4, looks_again=True)
    assert [each.is_second_look for each in found] == [False] * 4


async def test_a_campaign_knows_nothing_of_another(store: SqlStore) -> None:
    first = await campaign_of(store, datasets(2))
    other = Campaign.opened(field="short_description", selection="all", total=1, day=DAY)
    await store.add_campaign(other, [CampaignItem(dataset="d01", rank=0, template="a")])
    await store.tried(other.key, {"d01": first.made[1].key})
    second = Reviewed(store, other.key, first.made)
    assert await second.hold("two", 2) == ["d01"]
    assert await first.hold("one", 2) == ["d00", "d01"], "each campaign has its own places"
    await decide(store, first.made[1].key, State.ACCEPTED)
    assert await second.hold("two", 2) == []
    assert await first.hold("one", 2) == ["d00"]


async def test_trying_again_puts_the_new_proposal_in_its_place(reviewed: Reviewed) -> None:
    dataset = datasets(1)[0]
    newer = suggestion(dataset, State.PROPOSED, number=2)
    await reviewed.store.add_suggestions([newer])
    await reviewed.store.tried(reviewed.key, {dataset.identifier: newer.key})
    [item] = await reviewed.items("one")
    assert item.suggestion == newer.key


async def test_what_is_less_supported_comes_first(store: SqlStore) -> None:
    sure, unsure = datasets(2)
    text = "Titre 0"
    passage = Passage(field="title", start=0, end=len(text), text=text)
    supported = Event(
        state=State.PROPOSED,
        day=DAY,
        value=text,
        evidence=(Evidence(part=text, offset=0, support=passage),),
    )
    await store.put_datasets([sure, unsure])
    made = [suggestion(sure).following(supported), suggestion(unsure, State.PROPOSED)]
    await store.add_suggestions(made)
    opened = Campaign.opened(field="short_description", selection="x", total=2, day=DAY)
    items = [
        CampaignItem(dataset=each.identifier, rank=rank, template="t")
        for rank, each in enumerate((sure, unsure))
    ]
    await store.add_campaign(opened, items)
    await store.tried(opened.key, {each.dataset: each.key for each in made})
    reviewed = Reviewed(store, opened.key, made)
    assert await reviewed.hold("p", 2, order=ReviewOrder.UNCERTAIN) == ["d01", "d00"]
    await store.release(opened.key, "p")
    assert await reviewed.hold("p", 2) == ["d00", "d01"]


async def test_a_page_keeps_the_records_of_its_organisations_alone(store: SqlStore) -> None:
    datasets = [
        Dataset(identifier=f"d{number}", title="Titre", publisher=publisher)
        for number, publisher in enumerate(["A", "B", "A", None, "C"])
    ]
    reviewed = await campaign_of(store, datasets)
    mine, theirs = (Leave(NOON, frozenset(each)) for each in ({"A", "C"}, {"B"}))
    keys = [each.key for each in reviewed.made]
    twins = await store.twins(reviewed.key, "d1", "one", mine, 9)
    assert [each.dataset for each in twins[1]] == ["d0", "d2", "d4"]
    assert await store.take_for_review(reviewed.key, keys, "two", theirs) == {keys[1]}
    assert await reviewed.hold("one", 9, mine) == ["d0", "d2", "d4"]
    assert await reviewed.hold("none", 9, Leave(NOON, frozenset())) == []
    assert await reviewed.hold("all", 9) == ["d3"]


async def test_a_second_look_is_of_its_organisations_too(store: SqlStore) -> None:
    datasets = [
        Dataset(identifier=each, title="Titre", publisher=each.upper()) for each in ("a", "b")
    ]
    reviewed = await campaign_of(store, datasets)
    await reviewed.hold("one", 2)
    for each in reviewed.made:
        await decide(store, each.key, State.ACCEPTED)
        await store.sample(reviewed.key, each.key, "one", DAY)
    only = Leave(NOON, frozenset({"B"}))
    assert await reviewed.hold("two", 9, only, looks_again=True) == ["b"]
