"""Why a part of a proposal may be believed."""

from typing import Annotated, Literal

from pydantic import Field

from eclaireur.core.base import Noun


class Passage(Noun):
    """A passage of the dataset's own metadata.

    `start` and `end` count Unicode code points in the field as published, markup
    included; `text` is that very substring.
    """

    kind: Literal["passage"] = "passage"
    field: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class DatasetReference(Noun):
    """A dataset, named just enough to be shown and opened."""

    identifier: str
    title: str


class Bearers(Noun):
    """The datasets of the catalogue that carry a keyword: how many, and the nearest few."""

    kind: Literal["datasets"] = "datasets"
    count: int = Field(ge=1)
    examples: tuple[DatasetReference, ...]


class NamedConcept(Noun):
    """A concept of a controlled vocabulary, which names a keyword."""

    kind: Literal["concept"] = "concept"
    uri: str
    label: str
    """What the vocabulary calls it, in the language of the record."""
    vocabulary: str
    """The name that the operator gave to the vocabulary."""
    broader: str | None = None
    """What the concept above it is called, if there is one."""


class OwnKeyword(Noun):
    """A keyword that the dataset carries itself."""

    kind: Literal["keyword"] = "keyword"
    keyword: str


class Alike(Noun):
    """The nearest datasets whose keywords speak of the same: how many, and the nearest few."""

    kind: Literal["alike"] = "alike"
    count: int = Field(ge=1)
    examples: tuple[DatasetReference, ...]


Support = Annotated[
    Passage | Bearers | NamedConcept | OwnKeyword | Alike, Field(discriminator="kind")
]


class Evidence(Noun):
    """One part of a proposal and what supports it.

    `part` is the text of that part. In a proposal that is a text, it stands at
    `offset` (code points); in a list it is one keyword, or the URI of one theme, and `offset`
    is None.
    """

    part: str
    offset: int | None = None
    support: Support
