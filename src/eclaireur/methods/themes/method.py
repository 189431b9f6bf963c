"""Themes that a dataset's own words, its keywords and its neighbours speak of."""

import math
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field

from eclaireur.core.dataset import Dataset
from eclaireur.core.evidence import Alike, DatasetReference, Evidence, OwnKeyword, Passage, Support
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.core.suggestion import Reason
from eclaireur.core.theme import theme_uri
from eclaireur.methods.themes.lexicon import Lexicon, lexicon
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary
from eclaireur.methods.vocabulary.controlled import Labels
from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.source import Place, Source
from eclaireur.methods.vocabulary.subjects import content_words
from eclaireur.text.wording import is_french

READS = ("title", "acronym", "description", "keywords", "publisher", "spatial", "theme")
"""The fields of a dataset that a proposal depends on."""

MOST = 2
"""Themes proposed."""

_IN_TITLE, _IN_KEYWORDS, _IN_DESCRIPTION, _IN_PUBLISHER, _AROUND, _BY_CONCEPT = (
    2.0,
    1.2,
    0.6,
    0.6,
    2.5,
    0.7,
)
_MOST_IN_TITLE, _MOST_IN_KEYWORDS, _MOST_IN_DESCRIPTION = 3.0, 2.4, 1.5
_NEIGHBOURS = 12
_EXAMPLES = 3
# A few neighbours, far away, are sure of nothing.
_AGAINST = 0.6
_SUPPORTS = 3

_ENOUGH = 1.6
_SHARE = 0.3
_ENOUGH_FOR_SECOND = 2.4
_AS_MUCH = 0.6


@dataclass
class _Case:
    """What speaks for one theme."""

    title: float = 0
    keywords: float = 0
    description: float = 0
    others: float = 0
    supports: list[tuple[float, Support]] = field(default_factory=list)

    @property
    def score(self) -> float:
        return (
            min(_MOST_IN_TITLE, _IN_TITLE * self.title)
            + min(_MOST_IN_KEYWORDS, _IN_KEYWORDS * self.keywords)
            + min(_MOST_IN_DESCRIPTION, _IN_DESCRIPTION * math.log1p(self.description))
            + self.others
        )


class ThemesOfWords:
    """Proposes the one or two themes that most speaks for, or none where nothing is sure."""

    name = "theme-lexicon"
    model = None

    def __init__(
        self,
        vocabulary: Callable[[], Awaitable[PortalVocabulary]],
        controlled: ControlledTerms,
    ) -> None:
        self._vocabulary = vocabulary
        self._controlled = controlled

    async def propose(self, dataset: Dataset) -> Proposal | Withheld:
        """Propose themes, the surest first."""
        vocabulary = await self._vocabulary()
        source = Source(dataset)
        french = is_french("\n".join(source.texts.values()))
        terms = lexicon(french=french)
        cases: dict[str, _Case] = {}
        _read_text(source, terms, self._controlled.labels(french=french), cases)
        _read_names(dataset, terms, cases)
        _look_around(Neighbourhood(vocabulary, dataset, source), vocabulary, terms, cases)
        chosen = _chosen({theme: case.score for theme, case in cases.items()})
        if not chosen:
            return Withheld(Reason(code="no-theme-found"))
        new = [theme for theme in chosen if theme_uri(theme) not in dataset.theme]
        if not new:
            return Withheld(Reason(code="no-other-theme"))
        return Proposal(
            value=tuple(map(theme_uri, new)),
            evidence=tuple(
                Evidence(part=theme_uri(theme), support=support)
                for theme in new
                for support in _strongest(cases[theme].supports)
            ),
        )


def _read_text(source: Source, terms: Lexicon, labels: Labels, cases: dict[str, _Case]) -> None:
    """Count what the title, the description and the concepts that they name speak of."""
    met = set[tuple[str, str]]()
    for where, clause in source.clauses:
        for said in terms.said(clause):
            new = (where, said.key) not in met
            met.add((where, said.key))
            for theme, weight in said.themes.items():
                case = cases.setdefault(theme, _Case())
                if where == "description":
                    case.description += weight
                elif new:
                    case.title += weight
                if new:
                    place = Place(where, said.words[0].start, said.words[-1].end)
                    strength = weight * (_IN_TITLE if where == "title" else _IN_DESCRIPTION)
                    case.supports.append((strength, source.passage(place)))
        for key, _ in labels.known_runs(clause):
            named = labels.named(key)
            if named is None or ("concept", key) in met:
                continue
            met.add(("concept", key))
            above = terms.themes_of(named.concept.broader or "")
            for theme, weight in (above or terms.themes_of(named.concept.label)).items():
                case = cases.setdefault(theme, _Case())
                case.others += _BY_CONCEPT * weight
                case.supports.append((_BY_CONCEPT * weight, named.concept))


def _read_names(dataset: Dataset, terms: Lexicon, cases: dict[str, _Case]) -> None:
    """Count what the dataset's own keywords and its publisher's name speak of."""
    for keyword in dataset.keywords:
        for theme, weight in terms.themes_of(keyword).items():
            case = cases.setdefault(theme, _Case())
            case.keywords += weight
            case.supports.append((_IN_KEYWORDS * weight, OwnKeyword(keyword=keyword)))
    name = dataset.publisher or ""
    for said in terms.said(content_words(name)):
        start, end = said.words[0].start, said.words[-1].end
        passage = Passage(field="publisher", start=start, end=end, text=name[start:end])
        for theme, weight in said.themes.items():
            case = cases.setdefault(theme, _Case())
            case.others += _IN_PUBLISHER * weight
            case.supports.append((_IN_PUBLISHER * weight, passage))


def _look_around(
    around: Neighbourhood, vocabulary: PortalVocabulary, terms: Lexicon, cases: dict[str, _Case]
) -> None:
    """Count what the keywords of the nearest datasets speak of."""
    nearest = [
        (int(row), float(similarity), vocabulary.carried.list(row).tolist())
        for row, similarity in zip(*around.nearest, strict=True)
    ]
    nearest = [each for each in nearest if each[2]][:_NEIGHBOURS]
    whole = sum(similarity for _, similarity, _ in nearest) + _AGAINST
    shares, bearers = dict[str, float](), dict[str, list[int]]()
    for row, similarity, carried in nearest:
        told: dict[str, float] = {}
        for number in carried:
            for theme, weight in terms.themes_of(vocabulary.keywords[number]).items():
                told[theme] = max(weight, told.get(theme, 0))
        for theme, weight in told.items():
            share = weight * similarity / whole / math.sqrt(len(told))
            shares[theme] = shares.get(theme, 0) + share
            bearers.setdefault(theme, []).append(row)
    for theme, share in shares.items():
        case = cases.setdefault(theme, _Case())
        case.others += _AROUND * share
        rows = bearers[theme]
        few = tuple(_reference(vocabulary, row) for row in rows[:_EXAMPLES])
        alike = Alike(count=len(rows), examples=few)
        case.supports.append((_AROUND * share, alike))


def _chosen(scores: Mapping[str, float]) -> list[str]:
    """The theme that most speaks for, and the next one if it is nearly as sure."""
    ranked = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
    if not ranked or ranked[0][1] < max(_ENOUGH, _SHARE * sum(scores.values())):
        return []
    best = ranked[0][1]
    return [
        theme
        for rank, (theme, score) in enumerate(ranked[:MOST])
        if not rank or score >= max(_ENOUGH_FOR_SECOND, _AS_MUCH * best)
    ]


def _strongest(supports: Iterable[tuple[float, Support]]) -> Iterable[Support]:
    ranked = sorted(supports, key=lambda each: -each[0])
    return [support for _, support in ranked[:_SUPPORTS]]


def _reference(vocabulary: PortalVocabulary, row: int) -> DatasetReference:
    return DatasetReference(identifier=vocabulary.identifiers[row], title=vocabulary.titles[row])
