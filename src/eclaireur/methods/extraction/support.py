"""What supports each part of an extracted text, and the check that it does."""

import html
from collections.abc import Iterator

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence, Passage
from eclaireur.text.markup import Traced
from eclaireur.text.regex import regex
from eclaireur.text.words import folded

# What may stand between two characters of a part: no word, hence no tag and no address.
_WORDLESS = regex(r"(?:[^\w<]|&nbsp;|&#160;)*")
_KEPT = regex(r"[^\W_]+")


def evidence_of(value: Traced, field: str, published: str) -> Iterator[Evidence]:
    """A passage for each part of the text that stands whole in the field as published."""
    for start, end in _parts(value, published):
        first, last = value.starts[start], value.ends[end - 1]
        yield Evidence(
            part=value.text[start:end],
            offset=start,
            support=Passage(field=field, start=first, end=last, text=published[first:last]),
        )


def _parts(value: Traced, published: str) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(value.text) + 1):
        if index < len(value.text):
            reached, resumes = value.ends[index - 1], value.starts[index]
            # A space may stand for a tag, which no part is to hold.
            if value.text[index].isspace():
                resumes = value.ends[index]
            goes_on = value.starts[index] >= value.starts[index - 1]
            if goes_on and (resumes <= reached or _WORDLESS.fullmatch(published, reached, resumes)):
                continue
        text = value.text[start:index]
        margin = len(text) - len(text.lstrip())
        if text.strip():
            yield start + margin, start + len(text.rstrip())
        start = index


def unsupported(value: str, evidence: tuple[Evidence, ...], dataset: Dataset) -> tuple[str, ...]:
    """The parts of a text that the dataset's own fields do not bear out.

    A part holds if its passage is what the field says at that place and has the same letters
    and digits, whatever their case and the typography. Characters that no part covers fail,
    spaces and a final mark aside.
    """
    failing = [each.part for each in evidence if not _holds(value, each, dataset)]
    covered = bytearray(len(value))
    for each in evidence:
        start = each.offset or 0
        covered[start : start + len(each.part)] = b"\x01" * len(each.part)
    rest = "".join(
        char
        for index, char in enumerate(value)
        if not covered[index] and not char.isspace() and char not in ".…!?"
    )
    return (*failing, *([rest] if rest else []))


def _holds(value: str, evidence: Evidence, dataset: Dataset) -> bool:
    passage, start = evidence.support, evidence.offset
    if not isinstance(passage, Passage) or start is None:
        return False
    published = getattr(dataset, passage.field)
    return (
        value[start : start + len(evidence.part)] == evidence.part
        and published[passage.start : passage.end] == passage.text
        and _letters(passage.text) == _letters(evidence.part)
    )


def _letters(text: str) -> str:
    unescaped = html.unescape(html.unescape(text))
    return "".join(_KEPT.findall(folded(unescaped)))
