"""What the embedded method proposes as short descriptions for a whole real catalogue.

`python -m benchmarks.short_descriptions [--limit N]` spreads the records over two processes,
checks that each part of each proposal stands in its source, and prints a table.
"""

import argparse
import asyncio
import resource
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal
from eclaireur.methods.extraction import unsupported
from eclaireur.tasks import short_description

CATALOGUE = Path(__file__).parents[2] / "shared" / "data" / "catalogue.jsonl.gz"
_PROCESSES = 2
_BATCH = 500


@dataclass
class Figures:
    """What came of some records."""

    verdicts: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=list)
    unsupported: int = 0
    whole: int = 0
    """Proposals that end on `.`, `!` or `?`."""
    peak_kib: int = 0
    """Of the process that measured them."""

    def add(self, other: "Figures") -> None:
        self.verdicts += other.verdicts
        self.lengths += other.lengths
        self.unsupported += other.unsupported
        self.whole += other.whole
        self.peak_kib = max(self.peak_kib, other.peak_kib)


async def _verdicts(datasets: Sequence[Dataset]) -> Figures:
    task, figures = short_description.task(), Figures()
    for dataset in datasets:
        reason = task.shortfall(dataset)
        if reason is not None:
            figures.verdicts[reason.code] += 1
            continue
        try:
            outcome = await task.method.propose(dataset)
        except Exception as crash:  # noqa: BLE001 - a crash is a figure here
            figures.verdicts[f"crash: {type(crash).__name__}"] += 1
            continue
        if not isinstance(outcome, Proposal):
            figures.verdicts[outcome.reason.code] += 1
            continue
        value = str(outcome.value)
        figures.verdicts["proposed"] += 1
        figures.lengths.append(len(value))
        figures.unsupported += len(unsupported(value, outcome.evidence, dataset))
        figures.whole += value.endswith((".", "!", "?"))
    figures.peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return figures


def _measure(datasets: Sequence[Dataset]) -> Figures:
    return asyncio.run(_verdicts(datasets))


def _batches(limit: int | None) -> Iterator[list[Dataset]]:
    read = (each for each in read_catalogue(str(CATALOGUE)) if isinstance(each, Dataset))
    kept = islice(read, limit)
    while batch := list(islice(kept, _BATCH)):
        yield batch


def measured(limit: int | None) -> Figures:
    """The figures of the catalogue's first records, or of all of them."""
    total = Figures()
    with ProcessPoolExecutor(_PROCESSES) as pool:
        pending = []
        for batch in _batches(limit):
            pending.append(pool.submit(_measure, batch))
            # Reading runs ahead of the work: without a bound, the catalogue would fill memory.
            if len(pending) > 2 * _PROCESSES:
                total.add(pending.pop(0).result())
        for future in pending:
            total.add(future.result())
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    total.peak_kib = here + _PROCESSES * total.peak_kib
    return total


def _table(figures: Figures, seconds: float) -> Table:
    table = Table("Short descriptions", "", title="Catalogue of data.gouv.fr, January 2026")
    records = figures.verdicts.total()
    for verdict, count in figures.verdicts.most_common():
        table.add_row(verdict, f"{count:,} ({count / records:.1%})")
    long_enough = records - sum(
        figures.verdicts[code] for code in ("description-too-short", "title-missing")
    )
    proposed = len(figures.lengths)
    table.add_row("proposed, of those long enough", f"{proposed / max(1, long_enough):.1%}")
    if proposed > 1:
        quantiles = statistics.quantiles(figures.lengths, n=20)
        spread = (min(figures.lengths), *(quantiles[at] for at in (0, 4, 9, 14, 18)))
        shown = " / ".join(f"{each:.0f}" for each in (*spread, max(figures.lengths)))
        table.add_row("length: min / 5 / 25 / 50 / 75 / 95 % / max", shown)
    table.add_row("parts without support", str(figures.unsupported))
    table.add_row("ends on a whole sentence", f"{figures.whole / max(1, proposed):.1%}")
    table.add_row("crashes", str(sum(n for v, n in figures.verdicts.items() if "crash" in v)))
    table.add_row("seconds, reading included", f"{seconds:.0f}")
    table.add_row("records a second", f"{records / seconds:,.0f}")
    table.add_row("peak memory of all processes", f"{figures.peak_kib / 1024:,.0f} MiB")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=None, help="records to read")
    arguments = parser.parse_args()
    if not CATALOGUE.exists():
        print(f"Skipped: {CATALOGUE} is absent.")
        return
    started = time.perf_counter()
    figures = measured(arguments.limit)
    Console(width=100).print(_table(figures, time.perf_counter() - started))


if __name__ == "__main__":
    main()
