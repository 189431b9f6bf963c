"""Numbers that name a person: social security, bank account, plate, identity document.

Check digits are evidence and never a condition: a number mistyped or partly blanked out is
still somebody's.
"""

import re
from collections.abc import Iterator

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType
from eclaireur.text.regex import regex

_SEP = r"[ \u00a0\u202f.\-/]?"
_NIR = regex(
    rf"(?<![\w.-])(?P<sex>[1-478]){_SEP}(?P<year>\d{{2}}){_SEP}(?P<month>\d{{2}}){_SEP}"
    rf"(?P<place>\d{{2}}|2[AB]){_SEP}\d{{3}}{_SEP}\d{{3}}(?:{_SEP}(?P<key>\d{{2}}))?(?![\w]"
    rf"|\.\d)",
    re.IGNORECASE,
)
_NIR_WORD = regex(
    r"\bnir\b|s[ée]cu\b|s[ée]curit[ée] sociale|\bn°? ?ss\b|\bnss\b|carte vitale|assur[ée]\b",
    re.IGNORECASE,
)
_SPEAKS_OF_IT = regex(r"\bNIRs?\b|`nir`|num[ée]ros? de s[ée]cu")
"""What says, earlier in a paragraph, that its numbers of this form are of this kind."""
_PARAGRAPH = 400
"""How many characters of a paragraph before a number may say what it is."""
_DENIED = regex(
    r"\b(?:pas|ni|non) (?:(?:un|une|des?|le|la|les) ?)?(?:vrais? )?(?:n°|num[eé]ros? )?(?:de )?"
    r"(?:nir|secu|securite sociale)\b"
)
"""A sentence that says what its number is not. Folded."""
_DECIMAL_COMMA = regex(r"(?<=\d),(?=\d)")
_OTHER_NUMBER = regex(
    r"(?:siret|siren|identifiant|\bid|code|ean|isbn|gtin|imei|r[ée]f[ée]rence|s[ée]rie|fiscal"
    r"|commande|facture|tiers|mandat|bordereau)\b[^\d\n]{0,20}$",
    re.IGNORECASE,
)
_MONTHS = frozenset({*range(1, 13), *range(20, 43), *range(50, 100)})
"""Months, and the ranges that stand for one that is not known."""


def social_security_numbers(text: str, context: Context) -> Iterator[PersonalData]:
    """Numbers of the répertoire (NIR): 13 digits, and most often the two of their key."""
    for match in _NIR.finditer(text):
        varied = len(set(match[0]) - set(" .-/")) > 3
        if varied and int(match["month"]) in _MONTHS and _is_nir(match, context):
            yield PersonalData(match.start(), match.end(), PersonalDataType.NIR)


def _is_nir(match: re.Match[str], context: Context) -> bool:
    """Whether a number is one: by its key, or else by what is said of it and its form."""
    if _key_is_right(match):
        return True
    start, end = match.span()
    grouped = not match[0].isalnum()
    if not grouped and _DECIMAL_COMMA.search(match.string, max(0, start - 2), end + 2):
        return False
    if context.says(_DENIED, start):
        return False
    if context.says(_NIR_WORD, start):
        return True
    if _OTHER_NUMBER.search(context.before(match.start(), 40)):
        return False
    spoken = _SPEAKS_OF_IT.search(context.paragraph(start, _PARAGRAPH)) is not None
    return int(match["sex"]) < 3 and (match["key"] is not None or grouped or spoken)


def _key_is_right(match: re.Match[str]) -> bool:
    """Whether the last two digits are the complement to 97 of the others, Corsica counted so."""
    if match["key"] is None:
        return False
    plain = re.sub(_SEP + r"(?=\w)", "", match[0]).upper()
    number = plain[:-2].replace("2A", "19").replace("2B", "18")
    return number.isdigit() and int(plain[-2:]) == 97 - int(number) % 97


_IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28,
    "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MA": 28, "MC": 27,
    "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "TN": 24, "TR": 26,
}  # fmt: skip
"""By country, in characters: the IBAN registry, Europe and its neighbours."""
_IBAN = regex(
    r"(?<![\w])(?P<country>[A-Z]{2}) ?\d{2}(?:[ \u00a0\u202f-]?[A-Z0-9]){10,30}(?![A-Z0-9])",
    re.IGNORECASE,
)
_RIB = regex(
    rf"(?<![\w])\d{{5}}{_SEP}\d{{5}}{_SEP}[A-Z0-9]{{11}}{_SEP}\d{{2}}(?!\w)", re.IGNORECASE
)
_BANK_WORD = regex(r"\b(?:iban|rib|compte bancaire|virement|bic)\b", re.IGNORECASE)
_FEWEST_DIFFERENT = 3
"""How many different characters the account of somebody has at least: zeros show the format."""
_IBAN_DIGITS = 10
_IBAN_SLACK = 2
"""How many characters an IBAN may lack or have in excess when the sentence names it."""


def bank_accounts(text: str, context: Context) -> Iterator[PersonalData]:
    """IBAN of Europe and its neighbours; French RIB where the sentence speaks of one."""
    for match in _IBAN.finditer(text):
        expected = _IBAN_LENGTHS.get(match["country"].upper())
        numeric = sum(char.isdigit() for char in match[0]) >= _IBAN_DIGITS
        numeric = numeric and _is_varied(match[0][4:])
        if expected and numeric and (end := _iban_end(match, expected, context)):
            yield PersonalData(match.start(), end, PersonalDataType.IBAN)
    for match in _RIB.finditer(text):
        if context.says(_BANK_WORD, match.start()) and _is_varied(match[0]):
            yield PersonalData(match.start(), match.end(), PersonalDataType.IBAN)


def _is_varied(account: str) -> bool:
    return len(set(filter(str.isalnum, account))) >= _FEWEST_DIFFERENT


def _iban_end(match: re.Match[str], expected: int, context: Context) -> int | None:
    """Where the IBAN ends; a word that follows it may have been read as more of it."""
    count = 0
    for offset, char in enumerate(match[0]):
        count += char.isalnum()
        if count == expected:
            following = match[0][offset + 1 : offset + 2]
            return match.start() + offset + 1 if not following.isalnum() else None
    named = context.says(_BANK_WORD, match.start())
    return match.end() if named and count >= expected - _IBAN_SLACK else None


_PLATE = regex(
    r"(?<![\w-])(?P<a>[A-HJ-NP-TV-Z]{2})(?P<sep>[ \u00a0-]?)(?P<b>\d{3})(?P=sep)"
    r"(?P<c>[A-HJ-NP-TV-Z]{2})(?![\w-])",
    re.IGNORECASE,
)
_OLD_PLATE = regex(
    r"(?<![\w.,-])(?P<a>\d{2,4})(?P<sep>[ \u00a0-]?)(?P<b>[A-HJ-NP-TV-Z]{2,3})(?P=sep)"
    r"(?P<c>2[AB]|97[1-6]|0[1-9]|[1-8]\d|9[0-5])(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
_VEHICLE = regex(
    r"\bplaque|immatricul|\bimmat|v[ée]hicul|voiture|\bmoto\b|scooter|camion|fourri[èe]re"
    r"|\b4l\b|twingo|\bclio\b|peugeot|renault|citro[ëe]n|fourgon|utilitaire|caravane|tracteur"
    r"|[ée]pave|verbalis|\bpv\b|trottinette|cyclo|quad\b"
    r"|carte grise|stationn|gar[ée]e?\b|conducteur|conductrice|\bauto\b|camping-car|remorque",
    re.IGNORECASE,
)
_LISTED = 30
"""How far after a plate another may stand that is one for being listed with it."""
_MODEL = regex(r"\b(?:format|exemple|ex\.|attendu|mod[èe]le|gabarit|masque)", re.IGNORECASE)
_MODEL_PLATES = frozenset({"AA123AA", "AB123CD", "AA999AA", "AA000AA", "AA123BB", "XX000XX"})


def plates(text: str, context: Context) -> Iterator[PersonalData]:
    """Plates of both French series; those that only show the format are left alone."""
    read = sorted(
        ((match, pattern) for pattern in (_PLATE, _OLD_PLATE) for match in pattern.finditer(text)),
        key=lambda found: found[0].start(),
    )
    last: int | None = None
    for match, pattern in read:
        listed = last is not None and match.start() - last <= _LISTED
        if not _shows_the_format(match, context) and (listed or _is_plate(match, pattern, context)):
            last = match.end()
            yield PersonalData(match.start(), last, PersonalDataType.PLATE)


def _shows_the_format(match: re.Match[str], context: Context) -> bool:
    plain = (match["a"] + match["b"] + match["c"]).upper()
    if plain in _MODEL_PLATES or set(plain) <= set("A9") or set(plain) <= set("X0"):
        return True
    return bool(_MODEL.search(context.before(match.start(), 60)))


def _is_plate(match: re.Match[str], pattern: re.Pattern[str], context: Context) -> bool:
    if pattern is _PLATE and match["sep"] == "-" and match["a"].isupper():
        return True
    start, end = match.span()
    around = context.before(start, 200) + context.after(end, 120)
    return bool(
        _VEHICLE.search(around) or _VEHICLE.search(context.text[max(0, start - 300) : start])
    )


_DOCUMENT = regex(
    r"\b(?:carte(?: nationale)? d['’ ]?identit[ée]|cni[e]?|pi[èe]ce d['’]identit[ée]|passeports?"
    r"|(?:titre|carte|permis) de s[ée]jour|carte de r[ée]sident|permis(?: de conduire| b)?"
    r"|r[ée]c[ée]piss[ée] de demande [\w'’ -]{4,30}|num[ée]ro [ée]tranger|agdref"
    r"|passport|(?:identity|residence) (?:card|permit)|driv(?:ing|er['’]?s) licen[cs]e"
    r"|visa|livret de famille|carte vitale|num[ée]ro fiscal|spi|num_?(?:cni|passeport|permis)"
    r"|n(?:um[ée]ro|°|o)? ?(?:de )?(?:cni|passeport|permis|titre))\b",
    re.IGNORECASE,
)
_NOT_A_DOCUMENT = regex(
    r"permis(?= (?:de construire|d['’]am[ée]nager|de d[ée]molir|de louer|pc|pa|dp|d['’]urbanisme))",
    re.IGNORECASE,
)
_DOCUMENT_NUMBER = regex(
    r"(?<![\w/@.-])(?P<number>\d{2} [A-Z]{2} \d{5}(?!\d)"
    r"|(?:(?!DE|DU|EN|ET|LA|LE|NO)(?-i:[A-Z]{2}) )?(?=[A-Z]*\d)[A-Z0-9]{2,16}"
    r"(?:[ -](?=[A-Z]*\d)[A-Z0-9]{1,12}){0,5})(?![\w@/])",
    re.IGNORECASE,
)
_ASSOCIATION = regex(r"W\d{9}", re.IGNORECASE)
"""The number of an association in the national register, which a récépissé bears too."""
_NEW_CARD = 9
"""How many characters, letters and digits as they come, the number of a card has since 2021."""
_REACH = 60
"""How many characters after the document's name its number may stand."""


def identity_documents(text: str) -> Iterator[PersonalData]:
    """Numbers that follow the name of an identity document."""
    for cue in _DOCUMENT.finditer(text):
        if _NOT_A_DOCUMENT.match(text, cue.start()):
            continue
        if match := _document_number(text, cue.end()):
            yield PersonalData(*match, PersonalDataType.ID_DOCUMENT)


def _document_number(text: str, start: int) -> tuple[int, int] | None:
    reach = text[start : start + _REACH + 24].partition("\n")[0]
    for match in _DOCUMENT_NUMBER.finditer(reach):
        if match.start() > _REACH:
            return None
        if _is_document_number(match["number"]):
            return start + match.start("number"), start + match.end("number")
    return None


def _is_document_number(number: str) -> bool:
    plain = number.replace(" ", "").replace("-", "")
    digits = sum(char.isdigit() for char in plain)
    if _ASSOCIATION.fullmatch(plain):
        return False
    if len(plain) == _NEW_CARD and plain.isupper():
        return digits > 0
    return 6 <= len(plain) <= 16 and digits >= 4 and (digits > 4 or plain.isupper())
