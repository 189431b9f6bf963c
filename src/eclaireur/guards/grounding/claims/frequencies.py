"""How often: `chaque année`, `annuel`, `tous les mercredis`, `trois fois par jour`, `PT1H`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from eclaireur.guards.grounding.claims.numerals import numerals
from eclaireur.guards.grounding.reading import Found, Reading
from eclaireur.guards.grounding.source import Source, Span
from eclaireur.guards.grounding.verdict import Grounds, How, Kind
from eclaireur.text.regex import regex
from eclaireur.text.words import folded, words

_UNITS = {"seconde": "s", "minute": "min", "heure": "h", "nuit": "d", "jour": "d", "journee": "d"}
_UNITS |= {"semaine": "w", "mois": "m", "trimestre": "3m", "semestre": "6m", "quadrimestre": "4m"}
_UNITS |= {"an": "y", "annee": "y", "ete": "y", "hiver": "y", "printemps": "y", "automne": "y"}
_UNITS |= {"rentree": "y", "matin": "d", "soir": "d", "saison": "season"}
_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
_UNITS |= dict.fromkeys(_DAYS, "w")

_ADJECTIVES = {"quotidien": "d", "journalier": "d", "journaliere": "d", "hebdomadaire": "w"}
_ADJECTIVES |= {"mensuel": "m", "bimestriel": "2m", "trimestriel": "3m", "semestriel": "6m"}
_ADJECTIVES |= {"annuel": "y", "biennal": "2y", "bisannuel": "2y", "triennal": "3y"}
_ADJECTIVES |= {
    "quadriennal": "4y",
    "quinquennal": "5y",
    "decennal": "10y",
    "horaire": "h",
    "trihoraire": "3h",
    "tri-horaire": "3h",
}
_ADJECTIVES |= {"bimensuel": "2/m", "daily": "d", "weekly": "w"}
_ADJECTIVES |= {"monthly": "m", "quarterly": "3m", "yearly": "y", "hourly": "h"}

_CODES = {
    "continuous": "continuous", "1min": "1min", "5min": "5min", "10min": "10min",
    "15min": "15min", "30min": "30min", "hourly": "h", "bihourly": "2h", "trihourly": "3h",
    "12hrs": "12h", "severaltimesaday": "several/d", "threetimesaday": "3/d",
    "semidaily": "2/d", "daily": "d", "fivetimesaweek": "5/w", "threetimesaweek": "3/w",
    "semiweekly": "2/w", "weekly": "w", "biweekly": "2w", "threetimesamonth": "3/m",
    "semimonthly": "2/m", "monthly": "m", "bimonthly": "2m", "quarterly": "3m",
    "threetimesayear": "4m", "semiannual": "6m", "annual": "y", "annual_2": "y",
    "biennial": "2y", "triennial": "3y", "quadrennial": "4y", "quinquennial": "5y",
    "decennial": "10y",
}  # fmt: skip
"""The codes of data.gouv.fr and of the EU's authority list, in lower case."""
_LASTING = ("permanent", "permanente", "permanents", "permanentes", "instantane", "live")
"""What measures without a pause is said to be."""
_SAME = {"12m": "y", "12/y": "m", "1/y": "y", "1/m": "m", "1/w": "w", "1/d": "d", "7w": "w"}
_SAME |= {"2/y": "6m", "4/y": "3m", "3/y": "4m", "52/y": "w", "365/y": "d", "24h": "d", "7d": "w"}
_SAME |= {"60min": "h", "24m": "2y", "1h": "h", "1d": "d", "1w": "w", "1m": "m"}
_SAME |= {"6/y": "2m", "1y": "y"}

_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_COUNT = (
    r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt(?: et une?)?"
    r"|trente|quarante[ -]cinq|vingt[ -]quatre)"
)
_PATTERN = regex(
    rf"\b(?P<times>{_COUNT}) fois (?:par|chaque) (?P<per>{_UNIT})s?\b"
    rf"|\b(?:chaque|par|tou(?:s|tes) les(?: (?P<count>{_COUNT}))?) (?P<each>{_UNIT})s?\b"
    rf"|\b(?P<real>temps[ -]reels?|en continu|real[ -]time)\b"
    rf"|\b(?P<adjective>{'|'.join(sorted(_ADJECTIVES, key=len, reverse=True))})"
    r"(?:(?:ne|l?e)?s?|aux)\b"
    rf"|\b(?P<adverbial>quotidiennement|journellement|hebdomadairement|mensuellement"
    r"|trimestriellement|semestriellement|annuellement)\b"
)
_PACE = regex(rf"\b(?P<times>{_COUNT}) \w+ (?:par|chaque) (?P<per>{_UNIT})s?\b")
"""How often something comes, told by how much of it does: `six numéros par an`."""
_ADVERBS = {"quotidiennement": "d", "journellement": "d", "hebdomadairement": "w"}
_ADVERBS |= {"mensuellement": "m", "trimestriellement": "3m", "semestriellement": "6m"}
_ADVERBS |= {"annuellement": "y"}
# `horaire` is a frequency after a measure (`moyennes horaires`); elsewhere it is a timetable.
_MEASURED = regex(
    r"\b(?:moyennes?|mesures?|relev\w+|concentrations?|debits?|pas|donnees|comptages?|frequence"
    r"|valeurs?|consommations?|resolution|granularite|niveaux?|temperatures?|maxim\w+|mises? a jour"
    r"|indices?|observations?|previsions?|production|frequentation)\s(?:\w+\s)?\Z"
)


@dataclass(frozen=True)
class Rhythm:
    """How often something happens."""

    start: int
    end: int
    rate: str
    """A count and a unit of time: `3m` is every three months, `3/d` three times a day."""
    day: str | None = None
    """The day of the week, when one is named."""


def rhythms(text: str) -> list[Rhythm]:
    """Every frequency of a text, a code of the portal included."""
    plain = _aligned(text)
    return [found for match in _PATTERN.finditer(plain) if (found := _rhythm(match, plain))]


def paces(text: str) -> list[Rhythm]:
    """Every number of things that a text says to come in a time."""
    plain = _aligned(text)
    return [
        Rhythm(match.start(), match.end(), _rate(f"{count}/{_UNITS[match['per']]}"))
        for match in _PACE.finditer(plain)
        if (count := _count(match["times"]))
    ]


def _aligned(text: str) -> str:
    """The text folded, each character in its place."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=10_000)
def _plain(char: str) -> str:
    if char == "\xa0":
        return " "
    form = folded(char) if char.isalpha() else char
    return form if len(form) == 1 else "?"


def _rhythm(match: re.Match[str], text: str) -> Rhythm | None:
    start, end = match.span()
    if match["times"]:
        count = _count(match["times"])
        if count is None:
            return None
        return Rhythm(start, end, _rate(f"{count}/{_UNITS[match['per']]}"))
    if match["each"]:
        count = _count(match["count"]) if match["count"] else 1
        if count is None:
            return None
        unit = _UNITS[match["each"]]
        day = match["each"] if match["each"] in _DAYS else None
        return Rhythm(start, end, _rate(f"{count}{unit}" if count > 1 else unit), day)
    if match["real"]:
        return Rhythm(start, end, "continuous")
    if match["adverbial"]:
        return Rhythm(start, end, _ADVERBS[match["adverbial"]])
    if match["adjective"] == "horaire" and not _MEASURED.search(text, max(0, start - 40), start):
        return None
    return Rhythm(start, end, _ADJECTIVES[match["adjective"]])


def _rate(rate: str) -> str:
    return _SAME.get(rate, rate)


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    read = words(written)
    found = numerals(read)
    if found and found[-1].last == len(read) - 1:
        return found[-1].value
    return 1 if read[-1].folded in ("un", "une") else None


def find(reading: Reading, source: Source) -> Iterator[Found]:
    """Frequencies of the text, supported by the dataset's own frequency or by its words."""
    for claim in rhythms(reading.text):
        yield Found(claim.start, claim.end, Kind.FREQUENCY, _support(claim, source))


def _support(claim: Rhythm, source: Source) -> Grounds | None:
    for part, said in source.mentions(rhythms):
        if said.rate == claim.rate and claim.day in (None, said.day):
            how = How.NORMALISED if said.day == claim.day else How.DERIVED
            return source.grounds(part, said.start, said.end, how)
    for part, said in source.mentions(paces):
        if said.rate == claim.rate and claim.day is None:
            return source.grounds(part, said.start, said.end, How.DERIVED)
    if claim.rate == "continuous":
        for form in _LASTING:
            for position in source.by_form.get(form, ()):
                return source.grounds_of(Span(position, position), How.DERIVED)
    code = _CODES.get((source.dataset.frequency or "").lower())
    if code and claim.rate == code and claim.day is None:
        return source.grounds_of_field("frequency", How.NORMALISED)
    return None
