"""What is found: where personal data stands in a text, and of what kind."""

from enum import StrEnum
from typing import NamedTuple


class PersonalDataType(StrEnum):
    """The kinds of personal data that are looked for."""

    PERSON = "person"
    """The name of a natural person, without the title before it."""
    EMAIL = "email"
    """The mailbox of a person; that of a service is not personal."""
    PHONE = "phone"
    ADDRESS = "address"
    """The postal address of a person."""
    NIR = "nir"
    """The French social security number."""
    IBAN = "iban"
    """A bank account, by its IBAN or its French RIB."""
    PLATE = "plate"
    BIRTH_DATE = "birth_date"
    ID_DOCUMENT = "id_document"
    """The number of an identity card, passport, driving licence, residence permit or the like."""
    HANDLE = "handle"
    """A person's name on a network, the address of their profile or of their own site."""


class PersonalData(NamedTuple):
    """A span of a text, in Unicode code points: `text[start:end]` is the personal data."""

    start: int
    end: int
    type: PersonalDataType
