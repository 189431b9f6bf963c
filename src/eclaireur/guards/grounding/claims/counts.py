"""How many things a dataset lists: `- A`, `- B` or `A, B et C` after what they are."""

from collections.abc import Iterator
from functools import cache

from eclaireur.guards.grounding.claims.places import places
from eclaireur.guards.grounding.reading import key
from eclaireur.guards.grounding.source import Part, Source
from eclaireur.guards.grounding.verdict import Grounds, How
from eclaireur.text.regex import regex
from eclaireur.text.words import Word, words

_SENTENCE_END = regex(r"[.!?](?:\s|\Z)|\n")
_SEPARATOR = regex(r"\s*(?:[,;]| - |\bet\b|\bou\b|\bdont\b)\s*")
_YEARS = regex(r"\b[12]\d{3}(?:(?:, ?| et | ou )[12]\d{3})+\b")
_NAME = r"(?:(?:[Ll]a |[Ll]es? |[Ll]['’])?[A-ZÉÈÎ][\w'’-]*(?: [A-ZÉÈÎ][\w'’-]*){0,3})"
_NAMES = regex(rf"{_NAME}(?:(?: ?[,;] ?| et | ou | - ){_NAME})+")
_MOST = 30
"""A longer list is not counted by who reads it."""
_DEPARTMENT = "depart"
"""The stem of `département`."""


def counted(value: float, unit: str, source: Source) -> Grounds | None:
    """The list of exactly so many things that follows the word for them in the dataset."""
    if not 1 < value <= _MOST:
        return None
    if unit.startswith(_DEPARTMENT) and (grounds := _departments(int(value), source)):
        return grounds
    if unit in _timed() and (grounds := _listed_years(int(value), source)):
        return grounds
    if unit in _inhabited() and (grounds := _listed_names(int(value), source)):
        return grounds
    for position in source.by_key.get(unit, ()):
        placed = source.words[position]
        part = source.parts[placed.part]
        for start, end, size in _lists_after(placed.word, part):
            if size == value:
                return source.grounds(placed.part, start, end, How.DERIVED)
    return None


def _lists_after(word: Word, part: Part) -> Iterator[tuple[int, int, int]]:
    """Start, end and size of the list in the rest of the sentence, and of the items under it."""
    stop = _SENTENCE_END.search(part.text, word.end)
    end = stop.start() if stop else len(part.text)
    rest = part.text[word.end : end]
    colon = rest.find(":") + 1
    if items := [item for item in _SEPARATOR.split(rest[colon:]) if item.strip()]:
        yield word.start, end, len(items)
    if part.markup:
        blocks = part.markup.blocks
        after = [block for block in blocks if block.start > word.start]
        size = next((i for i, block in enumerate(after) if block.kind != "item"), len(after))
        if size:
            yield after[0].start, after[size - 1].end, size


@cache
def _timed() -> frozenset[str]:
    return frozenset(map(key, words("année an date millésime campagne exercice édition")))


@cache
def _inhabited() -> frozenset[str]:
    return frozenset(map(key, words("commune ville pays région territoire quartier collectivité")))


def _listed_years(value: int, source: Source) -> Grounds | None:
    """`2001, 2010, 2014 et 2021` are four dates."""
    for index, part in enumerate(source.parts):
        for match in _YEARS.finditer(part.text):
            if len(_SEPARATOR.split(match[0])) == value:
                return source.grounds(index, match.start(), match.end(), How.DERIVED)
    return None


def _listed_names(value: int, source: Source) -> Grounds | None:
    """`(Trignac, Besné, Donges)` are three towns."""
    for index, part in enumerate(source.parts):
        for match in _NAMES.finditer(part.text):
            if len(_SEPARATOR.split(match[0])) == value:
                return source.grounds(index, match.start(), match.end(), How.DERIVED)
    return None


def _departments(value: int, source: Source) -> Grounds | None:
    named = {
        place.name: (part, mention)
        for part, mention in source.mentions(places)
        for place in mention.places
        if place.region
    }
    if len(named) != value:
        return None
    part, mention = next(iter(named.values()))
    return source.grounds(part, mention.start, mention.end, How.DERIVED)
