"""The sentences of a text in French, with their offsets."""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from eclaireur.text.regex import regex

# What sentencex joins or parts wrongly in descriptions of data, all of it measured on them.
_ABBREVIATION = regex(
    r"\b(?:nb|hab|env|dép|dpt|resp|tél|adm|réf|vol|éd|max|min|moy|approx|cf|art|ex|n°|St|Ste|p"
    r"|pp|fig|janv|févr|sept|oct|nov|déc)\.$|\b[A-Z]\.$",
    re.IGNORECASE,
)
_END_INSIDE = regex(
    r"\betc\.(?=\s+[A-ZÀ-Ý])|(?<=[a-zà-ÿ)»][.!?])\s(?=[A-ZÀ-Ý«])"
    # An acronym ends it, or the space that should follow is missing.
    r"|(?<=[A-Z]{2}\.)\s(?=(?:Les?|La|Ils?|Elles?|Ce|Cette|Ces|Toute?s?|Une?|Dans|En)\s)"
    r"|(?<=[a-zà-ÿ]{3}\.)(?=(?:Les?|La|Ils?|Elles?|Ce|Cette|Ces|Une?|Dans)\s|L['’])"
)

_AT_ONCE = 4_000
"""Characters given to sentencex at once, in code points: for each quotation mark it reads the rest
of its text in search of the other one."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end, in code points, of each sentence of a paragraph, without its margins."""
    start: int | None = None
    for begin, end in _boundaries(text):
        start = begin if start is None else start
        following = text[end : end + 1]
        goes_on = following.islower() or _ABBREVIATION.search(text[start:end].rstrip())
        if following and goes_on:
            continue
        yield from _parted(text, start, end)
        start = None


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > _AT_ONCE:
            end = text.rfind(". ", start, start + _AT_ONCE) + 1 or start + _AT_ONCE
        for boundary in get_sentence_boundaries("fr", text[start:end]):
            yield start + boundary["start_index"], start + boundary["end_index"]
        start = end


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for inside in _END_INSIDE.finditer(text, start, end):
        yield from _trimmed(text, start, inside.end())
        start = inside.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sentence = text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    end -= len(sentence) - len(sentence.rstrip())
    if start < end:
        yield start, end
