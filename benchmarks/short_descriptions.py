"""What the embedded method proposes as short descriptions for a whole real catalogue.

`python -m benchmarks.short_descriptions [--limit N]` reads the records one by one, checks that
each part of each proposal stands in its source, and counts the rules of a short description
that proposals break, beside what people would pick instead: the first sentence, cut at 200
characters. No package that ranks sentences is set beside them: those of the registry (TextRank
and the like) need models or word lists that they download.
"""

import argparse
import asyncio
import resource
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.evaluation.baselines import first_sentence
from eclaireur.evaluation.measures.form import RULES
from eclaireur.methods.extraction import unsupported
from eclaireur.tasks import short_description

CATALOGUE = Path(__file__).parents[2] / "shared" / "data" / "catalogue.jsonl.gz"


@dataclass
class Figures:
    """What came of the records."""

    verdicts: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=list)
    unsupported: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    """Rules that proposals break."""
    broken_by_lead: Counter[str] = field(default_factory=Counter)
    """Rules that the first sentences of the same records break."""

    def add(self, dataset: Dataset, proposal: Proposal) -> None:
        value = str(proposal.value)
        self.lengths.append(len(value))
        self.unsupported += len(unsupported(value, proposal.evidence, dataset))
        self.broken.update(_broken(value, dataset))
        self.broken_by_lead.update(_broken(first_sentence(dataset.description), dataset))


async def measured(datasets: Iterable[Dataset]) -> tuple[Figures, float]:
    """The figures, and the seconds spent on reading and proposing, checks aside."""
    task, figures = short_description.task(), Figures()
    checking = 0.0
    started = time.perf_counter()
    for dataset in datasets:
        reason = task.shortfall(dataset)
        if reason is not None:
            figures.verdicts[reason.code] += 1
            continue
        try:
            outcome = await task.methods[0].propose(dataset)
        except Exception as crash:  # noqa: BLE001 - a crash is a figure here
            figures.verdicts[f"crash: {type(crash).__name__}"] += 1
            continue
        if isinstance(outcome, Withheld):
            figures.verdicts[outcome.reason.code] += 1
            continue
        figures.verdicts["proposed"] += 1
        proposed = time.perf_counter()
        figures.add(dataset, outcome)
        checking += time.perf_counter() - proposed
    return figures, time.perf_counter() - started - checking


def _broken(text: str, dataset: Dataset) -> Iterator[str]:
    kept = {rule: holds(text, dataset) for rule, holds in RULES.items()}
    yield from (rule for rule, holds in kept.items() if not holds)
    if not all(kept.values()):
        yield "any of them"


def _table(figures: Figures, seconds: float) -> Table:
    table = Table("Short descriptions", "", title="Catalogue of data.gouv.fr, January 2026")
    records = figures.verdicts.total()
    for verdict, count in figures.verdicts.most_common():
        table.add_row(verdict, f"{count:,} ({count / records:.1%})")
    readable_in_french = records - sum(
        figures.verdicts[code]
        for code in ("description-too-short", "title-missing", "not-in-french")
    )
    proposed = len(figures.lengths)
    share = f"{proposed / max(1, readable_in_french):.1%}"
    table.add_row("proposed, of those long enough and in French", share)
    if proposed > 1:
        quantiles = statistics.quantiles(figures.lengths, n=20)
        shown = " / ".join(f"{quantiles[at]:.0f}" for at in (0, 9, 18))
        table.add_row("characters: 5 % / median / 95 %", shown)
    table.add_row("parts without support", str(figures.unsupported))
    table.add_row("crashes", str(sum(n for v, n in figures.verdicts.items() if "crash" in v)))
    table.add_row("seconds, one process, reading included", f"{seconds:.0f}")
    table.add_row("records a second", f"{records / seconds:,.0f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    table.add_row("peak memory", f"{peak / 1024:,.0f} MiB")
    return table


def _rules(figures: Figures) -> Table:
    table = Table("Rule broken by, of the proposals", "Éclaireur", "first sentence, cut at 200")
    for rule in (*RULES, "any of them"):
        shares = (
            f"{broken[rule] / max(1, len(figures.lengths)):.1%}"
            for broken in (figures.broken, figures.broken_by_lead)
        )
        table.add_row(rule, *shares)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=None, help="records to read")
    arguments = parser.parse_args()
    if not CATALOGUE.exists():
        print(f"Skipped: {CATALOGUE} is absent.")
        return
    read = (each for each in read_catalogue(str(CATALOGUE)) if isinstance(each, Dataset))
    figures, seconds = asyncio.run(measured(islice(read, arguments.limit)))
    console = Console(width=100)
    console.print(_table(figures, seconds))
    console.print(_rules(figures))


if __name__ == "__main__":
    main()
