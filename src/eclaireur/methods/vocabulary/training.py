"""Learning to rank from a portal's own catalogue, and telling what one is worth.

Publishers are told apart by a hash of their names: those of one part teach, those of the other are
kept aside, the same for every ranker, so that two can be compared. Each dataset that teaches hides
its own keywords; half of them are seen as the first of their publisher, so that it learns
when to trust habits.
"""

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import TooFewDatasets
from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary.controlled import ControlledTerms
from eclaireur.methods.vocabulary.features import FEATURES, Evidences, evidences
from eclaireur.methods.vocabulary.method import choose
from eclaireur.methods.vocabulary.neighbourhood import Neighbourhood
from eclaireur.methods.vocabulary.portal import PortalVocabulary
from eclaireur.methods.vocabulary.ranker import Figures
from eclaireur.methods.vocabulary.readings import Readings
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.trees import Trees

_ASIDE = 5
"""One publisher in so many is kept aside."""
_TEACHING = 10_000
_TEACHING_OF_A_PUBLISHER = 15
_MEASURED = 600
_MEASURED_OF_A_PUBLISHER = 5
_FEWEST = 300
# Keywords that were not chosen are many, and much alike.
_OTHERS_KEPT = 0.3
# Of what tells how common a keyword is, in natural logarithms. Hiding the datasets of a publisher
# lowers the counts of its own keywords and of no other: exact, they would tell the answer.
_BLUR = 0.6
# A portal begins small: the trees learn from such catalogues too. Datasets, and how many times.
_SMALL = ((50, 12), (500, 4), (2_000, 2))
_PUBLISHERS_OF_A_SMALL = 12
_FEWEST_OF_A_PUBLISHER = 4
_SEED = 7

# What is measured is the ranking alone.
_NO_CONCEPT = ControlledTerms(()).labels(french=True)

Advance = Callable[[], None]
"""Told of each dataset looked at."""


class _Examples(NamedTuple):
    matrix: NDArray[np.float32]
    true: NDArray[np.bool_]


def learn(
    uses: Sequence[KeywordUse], vocabulary: PortalVocabulary, advance: Advance
) -> tuple[Trees, int]:
    """Learn from a catalogue to tell the keywords that a producer would choose.

    Args:
        uses: the catalogue.
        vocabulary: what it teaches.
        advance: told of the progress.

    Returns:
        The trees, and how many datasets they were learned from.

    Raises:
        TooFewDatasets: the catalogue has too few datasets with keywords.
    """
    teaching = [use for use in uses if use.keywords and not _is_aside(use)]
    taught = _varied(teaching, _TEACHING_OF_A_PUBLISHER)[:_TEACHING]
    if len(taught) < _FEWEST:
        raise TooFewDatasets(number=len(taught), minimum=_FEWEST)
    examples = [
        _example(vocabulary, use, newcomer=bool(number % 2), advance=advance)
        for number, use in enumerate(taught)
    ]
    for size, times in _SMALL:
        for number in range(times):
            examples += _of_a_small_catalogue(teaching, size, number, advance)
    draw = np.random.default_rng(_SEED)
    matrix = _blurred(np.concatenate([each.matrix for each in examples]), draw)
    true = np.concatenate([each.true for each in examples])
    kept = true | (draw.random(len(true)) < _OTHERS_KEPT)
    weights = np.where(true, 1.0, 1 / _OTHERS_KEPT)[kept]
    return Trees.grow(matrix[kept], true[kept], weights), len(examples)


def evaluate(
    compared: Sequence[Trees],
    uses: Iterable[KeywordUse],
    readings: Readings,
    advance: Advance,
    number: int = 5,
) -> list[Figures]:
    """Measure trees on the part of a catalogue that is kept aside.

    What is measured is taken out of the catalogue, and not merely hidden: trees that had learned
    to see what hiding leaves would look better than they are.

    Args:
        compared: the trees.
        uses: the catalogue.
        readings: what was read of it.
        advance: told of the progress.
        number: the most keywords to propose.

    Returns:
        The figures of each: the mean F1 of at most `number` keywords.
    """
    uses = list(uses)
    measured = _varied(
        (use for use in uses if use.keywords and use.publisher and _is_aside(use)),
        _MEASURED_OF_A_PUBLISHER,
    )[:_MEASURED]
    themselves = {use.identifier for use in measured}
    publishers = {use.publisher for use in measured}
    known = PortalVocabulary(readings.without(themselves))
    unseen = PortalVocabulary(
        readings.without({use.identifier for use in uses if use.publisher in publishers})
    )
    scores: list[tuple[list[float], list[float]]] = [([], []) for _ in compared]
    for use in measured:
        for place, vocabulary in enumerate((known, unseen)):
            dataset, source, around, seen = _seen(vocabulary, use, newcomer=False)
            if vocabulary is known and not around.siblings:
                continue
            for trees, scored in zip(compared, scores, strict=True):
                chosen = choose(
                    vocabulary, trees, dataset, source, around, seen, number, _NO_CONCEPT
                )
                scored[place].append(_f1({each.keyword for each in chosen}, set(use.keywords)))
        advance()
    return [
        Figures(known=_mean(of_known), unseen=_mean(of_unseen), records=len(of_unseen))
        for of_known, of_unseen in scores
    ]


def _of_a_small_catalogue(
    uses: Sequence[KeywordUse], size: int, seed: int, advance: Advance
) -> Iterator[_Examples]:
    """What the datasets kept aside from a small catalogue, of a few publishers, teach."""
    draw = random.Random(seed)  # noqa: S311 - a sample, not a secret
    counts = Counter[str | None](use.publisher for use in uses)
    names = sorted(name for name, n in counts.items() if name and n >= _FEWEST_OF_A_PUBLISHER)
    draw.shuffle(names)
    chosen: set[str | None] = set()
    for name in names:
        if len(chosen) >= _PUBLISHERS_OF_A_SMALL and sum(counts[n] for n in chosen) >= size:
            break
        chosen.add(name)
    pool = [use for use in uses if use.publisher in chosen]
    drawn = draw.sample(pool, min(size, len(pool)))
    aside, learned = drawn[: size // 5], drawn[size // 5 :]
    vocabulary = PortalVocabulary.learn(learned)
    for use in aside:
        yield _example(vocabulary, use, newcomer=False, advance=advance)


def _example(
    vocabulary: PortalVocabulary, use: KeywordUse, *, newcomer: bool, advance: Advance
) -> _Examples:
    *_, seen = _seen(vocabulary, use, newcomer=newcomer)
    carried = [vocabulary.numbers[each] for each in use.keywords if each in vocabulary.numbers]
    advance()
    return _Examples(seen.matrix, np.isin(seen.keywords, carried))


def _blurred(matrix: NDArray[np.float32], draw: np.random.Generator) -> NDArray[np.float32]:
    """The examples, with counts that tell how common a keyword is and no longer which it is."""
    bearers, users, ratio = map(FEATURES.index, ("bearers", "users", "bearers_a_user"))
    for column in (bearers, users):
        matrix[:, column] += draw.uniform(-_BLUR, _BLUR, len(matrix)).astype(np.float32)
    matrix[:, ratio] = matrix[:, bearers] - matrix[:, users]
    return matrix


def _seen(
    vocabulary: PortalVocabulary, use: KeywordUse, *, newcomer: bool
) -> tuple[Dataset, Source, Neighbourhood, Evidences]:
    dataset = Dataset.model_validate(use.model_dump() | {"keywords": ()})
    source = Source(dataset)
    around = Neighbourhood(vocabulary, dataset, source, newcomer=newcomer)
    return dataset, source, around, evidences(vocabulary, around, source)


def _is_aside(use: KeywordUse) -> bool:
    return _hash(use.publisher or use.identifier) % _ASIDE == 0


def _varied(uses: Iterable[KeywordUse], most: int) -> list[KeywordUse]:
    """In an order of chance that is always the same, at most so many of each publisher."""
    counts = Counter[str]()
    varied = []
    for use in sorted(uses, key=lambda each: _hash(each.identifier)):
        counts[use.publisher or use.identifier] += 1
        if counts[use.publisher or use.identifier] <= most:
            varied.append(use)
    return varied


def _hash(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:8])


def _f1(proposed: set[str], chosen: set[str]) -> float:
    return 2 * len(proposed & chosen) / (len(proposed) + len(chosen))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
