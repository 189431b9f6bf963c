"""How often the keywords proposed are those that producers chose.

`python -m benchmarks.keywords [--limit N]` keeps records aside, learns the others, then proposes
keywords for what was kept aside, without showing its keywords. Of the whole catalogue, it keeps
one organisation in ten aside, and one record in twenty of the others. It then does as much with
small catalogues, of a dozen organisations drawn by chance, and with none at all. At most five
records of an organisation are counted, so that no harvester decides of the figures.
"""

import argparse
import asyncio
import hashlib
import multiprocessing
import random
import resource
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from rich.console import Console
from rich.table import Table
from yake import KeywordExtractor

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.errors import EclaireurError
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal
from eclaireur.evaluation.baselines import vocabulary_in_text
from eclaireur.evaluation.measures.intervals import bootstrap
from eclaireur.evaluation.measures.labels import f1, stems
from eclaireur.methods.vocabulary import (
    ControlledTerms,
    PortalKeywords,
    PortalVocabulary,
    Readings,
    learn,
)
from eclaireur.methods.vocabulary.rules import says_something
from eclaireur.methods.vocabulary.source import Source
from eclaireur.methods.vocabulary.trees import Trees
from eclaireur.tasks.keywords import KEYWORDS_PROPOSED
from eclaireur.text.slug import slug
from eclaireur.vocabularies import read_vocabulary

_DATA = Path(__file__).parents[2] / "shared" / "data"
CATALOGUE = _DATA / "catalogue.jsonl.gz"
EUROVOC = _DATA / "vocab" / "eurovoc_fr_en.jsonl"
_RECORDS_OF_AN_ORGANISATION = 5
_SMALL = {50: 20, 500: 4, 2_000: 2}
"""Sizes of the small catalogues, and how many are drawn of each."""
_ORGANISATIONS = 12
_FEWEST_RECORDS = 4
_PROCESSES = 2
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
    proposed: list[int]
    """How many keywords each record got."""
    seconds: float
    """Of one core."""

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            *(getattr(self, each.name) + getattr(other, each.name) for each in fields(self))
        )


def split(datasets: Iterable[Dataset], limit: int) -> Split:
    """Split by a hash of names, so that every run keeps the same records aside."""
    learned, known, unseen = [], [], []
    for dataset in datasets:
        if dataset.publisher is not None and _one_in(10, dataset.publisher):
            unseen.append(dataset)
        elif dataset.publisher is not None and dataset.keywords and _one_in(20, dataset.identifier):
            known.append(dataset)
        else:
            learned.append(KeywordUse.of(dataset))
    publishers = {use.publisher for use in learned}
    known = [each for each in known if each.publisher in publishers]
    return Split(learned, _varied(known, limit), _varied(unseen, limit))


def small(uses: Sequence[KeywordUse], size: int, seed: int) -> Split:
    """A catalogue of a few organisations drawn by chance, a fifth of which is kept aside."""
    draw = random.Random(seed)  # noqa: S311 - a sample, not a secret
    counts = Counter[str | None](use.publisher for use in uses if use.publisher is not None)
    names = sorted(name for name, count in counts.items() if name and count >= _FEWEST_RECORDS)
    chosen: set[str | None] = set()
    while len(chosen) < _ORGANISATIONS or sum(counts[name] for name in chosen) < size:
        chosen.add(draw.choice(names))
    pool = [use for use in uses if use.publisher in chosen]
    drawn = draw.sample(pool, size)
    learned, aside = drawn[size // 5 :], drawn[: size // 5]
    known = [Dataset.model_validate(use.model_dump()) for use in aside]
    return Split(learned, known=_varied(known, size), unseen=[])


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


def eclaireur(vocabulary: PortalVocabulary, trees: Trees, controlled: ControlledTerms) -> Method:
    async def learned() -> PortalVocabulary:
        return vocabulary

    method = PortalKeywords(learned, trees, KEYWORDS_PROPOSED, controlled)

    async def propose(dataset: Dataset) -> Sequence[str]:
        answer = await method.propose(dataset)
        return tuple(answer.value) if isinstance(answer, Proposal) else ()

    return propose


def in_text(vocabulary: PortalVocabulary) -> Method:
    """The keywords of the portal that the text holds, those of the title first."""

    async def propose(dataset: Dataset) -> Sequence[str]:
        return vocabulary_in_text(dataset, vocabulary)[:KEYWORDS_PROPOSED]

    return propose


def yake() -> Method:
    extractor = KeywordExtractor(lan="fr", n=3, top=KEYWORDS_PROPOSED)

    async def propose(dataset: Dataset) -> Sequence[str]:
        text = "\n".join(Source(dataset).texts.values())
        return [each for term, _ in extractor.extract_keywords(text) if (each := slug(term))]

    return propose


async def measure(method: Method, datasets: Sequence[Dataset]) -> Figures:
    figures = Figures([], [], [], [], 0.0)
    for dataset in datasets:
        shown = dataset.model_copy(update={"keywords": ()})
        start = time.process_time()
        proposed = await method(shown)
        seconds = time.process_time() - start
        sensible = frozenset(filter(says_something, dataset.keywords))
        figures += Figures(
            exact=[f1(proposed, dataset.keywords)],
            allowed=[f1(proposed, sensible)] if sensible else [],
            stems=[f1(stems(proposed), stems(dataset.keywords))],
            proposed=[len(proposed)],
            seconds=seconds,
        )
    return figures


def interval(values: Sequence[float]) -> str:
    """The mean, with the bounds between which 95 % of the resampled means fall."""
    items = {str(place): (value,) for place, value in enumerate(values)}
    low, high = bootstrap(items, _SEED)
    return f"{statistics.fmean(values):.3f} [{low:.3f}, {high:.3f}]"


def _datasets() -> Iterator[Dataset]:
    for read in read_catalogue(str(CATALOGUE)):
        if isinstance(read, EclaireurError):
            raise read
        yield read


async def compare(limit: int) -> Table:
    parts = split(_datasets(), limit)
    memory, start = _resident(), time.process_time()
    readings = Readings.of(parts.learned)
    vocabulary = PortalVocabulary(readings)
    learning, held = time.process_time() - start, _resident() - memory
    opening, megabytes = _opened(readings)
    del readings
    start = time.process_time()
    # Those that are shipped have learned from the records that are kept aside here.
    trees, examples = learn(parts.learned, vocabulary, lambda: None)
    training = time.process_time() - start
    table = Table(
        *("learned", "method", "records", "proposed", "F1@5", "F1@5, allowed", "F1@5, stems"),
        *("withheld", "records/s"),
    )
    for name, datasets in (("known", parts.known), ("unseen", parts.unseen)):
        for method, propose in _methods(vocabulary, trees).items():
            _add_row(
                table, f"{len(parts.learned)}, {name}", method, await measure(propose, datasets)
            )
    for size, times in reversed(_SMALL.items()):
        catalogues = [small(parts.learned, size, seed) for seed in range(times)]
        for method, figures in (await _together(catalogues, trees)).items():
            _add_row(table, f"{size}, known", method, figures)
    nothing = Split([], parts.known, [])
    for method, figures in (await _together([nothing], trees)).items():
        _add_row(table, "0", method, figures)
    ours = eclaireur(vocabulary, trees, ControlledTerms(()))
    table.caption = (
        f"{len(parts.learned)} records learned in {learning:.1f} s, kept in {held:.0f} MiB; "
        f"kept in a file of {megabytes:.0f} MB, from which they are opened in {opening:.1f} s; "
        f"two processes propose for {_rate_of_two(ours, parts):.0f} records a second; "
        f"ranking learned from {examples} of them in {training:.0f} s; "
        f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )
    return table


def _opened(readings: Readings) -> tuple[float, float]:
    """Seconds of processor to open what was learned, and megabytes of its file."""
    with TemporaryFile() as file:
        readings.write(file)
        size = file.tell() / 1e6
        file.seek(0)
        start = time.process_time()
        PortalVocabulary(Readings.read(file))
        return time.process_time() - start, size


def _rate_of_two(method: Method, parts: Split) -> float:
    """Records a second, of the wall clock, that two processes propose for together."""
    datasets = [*parts.known, *parts.unseen]
    context = multiprocessing.get_context("fork")
    gate = context.Barrier(_PROCESSES + 1)

    def work(part: Sequence[Dataset]) -> None:
        gate.wait()
        asyncio.run(measure(method, part))

    workers = [
        context.Process(target=work, args=(datasets[first::_PROCESSES],))
        for first in range(_PROCESSES)
    ]
    for worker in workers:
        worker.start()
    gate.wait()
    start = time.perf_counter()
    for worker in workers:
        worker.join()
    return len(datasets) / (time.perf_counter() - start)


async def _together(catalogues: Sequence[Split], trees: Trees) -> dict[str, Figures]:
    """The figures of each method on several catalogues, as if they were one."""
    added: dict[str, Figures] = {}
    for catalogue in catalogues:
        vocabulary = PortalVocabulary.learn(catalogue.learned)
        for name, method in _methods(vocabulary, trees).items():
            figures = await measure(method, catalogue.known)
            added[name] = added[name] + figures if name in added else figures
    return added


@cache
def _eurovoc() -> ControlledTerms:
    return ControlledTerms((read_vocabulary(str(EUROVOC)),))


def _methods(vocabulary: PortalVocabulary, trees: Trees) -> Mapping[str, Method]:
    return {
        "Éclaireur": eclaireur(vocabulary, trees, ControlledTerms(())),
        "Éclaireur, EuroVoc": eclaireur(vocabulary, trees, _eurovoc()),
        "vocabulary in text": in_text(vocabulary),
        "YAKE": yake(),
    }


def _add_row(table: Table, learned: str, method: str, figures: Figures) -> None:
    records = len(figures.exact)
    table.add_row(
        learned,
        method,
        str(records),
        f"{statistics.fmean(figures.proposed):.1f}",
        interval(figures.exact),
        interval(figures.allowed),
        interval(figures.stems),
        f"{figures.proposed.count(0) / records:.1%}",
        f"{records / figures.seconds:.0f}",
    )


def _resident() -> float:
    """MiB of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=1_000, help="records counted in each part")
    arguments = parser.parse_args()
    for place in (CATALOGUE, EUROVOC):
        if not place.exists():
            print(f"Skipped: {place} is absent.")
            return
    Console(width=160).print(asyncio.run(compare(arguments.limit)))


if __name__ == "__main__":
    main()
