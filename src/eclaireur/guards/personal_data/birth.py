"""Dates of birth of people who may be alive."""

import re
from collections.abc import Iterator

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.dates import DATE, year_of
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.text.regex import regex

_DATE = regex(rf"(?<![\w/.-]){DATE}(?![\w/-]|\.\d)", re.IGNORECASE)
_BIRTH = regex(
    r"(?:\bn(?:é|ée|és|ées|ee|e(?= le)|é\(e\)|é·e|\.)(?= |$|[^\w]))"
    r"|\bnaissance\b(?! (?:du|des|de la|de l'(?!enfant)))|\bnaiss\b|\bddn\b|\bdate_?nais\w*"
    r"|\banniversaire|\bbirth\w*|\bborn\b|\bdob\b",
    re.IGNORECASE,
)
_REACH = 45
"""How many characters, none of them a digit, may part what speaks of a birth from its date."""
_AT_ONCE = regex(r"[^\d\n;|]*(?:\ben (?:19|20)\d{2}\b[^\d\n;|]*)?", re.IGNORECASE)
_ITS_DATE = regex(
    r"[\s,:()»\"-]{0,4}(?:c['’]?est|est|étant|=|:)?\s?(?:bien )?(?:ma|sa|la|leur|notre|votre) "
    r"date de naissance",
    re.IGNORECASE,
)
_NOT_OF_A_PERSON = regex(
    r"\b(?:[ée]tablissements?|communes?|syndicats?|m[ée]tropole|communaut[ée]|projet|dispositif"
    r"|portail|association|collectif|site|r[ée]seau|agence|service|soci[ée]t[ée]|entreprise"
    r"|plate-?forme|parc|programme|base|outil|id[ée]e|label|f[ée]d[ée]ration|institut|office)\b"
    r"[^.\d\n]{0,40}$",
    re.IGNORECASE,
)
_ENDED = regex(r"\b(?:mort|morte|d[ée]c[ée]d[ée]e?|†)\b|^\s?[-–—]\s?\d", re.IGNORECASE)
_LINK = regex(r"\s?[(;,/|\t–-]\s?$")
_LIST_LINK = regex(r"\s?(?:,|;|/|\bet\b|\bou\b|&)\s?(?:le |et |ou ){0,2}", re.IGNORECASE)
_OLDEST = 1900
_GROWN_UP = 2015
"""After a comma, a more recent date is rather that of what is told of the person."""


def birth_dates(text: str, context: Context, people: list[PersonalData]) -> Iterator[PersonalData]:
    """Full dates said to be of a birth, listed after one, or right after a person's name."""
    ends = {person.end for person in people}
    listed: int | None = None
    for match in _DATE.finditer(text):
        follows = listed is not None and _LIST_LINK.fullmatch(text, listed, match.start())
        listed = None
        if year_of(match) < _OLDEST:
            continue
        said = _is_said_of_a_birth(text, match)
        if said or follows:
            listed = match.end()
        if said or follows or _follows_a_name(text, match, ends, context):
            yield PersonalData(match.start(), match.end(), PersonalDataType.BIRTH_DATE)


def _is_said_of_a_birth(text: str, match: re.Match[str]) -> bool:
    if _ITS_DATE.match(text, match.end()):
        return True
    for birth in _BIRTH.finditer(text, max(0, match.start() - _REACH - 15), match.start()):
        if _AT_ONCE.fullmatch(text, birth.end(), match.start()):
            before = text[max(0, birth.start() - 60) : birth.start()]
            return not _NOT_OF_A_PERSON.search(before)
    return False


def _follows_a_name(text: str, match: re.Match[str], ends: set[int], context: Context) -> bool:
    link = _LINK.search(text, max(0, match.start() - 4), match.start())
    if not link or link.start() not in ends:
        return False
    bracketed = "(" in link[0]
    if bracketed != (text[match.end() : match.end() + 1] == ")"):
        return False
    adult = bracketed or year_of(match) < _GROWN_UP
    return adult and not _ENDED.search(context.after(match.end(), 40))
