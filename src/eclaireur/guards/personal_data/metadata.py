"""Personal data in the metadata of a dataset."""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.core.proposal import Proposal
from eclaireur.guards.personal_data.masking import find, mask
from eclaireur.guards.personal_data.placeholders import PLACEHOLDERS
from eclaireur.guards.personal_data.span import PersonalDataType
from eclaireur.text.markup import Readable, readable
from eclaireur.text.sentences import sentences


def masked(dataset: Dataset) -> Dataset:
    """Return the dataset with all its texts masked, the keys of its extras included.

    Its identifier here and the links of its distributions stay. Of two keys that are the same
    once masked, the last counts.
    """
    content = dataset.model_dump(mode="json", exclude={"identifier"})
    cleared = Dataset.model_validate(
        {"identifier": dataset.identifier}
        | {field: _masked_json(value) for field, value in content.items()}
    )
    distributions = tuple(
        each.model_copy(update={"access_url": published.access_url})
        for each, published in zip(cleared.distributions, dataset.distributions, strict=True)
    )
    return cleared.model_copy(update={"distributions": distributions})


def masked_types(*texts: str | None) -> Counter[PersonalDataType]:
    """Count what was masked in texts, from the placeholders that they hold."""
    return Counter(
        {
            kind: count
            for kind, placeholder in PLACEHOLDERS.items()
            if (count := sum(text.count(placeholder) for text in texts if text))
        }
    )


def tells_of_someone(proposal: Proposal, dataset: Dataset) -> bool:
    """Whether a proposal, or a passage it comes from, holds personal data.

    A passage is read with its whole paragraph, which may say whose name or number it is.
    """
    if isinstance(proposal.value, str) and find(proposal.value):
        return True
    taken = defaultdict(list)
    for paragraph, start, end in _passages(proposal, dataset):
        taken[paragraph].append((start, end))
    return any(
        span.start < end and start < span.end
        for paragraph, passages in taken.items()
        for span in find(paragraph)
        for start, end in passages
    )


def without_people(dataset: Dataset) -> Dataset:
    """Return the dataset with blanks for the sentences of its description that hold personal data.

    In the title, the personal data alone is blank. Offsets do not move.
    """
    title, description = dataset.title, dataset.description
    named = [(span.start, span.end) for span in find(title)]
    about_people = _sentences_with(
        description, ((span.start, span.end) for span in find(description))
    )
    return dataset.model_copy(
        update={
            "title": _blanked(title, named),
            "description": _blanked(description, about_people),
        }
    )


class Cleared(NamedTuple):
    """A dataset as a model may be shown it, and as it may support what the model answers."""

    title: str
    """As a person reads it, personal data masked; so is the description."""
    description: str
    source: Dataset
    """As published, with blanks for what tells of somebody, as in `without_people`."""


def cleared(dataset: Dataset) -> Cleared:
    """Clear a dataset for a model and for the checks of its answer.

    It is what `mask` and `without_people` would make of it, but a long description is read once:
    as a person reads it, then what its markup hides, such as the address behind a link.
    """
    title, description = readable(dataset.title), readable(dataset.description)
    masked_title, masked = mask(title.text), mask(description.text)
    in_title = [title.source_span(each.start, each.end) for each in masked_title.spans]
    if title.text != dataset.title:
        # Markup may hide some, and some may only show once it is taken away.
        in_title += [(each.start, each.end) for each in find(dataset.title)]
    shown = (description.source_span(span.start, span.end) for span in masked.spans)
    found = sorted([*shown, *_found_in_hidden(dataset.description, description)])
    about_people = _sentences_with(dataset.description, found)
    source = dataset.model_copy(
        update={
            "title": _emptied(dataset.title, in_title),
            "description": _emptied(dataset.description, about_people),
        }
    )
    return Cleared(masked_title.text, masked.text, source)


def _emptied(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks for spans, and for what then reads as personal data without them."""
    found = list(spans)
    while found:
        text = _blanked(text, found)
        read = readable(text)
        found = [read.source_span(each.start, each.end) for each in find(read.text)]
    return text


def _found_in_hidden(published: str, read: Readable) -> Iterator[tuple[int, int]]:
    """Where a text, as published, holds personal data that a person who reads it does not see."""
    starts, hidden = list[int](), ""
    places = list[int]()
    for start, end in zip((0, *read.ends), (*read.offsets, len(published)), strict=True):
        if end - start > 1:
            starts.append(start)
            places.append(len(hidden))
            hidden += published[start:end] + "\n"
    if not any(map(str.isalnum, hidden)):
        return
    for span in find(hidden):
        piece = bisect_right(places, span.start) - 1
        start = starts[piece] + span.start - places[piece]
        yield start, start + span.end - span.start


def _passages(proposal: Proposal, dataset: Dataset) -> Iterator[tuple[str, int, int]]:
    """Each passage's paragraph, and where the passage stands in it."""
    for evidence in proposal.evidence:
        if isinstance(evidence.support, Passage):
            passage = evidence.support
            source = getattr(dataset, passage.field)
            start, end = _paragraph(source, passage.start, passage.end)
            yield source[start:end], passage.start - start, passage.end - start


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the lines that hold a span."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _sentences_with(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences that hold each span, which come in order."""
    read = 0, 0
    held: deque[tuple[int, int]] = deque()
    for begin, finish in spans:
        first, last = _paragraph(text, begin, finish)
        if (first, last) != read:
            read = first, last
            held = deque((first + start, first + end) for start, end in sentences(text[first:last]))
        while held[0][1] <= begin:
            held.popleft()
        start = held[0][0]
        while len(held) > 1 and held[1][0] < finish:
            held.popleft()
        yield start, held[0][1]


def _blanked(text: str, parts: Iterable[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in parts:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _masked_json(value: Json) -> Json:
    match value:
        case str():
            return mask(value).text
        case list():
            return [_masked_json(each) for each in value]
        case dict():
            return {mask(key).text: _masked_json(each) for key, each in value.items()}
        case _:
            return value
