"""The keywords that may suit a dataset, and what speaks for each."""

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.terms import Term, known_terms, phrases
from eclaireur.text.slug import slug

_FEWEST_BEARERS = 3
_FEWEST_PUBLISHERS = 2
# The weight of neighbours that would say nothing: a few weak ones cannot be sure of anything.
_DOUBT = 0.5
# What so many of the publisher's datasets carry is its own, code or place.
_OWN_HABIT = 0.55
_ARTICLE = re.compile(r"(?:les?|la|l|une?|des|du)-")


class Candidate(NamedTuple):
    """A keyword and its features."""

    keyword: str
    key: str
    term: Term | None
    """Where the text holds it, in the singular or the plural."""
    vote: float = 0
    """The share of the nearest datasets that carry it, each weighing by its similarity."""
    habit: float = 0
    """The share of the publisher's other datasets that carry it."""
    bearers: int = 0
    """How many datasets of the catalogue carry it."""
    publishers: int = 0
    """How many publishers use it."""


def from_catalogue(
    vocabulary: PortalVocabulary, neighbourhood: Neighbourhood, source: Source
) -> Iterator[Candidate]:
    """The keywords of the portal that similar datasets, the publisher or the text suggest."""
    found = known_terms(source, vocabulary)
    names_said = source.names_said()
    votes = _votes(neighbourhood)
    said = (neighbourhood.commonest(key) for key in found)
    for keyword in dict.fromkeys((*votes, *neighbourhood.habits(), *filter(None, said))):
        key = vocabulary.key(keyword)
        candidate = Candidate(
            keyword=keyword,
            key=key,
            term=found.get(key),
            vote=votes.get(keyword, 0),
            habit=neighbourhood.habit(keyword),
            bearers=neighbourhood.count(keyword),
            publishers=neighbourhood.publishers(keyword),
        )
        # A commune or a river of other datasets, which the record does not name.
        foreign = not vocabulary.named.get(keyword, frozenset()) <= names_said
        strange = candidate.term is None and (foreign or _is_coded(keyword, vocabulary, source))
        lendable = not _is_noise(candidate) and (candidate.habit >= _OWN_HABIT or not strange)
        if key and (candidate.term or lendable) and not _has_idle_article(candidate, source):
            yield candidate


def from_text(
    neighbourhood: Neighbourhood, source: Source, names: AbstractSet[str]
) -> Iterator[Candidate]:
    """The phrases of the text that would do as keywords, the best first.

    Args:
        neighbourhood: what the dataset sees of the portal's keywords, for their spelling.
        source: the text.
        names: folded words that no phrase may hold.
    """
    for term in phrases(source, names):
        keyword = neighbourhood.commonest(term.key) or slug(source.text_at(term.place))
        if keyword and says_something(keyword):
            candidate = Candidate(keyword=keyword, key=term.key, term=term)
            if not _has_idle_article(candidate, source):
                yield candidate


def _votes(neighbourhood: Neighbourhood) -> dict[str, float]:
    """How the nearest datasets vote.

    Those of one publisher are often made from one template: each weighs less than the
    one before, so that none decides alone.
    """
    votes: dict[str, float] = {}
    heard = Counter[str | None]()
    total = _DOUBT
    for similarity, publisher, keywords in neighbourhood.nearest():
        heard[publisher] += 1
        weight = similarity**2 / heard[publisher]
        total += weight
        for keyword in keywords:
            votes[keyword] = votes.get(keyword, 0) + weight
    return {keyword: vote / total for keyword, vote in votes.items()}


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


def _is_noise(candidate: Candidate) -> bool:
    """A typing error, or the code of one organisation that is not the dataset's."""
    if candidate.bearers < _FEWEST_BEARERS:
        return True
    return candidate.publishers < _FEWEST_PUBLISHERS and candidate.habit == 0
