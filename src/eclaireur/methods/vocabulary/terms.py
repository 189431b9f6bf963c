"""The terms that stand in the text: keywords of the portal, and phrases that might become one."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from eclaireur.methods.vocabulary.controlled import Labels
from eclaireur.methods.vocabulary.names import is_part_of_a_name
from eclaireur.methods.vocabulary.noun_groups import noun_groups, nouns
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.source import Place, Source
from eclaireur.methods.vocabulary.subjects import singular
from eclaireur.text.words import Word

# What a description says first, it says of the whole dataset.
_OPENING = 300
# How often a phrase that the title does not hold must come back to tell what the text is about.
_INSISTENCE = 3


@dataclass
class Term:
    """A term of the text: its first place, and how often each field holds it."""

    key: str
    place: Place
    loose: bool = False
    """Whether an article joins its nouns: they may not be one name."""
    in_title: int = 0
    in_description: int = 0
    in_opening: bool = False
    """Whether the description opens with it."""

    def seen(self, place: Place) -> None:
        """Count one more place."""
        if place.field == "title":
            self.in_title += 1
        else:
            self.in_description += 1
            self.in_opening |= place.start < _OPENING


def known_terms(source: Source, vocabulary: PortalVocabulary) -> dict[str, Term]:
    """The keywords of the portal that the text holds, by key; none cut out of a longer name."""
    return _terms(source, vocabulary, vocabulary)


def controlled_terms(source: Source, vocabulary: PortalVocabulary, labels: Labels) -> list[Term]:
    """The labels of concepts that tell what the dataset is about, the best first."""
    found = _terms(source, vocabulary, labels)
    return sorted(filter(_is_told, found.values()), key=_weight, reverse=True)


def _terms(
    source: Source, vocabulary: PortalVocabulary, known: PortalVocabulary | Labels
) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for field, clause in source.clauses:
        runs = list(known.known_runs(clause))
        if not runs:
            continue
        text = source.texts[field]
        named = set(nouns(clause, text))
        following = dict(pairwise(clause))
        for key, run in runs:
            cut = is_part_of_a_name(text, run[0].start, run[-1].end) or _loses_its_number(
                run[-1], following.get(run[-1]), vocabulary
            )
            if not cut and (len(run) > 1 or run[0] in named):
                place = Place(field, run[0].start, run[-1].end)
                found.setdefault(key, Term(key, place)).seen(place)
    return found


def _loses_its_number(last: Word, after: Word | None, vocabulary: PortalVocabulary) -> bool:
    """Whether the portal knows the name with its number, as it knows `natura-2000`."""
    return (
        after is not None
        and after.folded.isdigit()
        and last.folded in vocabulary.names
        and f"{singular(last.folded)} {after.folded}" in vocabulary.spellings
    )


def phrases(source: Source, names: AbstractSet[str]) -> list[Term]:
    """The groups of words that tell what the dataset is about, the best first.

    Args:
        source: the text.
        names: folded words that no phrase may hold.
    """
    found: dict[str, Term] = {}
    for field, clause in source.clauses:
        for key, group, loose in noun_groups(clause, source.texts[field]):
            if names.isdisjoint(word.folded for word in group):
                place = Place(field, group[0].start, group[-1].end)
                found.setdefault(key, Term(key, place, loose)).seen(place)
    return sorted(filter(_is_told, found.values()), key=_weight, reverse=True)


def _is_told(term: Term) -> bool:
    """Whether the title holds it, or the description comes back to it."""
    if term.in_title:
        return True
    return _is_group(term) and not term.loose and term.in_description >= _INSISTENCE


def _weight(term: Term) -> float:
    """A word alone is vague; two name a thing."""
    precision = 0.0 if not _is_group(term) else 0.5 if term.loose else 1.0
    return bool(term.in_title) + precision + math.log1p(term.in_description)


def _is_group(term: Term) -> bool:
    return " " in term.key
