"""What controlled vocabularies call things, to be found in the text of a dataset."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from eclaireur.core.concept import ANY_LANGUAGE, Concept, Vocabulary
from eclaireur.core.evidence import NamedConcept
from eclaireur.methods.vocabulary.subjects import openings, runs
from eclaireur.methods.vocabulary.variants import variant_key
from eclaireur.text.words import Word

# What is longer is no name, and each of its openings would be kept.
_LONGEST_LABEL = 200


class Named(NamedTuple):
    """A concept that a term names."""

    key: str
    """What its preferred label shares with the variants of its writing."""
    concept: NamedConcept


class Labels:
    """The labels of one language, preferred and alternative, and the concepts that they name."""

    def __init__(self, vocabularies: Iterable[Vocabulary], language: str) -> None:
        self._named: dict[str, Named] = {}
        alternatives: list[tuple[str, Named]] = []
        for vocabulary in vocabularies:
            labels = {
                each.uri: label
                for each in vocabulary.concepts
                if (label := _in(each, language)) and _key(label)
            }
            for each in vocabulary.concepts:
                label = labels.get(each.uri)
                if label is None:
                    continue
                above = filter(None, (labels.get(uri) for uri in each.broader))
                concept = NamedConcept(
                    uri=each.uri,
                    label=label,
                    vocabulary=vocabulary.name,
                    broader=next(above, None),
                )
                named = Named(_key(label), concept)
                self._named.setdefault(named.key, named)
                for also in (language, ANY_LANGUAGE):
                    alternatives += [
                        (_key(alternative), named)
                        for alternative in each.alternatives.get(also, ())
                    ]
        # A preferred label of one concept is first of all that concept's.
        for key, named in alternatives:
            self._named.setdefault(key, named)
        self._named.pop("", None)
        self._openings = openings(self._named)

    def named(self, key: str) -> Named | None:
        """The concept that a term names, by its key."""
        return self._named.get(key)

    def known_runs(self, clause: Sequence[Word]) -> Iterator[tuple[str, Sequence[Word]]]:
        """The runs of words that name a concept, none inside a longer one, each with its key.

        `Qualité de l’air` names the quality of the air, and not the air.
        """
        found = list(runs(clause, self._named, self._openings))
        for key, run in found:
            longer = (other for _, other in found if len(other) > len(run))
            if not any(each[0].start <= run[0].start <= each[-1].start for each in longer):
                yield key, run


class ControlledTerms:
    """The labels of every vocabulary that was added, in both languages."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self._vocabularies = vocabularies

    def labels(self, *, french: bool) -> Labels:
        """Those of the language of a text: English words are not looked for in French."""
        return self._french if french else self._english

    @cached_property
    def _french(self) -> Labels:
        return Labels(self._vocabularies, "fr")

    @cached_property
    def _english(self) -> Labels:
        return Labels(self._vocabularies, "en")


def _in(concept: Concept, language: str) -> str | None:
    return concept.labels.get(language) or concept.labels.get(ANY_LANGUAGE)


def _key(label: str) -> str:
    return "" if len(label) > _LONGEST_LABEL else variant_key(label)
