"""How often the keywords proposed are those that producers chose.

`python -m benchmarks.keywords [--limit N]` splits the catalogue: one organisation in ten is
kept aside whole, and one record in twenty of the others. It learns the rest, then proposes
keywords for what was kept aside, without showing the keywords. At most five records of an
organisation are counted, so that no harvester decides of the figures.
"""

import argparse
import asyncio
import hashlib
import random
import resource
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from yake import KeywordExtractor

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import EclaireurError
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal
from eclaireur.methods.vocabulary import PortalVocabulary
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.terms import known_terms
from eclaireur.tasks import keywords
from eclaireur.tasks.keywords import KEYWORDS_PROPOSED
from eclaireur.text.slug import slug
from eclaireur.text.words import words

CATALOGUE = Path(__file__).parents[2] / "shared" / "data" / "catalogue.jsonl.gz"
_RECORDS_OF_AN_ORGANISATION = 5
_RESAMPLES = 1_000
_SEED = 7

Method = Callable[[Dataset], Awaitable[Sequence[str]]]


@dataclass(frozen=True)
class Split:
    """What is learned, and what is kept aside."""

    learned: list[KeywordUse]
    known: list[Dataset]
    """Records of organisations that have others in `learned`."""
    unseen: list[Dataset]
    """Records of organisations that have none."""


@dataclass(frozen=True)
class Figures:
    """What one method gave on one part."""

    exact: list[float]
    """F1@5 of each record: a keyword counts if it is exactly one of the producer's."""
    allowed: list[float]
    """The same, without the producer's keywords that are never proposed (`open-data`)."""
    stems: list[float]
    """The same, when the stems of the words are enough."""
    withheld: float
    """The share of records without any keyword."""
    rate: float
    """Records a second, on one core."""


def split(datasets: Iterator[Dataset], limit: int) -> Split:
    """Split by a hash of names, so that every run keeps the same records aside."""
    learned, known, unseen = [], [], []
    for dataset in datasets:
        if dataset.publisher is not None and _one_in(10, dataset.publisher):
            unseen.append(dataset)
        elif dataset.publisher is not None and dataset.keywords and _one_in(20, dataset.identifier):
            known.append(dataset)
        else:
            learned.append(
                KeywordUse(
                    identifier=dataset.identifier,
                    title=dataset.title,
                    publisher=dataset.publisher,
                    keywords=dataset.keywords,
                )
            )
    publishers = {use.publisher for use in learned}
    known = [each for each in known if each.publisher in publishers]
    return Split(learned, _varied(known, limit), _varied(unseen, limit))


def _one_in(number: int, name: str) -> bool:
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % number == 0


def _varied(datasets: list[Dataset], limit: int) -> list[Dataset]:
    shuffled = sorted((each for each in datasets if each.keywords), key=lambda d: d.identifier)
    random.Random(_SEED).shuffle(shuffled)  # noqa: S311 - a sample, not a secret
    seen = Counter[str | None]()
    varied = []
    for dataset in shuffled:
        seen[dataset.publisher] += 1
        if seen[dataset.publisher] <= _RECORDS_OF_AN_ORGANISATION:
            varied.append(dataset)
    return varied[:limit]


def eclaireur(vocabulary: PortalVocabulary) -> Method:
    async def learned() -> PortalVocabulary:
        return vocabulary

    method = keywords.task(learned).method

    async def propose(dataset: Dataset) -> Sequence[str]:
        answer = await method.propose(dataset)
        return tuple(answer.value) if isinstance(answer, Proposal) else ()

    return propose


def vocabulary_in_text(vocabulary: PortalVocabulary) -> Method:
    """The keywords of the portal that the text holds, those of the title first."""

    async def propose(dataset: Dataset) -> Sequence[str]:
        found = known_terms(Source(dataset), vocabulary)
        return [
            max(vocabulary.spellings[key], key=lambda each: len(vocabulary.bearers[each]))
            for key in found
        ][:KEYWORDS_PROPOSED]

    return propose


def yake() -> Method:
    extractor = KeywordExtractor(lan="fr", n=3, top=KEYWORDS_PROPOSED)

    async def propose(dataset: Dataset) -> Sequence[str]:
        text = "\n".join(Source(dataset).texts.values())
        return [each for term, _ in extractor.extract_keywords(text) if (each := slug(term))]

    return propose


async def measure(method: Method, datasets: Sequence[Dataset]) -> Figures:
    exact, allowed, stems, withheld = [], [], [], 0
    duration = 0.0
    for dataset in datasets:
        shown = dataset.model_copy(update={"keywords": ()})
        start = time.process_time()
        proposed = await method(shown)
        duration += time.process_time() - start
        withheld += not proposed
        exact.append(f1(frozenset(proposed), frozenset(dataset.keywords)))
        if sensible := frozenset(filter(says_something, dataset.keywords)):
            allowed.append(f1(frozenset(proposed), sensible))
        stems.append(f1(_stems(proposed), _stems(dataset.keywords)))
    return Figures(exact, allowed, stems, withheld / len(datasets), len(datasets) / duration)


def f1(proposed: frozenset[str], chosen: frozenset[str]) -> float:
    return 2 * len(proposed & chosen) / (len(proposed) + len(chosen))


def _stems(each: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(word.stem for word in words(keyword)) for keyword in each)


def interval(values: Sequence[float]) -> str:
    """The mean, with the bounds between which 95 % of the resampled means fall."""
    draw = random.Random(_SEED)  # noqa: S311 - a bootstrap, not a secret
    means = sorted(statistics.fmean(draw.choices(values, k=len(values))) for _ in range(_RESAMPLES))
    low, high = means[_RESAMPLES // 40], means[-_RESAMPLES // 40]
    return f"{statistics.fmean(values):.3f} [{low:.3f}, {high:.3f}]"


def _datasets() -> Iterator[Dataset]:
    for read in read_catalogue(str(CATALOGUE)):
        if isinstance(read, EclaireurError):
            raise read
        yield read


async def compare(limit: int) -> Table:
    parts = split(_datasets(), limit)
    start = time.process_time()
    vocabulary = PortalVocabulary.learn(parts.learned)
    learning = time.process_time() - start
    methods = {
        "Éclaireur": eclaireur(vocabulary),
        "vocabulary in text": vocabulary_in_text(vocabulary),
        "YAKE": yake(),
    }
    table = Table(
        "method",
        "organisations",
        "records",
        "F1@5",
        "F1@5, allowed",
        "F1@5, stems",
        "withheld",
        "records/s",
    )
    for name, method in methods.items():
        for part, datasets in (("known", parts.known), ("unseen", parts.unseen)):
            figures = await measure(method, datasets)
            table.add_row(
                name,
                part,
                str(len(datasets)),
                interval(figures.exact),
                interval(figures.allowed),
                interval(figures.stems),
                f"{figures.withheld:.1%}",
                f"{figures.rate:.0f}",
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table.caption = f"{len(parts.learned)} records learned in {learning:.1f} s; peak {peak:.0f} MiB"
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=1_000, help="records counted in each part")
    arguments = parser.parse_args()
    if not CATALOGUE.exists():
        print(f"Skipped: {CATALOGUE} is absent.")
        return
    Console(width=140).print(asyncio.run(compare(arguments.limit)))


if __name__ == "__main__":
    main()
