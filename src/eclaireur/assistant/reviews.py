"""Reviewing a campaign: what a page shows, what it may not take from another, how well it goes."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from copy import copy
from datetime import date, datetime, timedelta
from typing import Self

from eclaireur.assistant.view import DatasetView
from eclaireur.core.base import Noun
from eclaireur.core.campaign import Campaign, CampaignProgress
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import DatasetNotFound
from eclaireur.core.ports import Leave, Store
from eclaireur.core.provenance import with_decisions
from eclaireur.core.review import ReviewItem, ReviewOrder
from eclaireur.core.suggestion import Decision, State, Suggestion, Value
from eclaireur.ledger.agreement import ReviewQuality

MIXED = 0.1
"""How often a page that asks for more is given a record that is due for a second look."""

TOLD_AGAIN = 10.0
"""Times the time that it took to count a progress during which it is told again.

It counts every record of a campaign, so it may take a tenth of one processor, however many ask.
"""

Weigh = Callable[[Suggestion, Decision], Awaitable[tuple[State, Value | None]]]


class ReviewedItem(Noun):
    """A record that a page holds, with all that it shows of it."""

    item: ReviewItem
    suggestion: Suggestion
    """As it was proposed, whatever became of it, where a page holds it: a second look is blind."""
    view: DatasetView
    """The record with that suggestion alone."""


class Twins(Noun):
    """The records whose proposals may be decided on as another one was."""

    total: int
    """How many there are, beside what other pages hold."""
    shown: tuple[ReviewedItem, ...]


class Reviews:
    """What those who review a campaign do beside deciding.

    Args:
        store: where campaigns are kept.
        weigh: what a decision comes to, or why it cannot be taken.
        now: the time it is.
        chance: a number drawn from 0 to 1.
        share: the share of decisions that are looked at a second time.
    """

    def __init__(
        self,
        store: Store,
        weigh: Weigh,
        now: Callable[[], datetime],
        *,
        chance: Callable[[], float],
        share: float,
    ) -> None:
        self._store = store
        self._weigh = weigh
        self._now = now
        self._chance = chance
        self.share = share
        self._counting: dict[str, asyncio.Lock] = {}
        self._counted: dict[str, tuple[float, CampaignProgress]] = {}
        self._organisations: frozenset[str] | None = None

    def among(self, organisations: frozenset[str] | None) -> Self:
        """Return the same reviews, of the records of some publishers alone; None is every one."""
        if organisations == self._organisations:
            return self
        other = copy(self)
        other._organisations = organisations  # noqa: SLF001
        return other

    async def campaign(self, key: str) -> Campaign:
        """Return a campaign. Raises CampaignNotFound."""
        return await self._store.campaign(key)

    async def hold(
        self, campaign: str, page: str, order: ReviewOrder, count: int
    ) -> tuple[ReviewedItem, ...]:
        """Return the records that a page holds, others added up to a number.

        None is held by another page, for as long as this one asks again within five minutes.
        """
        held = await self._store.hold_for_review(
            campaign,
            page,
            self._leave,
            order=order,
            count=count,
            looks_again=self._chance() < MIXED,
        )
        return await self._shown(held)

    async def take(self, campaign: str, keys: Sequence[str], page: str) -> frozenset[str]:
        """Hold proposals for a page, but those decided on or held by another; return them."""
        return await self._store.take_for_review(campaign, keys, page, self._leave)

    async def shown(self, campaign: str, page: str, key: str) -> ReviewedItem:
        """Return what a page shows of a proposal: as it is now, but to look at it again.

        Raises:
            SuggestionNotFound: no suggestion bears the key.
            DatasetNotFound: its dataset was deleted.
        """
        suggestion = await self._store.suggestion(key)
        dataset = await self._store.dataset(suggestion.dataset)
        is_second_look = await self._store.is_second_look(campaign, key, page)
        item = ReviewItem(dataset=dataset.identifier, suggestion=key, is_second_look=is_second_look)
        return await self._reviewed(
            item, as_proposed(suggestion) if is_second_look else suggestion, dataset
        )

    async def dataset(self, identifier: str) -> Dataset:
        """Return a dataset as published. Raises DatasetNotFound."""
        return await self._store.dataset(identifier)

    async def skip(self, campaign: str, key: str, page: str) -> None:
        """Put off a proposal that a page holds: it comes back at the end."""
        tomorrow = self._now().date() + timedelta(days=1)
        await self._store.skip(campaign, key, page, tomorrow)

    async def release(self, campaign: str, page: str) -> None:
        """Give all that a page holds back to the others."""
        await self._store.release(campaign, page)

    async def look_again(self, campaign: str, key: str, page: str, decision: Decision) -> bool:
        """Count a decision that is a second look, and changes nothing; False if it is a first.

        Raises:
            InvalidInput: it could not be taken, as `Assistant.decide` tells.
        """
        if not await self._store.is_second_look(campaign, key, page):
            return False
        made = as_proposed(await self._store.suggestion(key))
        state, _ = await self._weigh(made, decision)
        return await self._store.look_again(campaign, key, page, state, self._now().date())

    async def decided(self, campaign: str, key: str, page: str) -> None:
        """Let a share of what a page decided on be looked at again, by another page."""
        if self._chance() < self.share:
            tomorrow = self._now().date() + timedelta(days=1)
            await self._store.sample(campaign, key, page, tomorrow)

    async def twins(self, campaign: str, dataset: str, page: str, limit: int) -> Twins:
        """Return the open proposals that share the template of a record, the first with all."""
        total, items = await self._store.twins(campaign, dataset, page, self._leave, limit)
        return Twins(total=total, shown=await self._shown(items) if limit else ())

    async def progress(self, campaign: str, *, exact: bool = False) -> CampaignProgress:
        """Count where the records of a campaign stand, or stood a moment ago where that is long.

        Args:
            campaign: its key.
            exact: whether a moment ago will not do: whether all is decided depends on it.

        Raises:
            CampaignNotFound: no campaign bears the key.
        """
        # Those who ask while it is being counted wait for that count.
        async with self._counting.setdefault(campaign, asyncio.Lock()):
            began = time.monotonic()
            until, progress = self._counted.get(campaign, (began, None))
            if exact or progress is None or began >= until:
                progress = await self._store.campaign_progress(campaign)
                ended = time.monotonic()
                self._counted[campaign] = (ended + TOLD_AGAIN * (ended - began), progress)
            return progress

    async def quality(self, campaign: str) -> ReviewQuality:
        """Return how far second looks agree with the first."""
        return ReviewQuality.of(await self._store.second_looks(campaign))

    @property
    def _leave(self) -> Leave:
        return Leave(self._now(), self._organisations)

    async def _shown(self, items: Sequence[ReviewItem]) -> tuple[ReviewedItem, ...]:
        """What a page shows of records that are open or looked at again.

        One that was deleted meanwhile is left out.
        """
        names = [each.dataset for each in items]
        live = await self._store.datasets_among(names)
        made = {each.key: each for each in await self._store.suggestions_of(names)}
        shown = []
        for each in items:
            if each.suggestion not in made:
                continue
            try:
                dataset = live.get(each.dataset) or await self._store.dataset(each.dataset)
            except DatasetNotFound:
                continue
            suggestion = as_proposed(made[each.suggestion])
            if each.dataset in live:
                shown.append(
                    ReviewedItem(item=each, suggestion=suggestion, view=_view(suggestion, dataset))
                )
            else:
                shown.append(await self._reviewed(each, suggestion, dataset))
        return tuple(shown)

    async def _reviewed(
        self, item: ReviewItem, suggestion: Suggestion, dataset: Dataset
    ) -> ReviewedItem:
        vanished_on = await self._store.vanished_on(dataset.identifier)
        view = _view(suggestion, dataset, vanished_on)
        return ReviewedItem(item=item, suggestion=suggestion, view=view)


def _view(suggestion: Suggestion, dataset: Dataset, vanished_on: date | None = None) -> DatasetView:
    return DatasetView(
        published=dataset,
        decided=with_decisions(dataset, [suggestion]),
        suggestions=(suggestion,),
        expires_at=None,
        vanished_on=vanished_on,
    )


def as_proposed(suggestion: Suggestion) -> Suggestion:
    """A suggestion as it was when it was proposed, with nothing of what people decided."""
    return suggestion.model_copy(update={"events": suggestion.events[:2]})
