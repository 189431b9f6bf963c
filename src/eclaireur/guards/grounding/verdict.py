"""What a check finds: the claims of a text, and the grounds of each."""

from enum import StrEnum

from pydantic import Field

from eclaireur.core.base import Noun
from eclaireur.core.evidence import Passage

LONGEST_CLAIM = 60
"""Code points. A claim has to point at something, not at a whole sentence."""


class Kind(StrEnum):
    """What a claim is about."""

    YEAR = "year"
    DATE = "date"
    PERIOD = "period"
    NUMBER = "number"
    PLACE = "place"
    ORGANISATION = "organisation"
    FREQUENCY = "frequency"
    SCOPE = "scope"
    SOURCE = "source"
    CONTENT = "content"


class How(StrEnum):
    """How a passage supports a claim."""

    EXACT = "exact"
    """The passage says it in the same words."""
    NORMALISED = "normalised"
    """It says the same thing in another form: `2 024`, `deux mille vingt-quatre`."""
    DERIVED = "derived"
    """It follows from the passage: `2019-2023` covers 2021, Calvados is in Normandie."""


class Grounds(Noun):
    """The passage of the dataset that supports a claim."""

    passage: Passage
    how: How


class Claim(Noun):
    """A part of the text that can be true or false of the dataset."""

    text: str
    start: int = Field(ge=0)
    """Code points from the start of the text."""
    end: int
    kind: Kind
    supported: bool
    evidence: Grounds | None


class Verdict(Noun):
    """All the claims of a text, in order. It is supported when every claim is."""

    supported: bool
    claims: tuple[Claim, ...]
