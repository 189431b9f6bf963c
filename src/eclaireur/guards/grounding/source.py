"""The dataset that a text is confronted with, indexed by its words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.guards.grounding.reading import key, significant
from eclaireur.guards.grounding.verdict import Grounds, How
from eclaireur.text.markup import Readable, readable
from eclaireur.text.words import Word, words

Mention = TypeVar("Mention")

_WIDEST_GAP = 3
"""How many empty words may stand between two words of one name: `Rivières de l'Aude`."""


_FRENCH = ("le", "la", "les", "l", "de", "du", "des", "d", "et", "en", "un", "une", "aux")
_ENGLISH = ("the", "of", "and", "to", "in", "is", "are", "for", "with", "this", "by", "from")


_WIDEST_INTERRUPTION = 4
"""How many words may stand between two words of an organisation's shortened name."""
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 9
"""Letters."""
BEGINNING = 4
"""Letters by which words of one root are found before they are compared."""


@dataclass(frozen=True)
class Part:
    """One field of the dataset, as a person reads it."""

    field: str
    text: str
    published: str
    markup: Readable | None = None

    def passage(self, start: int, end: int) -> Passage:
        """The passage of the field, as published, that a span of the text was read from."""
        if self.markup:
            start, end = self.markup.source_span(start, end)
        return Passage(field=self.field, start=start, end=end, text=self.published[start:end])


@dataclass(frozen=True)
class Placed:
    """A word of the dataset, and the part it stands in."""

    part: int
    word: Word


@dataclass(frozen=True)
class Span:
    """Words of the dataset, from the first to the last, all in one part."""

    first: int
    last: int


class Source:
    """A dataset's fields and their words, made to be searched."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.parts = tuple(_parts(dataset))
        self.words = [
            Placed(index, word)
            for index, part in enumerate(self.parts)
            for word in words(part.text)
        ]
        self._mentions: dict[object, list[tuple[int, object]]] = {}
        self._indices: dict[object, Mapping[Hashable, list[tuple[int, object]]]] = {}

    def mentions(self, read: Callable[[str], Sequence[Mention]]) -> list[tuple[int, Mention]]:
        """What a reader finds in every part, each with its part's index; read only once."""
        if read not in self._mentions:
            self._mentions[read] = [
                (index, mention)
                for index, part in enumerate(self.parts)
                for mention in read(part.text)
            ]
        return cast("list[tuple[int, Mention]]", self._mentions[read])

    def indexed(
        self, read: Callable[[str], Sequence[Mention]], by: Callable[[Mention], Hashable]
    ) -> Mapping[Hashable, list[tuple[int, Mention]]]:
        """The mentions that a reader finds, by what they say; made only once."""
        if (read, by) not in self._indices:
            index: dict[Hashable, list[tuple[int, object]]] = defaultdict(list)
            for part, mention in self.mentions(read):
                index[by(mention)].append((part, mention))
            self._indices[read, by] = index
        return cast("Mapping[Hashable, list[tuple[int, Mention]]]", self._indices[read, by])

    def grounds(self, part: int, start: int, end: int, how: How) -> Grounds:
        """The grounds that a span of a part's text gives."""
        return Grounds(passage=self.parts[part].passage(start, end), how=how)

    def grounds_of(self, span: Span, how: How) -> Grounds:
        """The grounds that a run of words gives."""
        first, last = self.words[span.first], self.words[span.last]
        return self.grounds(first.part, first.word.start, last.word.end, how)

    def grounds_of_field(self, field: str, how: How) -> Grounds | None:
        """The grounds that the whole of a field gives."""
        for index, part in enumerate(self.parts):
            if part.field == field:
                return self.grounds(index, 0, len(part.text), how)
        return None

    def surface(self, index: int) -> str:
        """The word as it stands in its part."""
        placed = self.words[index]
        return self.parts[placed.part].text[placed.word.start : placed.word.end]

    @cached_property
    def in_french(self) -> bool:
        """Whether the dataset speaks French rather than English, by its articles."""
        counts = Counter(placed.word.folded for placed in self.words)
        return sum(map(counts.__getitem__, _FRENCH)) >= sum(map(counts.__getitem__, _ENGLISH))

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        """Where each word stands, by the form it is compared by."""
        return self._index(key)

    @cached_property
    def by_form(self) -> dict[str, list[int]]:
        """Where each word stands, by its folded form."""
        return self._index(lambda word: word.folded)

    @cached_property
    def by_beginning(self) -> dict[str, list[str]]:
        """The folded forms of the words, by their first letters."""
        index = defaultdict(list)
        for form in self.by_form:
            index[form[:BEGINNING]].append(form)
        return index

    @cached_property
    def capitals(self) -> dict[str, list[int]]:
        """Where the words that begin with a capital stand, by their first letter folded."""
        index = defaultdict(list)
        for position, placed in enumerate(self.words):
            if self.surface(position)[0].isupper():
                index[placed.word.folded[:1]].append(position)
        return index

    @cached_property
    def acronyms(self) -> dict[str, list[tuple[str, int]]]:
        """The words that may be acronyms, and where one stands, by their first letter."""
        index = defaultdict(list)
        for form, positions in self.by_form.items():
            if not SHORTEST_ACRONYM <= len(form) <= LONGEST_ACRONYM:
                continue
            for position in positions[:3]:
                capitals = sum(char.isupper() for char in self.surface(position))
                if capitals >= min(3, len(form)):
                    index[form[0]].append((form, position))
                    break
        return index

    def _index(self, form: Callable[[Word], str]) -> dict[str, list[int]]:
        index = defaultdict(list)
        for position, placed in enumerate(self.words):
            index[form(placed.word)].append(position)
        return index

    def verbatim(self, wanted: Sequence[Word]) -> Span | None:
        """The first place where these very words follow one another."""
        for first in self.by_form.get(wanted[0].folded, ()) if wanted else ():
            run = self.words[first : first + len(wanted)]
            if (
                len(run) == len(wanted)
                and run[-1].part == run[0].part
                and all(a.word.folded == b.folded for a, b in zip(run, wanted, strict=True))
            ):
                return Span(first, first + len(wanted) - 1)
        return None

    def sequence(self, wanted: Sequence[Word]) -> Span | None:
        """The first place where these words follow one another, empty words aside."""
        wanted = [word for word in wanted if significant(word)] or list(wanted)
        if not wanted:
            return None
        for first in self.by_key.get(key(wanted[0]), ()):
            last = self._follow(first, wanted[1:])
            if last is not None:
                return Span(first, last)
        return None

    def interrupted(self, wanted: Sequence[Word]) -> Span | None:
        """The first place where these words come in order, each soon after the one before.

        `Syndicat mixte départemental des transports` is a syndicat des transports.
        """
        stems = [key(word) for word in wanted if significant(word)]
        for first in self.by_key.get(stems[0], ()) if len(stems) > 1 else ():
            last = first
            for stem in stems[1:]:
                reach = range(last + 1, min(last + _WIDEST_INTERRUPTION + 2, len(self.words)))
                near = (i for i in reach if self.words[i].part == self.words[first].part)
                found = next((i for i in near if key(self.words[i].word) == stem), None)
                if found is None:
                    break
                last = found
            else:
                return Span(first, last)
        return None

    def _follow(self, position: int, wanted: Sequence[Word]) -> int | None:
        part = self.words[position].part
        for word in wanted:
            for step in range(1, _WIDEST_GAP + 2):
                following = position + step
                if following >= len(self.words) or self.words[following].part != part:
                    return None
                if key(self.words[following].word) == key(word):
                    position = following
                    break
                if significant(self.words[following].word):
                    return None
            else:
                return None
        return position


def _parts(dataset: Dataset) -> Iterator[Part]:
    yield from _plain("title", dataset.title)
    markup = readable(dataset.description)
    if markup.text:
        yield Part("description", markup.text, dataset.description, markup)
    yield from _plain("publisher", dataset.publisher)
    yield from _plain("acronym", dataset.acronym)
    yield from _plain("license", dataset.license)
    yield from _plain("frequency", dataset.frequency)
    if dataset.spatial:
        for index, zone in enumerate(dataset.spatial.zones):
            yield from _plain(f"spatial.zones[{index}]", zone)
    if dataset.temporal:
        yield from _plain("temporal.start", dataset.temporal.start)
        yield from _plain("temporal.end", dataset.temporal.end)
    for index, keyword in enumerate(dataset.keywords):
        yield from _plain(f"keywords[{index}]", keyword)
    for index, distribution in enumerate(dataset.distributions):
        place = f"distributions[{index}]"
        yield from _plain(f"{place}.format", distribution.format)
        yield from _plain(f"{place}.title", distribution.title)
        for number, column in enumerate(distribution.columns):
            yield from _plain(f"{place}.columns[{number}].name", column.name)
            yield from _plain(f"{place}.columns[{number}].description", column.description)


def _plain(field: str, value: str | None) -> Iterator[Part]:
    if value:
        yield Part(field, value, value)
