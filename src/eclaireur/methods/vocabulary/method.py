"""Keywords from the portal's vocabulary, each with what supports it."""

from collections.abc import Awaitable, Callable, Iterator
from itertools import chain

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Reason
from eclaireur.methods.vocabulary.candidates import (
    Candidate,
    from_catalogue,
    from_concepts,
    from_text,
)
from eclaireur.methods.vocabulary.controlled import ControlledTerms, Labels
from eclaireur.methods.vocabulary.features import Evidences, evidences
from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.selection import selected
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.trees import Trees
from eclaireur.text.wording import is_french

READS = ("title", "acronym", "description", "keywords", "publisher", "spatial")
"""The fields of a dataset that a proposal depends on."""


ENOUGH_TO_LEARN = 50
"""Other datasets with keywords. With fewer, one proposal in three or less is what people chose."""


class PortalKeywords:
    """Proposes what similar datasets, the same publisher and the text itself suggest."""

    name = "portal-vocabulary"
    model = None

    def __init__(
        self,
        vocabulary: Callable[[], Awaitable[PortalVocabulary]],
        trees: Trees,
        number: int,
        controlled: ControlledTerms,
    ) -> None:
        self._vocabulary = vocabulary
        self._controlled = controlled
        self._trees = trees
        self._number = number

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        """Propose keywords, the likeliest first."""
        vocabulary = await self._vocabulary()
        source = Source(dataset)
        neighbourhood = Neighbourhood(vocabulary, dataset, source)
        seen = evidences(vocabulary, neighbourhood, source)
        labels = self._controlled.labels(french=is_french("\n".join(source.texts.values())))
        chosen = choose(
            vocabulary, self._trees, dataset, source, neighbourhood, seen, self._number, labels
        )
        if not chosen:
            code = "no-other-keyword" if dataset.keywords else "no-keyword-found"
            return Withheld(Reason(code=code))
        return Proposal(
            value=tuple(each.keyword for each in chosen),
            evidence=tuple(
                evidence
                for each in chosen
                for evidence in _evidence(each, source, neighbourhood, labels)
            ),
            caution=_coldness(neighbourhood),
        )


def choose(
    vocabulary: PortalVocabulary,
    trees: Trees,
    dataset: Dataset,
    source: Source,
    neighbourhood: Neighbourhood,
    seen: Evidences,
    number: int,
    labels: Labels,
) -> list[Candidate]:
    """The few keywords to propose, those that tell of the subject first.

    Concepts that the text names come after what the portal's habits speak for, and before
    phrases that nobody has named.
    """
    chosen = selected(
        from_catalogue(vocabulary, trees, neighbourhood, seen, source),
        _told(vocabulary, dataset, source, neighbourhood, labels),
        number,
        usual=neighbourhood.usual_number(),
        present=map(vocabulary.key, dataset.keywords),
        named=map(vocabulary.key, filter(None, (dataset.publisher, dataset.acronym))),
    )
    return sorted(chosen, key=lambda each: not says_something(each.keyword))


def _told(
    vocabulary: PortalVocabulary,
    dataset: Dataset,
    source: Source,
    neighbourhood: Neighbourhood,
    labels: Labels,
) -> Iterator[Candidate]:
    """What the text tells, the portal's own words first. Few datasets need it."""
    told = chain(
        from_concepts(vocabulary, neighbourhood, source, labels),
        from_text(vocabulary, neighbourhood, source, source.names_around(vocabulary.names)),
    )
    # The portal's keys may not know the word of an elided article: `qualite-de-lair`.
    new = [each for each in told if each.keyword not in dataset.keywords]
    yield from sorted(new, key=lambda each: each.number is None)


def _coldness(neighbourhood: Neighbourhood) -> Reason | None:
    """That the catalogue is too small to have habits, if it is."""
    if neighbourhood.telling >= ENOUGH_TO_LEARN:
        return None
    return Reason(
        code="cold-catalogue",
        params={"datasets": neighbourhood.telling, "minimum": ENOUGH_TO_LEARN},
    )


def _evidence(
    candidate: Candidate, source: Source, neighbourhood: Neighbourhood, labels: Labels
) -> Iterator[Evidence]:
    if candidate.term is not None:
        yield Evidence(part=candidate.keyword, support=source.passage(candidate.term.place))
        named = labels.named(candidate.key)
        if named is not None:
            yield Evidence(part=candidate.keyword, support=named.concept)
    bearers = None if candidate.number is None else neighbourhood.bearers(candidate.number)
    if bearers is not None:
        yield Evidence(part=candidate.keyword, support=bearers)
