"""Put the name of its kind in the place of personal data."""

from bisect import bisect_right
from typing import NamedTuple

from eclaireur.guards.personal_data.detect import detect, surest
from eclaireur.guards.personal_data.placeholders import PLACEHOLDERS
from eclaireur.guards.personal_data.span import PersonalData


class Masked(NamedTuple):
    """A text cleared of personal data, and where that data stood in the text as given."""

    text: str
    spans: tuple[PersonalData, ...]


class _Placed(NamedTuple):
    """Where a placeholder stands in the masked text, and the span it replaces."""

    start: int
    end: int
    source: PersonalData


def find(text: str) -> tuple[PersonalData, ...]:
    """Return the personal data of a text: sorted, disjoint spans, in code points.

    The text is read again with what was found masked, until nothing more shows: masking a
    masked text then changes nothing.
    """
    spans = detect(text)
    new = spans
    while new:
        masked, places = _replace(text, spans)
        new = tuple(_to_source(span, places) for span in detect(masked) if _adds(span, places))
        spans = _united(spans + new)
    return spans


def mask(text: str) -> Masked:
    """Return the text with a placeholder for each of its personal data."""
    spans = find(text)
    return Masked(_replace(text, spans)[0], spans)


def _replace(text: str, spans: tuple[PersonalData, ...]) -> tuple[str, list[_Placed]]:
    parts: list[str] = []
    places: list[_Placed] = []
    length = end = 0
    for span in spans:
        placeholder = PLACEHOLDERS[span.type]
        kept = text[end : span.start]
        start = length + len(kept)
        places.append(_Placed(start, start + len(placeholder), span))
        parts += (kept, placeholder)
        length, end = start + len(placeholder), span.end
    return "".join([*parts, text[end:]]), places


def _adds(span: PersonalData, places: list[_Placed]) -> bool:
    """Whether a span of the masked text covers more than one placeholder."""
    return not any(place.start <= span.start and span.end <= place.end for place in places)


def _to_source(span: PersonalData, places: list[_Placed]) -> PersonalData:
    """The span of the source that a span of the masked text stands for."""
    start, end = (_source_offset(offset, places) for offset in (span.start, span.end - 1))
    return PersonalData(start[0], end[1], span.type)


def _source_offset(offset: int, places: list[_Placed]) -> tuple[int, int]:
    """The source's characters, from the first to one past the last, behind a masked one."""
    index = bisect_right(places, offset, key=lambda place: place.start) - 1
    if index < 0:
        return offset, offset + 1
    place = places[index]
    if offset < place.end:
        return place.source.start, place.source.end
    offset += place.source.end - place.end
    return offset, offset + 1


def _united(spans: tuple[PersonalData, ...]) -> tuple[PersonalData, ...]:
    """Join the spans that overlap into one, of the surest kind."""
    united: list[PersonalData] = []
    for span in sorted(spans):
        if united and span.start < united[-1].end:
            last = united.pop()
            kind = surest(last.type, span.type)
            united.append(PersonalData(last.start, max(last.end, span.end), kind))
        else:
            united.append(span)
    return tuple(united)
