"""The text of the dataset itself, as words that know where they were published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.methods.vocabulary.titles import content_words, subject_stems
from eclaireur.text.markup import Readable, readable
from eclaireur.text.words import Word

_TITLE_READ = 500
# What comes later in a long description is mostly conditions of use and lists of files.
_DESCRIPTION_READ = 4_000
_OPENING_WORDS = 60
_OPENING_WEIGHT = 0.3

# A term does not run over the end of a sentence, of a line or of a parenthesis.
_BREAK = re.compile(r"[.;:!?|()\[\]\n\"«»]|,|\s[-–—]\s")


@dataclass(frozen=True)
class Place:
    """Where words stand in a field: code points of its readable text."""

    field: str
    start: int
    end: int


class Source:
    """The title and the beginning of the description of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._description: Readable = readable(dataset.description, _DESCRIPTION_READ)
        self.texts = {"title": dataset.title[:_TITLE_READ], "description": self._description.text}
        self._words = {field: content_words(text) for field, text in self.texts.items()}

    def frequencies(self) -> dict[str, float]:
        """How much each stem weighs in a search for similar titles."""
        weights: dict[str, float] = {}
        for stem in subject_stems(self._words["title"]):
            weights[stem] = weights.get(stem, 0) + 1
        for stem in subject_stems(self._words["description"][:_OPENING_WORDS]):
            weights[stem] = weights.get(stem, 0) + _OPENING_WEIGHT
        return weights

    def clauses(self) -> Iterator[tuple[str, list[Word]]]:
        """The words that stand between two breaks, title first, each with its field."""
        for field, words in self._words.items():
            clause: list[Word] = []
            for word in words:
                if clause and _BREAK.search(self.texts[field], clause[-1].end, word.start):
                    yield field, clause
                    clause = []
                clause.append(word)
            if clause:
                yield field, clause

    def text_at(self, place: Place) -> str:
        """What a person reads at a place."""
        return self.texts[place.field][place.start : place.end]

    def passage(self, place: Place) -> Passage:
        """The passage of the field as published."""
        start, end = place.start, place.end
        if place.field == "description":
            start, end = self._description.source_span(start, end)
        published = getattr(self._dataset, place.field)
        return Passage(field=place.field, start=start, end=end, text=published[start:end])
