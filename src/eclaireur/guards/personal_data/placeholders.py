"""What is written in the place of personal data."""

import re

from eclaireur.guards.personal_data.span import PersonalDataType
from eclaireur.text.regex import regex

PLACEHOLDERS = {
    PersonalDataType.PERSON: "[personne]",
    PersonalDataType.EMAIL: "[e-mail]",
    PersonalDataType.PHONE: "[téléphone]",
    PersonalDataType.ADDRESS: "[adresse]",
    PersonalDataType.NIR: "[numéro de sécurité sociale]",
    PersonalDataType.IBAN: "[compte bancaire]",
    PersonalDataType.PLATE: "[plaque]",
    PersonalDataType.BIRTH_DATE: "[date de naissance]",
    PersonalDataType.ID_DOCUMENT: "[pièce d'identité]",
    PersonalDataType.HANDLE: "[compte en ligne]",
}
"""What is written instead, in French whatever the reader's language: models read it too."""
_ANY = regex("|".join(map(re.escape, PLACEHOLDERS.values())))
_BLANK = "█"


def blanked(text: str) -> str:
    """The text with its placeholders blanked out, of the same length.

    `[date de naissance], délivrée le 3 mai 2019` must not read as a second date of birth.
    """
    return _ANY.sub(lambda match: _BLANK * len(match[0]), text)
