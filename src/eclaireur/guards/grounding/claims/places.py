"""Departments, regions and France, by their names, their codes and their inhabitants."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from eclaireur.guards.grounding.lexicon.geography import (
    FRANCE,
    Place,
    adjectives,
    gazetteer,
    name_words,
    within,
)
from eclaireur.guards.grounding.reading import Found, Reading
from eclaireur.guards.grounding.source import BEGINNING, Source, Span
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.words import Word, words

_LONGEST_NAME = 6
"""Words in `Provence-Alpes-Côte d'Azur`, the longest."""

_FRANCE = ("france",)
_OF_FRANCE = ("metropol", "entiere", "hexagon", "continent", "outre")


@dataclass(frozen=True)
class PlaceMention:
    """A place named in a text."""

    start: int
    end: int
    places: tuple[Place, ...]


def places(text: str) -> list[PlaceMention]:
    """Every place of the gazetteer that a text names, the longest name first."""
    read = words(text)
    found = []
    index = 0
    while index < len(read):
        size = _named(text, read, index)
        if size:
            last = index + size - 1
            name = tuple(word.folded for word in read[index : last + 1])
            found.append(PlaceMention(read[index].start, read[last].end, gazetteer()[name]))
        index += size or 1
    return found


def _named(text: str, read: Sequence[Word], index: int) -> int:
    """How many words from `index` name a place; 0 for none."""
    for size in range(min(_LONGEST_NAME, len(read) - index), 0, -1):
        name = tuple(word.folded for word in read[index : index + size])
        if name not in gazetteer():
            continue
        start, end = read[index].start, read[index + size - 1].end
        # `le nord`, `un lot`: one word is a name only with its capital. `Paris-Saclay`, `Villers-
        # Marne`: a part of a longer name is not the place.
        if size == 1 and not text[start].isupper():
            continue
        if name == _FRANCE and _opens_a_name(text, read, index):
            continue
        if re.match(r"-\w", text[end : end + 2]) or re.search(
            r"\w-\Z", text[max(0, start - 2) : start]
        ):
            continue
        return size
    return 0


def _opens_a_name(text: str, read: Sequence[Word], index: int) -> bool:
    """Whether the word after it is part of the name: `France Travail`, not `France entière`."""
    if index + 1 == len(read) or text[read[index].end : read[index + 1].start] not in (" ", "\xa0"):
        return False
    following = read[index + 1]
    entire = following.folded.startswith(_OF_FRANCE) or (following.folded,) in gazetteer()
    return text[following.start].isupper() and not entire


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Places of the gazetteer that the text names, or whose inhabitants it names."""
    for claim in (*places(reading.text), *_inhabitants(reading.words)):
        grounds = next(filter(None, (_support(place, source) for place in claim.places)), None)
        yield Found(claim.start, claim.end, Kind.PLACE, grounds)
    for word in reading.words:
        if name := adjectives().get(masculine(word.folded)):
            yield Found(word.start, word.end, Kind.PLACE, _adjective(word, name, source))


def _adjective(word: Word, name: str, source: Source) -> Grounds | None:
    """`lillois` is of Lille, or of what is said to be `lillois`."""
    adjective = masculine(word.folded)
    if adjective in _demonyms():
        for place in _demonyms()[adjective]:
            if grounds := _support(place, source):
                return grounds
    for form in source.by_beginning.get(adjective[:BEGINNING], ()):
        if masculine(form) == adjective:
            position = source.by_form[form][0]
            return source.grounds_of(Span(position, position), How.NORMALISED)
    span = source.verbatim(words(name))
    return source.grounds_of(span, How.DERIVED) if span else None


def _inhabitants(read: Sequence[Word]) -> Iterator[PlaceMention]:
    for word in read:
        if named := _demonyms().get(masculine(word.folded)):
            yield PlaceMention(word.start, word.end, named)


@cache
def _demonyms() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for places_named in gazetteer().values():
        for place in places_named:
            for demonym in place.demonyms if place is not FRANCE else ():
                found[demonym] = (*found.get(demonym, ()), place)
    return found


def masculine(form: str) -> str:
    """`bretonnes` gives `breton`, `franciliens` gives `francilien`, `normande` gives `normand`."""
    singular = (
        form.removesuffix("s") if not form.endswith("ais") and not form.endswith("ois") else form
    )
    for ending in ("onne", "enne", "anne"):
        if singular.endswith(ending):
            return singular[:-2]
    return singular.removesuffix("e")


def _support(place: Place, source: Source) -> Grounds | None:
    if grounds := _named_in(place, source, How.EXACT):
        return grounds
    for derive in (_by_inhabitants, _by_code, _by_town):
        if grounds := derive(place, source):
            return grounds
    if place is FRANCE:
        return _anywhere(source)
    for department in within(place.name):
        for derive in (_by_inhabitants, _by_code, _by_town):
            if grounds := _named_in(department, source, How.DERIVED) or derive(department, source):
                return grounds
    return None


def _named_in(place: Place, source: Source, how: How) -> Grounds | None:
    for part, mention in source.mentions(places):
        if place in mention.places:
            return source.grounds(part, mention.start, mention.end, how)
    return None


def _anywhere(source: Source) -> Grounds | None:
    for part, mention in source.mentions(places):
        return source.grounds(part, mention.start, mention.end, How.DERIVED)
    return None


def _by_inhabitants(place: Place, source: Source) -> Grounds | None:
    if place is FRANCE:
        return _by_adjective(source)
    for form, positions in source.by_form.items():
        if masculine(form) in place.demonyms:
            return source.grounds_of(Span(positions[0], positions[0]), How.DERIVED)
    return None


def _by_adjective(source: Source) -> Grounds | None:
    for form, positions in source.by_form.items():
        if form.startswith(FRANCE.demonyms):
            return source.grounds_of(Span(positions[0], positions[0]), How.DERIVED)
    return None


# A department's number stands after its services' initials or between parentheses, or opens the
# code of a municipality, which stands between parentheses, after its kind, or before a name.
_CODE = (
    r"(?:DDTM?|SDIS|DDPP|DDETS|DDCS|UDAP|CD|CG|[Dd]épartement|[Dd]ept\.?)[ _-]?\(?0?{code}\b"
    r"|\(0?{code}(?: ?\d{{3}})?\)|(?:INSEE|[Pp]ostal|CP) ?:? {code}\d{{3}}\b"
    r"|\b{code} ?\d{{3}} [A-ZÉÈ]|\((?:\d\d ?[-,/] ?)*{code}(?: ?[-,/] ?\d\d)*\)"
)


def _by_code(place: Place, source: Source) -> Grounds | None:
    for code in place.codes:
        pattern = re.compile(_CODE.format(code=code))
        for index, part in enumerate(source.parts):
            if part.field.startswith("temporal"):
                continue
            if match := pattern.search(part.text):
                return source.grounds(index, match.start(), match.end(), How.DERIVED)
    return None


def _by_town(place: Place, source: Source) -> Grounds | None:
    if not place.town:
        return None
    for first in source.by_form.get(name_words(place.town)[0], ()):
        name = name_words(place.town)
        run = source.words[first : first + len(name)]
        same = len(run) == len(name) and all(
            placed.word.folded == word and placed.part == run[0].part
            for placed, word in zip(run, name, strict=True)
        )
        if same and source.surface(first)[0].isupper():
            start, end = run[0].word.start, run[-1].word.end
            return source.grounds(run[0].part, start, end, How.DERIVED)
    return None
