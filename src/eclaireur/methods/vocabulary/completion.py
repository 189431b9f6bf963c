"""The portal's keywords that begin as somebody types, the most used first."""

import asyncio
from bisect import bisect_left
from collections.abc import Awaitable, Callable, Sequence

import numpy as np

from eclaireur.core.completion import Completions, UsedValue
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.text.slug import slugified

# No keyword holds it, and it comes after all that one may hold.
_PAST = "\U0010ffff"


class KeywordCompletion:
    """Completes what is typed by the keywords of the catalogue as it stands.

    Args:
        vocabulary: the portal's own, another one when the catalogue has changed.
    """

    def __init__(self, vocabulary: Callable[[], Awaitable[PortalVocabulary]]) -> None:
        self._vocabulary = vocabulary
        self._index: _Index | None = None

    async def complete(self, typed: str, offset: int, limit: int) -> Completions:
        """Find the keywords of which a word begins as typed: those that begin so come first."""
        return (await self._current()).complete(slugified(typed), offset, limit)

    async def uses(self, keywords: Sequence[str]) -> tuple[UsedValue, ...]:
        """Tell how many datasets of the catalogue carry each keyword, in their order."""
        index = await self._current()
        return tuple(UsedValue(each, index.uses(each)) for each in keywords)

    async def _current(self) -> "_Index":
        vocabulary = await self._vocabulary()
        if self._index is None or self._index.vocabulary is not vocabulary:
            # A second for a large catalogue, and others are being answered.
            self._index = await asyncio.to_thread(_Index, vocabulary)
        return self._index


class _Index:
    """Every word of every keyword, folded, with what follows it, in order."""

    def __init__(self, vocabulary: PortalVocabulary) -> None:
        self.vocabulary = vocabulary
        # Many begin alike: numbered by their uses, the first ones are those to show.
        by_use = np.argsort(-vocabulary.counts, kind="stable").tolist()
        self._used = [
            UsedValue(vocabulary.keywords[number], int(vocabulary.counts[number]))
            for number in by_use
        ]
        entries = sorted(
            (folded[start:], start > 0, rank)
            for rank, each in enumerate(self._used)
            for folded in [slugified(each.value)]
            for start in _starts(folded)
        )
        self._words = [word for word, _, _ in entries]
        # Keywords that begin as typed rank before those of which another word does.
        self._ranks = np.array(
            [rank + (len(self._used) if inside else 0) for _, inside, rank in entries], np.int64
        )

    def uses(self, keyword: str) -> int:
        number = self.vocabulary.numbers.get(keyword)
        return 0 if number is None else int(self.vocabulary.counts[number])

    def complete(self, folded: str, offset: int, limit: int) -> Completions:
        first = bisect_left(self._words, folded)
        last = bisect_left(self._words, folded + _PAST)
        found = np.sort(self._ranks[first:last])
        # A keyword may begin so, and have another word that does.
        begun = found[found < len(self._used)]
        inside = np.unique(found[len(begun) :] - len(self._used))
        ranks = np.concatenate([begun, np.setdiff1d(inside, begun, assume_unique=True)])
        shown = ranks[offset : offset + limit].tolist()
        return Completions(len(ranks), tuple(self._used[rank] for rank in shown))


def _starts(folded: str) -> list[int]:
    return [0, *(place + 1 for place, each in enumerate(folded) if each == "-")]
