"""A dataset's metadata, under the names of DCAT-AP."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from pydantic import Field

from eclaireur.core.base import Json, Noun

LONGEST_IDENTIFIER = 300
"""Characters of an identifier: databases index a limited number of bytes."""


class PeriodOfTime(Noun):
    """`dct:PeriodOfTime`: ISO 8601 dates as the producer published them; either end may be open."""

    start: str | None = None
    end: str | None = None


class Location(Noun):
    """`dct:Location`: the portal's granularity code (`fr:commune`) and the names of the zones."""

    granularity: str | None = None
    zones: tuple[str, ...] = ()


class Column(Noun):
    """A column of a tabular distribution (`csvw:Column`)."""

    name: str
    datatype: str | None = None
    description: str | None = None


class Distribution(Noun):
    """`dcat:Distribution`: one file or service that carries the data."""

    format: str | None = None
    title: str | None = None
    access_url: str | None = None
    columns: tuple[Column, ...] = ()


class Dataset(Noun):
    """`dcat:Dataset`: what a producer published about their data, as published.

    No field holds a person: `publisher` is an organisation, and the adapters of
    `catalogues` drop owners, authors and contact points when they read a record.
    """

    identifier: str = Field(min_length=1, max_length=LONGEST_IDENTIFIER)
    """`dct:identifier`: unique here. A draft has a random one."""
    other_identifier: str | None = None
    """`adms:identifier`: the identifier that a draft came with."""
    title: str = ""
    acronym: str | None = None
    description: str = ""
    """May hold Markdown, HTML or both. Untrusted."""
    short_description: str | None = None
    keywords: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    """`dcat:theme`: URIs, or what the portal calls a theme that has none."""
    publisher: str | None = None
    license: str | None = None
    frequency: str | None = None
    """`dct:accrualPeriodicity`, as the portal's code (`annual`)."""
    temporal: PeriodOfTime | None = None
    spatial: Location | None = None
    distributions: tuple[Distribution, ...] = ()
    issued: str | None = None
    modified: str | None = None
    extras: Mapping[str, Json] = Field(default_factory=dict)
    """The source's other keys, kept as they came so that an export gives them back."""

    @property
    def portal_identifier(self) -> str:
        """The identifier that its portal knows it by."""
        return self.other_identifier or self.identifier

    def fingerprint(self, fields: Iterable[str]) -> str:
        """SHA-256, in hexadecimal, of the named fields: it changes when one of them does."""
        content = self.model_dump(mode="json", include=set(fields))
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
