"""What the catalogue's page shows: the datasets found, why each was, and what else to try."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from eclaireur.assistant import Assistant, DatasetView
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import Unavailable
from eclaireur.core.feedback import FoundBy
from eclaireur.core.ports import (
    MOST_RESULTS,
    DatasetQuery,
    Lack,
    NameCount,
    SearchHit,
    SearchPage,
    WhyFound,
)
from eclaireur.core.suggestion import State
from eclaireur.messages import Messages
from eclaireur.text.markup import readable
from eclaireur.text.words import words
from eclaireur.web.wanted import PAGE_SIZE, Wanted

LONGEST_EXCERPT = 220
"""Characters of a description that stand for a short one."""

READ = 1_500
"""Characters of a description that are read to take an excerpt."""

MOST_FORMATS = 6
"""Formats named, of a dataset that has more."""

_BLANKS = re.compile(r"[ \t\r\n]+")

MOST_IDEAS = 6
"""What else to try, at most: each is tried before it is proposed."""


@dataclass(frozen=True)
class Summary:
    """What a dataset is, in a few words that are its own or that a person retained."""

    text: str
    is_decided: bool
    """Whether a person retained it here; it is published otherwise."""


@dataclass(frozen=True)
class Item:
    """A dataset of the list."""

    view: DatasetView
    hit: SearchHit | None
    """None where nothing was looked for."""

    @property
    def published(self) -> Dataset:
        return self.view.published

    @property
    def summary(self) -> Summary | None:
        """The short description, or else the beginning of the description."""
        retained = self.view.decided.dataset.short_description
        if retained and retained.strip():
            return Summary(retained, is_decided=is_decided(self.view, "short_description"))
        read = readable(self.published.description, READ).text
        # The spaces that keep the parts of a number together stay.
        beginning = _BLANKS.sub(" ", read).strip()
        if not beginning:
            return None
        return Summary(shortened(beginning, LONGEST_EXCERPT), is_decided=False)

    @property
    def formats(self) -> tuple[str, ...]:
        return formats_of(self.published)[:MOST_FORMATS]

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What it lacks, once what people retained is counted in."""
        decided = self.view.decided.dataset
        return tuple(sorted(each for each in Lack if not getattr(decided, each)))

    @property
    def open_proposals(self) -> int:
        return sum(each.state is State.PROPOSED for each in self.view.suggestions)


@dataclass(frozen=True)
class Results:
    """The datasets of one page."""

    total: int
    items: tuple[Item, ...]
    found: SearchPage | None
    """What the index answered; None where the catalogue is listed."""
    lacking: Mapping[Lack | None, int]
    """How many lack each thing; how many there are, for None."""
    names: Mapping[str, Sequence[NameCount]]
    """What they are, by filter: the commonest names."""

    @property
    def pages(self) -> int:
        """How many pages may be turned."""
        reached = self.total if self.found is None else min(self.total, MOST_RESULTS)
        return max(1, ceil(reached / PAGE_SIZE))

    @property
    def is_cut(self) -> bool:
        """Whether there are more than can be paged through."""
        return self.found is not None and self.total > MOST_RESULTS

    def choices(self, name: str) -> Sequence[NameCount]:
        """The names that a filter may be set to, unless that would change nothing."""
        return [each for each in self.names.get(name, ()) if each.count < self.total]

    def found_by(self, wanted: Wanted) -> FoundBy:
        """The way in which they were found."""
        if self.found is None or not wanted.text:
            return FoundBy.FILTERS
        if self.found.corrected:
            return FoundBy.SPELLING
        said = {reason for each in self.found.hits for reason in each.why}
        unsaid = {WhyFound.MEANING, WhyFound.DISTANT, WhyFound.USAGE}
        return FoundBy.WORDS if said - unsaid else FoundBy.MEANING


@dataclass(frozen=True)
class Idea:
    """Another search, which finds something."""

    wanted: Wanted
    dropped: str | None
    """The filter that it does without, if it is that."""
    count: int


async def listed(assistant: Assistant, wanted: Wanted) -> Results:
    """List the catalogue by title."""
    page = await assistant.find_datasets(
        DatasetQuery(lacking=wanted.lacking, offset=wanted.offset, limit=PAGE_SIZE)
    )
    views = await assistant.views([each.identifier for each in page.items])
    items = [Item(views[each.identifier], None) for each in page.items if each.identifier in views]
    counts = {
        each: page.total if each == wanted.lacking else await count(assistant, each)
        for each in (None, *Lack)
    }
    return Results(page.total, tuple(items), None, counts, await _names(assistant, wanted))


async def _names(assistant: Assistant, wanted: Wanted) -> Mapping[str, Sequence[NameCount]]:
    try:
        return (await assistant.breakdown(wanted.query())).names
    except Unavailable:
        # The list stands without an index; whoever searches is told what is wrong.
        return {}


async def searched(assistant: Assistant, wanted: Wanted) -> Results:
    """Look for datasets."""
    found = await assistant.search(wanted.query())
    told = await assistant.breakdown(wanted.query())
    views = await assistant.views([each.identifier for each in found.hits])
    # One may have left the catalogue since the index answered.
    items = [Item(views[hit.identifier], hit) for hit in found.hits if hit.identifier in views]
    counts = dict[Lack | None, int]([(None, told.total), *told.lacking.items()])
    return Results(found.total, tuple(items), found, counts, told.names)


async def count(assistant: Assistant, lacking: Lack | None) -> int:
    """How many datasets of the catalogue lack something; how many there are, for None."""
    return (await assistant.find_datasets(DatasetQuery(lacking=lacking, limit=1))).total


async def ideas(assistant: Assistant, wanted: Wanted, found: SearchPage) -> tuple[Idea, ...]:
    """Try what else to look for, where nothing was found; keep what finds something."""
    kept: list[Idea] = []
    for dropped, other in _others(wanted, found):
        if len(kept) == MOST_IDEAS:
            break
        if total := (await assistant.search(other.query())).total:
            kept.append(Idea(other, dropped, total))
    return tuple(kept)


def _others(wanted: Wanted, found: SearchPage) -> Iterator[tuple[str | None, Wanted]]:
    first = replace(wanted, page=1)
    if wanted.lacking:
        yield "lacking", replace(first, lacking=None)
    for name in wanted.filters:
        yield name, wanted.without(name)
    if len(wanted.filters) > 1 and wanted.text:
        yield "all", replace(first, filters={}, lacking=None)
    typed = typed_words(wanted.text)
    if found.corrected:
        corrected = [found.corrected.get(word, form) for word, form in typed.items()]
        yield None, replace(first, text=" ".join(corrected))
    known = {word: form for word, form in typed.items() if word not in found.unknown}
    if found.unknown and known:
        yield None, replace(first, text=" ".join(known.values()))
    for form in sorted(known.values(), key=len, reverse=True)[:3] if len(typed) > 1 else ():
        yield None, replace(first, text=form)


def typed_words(text: str) -> dict[str, str]:
    """The words of a query as they were typed, by their folded form."""
    return {each.folded: text[each.start : each.end] for each in words(text)}


def why(hit: SearchHit, wanted: Wanted, found: SearchPage, say: Messages) -> list[str]:
    """Say why a dataset was found, in words."""
    typed = typed_words(wanted.text)
    misspelt = hit.why.get(WhyFound.SPELLING, ())

    def shown(reason: WhyFound, word: str) -> str:
        if word in hit.near and reason in {WhyFound.MEANING, WhyFound.DISTANT}:
            return say("search-near", said=hit.near[word], word=typed.get(word, word))
        if reason is WhyFound.SPELLING:
            form, other = typed.get(word, word), found.corrected.get(word, word)
            return say("web-why-read-as", word=form, other=other)
        if word in misspelt:
            return say("web-quoted", text=found.corrected.get(word, word))
        return say("web-quoted", text=typed.get(word, word))

    return [
        say(
            f"search-why-{reason}",
            words=", ".join(shown(reason, word) for word in hit.why[reason]),
        )
        for reason in WhyFound
        if reason in hit.why
    ]


def read_as(found: SearchPage, say: Messages) -> str:
    """Name the words that misspelt ones were also read as."""
    return ", ".join(say("web-quoted", text=each) for each in found.corrected.values())


def unknown_words(wanted: Wanted, found: SearchPage, say: Messages) -> str:
    """Name the words that the catalogue does not hold, as they were typed."""
    typed = typed_words(wanted.text)
    return ", ".join(say("web-quoted", text=typed.get(each, each)) for each in found.unknown)


def is_decided(view: DatasetView, field: str) -> bool:
    """Whether a person retained a value of the field here."""
    return any(each.field == field for each in view.decided.provenance)


def formats_of(dataset: Dataset) -> tuple[str, ...]:
    """The formats of the files, each once."""
    named = (each.format.strip().upper() for each in dataset.distributions if each.format)
    return tuple(dict.fromkeys(name for name in named if name))


def shortened(text: str, limit: int) -> str:
    """The text, cut between two words."""
    if len(text) <= limit:
        return text
    cut = text[:limit].rpartition(" ")[0] or text[:limit]
    return f"{cut.rstrip(' ,;:.')}…"


def same_but_for_figures(titles: Sequence[str]) -> bool:
    """Whether titles say the same words, their figures aside."""
    return len({"".join(w.folded for w in words(t) if not w.folded.isdigit()) for t in titles}) == 1
