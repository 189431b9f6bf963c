"""Find the personal data in a text, and mask it.

    >>> from eclaireur.guards.personal_data import mask
    >>> mask("Je suis Soizic Kerbrat, 06 39 98 12 34").text
    'Je suis [personne], [téléphone]'

What it catches, what it misses and why: `docs/personal-data.md`.
"""

from eclaireur.guards.personal_data.masking import Masked, find, mask
from eclaireur.guards.personal_data.metadata import (
    Cleared,
    cleared,
    masked,
    masked_types,
    tells_of_someone,
    without_people,
)
from eclaireur.guards.personal_data.placeholders import PLACEHOLDERS
from eclaireur.guards.personal_data.span import PersonalData, PersonalDataType

__all__ = [
    "PLACEHOLDERS",
    "Cleared",
    "Masked",
    "PersonalData",
    "PersonalDataType",
    "cleared",
    "find",
    "mask",
    "masked",
    "masked_types",
    "tells_of_someone",
    "without_people",
]
