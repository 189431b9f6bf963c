"""Learn how search results are ranked, and measure it on queries that were held out.

    python -m tools.search_weights

Reads the queries at `../shared/data`, indexes the catalogue beside them, cross-validates in ten
folds (queries whose answer is the same dataset stay in one fold) and writes
`src/eclaireur/search/weights.json`, learned on all of them. A multinomial logistic regression
over the candidates of each query, with L2, by gradient descent with momentum on standardised
features; the weight of what can only speak for a dataset is 0 or more.
"""

import asyncio
import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from benchmarks.search import Case, Held, cases, catalogue, measures
from eclaireur.core.ports import SearchFilters
from eclaireur.search.features import FEATURES
from eclaireur.search.index import CANDIDATES, SearchIndex
from eclaireur.search.ranking import Ranking
from eclaireur.search.reading import read_query

PLACE = Path(__file__).parent.parent / "src/eclaireur/search/weights.json"
FOLDS = 10
KINDS = {"words": ("real", "keywords", "typo"), "question": ("question",)}
UNSURE = ("publisher_views", "publisher_mean", "alike", "quality", "national", "age")
"""The features that may speak for a dataset or against it."""
PENALTIES = {"words": 0.05, "question": 0.1}
"""The L2 of each kind. Questions have fewer examples: their weights are drawn to those of words."""
SPEAKING_FOR = np.array([name not in UNSURE for name in FEATURES])
"""The features that can only speak for a dataset: their weights are kept from going below 0."""


class Example(NamedTuple):
    """A query with its candidates."""

    case: Case
    features: np.ndarray
    answer: int
    """The place of the expected dataset among them; -1 when it is not there."""


def main() -> None:
    examples = asyncio.run(_examples())
    ranks = _held_out_ranks(examples)
    for name in dict.fromkeys(each.case.kind for each in examples):
        of = [rank for rank, each in zip(ranks, examples, strict=True) if each.case.kind == name]
        print(f"{name:10} cross-validated: {measures(of)}")
    weights = {
        kind: dict(zip(FEATURES, (round(float(each), 4) for each in learned), strict=True))
        for kind, learned in _learned(examples).items()
    }
    PLACE.write_text(json.dumps(weights, indent=2) + "\n", "utf-8")


async def _examples() -> list[Example]:
    with TemporaryDirectory() as directory:
        index = SearchIndex(Path(directory), Held(catalogue()))
        opened = await index.opened()
        held = opened.records.row_of
        examples = []
        for case in cases():
            if case.expected not in held:
                continue
            read = read_query(case.query)
            senses = opened.reader.senses(read)
            ranks = Ranking(asks=read.asks, popularity=1.0)
            rows, covered, _ = opened.candidates(senses, SearchFilters(), ranks, CANDIDATES)
            there = np.flatnonzero(rows == held[case.expected])
            answer = int(there[0]) if len(there) else -1
            examples.append(Example(case, opened.reader.features(senses, covered, rows), answer))
        return examples


def _held_out_ranks(examples: list[Example]) -> list[int]:
    answers = sorted({each.case.expected for each in examples})
    np.random.default_rng(0).shuffle(answers)
    fold = {answer: place % FOLDS for place, answer in enumerate(answers)}
    ranks = [0] * len(examples)
    for held_out in range(FOLDS):
        others = [each for each in examples if fold[each.case.expected] != held_out]
        weights = _learned(others)
        for place, each in enumerate(examples):
            if fold[each.case.expected] == held_out:
                ranks[place] = _rank(each, weights[_kind(each)])
    return ranks


def _rank(example: Example, weights: np.ndarray) -> int:
    if example.answer < 0:
        return 10**6
    scores = example.features @ weights
    return int((scores > scores[example.answer]).sum()) + 1


def _kind(example: Example) -> str:
    return next(kind for kind, sets in KINDS.items() if example.case.kind in sets)


def _learned(examples: list[Example]) -> dict[str, np.ndarray]:
    """The weights of each kind of query."""
    weights: dict[str, np.ndarray] = {}
    prior = np.zeros(len(FEATURES))
    for kind, penalty in PENALTIES.items():
        of = [each for each in examples if _kind(each) == kind]
        prior = weights[kind] = _most_likely(of, penalty, prior)
    return weights


def _most_likely(examples: list[Example], penalty: float, prior: np.ndarray) -> np.ndarray:
    """The weights near `prior` under which each answer is the most likely of its candidates."""
    found = [each for each in examples if each.answer >= 0]
    times = Counter(each.case.expected for each in found)
    stacked = np.concatenate([each.features for each in found]).astype(np.float64)
    mean, spread = stacked.mean(0), stacked.std(0) + 1e-6
    stacked = (stacked - mean) / spread
    sizes = np.array([len(each.features) for each in found])
    starts = np.cumsum(sizes) - sizes
    answers = starts + np.array([each.answer for each in found])
    # A dataset that many queries look for must not be all that is learned.
    counts = np.array([times[each.case.expected] ** -0.5 for each in found])
    prior = prior * spread
    weights, speed = prior.copy(), np.zeros(len(FEATURES))
    for _ in range(200):
        scores = stacked @ weights
        likely = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        likely *= np.repeat(counts / np.add.reduceat(likely, starts), sizes)
        likely[answers] -= counts
        slope = likely @ stacked / counts.sum() + penalty * (weights - prior)
        speed = 0.9 * speed - 0.1 * slope
        weights += speed
        absurd = SPEAKING_FOR & (weights < 0)
        weights[absurd] = speed[absurd] = 0
    return weights / spread


if __name__ == "__main__":
    main()
