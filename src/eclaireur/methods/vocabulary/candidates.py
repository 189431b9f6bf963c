"""The keywords that may suit a dataset, the likeliest first."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np

from eclaireur.methods.vocabulary.controlled import Labels
from eclaireur.methods.vocabulary.features import Evidences
from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.terms import Term, controlled_terms, phrases
from eclaireur.methods.vocabulary.trees import Trees
from eclaireur.text.regex import regex
from eclaireur.text.slug import slug

_FEWEST_BEARERS = 3
_FEWEST_PUBLISHERS = 2
# What so many of the publisher's datasets carry is its own, code or place.
_OWN_HABIT = 0.55
# With so many datasets that carry keywords, a portal uses most of the words it ever will.
_HAS_ITS_WORDS = 1_000
_MORE_LIKELY_THAN_NOT = 0.5
_ARTICLE = regex(r"(?:les?|la|l|une?|des|du)-")


class Candidate(NamedTuple):
    """A keyword that may suit."""

    keyword: str
    key: str
    term: Term | None
    """Where the text holds it, in the singular or the plural."""
    likelihood: float = 0.0
    """How likely a producer is to choose it; 0 for a phrase that the portal does not know."""
    number: int | None = None
    """Its number in the portal's vocabulary, if it is there."""


def from_catalogue(
    vocabulary: PortalVocabulary,
    trees: Trees,
    neighbourhood: Neighbourhood,
    seen: Evidences,
    source: Source,
) -> Iterator[Candidate]:
    """The keywords of the portal that evidence speaks for, the likeliest first."""
    likelihoods = trees.likelihoods(seen.matrix)
    habits, named, general = (seen.column(each) for each in ("habit", "named", "general"))
    bearers, users = (np.expm1(seen.column(each)).round() for each in ("bearers", "users"))
    names_said = source.names_said()
    for place in np.lexsort((seen.keywords, -likelihoods)).tolist():
        number = int(seen.keywords[place])
        candidate = Candidate(
            keyword=vocabulary.keywords[number],
            key=vocabulary.keys[number],
            term=seen.terms.get(number),
            likelihood=float(likelihoods[place]),
            number=number,
        )
        if not candidate.key or (general[place] and candidate.likelihood < _MORE_LIKELY_THAN_NOT):
            continue
        if candidate.term is None and habits[place] < _OWN_HABIT:
            # A typing error, or a code that the text does not spell out.
            rare = bearers[place] < _FEWEST_BEARERS
            strange = rare or _is_coded(candidate.keyword, vocabulary, source)
            # What one organisation that is not the dataset's is alone to use.
            alone = users[place] < _FEWEST_PUBLISHERS and not habits[place]
            # A commune or a river of other datasets, which the record does not name.
            foreign = named[place] and not vocabulary.named[number] <= names_said
            far = not neighbourhood.shares_subject(number)
            if strange or alone or foreign or far:
                continue
        if not _has_idle_article(candidate, source):
            yield candidate


def from_concepts(
    vocabulary: PortalVocabulary, neighbourhood: Neighbourhood, source: Source, labels: Labels
) -> Iterator[Candidate]:
    """The concepts that the text names, under their preferred label, the best first.

    A large portal is lent no word that it does not use.
    """
    for term in controlled_terms(source, vocabulary, labels):
        named = labels.named(term.key)
        if named is None:
            continue
        known = neighbourhood.commonest(named.key)
        if known is None and neighbourhood.telling >= _HAS_ITS_WORDS:
            continue
        label = named.concept.label
        keyword = slug(label) if known is None else vocabulary.keywords[known]
        if keyword and says_something(keyword):
            yield Candidate(keyword, named.key, term, number=known)


def from_text(
    vocabulary: PortalVocabulary,
    neighbourhood: Neighbourhood,
    source: Source,
    names: AbstractSet[str],
) -> Iterator[Candidate]:
    """The phrases of the text that would do as keywords, the best first.

    Args:
        vocabulary: the portal's keywords, for their spelling.
        neighbourhood: what the dataset sees of them.
        source: the text.
        names: folded words that no phrase may hold.
    """
    for term in phrases(source, names):
        known = neighbourhood.commonest(term.key)
        keyword = slug(source.text_at(term.place)) if known is None else vocabulary.keywords[known]
        if keyword and says_something(keyword):
            candidate = Candidate(keyword=keyword, key=term.key, term=term, number=known)
            if not _has_idle_article(candidate, source):
                yield candidate


def _is_coded(keyword: str, vocabulary: PortalVocabulary, source: Source) -> bool:
    """Whether it holds a code that the words of the text do not spell out."""
    codes = filter(vocabulary.is_code, keyword.split("-"))
    return not all(map(source.abbreviates, codes))


def _has_idle_article(candidate: Candidate, source: Source) -> bool:
    """Whether it begins with an article that is not, in the text, part of a name.

    `la-rochelle` is what `La Rochelle` says; `le-saison`, a river, is not what a season is.
    """
    if not _ARTICLE.match(candidate.keyword):
        return False
    return candidate.term is None or not source.has_capital_article(candidate.term.place)
