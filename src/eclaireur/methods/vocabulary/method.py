"""Keywords from the portal's vocabulary, each with what supports it."""

from collections.abc import Awaitable, Callable, Iterator

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Evidence
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Reason
from eclaireur.methods.vocabulary.candidates import Candidate, from_catalogue, from_text
from eclaireur.methods.vocabulary.features import Evidences, evidences
from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.selection import selected
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.trees import Trees

READS = ("title", "acronym", "description", "keywords", "publisher", "spatial")
"""The fields of a dataset that a proposal depends on."""


class PortalKeywords:
    """Proposes what similar datasets, the same publisher and the text itself suggest."""

    name = "portal-vocabulary"
    model = None

    def __init__(
        self,
        vocabulary: Callable[[], Awaitable[PortalVocabulary]],
        trees: Trees,
        number: int,
    ) -> None:
        self._vocabulary = vocabulary
        self._trees = trees
        self._number = number

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        """Propose keywords, the likeliest first."""
        vocabulary = await self._vocabulary()
        source = Source(dataset)
        neighbourhood = Neighbourhood(vocabulary, dataset, source)
        seen = evidences(vocabulary, neighbourhood, source)
        chosen = choose(vocabulary, self._trees, dataset, source, neighbourhood, seen, self._number)
        if not chosen:
            code = "no-other-keyword" if dataset.keywords else "no-keyword-found"
            return Withheld(Reason(code=code))
        return Proposal(
            value=tuple(each.keyword for each in chosen),
            evidence=tuple(
                evidence for each in chosen for evidence in _evidence(each, source, neighbourhood)
            ),
        )


def choose(
    vocabulary: PortalVocabulary,
    trees: Trees,
    dataset: Dataset,
    source: Source,
    neighbourhood: Neighbourhood,
    seen: Evidences,
    number: int,
) -> list[Candidate]:
    """The few keywords to propose, those that tell of the subject first."""
    chosen = selected(
        from_catalogue(vocabulary, trees, neighbourhood, seen, source),
        from_text(vocabulary, neighbourhood, source, source.names_around(vocabulary.names)),
        number,
        usual=neighbourhood.usual_number(),
        present=map(vocabulary.key, dataset.keywords),
        named=map(vocabulary.key, filter(None, (dataset.publisher, dataset.acronym))),
    )
    return sorted(chosen, key=lambda each: not says_something(each.keyword))


def _evidence(
    candidate: Candidate, source: Source, neighbourhood: Neighbourhood
) -> Iterator[Evidence]:
    if candidate.term is not None:
        yield Evidence(part=candidate.keyword, support=source.passage(candidate.term.place))
    bearers = None if candidate.number is None else neighbourhood.bearers(candidate.number)
    if bearers is not None:
        yield Evidence(part=candidate.keyword, support=bearers)
