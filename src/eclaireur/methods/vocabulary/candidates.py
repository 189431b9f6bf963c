"""The keywords that may suit a dataset, and what speaks for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.terms import Term, phrases
from eclaireur.text.slug import slug

# How much more a near dataset counts than a far one.
_SHARPNESS = 3
_FEWEST_BEARERS = 3
_FEWEST_PUBLISHERS = 2
# Below this similarity, a title shares no more than a common word.
_FAR = 0.35


@dataclass(frozen=True)
class Candidate:
    """A keyword and its features."""

    keyword: str
    key: str
    term: Term | None
    """Where the text holds it, in the singular or the plural."""
    vote: float = 0
    """The share of the nearest datasets that carry it, each weighing by its similarity."""
    nearness: float = 0
    """The similarity of the nearest dataset that carries it."""
    habit: float = 0
    """The share of the publisher's other datasets that carry it."""
    bearers: int = 0
    """How many datasets of the catalogue carry it."""
    publishers: int = 0
    """How many publishers use it."""


def from_catalogue(
    vocabulary: PortalVocabulary, neighbourhood: Neighbourhood, found: Mapping[str, Term]
) -> Iterator[Candidate]:
    """The keywords of the portal that similar datasets, the publisher or the text suggest.

    Args:
        vocabulary: the portal's.
        neighbourhood: what the dataset sees of it.
        found: the keywords of the portal that the text holds, by key.
    """
    votes, nearness = _votes(neighbourhood)
    said = (neighbourhood.commonest(key) for key in found)
    keywords = dict.fromkeys((*votes, *neighbourhood.habits(), *filter(None, said)))
    for keyword in keywords:
        key = vocabulary.key(keyword)
        candidate = Candidate(
            keyword=keyword,
            key=key,
            vote=votes.get(keyword, 0),
            nearness=nearness.get(keyword, 0),
            habit=neighbourhood.habit(keyword),
            bearers=neighbourhood.count(keyword),
            publishers=neighbourhood.publishers(keyword),
            term=found.get(key),
        )
        if key and not _is_noise(candidate):
            yield candidate


def from_text(source: Source) -> Iterator[Candidate]:
    """The phrases of the text that would be new keywords, the best first."""
    for term in phrases(source):
        keyword = slug(source.text_at(term.place))
        if keyword and says_something(keyword):
            yield Candidate(keyword=keyword, key=term.key, term=term)


def _votes(neighbourhood: Neighbourhood) -> tuple[dict[str, float], dict[str, float]]:
    votes: dict[str, float] = {}
    nearness: dict[str, float] = {}
    total = 0.0
    for similarity, keywords in neighbourhood.nearest():
        weight = similarity**_SHARPNESS
        total += weight
        for keyword in keywords:
            votes[keyword] = votes.get(keyword, 0) + weight
            nearness[keyword] = max(nearness.get(keyword, 0), similarity)
    return {keyword: vote / total for keyword, vote in votes.items()}, nearness


def _is_noise(candidate: Candidate) -> bool:
    """A typing error, the code of one organisation that is not the dataset's, or a stray vote."""
    if candidate.term is not None:
        return False
    if candidate.bearers < _FEWEST_BEARERS:
        return True
    foreign = candidate.publishers < _FEWEST_PUBLISHERS or candidate.nearness < _FAR
    return foreign and candidate.habit == 0
