"""Personal data in the metadata of a dataset."""

from collections import Counter
from collections.abc import Iterator, Sequence

from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Passage
from eclaireur.core.proposal import Proposal
from eclaireur.guards.personal_data.masking import find, mask
from eclaireur.guards.personal_data.placeholders import PLACEHOLDERS
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.text.sentences import sentences


def masked(dataset: Dataset) -> Dataset:
    """Return the dataset with its texts masked, whatever their field.

    Links and the names of formats stay: a portal's own codes are not what a person writes.
    """
    return dataset.model_copy(
        update={
            "title": mask(dataset.title).text,
            "acronym": _masked_text(dataset.acronym),
            "description": mask(dataset.description).text,
            "short_description": _masked_text(dataset.short_description),
            "keywords": tuple(mask(keyword).text for keyword in dataset.keywords),
            "publisher": _masked_text(dataset.publisher),
            "license": _masked_text(dataset.license),
            "extras": {key: _masked_json(value) for key, value in dataset.extras.items()},
        }
    )


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
    return any(
        span.start < end and start < span.end
        for paragraph, start, end in _passages(proposal, dataset)
        for span in find(paragraph)
    )


def without_people(dataset: Dataset) -> Dataset:
    """Return the dataset with blanks for the sentences of its description that hold personal data.

    In the title, the personal data alone is blank. Offsets do not move.
    """
    about_people = [_sentence(dataset.description, span) for span in find(dataset.description)]
    return dataset.model_copy(
        update={
            "title": _blanked(
                dataset.title, [(each.start, each.end) for each in find(dataset.title)]
            ),
            "description": _blanked(dataset.description, about_people),
        }
    )


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


def _sentence(text: str, span: PersonalData) -> tuple[int, int]:
    """The bounds of the sentences that hold a span."""
    first, last = _paragraph(text, span.start, span.end)
    held = [
        (first + start, first + end)
        for start, end in sentences(text[first:last])
        if first + start < span.end and span.start < first + end
    ]
    return min(start for start, _ in held), max(end for _, end in held)


def _blanked(text: str, parts: Sequence[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in parts:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _masked_text(text: str | None) -> str | None:
    return text and mask(text).text


def _masked_json(value: Json) -> Json:
    match value:
        case str():
            return mask(value).text
        case list():
            return [_masked_json(each) for each in value]
        case dict():
            return {key: _masked_json(each) for key, each in value.items()}
        case _:
            return value
