"""Dates of birth of people who may be alive."""

import re
from collections.abc import Iterator

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.dates import DATE, year_of
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType

_DATE = re.compile(rf"(?<![\w/.-]){DATE}(?![\w/-]|\.\d)", re.IGNORECASE)
_BIRTH = re.compile(
    r"(?:\bn(?:é|ée|és|ées|ee|e(?= le))\b|\bn(?:é\(e\)|é·e)|naissance\b(?! (?:du|des|de la|de l'(?!enfant)))|\bnaiss\b|\bddn\b|\bdate_?nais\w*"
    r"|\banniversaire|\bbirth\w*|\bborn\b|\bdob\b)"
    r"[^\d\n;|]{0,45}$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:mort|morte|d[ée]c[ée]d[ée]e?|†)\b|^\s?[-–—]\s?\d", re.IGNORECASE)
_LINK = re.compile(r"\s?[(;,|\t–-]\s?$")
_OLDEST = 1900
_GROWN_UP = 2015
"""After a comma, a more recent date is rather that of what is told of the person."""


def birth_dates(text: str, context: Context, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Full dates said to be of a birth, or right after a person's name."""
    ends = {person.end for person in people}
    for match in _DATE.finditer(text):
        if year_of(match) < _OLDEST:
            continue
        if _BIRTH.search(text[max(0, match.start() - 70) : match.start()]) or _follows_a_name(
            text, match, ends, context
        ):
            yield PersonalData(match.start(), match.end(), PersonalDataType.BIRTH_DATE)


def _follows_a_name(text: str, match: re.Match[str], ends: set[int], context: Context) -> bool:
    link = _LINK.search(text, max(0, match.start() - 4), match.start())
    if not link or link.start() not in ends:
        return False
    bracketed = "(" in link[0]
    if bracketed != (text[match.end() : match.end() + 1] == ")"):
        return False
    adult = bracketed or year_of(match) < _GROWN_UP
    return adult and not _ENDED.search(context.after(match.end(), 40))
