"""What a portal would do without Éclaireur's methods, to set beside them."""

from collections.abc import Awaitable, Callable

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Reason
from eclaireur.methods.extraction import LONGEST
from eclaireur.methods.vocabulary import PortalVocabulary
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.terms import known_terms
from eclaireur.text.markup import readable
from eclaireur.text.sentences import sentences


class FirstSentence:
    """The first sentence of the description, cut at the length that the portal takes."""

    name = "first-sentence"
    model = None

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        found = first_sentence(dataset.description)
        if not found:
            return Withheld(Reason(code="no-sentence-on-content"))
        return Proposal(value=found, evidence=())


class VocabularyInText:
    """The keywords of the portal that the text holds, those of the title first.

    A record of the catalogue is read as if the catalogue did not hold it.
    """

    name = "vocabulary-in-text"
    model = None

    def __init__(self, vocabulary: Callable[[], Awaitable[PortalVocabulary]], number: int) -> None:
        self._vocabulary = vocabulary
        self._number = number

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        found = vocabulary_in_text(dataset, await self._vocabulary())[: self._number]
        if not found:
            return Withheld(Reason(code="no-keyword-found"))
        return Proposal(value=tuple(found), evidence=())


def first_sentence(description: str) -> str:
    """The first sentence of a description, cut where the portal cuts."""
    text = readable(description).text
    start, end = next(sentences(text.partition("\n")[0]), (0, 0))
    return text[start:end][:LONGEST]


def vocabulary_in_text(dataset: Dataset, vocabulary: PortalVocabulary) -> list[str]:
    """The keywords of other datasets that the text holds, as most of them write each."""
    own: frozenset[int] = frozenset()
    row = vocabulary.rows.get(dataset.portal_identifier)
    if row is not None:
        own = frozenset(map(int, vocabulary.carried.list(row)))
    kept = []
    for key in known_terms(Source(dataset), vocabulary):
        counts = {
            number: int(vocabulary.counts[number]) - (number in own)
            for number in vocabulary.spellings[key]
        }
        commonest = max(counts, key=lambda number: counts[number])
        if counts[commonest] > 0:
            kept.append(vocabulary.keywords[commonest])
    return kept
