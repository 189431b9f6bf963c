"""Controlled vocabularies: the concepts that an authority names."""

from collections.abc import Mapping

from pydantic import Field

from eclaireur.core.base import Noun

ANY_LANGUAGE = ""
"""The language of a label that says none."""


class Concept(Noun):
    """A concept of SKOS, with what it is called in French and in English.

    A language is `fr`, `en`, or `ANY_LANGUAGE`.
    """

    uri: str
    labels: Mapping[str, str]
    """Its preferred label, by language."""
    alternatives: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    """What else it is called, by language."""
    broader: tuple[str, ...] = ()
    """The URIs of the concepts just above it."""


class Vocabulary(Noun):
    """The concepts of one authority, under the name that an operator gave."""

    name: str
    concepts: tuple[Concept, ...] = Field(min_length=1)

    @property
    def label_count(self) -> int:
        """How many labels its concepts have, preferred or not, in every language."""
        return sum(
            len(each.labels) + sum(map(len, each.alternatives.values())) for each in self.concepts
        )

    @property
    def placed_count(self) -> int:
        """How many of its concepts are under another."""
        return sum(bool(each.broader) for each in self.concepts)
