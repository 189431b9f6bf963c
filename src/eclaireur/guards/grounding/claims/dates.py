"""Dates, with a day or a month: `1er janvier 2019`, `01/01/2019`, `mars 2024`, `2024-03`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eclaireur.guards.grounding.reading import Found, Reading
from eclaireur.guards.grounding.source import Source
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.regex import regex
from eclaireur.text.words import folded

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january",
            "fevrier fevr fev february",
            "mars march",
            "avril avr april",
            "mai may",
            "juin june",
            "juillet juil july",
            "aout august",
            "septembre sept september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = (
    r"(?:janvier|janv|f[ée]vrier|f[ée]vr|f[ée]v|mars|avril|avr|mai|juin|juillet|juil|ao[uû]t|septembre"
    r"|sept|octobre|oct|novembre|nov|d[ée]cembre|d[ée]c|january|february|march|april|may|june|july"
    r"|august|september|october|november|december)"
)
_GAP = r"[ \xa0\u202f]"
_DATE = regex(
    rf"(?<!\w)(?:(?P<day>1er|1ᵉʳ|premier|[0-3]?\d){_GAP}{{1,3}})?(?P<month>{_MONTH})\b\.?"
    rf"(?:{_GAP}{{1,3}}(?P<year>[12]\d{{3}}))?(?!\w)"
    r"|(?<!\d)(?P<dmy>(?P<d>[0-3]?\d)(?P<sep>[/.-])(?P<m>[01]?\d)(?P=sep)(?P<y>[12]\d{3}))(?!\d)"
    r"|(?<![\d/])(?P<short>(?P<d2>[0-3]\d)/(?P<m3>[01]\d)/(?P<y3>\d\d))(?![\d/])"
    r"|(?<!\d)(?P<iso>(?P<Y>[12]\d{3})(?P<dash>[-/])(?P<M>0[1-9]|1[0-2])(?:(?P=dash)(?P<D>[0-3]\d))?)"
    r"(?![\d-])"
    r"|(?<![\d/])(?P<my>(?P<m2>0[1-9]|1[0-2])/(?P<y2>[12]\d{3}))(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DateMention:
    """A date, as precise as it is written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    def says(self, other: "DateMention") -> bool:
        """Whether who reads this date may write the other."""
        return (
            self.month == other.month
            and other.year in (None, self.year)
            and other.day in (None, self.day)
        )


def dates(text: str) -> list[DateMention]:
    """Every date of a text that has a month, and a day or a year."""
    return [mention for match in _DATE.finditer(text) if (mention := _mention(match))]


def _mention(match: re.Match[str]) -> DateMention | None:
    start, end = match.span()
    if match["month"]:
        day = {"1er": 1, "1ᵉʳ": 1, "premier": 1}.get((match["day"] or "").lower()) or _number(
            match["day"]
        )
        year = _number(match["year"])
        if day is None and year is None:
            return None
        return DateMention(start, end, year, _MONTHS[folded(match["month"])], day)
    if match["dmy"]:
        day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
    elif match["short"]:
        day, month, year = int(match["d2"]), int(match["m3"]), _century(int(match["y3"]))
    elif match["iso"]:
        day, month, year = _number(match["D"]), int(match["M"]), int(match["Y"])
    else:
        day, month, year = None, int(match["m2"]), int(match["y2"])
    valid = 1 <= month <= 12 and (day is None or 1 <= day <= 31)
    return DateMention(start, end, year, month, day) if valid else None


def _century(year: int) -> int:
    """The year that two digits mean, as POSIX reads them: 69 to 99 are of the last century."""
    return year + (1900 if year >= 69 else 2000)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Dates of the text; one is supported by the same date, or by a more precise one."""
    for claim in dates(reading.text):
        yield Found(claim.start, claim.end, Kind.DATE, _support(reading, claim, source))


def _support(reading: Reading, claim: DateMention, source: Source) -> Grounds | None:
    for part, mention in source.mentions(dates):
        if not mention.says(claim):
            continue
        written = source.parts[part].text[mention.start : mention.end]
        if folded(written) == folded(reading.text[claim.start : claim.end]):
            how = How.EXACT
        else:
            how = How.NORMALISED if mention.day == claim.day else How.DERIVED
        return source.grounds(part, mention.start, mention.end, how)
    return None
