"""Numbers, with what they count: `3 500 habitants`, `1,5 million`, `quinze fichiers`, `2e tour`."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from eclaireur.guards.grounding.claims.counts import counted
from eclaireur.guards.grounding.claims.dates import dates
from eclaireur.guards.grounding.claims.numerals import COLLECTIVES, ORDINALS, numerals
from eclaireur.guards.grounding.reading import Found, Reading, key, significant
from eclaireur.guards.grounding.source import Source
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.regex import regex
from eclaireur.text.words import Word, words

_SPACE = r"[ \xa0\u202f\u2009]"
_DIGITS = regex(
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:(?:{_SPACE}|\.)\d{{3}}){{1,8}}(?!\d)(?:,\d{{1,20}})?|\d{{1,40}}(?:[.,]\d{{1,20}})?(?!\d))"
    rf"(?:{_SPACE}?(?P<scale>millions?|milliards?|milliers?|mille)\b)?(?P<percent>{_SPACE}?%)?"
)
_SCALES = {"million": 10**6, "milliard": 10**9, "millier": 10**3, "mille": 10**3}
_ORDINAL_MARK = regex(r"(?:er|re|ère|ere|nd|nde|e|ème|eme|è)s?\b")
_UNIT_REACH = 2
"""How many words after a number what it counts may come."""
_LARGE = 100
"""A number this large is found twice by chance in few datasets, whatever it counts."""
_MEASURES = {
    "length": {"mm millimètre": 0.001, "cm centimètre": 0.01, "m mètre": 1.0, "km kilomètre": 1e3},
    "mass": {"g gramme": 0.001, "kg kilogramme kilo": 1.0, "t tonne": 1e3},
    "area": {"ha hectare": 1.0, "km2": 100.0},
    "time": {"jour": 1.0, "semaine": 7.0, "mois": 30.4375, "an année": 365.25},
}
_ATTACHED = regex(rf"{_SPACE}?(?:[kcm]?m|ha|k?g|t)\b")
"""A unit that is not a word: `20km`, `20 m`."""
_TIME = regex(r"(?:ans?|année|mois|jours?|heures?|semaines?)\b")
_OCLOCK = regex(rf"(?<![\w.,])(?P<hour>[01]?\d|2[0-4]){_SPACE}?h{_SPACE}?(?P<minute>[0-5]\d)(?!\w)")
_PART_OF_CODE = regex(r"[A-Za-zÀ-ÿ][\w.]*-?\Z")


@dataclass(frozen=True)
class Quantity:
    """A number, and the stem of what it counts when that follows it."""

    start: int
    end: int
    value: float
    ordinal: bool
    unit: str | None


def quantities(text: str) -> list[Quantity]:
    """Every number of a text, in digits or in words, but those of its dates."""
    read = words(text)
    elsewhere = {place for date in dates(text) for place in range(date.start, date.end)}
    oclock = list(_oclock(text))
    elsewhere.update(place for each in oclock for place in range(each.start, each.end))
    found = (*_in_digits(text, read), *_in_words(text, read))
    counts = [each for each in found if each.start not in elsewhere]
    return sorted((*counts, *oclock), key=lambda each: each.start)


def _oclock(text: str) -> Iterator[Quantity]:
    """Times of day, in hours: `9 h 30` is `9h30`."""
    for match in _OCLOCK.finditer(text):
        value = int(match["hour"]) + int(match["minute"]) / 60
        yield Quantity(
            match.start(), match.end(), value, ordinal=False, unit=key(words("heure")[0])
        )


def _in_digits(text: str, read: Sequence[Word]) -> Iterator[Quantity]:
    index = 0
    for match in _DIGITS.finditer(text):
        value = _parse(match["number"]) * _SCALES.get((match["scale"] or "").rstrip("s"), 1)
        while index < len(read) and read[index].start < match.end():
            index += 1
        ordinal = bool(_ORDINAL_MARK.match(text, match.end())) and value < _LARGE
        attached = _ATTACHED.match(text, match.end())
        if match["percent"]:
            unit: str | None = "%"
        elif attached:
            unit = key(words(attached[0])[0])
        else:
            unit = _unit(text, read, index, match.end())
        yield Quantity(match.start(), match.end(), value, ordinal, unit)


def _in_words(text: str, read: Sequence[Word]) -> Iterator[Quantity]:
    for numeral in numerals(read):
        first, last, value = read[numeral.first], read[numeral.last], numeral.value
        following = read[numeral.last + 1] if numeral.last + 1 < len(read) else None
        if following and (many := COLLECTIVES.get(following.folded.rstrip("s"))):
            value, last = value * many, following
        unit = _unit(text, read, read.index(last) + 1, last.end)
        yield Quantity(first.start, last.end, value, ordinal=False, unit=unit)
    for index, word in enumerate(read):
        after = text[word.end + 1 : word.end + 12]
        if word.folded in ORDINALS and not word.folded[0].isdigit():
            unit = _unit(text, read, index + 1, word.end)
            yield Quantity(word.start, word.end, ORDINALS[word.folded], ordinal=True, unit=unit)
        elif word.folded in ("un", "une") and _TIME.match(after):
            unit = _unit(text, read, index + 1, word.end)
            yield Quantity(word.start, word.end, 1, ordinal=False, unit=unit)
        elif word.folded in COLLECTIVES and index and read[index - 1].folded == "une":
            unit = _unit(text, read, index + 1, word.end)
            yield Quantity(word.start, word.end, COLLECTIVES[word.folded], False, unit)  # noqa: FBT003


def _unit(text: str, read: Sequence[Word], index: int, end: int) -> str | None:
    for word in read[index : index + _UNIT_REACH]:
        if text[end : word.start].strip(" \xa0\u202f'’-"):
            return None
        if significant(word) and not word.folded[0].isdigit():
            return key(word)
        end = word.end
    return None


def _parse(number: str) -> float:
    plain = re.sub(_SPACE, "", number)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Numbers of the text.

    A number is supported by the same number, unless the dataset counts the same thing
    differently and this number counts something else there.
    """
    for claim in quantities(reading.text):
        if _PART_OF_CODE.search(reading.text, max(0, claim.start - 12), claim.start):
            continue
        yield Found(claim.start, claim.end, Kind.NUMBER, _support(claim, source))


def _converted(claim: Quantity, source: Source) -> Grounds | None:
    """The same measure in another unit: `10 cm` for `0,10 m`."""
    if claim.ordinal or claim.unit not in _measures():
        return None
    dimension, size = _measures()[claim.unit]
    for part, said in source.mentions(quantities):
        other, scale = _measures().get(said.unit or "", ("", 0.0))
        if (
            other == dimension
            and not said.ordinal
            and math.isclose(said.value * scale, claim.value * size)
        ):
            return source.grounds(part, said.start, said.end, How.NORMALISED)
    return None


@cache
def _measures() -> dict[str, tuple[str, float]]:
    """For each unit, in the form words are compared by, what it measures and its size."""
    return {
        key(word): (dimension, size)
        for dimension, sizes in _MEASURES.items()
        for names, size in sizes.items()
        for word in words(names)
    }


def _ranked(claim: Quantity, source: Source) -> Grounds | None:
    """`dans les deux ans` for `la deuxième année`."""
    if claim.ordinal or claim.unit is None:
        return None
    for part, said in source.indexed(quantities, _number).get((claim.value, True), ()):
        units = (claim.unit, said.unit)
        if units[0] == units[1] or all(unit in _measures() for unit in units):
            return source.grounds(part, said.start, said.end, How.DERIVED)
    return None


def _labelled(claim: Quantity, source: Source) -> Grounds | None:
    """A number that names one of a series: `avenant 6`, `lot n° 2`, `v3`."""
    number = re.escape(f"{claim.value:g}")
    label = re.compile(rf"(?:(?P<name>[^\W\d_]+)[ \xa0]|n[°o] ?|\bv\.? ?){number}(?!\d|[.,]\d)")
    for index, part in enumerate(source.parts):
        for match in label.finditer(part.text):
            name = words(match["name"])[0] if match["name"] else None
            if name is None or key(name) == claim.unit:
                return source.grounds(index, match.start(), match.end(), How.DERIVED)
    return None


def _number(quantity: Quantity) -> tuple[float, bool]:
    return quantity.value, quantity.ordinal


def _number_of_unit(quantity: Quantity) -> tuple[float, bool, str | None]:
    return quantity.value, quantity.ordinal, quantity.unit


def _counted(quantity: Quantity) -> tuple[str | None, bool]:
    return quantity.unit, quantity.ordinal


def _support(claim: Quantity, source: Source) -> Grounds | None:
    return (
        _said(claim, source)
        or _converted(claim, source)
        or _ranked(claim, source)
        or (_labelled(claim, source) if claim.ordinal or claim.unit is None else None)
        or _listed(claim, source)
    )


def _said(claim: Quantity, source: Source) -> Grounds | None:
    alike = source.indexed(quantities, _number_of_unit).get(_number_of_unit(claim), ())
    others = source.indexed(quantities, _number).get(_number(claim), ())
    same = chain(alike, (each for each in others if not _other_unit(claim, each[1])))
    found = next(same, None)
    if found is None:
        return None
    part, said = found
    if said.unit != claim.unit and claim.value < _LARGE and _rivals(claim, source):
        return None
    written = source.parts[part].text[said.start : said.end]
    how = How.EXACT if len(written) == claim.end - claim.start else How.NORMALISED
    return source.grounds(part, said.start, said.end, how)


def _other_unit(claim: Quantity, said: Quantity) -> bool:
    """Whether the two measure the same thing in different units: `10 cm`, `10 m`."""
    one, other = _measures().get(claim.unit or ""), _measures().get(said.unit or "")
    return one is not None and other is not None and one[0] == other[0] and one != other


def _listed(claim: Quantity, source: Source) -> Grounds | None:
    if claim.unit is None or claim.ordinal or _rivals(claim, source):
        return None
    return counted(claim.value, claim.unit, source)


def _rivals(claim: Quantity, source: Source) -> bool:
    """Whether the dataset counts the same thing, and not to the same number."""
    if claim.unit is None:
        return False
    alike = source.indexed(quantities, _counted).get(_counted(claim), [])
    return any(said.value != claim.value for _, said in alike)
