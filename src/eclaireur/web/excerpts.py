"""The passages that a proposal rests on, shown where they stand in what people read."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.text.markup import Readable, readable

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
        if passage.field not in self._texts:
            self._texts[passage.field] = readable(source)
        text = self._texts[passage.field]
        start = bisect_right(text.ends, passage.start)
        end = max(start, bisect_left(text.offsets, passage.end))
        return Excerpt(
            _ending(text.text[:start]), text.text[start:end], _beginning(text.text[end:])
        )


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
