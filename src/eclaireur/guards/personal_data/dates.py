"""Dates as they are written in French, in English and in data."""

import re

_MONTHS = (
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre"
    "|décembre|decembre|janv|févr|fevr|avr|juil|sept|oct|nov|déc|dec"
)
_ENGLISH_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_UNIT = r"(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)"
_IN_WORDS = (
    r"(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[- ](?:sept|huit|neuf))?|onze"
    rf"|douze|treize|quatorze|quinze|seize|vingt(?:(?:[- ]et)?[- ]{_UNIT})?"
    rf"|trente(?:(?:[- ]et)?[- ]un)?)\s(?:{_MONTHS})\s"
    r"(?:mill?e?[- ]neuf[- ]cent|deux[- ]mille?)"
    r"(?:[- ](?:et|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante"
    rf"|soixante|{_UNIT}))*"
)
DATE = (
    rf"(?:{_DAY}(?P<s>[/.\- ]|\s/\s){_MONTH}(?P=s)(?P<y1>(?:1[5-9]|20)\d{{2}}|\d{{2}})"
    r"|(?P<y2>(?:1[5-9]|20)\d{2})[/.\-](?:0[1-9]|1[0-2])[/.\-](?:0[1-9]|[12]\d|3[01])"
    r"|(?P<y3>(?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|(?:1\s?er|{_DAY}(?:st|nd|rd|th)?)[\s-](?:{_MONTHS}|{_ENGLISH_MONTHS})\.?[\s-]"
    r"(?P<y4>(?:1[5-9]|20)\d{2}|\d{2})"
    rf"|(?:{_ENGLISH_MONTHS})\s{_DAY}(?:st|nd|rd|th)?,?\s(?P<y5>(?:1[5-9]|20)\d{{2}})"
    rf"|{_IN_WORDS})"
)
"""A day, a month and a year. Its groups `y1` to `y5` hold the year, of two or four digits."""
_LAST_CENTURY = 1900


def year_of(match: re.Match[str]) -> int:
    """The year of a date; one of two digits, or in words, is of the last hundred years or so."""
    digits = match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["y5"]
    year = int(digits or 0)
    return year if year > 99 else _LAST_CENTURY + year
