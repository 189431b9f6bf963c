"""Dates as they are written in French and in data."""

import re

MONTHS = (
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre"
    "|décembre|decembre|janv|févr|fevr|avr|juil|sept|oct|nov|déc|dec"
)
DATE = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])[/.\- ](?:0?[1-9]|1[0-2])[/.\- ](?P<y1>(?:1[5-9]|20)\d{2}|\d{2})"
    r"|(?P<y2>(?:1[5-9]|20)\d{2})[/.\-](?:0[1-9]|1[0-2])[/.\-](?:0[1-9]|[12]\d|3[01])"
    r"|(?P<y4>(?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:1\s?er|0?[1-9]|[12]\d|3[01])\s(?:" + MONTHS + r")\.?\s(?P<y3>(?:1[5-9]|20)\d{2}|\d{2}))"
)
"""A day, a month and a year. Its groups `y1` to `y4` hold the year, of two or four digits."""


def year_of(match: re.Match[str]) -> int:
    """The year of a date; one of two digits is of the last hundred years or so."""
    year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"])
    return year if year > 99 else 1900 + year
