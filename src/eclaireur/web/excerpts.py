"""The passages that a proposal rests on, shown where they stand in what people read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.text.markup import Readable, readable

MAX_SHOWN = 8_000
"""Characters of a field that are shown whole, with the passages that a proposal rests on."""

CONTEXT = 160
"""Characters shown on either side of a passage, to the nearest word."""


@dataclass(frozen=True)
class Excerpt:
    """A passage and the words around it."""

    before: str
    passage: str
    after: str


class Source:
    """A dataset's texts, each read once however many passages point into it."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._texts: dict[str, Readable] = {}

    def excerpt(self, passage: Passage) -> Excerpt:
        """Show a passage in its text; alone if the text is no longer the one it was taken from."""
        source = getattr(self._dataset, passage.field, None)
        if not isinstance(source, str) or source[passage.start : passage.end] != passage.text:
            return Excerpt("", readable(passage.text).text, "")
        text = self._read(passage.field, source)
        start, end = _span(text, passage)
        return Excerpt(
            _ending(text.text[:start]), text.text[start:end], _beginning(text.text[end:])
        )

    def whole(self, field: str, passages: Iterable[Passage]) -> Iterator[tuple[str, bool]]:
        """Show what people read of a field, in pieces, and whether each is one of the passages.

        It is cut where it is too long to be shown, but after the last passage.
        """
        source = getattr(self._dataset, field, None)
        if not isinstance(source, str) or not source:
            return
        text = self._read(field, source)
        spans = [
            _span(text, each)
            for each in passages
            if each.field == field and source[each.start : each.end] == each.text
        ]
        inside = {place for start, end in spans for place in (start, end)}
        last = max([MAX_SHOWN, *inside])
        bounds = sorted({0, min(last, len(text.text)), *inside})
        for start, end in pairwise(bounds):
            is_passage = any(begin <= start and end <= stop for begin, stop in spans)
            yield text.text[start:end], is_passage
        if last < len(text.text):
            yield " …", False

    def _read(self, field: str, source: str) -> Readable:
        if field not in self._texts:
            self._texts[field] = readable(source)
        return self._texts[field]


def _span(text: Readable, passage: Passage) -> tuple[int, int]:
    """Where a passage of the source stands in what people read of it."""
    start = bisect_right(text.ends, passage.start)
    return start, max(start, bisect_left(text.offsets, passage.end))


def _ending(text: str) -> str:
    """The last words of a text."""
    if len(text) <= CONTEXT:
        return text
    return "… " + text[-CONTEXT:].partition(" ")[2]


def _beginning(text: str) -> str:
    """The first words of a text."""
    if len(text) <= CONTEXT:
        return text
    return text[:CONTEXT].rpartition(" ")[0] + " …"
