"""Years and periods of years: `2021`, `deux mille vingt-quatre`, `2019-2023`, `de 2019 à 2023`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eclaireur.guards.grounding.claims.numerals import numerals
from eclaireur.guards.grounding.reading import Found, Reading
from eclaireur.guards.grounding.source import Source
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.regex import regex
from eclaireur.text.words import words

_EARLIEST, _LATEST = 1500, 2199
_YEAR = regex(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_LINK = r"[ \xa0]?(?:-|–|—|/|à|a|au|et|jusqu['’]?(?:en|à)|to)[ \xa0]?"
_RANGE = regex(rf"({_YEAR.pattern}){_LINK}({_YEAR.pattern}|\d\d(?!\d|[.,]\d))")
_SINCE = regex(
    rf"(?:depuis|dès|(?:à|a) partir de|après|since)(?: le| l['’]année| l['’]an)? ({_YEAR.pattern})",
    re.IGNORECASE,
)
# Said of the date of an act or of the edge of a period, a year must stand in the dataset: to
# lie inside its period is not enough.
_EXACT = regex(
    r"(?:\b(?:depuis|dès|partir|jusqu\w*|avant|après|début|fin|vers|approuv\w+|arrêt\w+|adopt\w+"
    r"|cré\w+|lanc\w+|sign\w+|vot\w+|loi|décret|ordonnance|circulaire|institu\w+|fond\w+|ouvert\w*"
    r"|mis\w* en|version|édition|millésime)\b)[^.;:,]{0,25}\Z",
    re.IGNORECASE,
)
# Said of a text of law, it must stand where the dataset speaks: its period proves nothing.
_ACT = regex(
    r"\b(?:lois?|décrets?|ordonnances?|circulaires?|directives?|règlements?|arrêtés?)\b"
    r"[^.;:,]{0,25}\Z",
    re.IGNORECASE,
)
_NEAR = 120
"""Characters within which two years may make a period: `du 1er mars 2019 au 30 juin 2021`."""
# A count and not a year: `2000 logements`, `1 800 €`.
_COUNTED = regex(r"[ \xa0](?:\d{3}|habitants|logements|hectares|communes|euros|€|%|m\b|km\b)")


@dataclass(frozen=True)
class Year:
    """A year, where it is written."""

    start: int
    end: int
    value: int


@dataclass(frozen=True)
class Period:
    """The years from one to another; `last` is None while the period is open."""

    start: int
    end: int
    first: Year
    last: Year | None

    def covers(self, year: int) -> bool:
        """Whether the year is inside."""
        return self.first.value <= year and (self.last is None or year <= self.last.value)


def years(text: str) -> list[Year]:
    """Every year of a text, in digits or in words, each for itself."""
    found = [Year(m.start(), m.end(), int(m[0])) for m in _YEAR.finditer(text)]
    read = words(text)
    for numeral in numerals(read):
        if _EARLIEST <= numeral.value <= _LATEST:
            start, end = read[numeral.first].start, read[numeral.last].end
            found.append(Year(start, end, numeral.value))
    return found


def periods(text: str) -> list[Period]:
    """Every period between two years of a text."""
    found = []
    for match in _RANGE.finditer(text):
        first = Year(*match.span(1), int(match[1]))
        short = len(match[2]) == 2
        last = Year(*match.span(2), int(match[1][:2] + match[2] if short else match[2]))
        # `2023/24` is a season; `2008/50` is the number of a directive.
        season = not (short and "/" in match[0]) or last.value == first.value + 1
        if first.value < last.value and season:
            found.append(Period(*match.span(), first, last))
    return found


def open_periods(text: str) -> list[Period]:
    """Every period of a text that has a first year and no last one."""
    return [Period(*m.span(), Year(*m.span(1), int(m[1])), None) for m in _SINCE.finditer(text)]


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Periods, then the years left.

    A period of which only one end is supported is given as two years, to name the wrong one.
    """
    text = reading.text
    for period in periods(text):
        if period.last is None or not reading.free(period.start, period.end):
            continue
        first, last = _said(period.first, source), _said(period.last, source)
        if (first is None) == (last is None):
            grounds = _same(period, source) or (_together(period, source) if first else None)
            yield Found(period.start, period.end, Kind.PERIOD, grounds)
        else:
            yield Found(period.first.start, period.first.end, Kind.YEAR, first)
            yield Found(period.last.start, period.last.end, Kind.YEAR, last)
    for year in years(text):
        if reading.free(year.start, year.end) and not _COUNTED.match(text, year.end):
            before = max(0, year.start - 60)
            edge = _EXACT.search(text, before, year.start)
            act = _ACT.search(text, before, year.start)
            grounds = _said(year, source, dated=not act)
            if grounds is None and not (edge or act):
                grounds = _covered(year.value, source)
            yield Found(year.start, year.end, Kind.YEAR, grounds)


def _value(year: Year) -> int:
    return year.value


def _last(period: Period) -> int | None:
    return period.last.value if period.last else None


def _ends(period: Period) -> tuple[int, int | None]:
    return period.first.value, _last(period)


def _same(period: Period, source: Source) -> Grounds | None:
    for part, mention in source.indexed(periods, _ends).get(_ends(period), ()):
        return source.grounds(part, mention.start, mention.end, How.NORMALISED)
    return None


def _together(period: Period, source: Source) -> Grounds | None:
    """Both years, near each other, or anywhere in a dataset that speaks of no other period."""
    said = source.indexed(years, _value)
    firsts = said.get(period.first.value, ())
    lasts = said.get(period.last.value, ()) if period.last else ()
    for part, first in firsts:
        for other, last in lasts:
            bounds = source.parts[part].field == "temporal.start"
            if bounds or (part == other and abs(last.start - first.start) <= _NEAR):
                return source.grounds(part, first.start, first.end, How.DERIVED)
    return None if source.mentions(periods) else _said(period.first, source)


def _said(year: Year, source: Source, *, dated: bool = True) -> Grounds | None:
    for part, mention in source.indexed(years, _value).get(year.value, ()):
        if not dated and source.parts[part].field.startswith("temporal"):
            continue
        same = mention.end - mention.start == year.end - year.start
        how = How.EXACT if same else How.NORMALISED
        return source.grounds(part, mention.start, mention.end, how)
    for part, period in source.indexed(periods, _last).get(year.value, ()):
        return source.grounds(part, period.start, period.end, How.NORMALISED)
    return None


def _covered(year: int, source: Source) -> Grounds | None:
    for read in (periods, open_periods):
        for part, period in source.mentions(read):
            if period.covers(year):
                return source.grounds(part, period.start, period.end, How.DERIVED)
    bounds = {
        source.parts[part].field: (part, mention)
        for part, mention in source.mentions(years)
        if source.parts[part].field in ("temporal.start", "temporal.end")
    }
    if len(bounds) == 2:
        (part, first), (_, last) = bounds["temporal.start"], bounds["temporal.end"]
        if first.value <= year <= last.value:
            return source.grounds(part, first.start, first.end, How.DERIVED)
    return None
