"""How many altered facts the grounding check names, and how many faithful texts it flags.

`python -m benchmarks.grounding [--sentences N]` reads three kinds of texts:

- `dev`: 60 records, each with a faithful text and three with one altered fact;
- our own, from `grounding_cases.jsonl`: `as_dev` was written by somebody who had read `dev` and not
  this program; `close` texts keep to the words of their record; `free` ones say it in other words;
- `sentences`: sentences of N catalogue records as published, which must all be supported, and
  the same with one year, number or department replaced by another.

Nothing is learned from the records, but the word lists were corrected after each set was first
run, so that these figures tell what has got worse, not what to expect of other texts. For that,
see the first runs in docs/grounding.md.
"""

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from eclaireur.catalogues.record import dataset_from_record
from eclaireur.core.dataset import Dataset
from eclaireur.evaluation.subjects.grounding import Altered, Case, observed
from eclaireur.guards.grounding.lexicon.geography import gazetteer
from eclaireur.ledger.intervals import proportion
from eclaireur.text.markup import readable

DATA = Path(__file__).parents[2] / "shared" / "data"
OWN_CASES = Path(__file__).with_name("grounding_cases.jsonl")
_OWN = {
    "close": ("tuning", "held_out", "blind4", "blind5"),
    "as_dev": ("blind7",),
    "free": ("tuning2", "blind", "blind2", "blind3", "blind6"),
}
"""The sets of `grounding_cases.jsonl`, by how far their texts are from the words of the record."""
_SEED = 5
_SAMPLED = 0.05
"""The share of the catalogue's records that are read for sentences."""


@dataclass
class Figures:
    """What the check made of a set of cases."""

    faithful: int = 0
    flagged: int = 0
    altered: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    """Altered texts of which an unsupported claim touches the wrong span."""
    seconds: float = 0.0

    def count(self, case: Case) -> None:
        started = time.perf_counter()
        self.faithful += 1
        for each in observed(case):
            if each.measure == "false-alarm":
                self.flagged += bool(each.value)
            elif each.of:
                self.altered[each.of] += 1
                self.named[each.of] += bool(each.value)
        self.seconds += time.perf_counter() - started


def share(successes: int, trials: int) -> str:
    """A share, with its 95 % Wilson interval."""
    if not trials:
        return "-"
    found = proportion(successes, trials)
    return f"{found.value:.1%} ({found.low:.0%}-{found.high:.0%}, {successes}/{trials})"


def dev_cases() -> Iterator[Case]:
    records = {each["id"]: each for each in _lines(DATA / "grounding_dev_records.jsonl")}
    for row in _lines(DATA / "grounding_dev.jsonl"):
        yield _rewritten(row, records)


def own_cases(sets: tuple[str, ...], records: dict[str, Any]) -> Iterator[Case]:
    for row in _lines(OWN_CASES):
        if row["set"] not in sets:
            continue
        if "unfaithful" in row:
            yield _rewritten(row, records)
            continue
        altered = []
        for each in row["alterations"]:
            start = row["text"].index(each["from"])
            text = row["text"].replace(each["from"], each["to"], 1)
            altered.append(Altered(text, start, start + len(each["to"]), each["type"]))
        yield Case(_dataset(records[row["id"]]), row["text"], altered)


def _rewritten(row: dict[str, Any], records: dict[str, Any]) -> Case:
    """Texts written one by one, each with its wrong span."""
    altered = [
        Altered(each["text"], start, start + len(each["error"]), each["type"])
        for each in row["unfaithful"]
        if (start := each["text"].rfind(each["error"])) >= 0
    ]
    return Case(_dataset(records[row["id"]]), row["faithful"], altered)


def sentence_cases(records: list[Any], limit: int) -> Iterator[Case]:
    """Sentences as published, and each with a fact that the record does not hold."""
    chance = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    for record in records[:limit]:
        dataset = _dataset(record)
        sentences = re.split(r"(?<=[.!?])\s|\n", readable(dataset.description).text)
        sentences = [each.strip() for each in sentences if 20 < len(each.strip()) < 400]
        if sentences:
            sentence = chance.choice(sentences)
            yield Case(dataset, sentence, list(_altered(sentence, dataset, chance)))


_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-])")
_NUMBER = re.compile(r"(?<![\w.,/°-])(?<!\d )\d{2,3}(?= [a-zé]{4,})")
_DEPARTMENTS = [
    place.name
    for places in gazetteer().values()
    for place in places
    if place.region and place.codes
]
_DEPARTMENT = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _DEPARTMENTS))})(?![\w-])")


def _altered(sentence: str, dataset: Dataset, chance: random.Random) -> Iterator[Altered]:
    record = dataset.model_dump_json()
    replacements: tuple[tuple[str, re.Pattern[str], Callable[[], str]], ...] = (
        ("year", _YEAR, lambda: str(chance.randint(1950, 2024))),
        ("number", _NUMBER, lambda: str(chance.randint(20, 999))),
        ("place", _DEPARTMENT, lambda: chance.choice(_DEPARTMENTS)),
    )
    for kind, pattern, replacement in replacements:
        match = pattern.search(sentence)
        other = replacement()
        if match and other not in record:
            start, end = match.span()
            text = sentence[:start] + other + sentence[end:]
            yield Altered(text, start, start + len(other), kind)


def _dataset(record: dict[str, Any]) -> Dataset:
    return dataset_from_record(record)


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _catalogue(wanted: set[str]) -> tuple[dict[str, Any], list[Any]]:
    """The records wanted, and a sample of the others."""
    chance = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    named, sample = {}, []
    with gzip.open(DATA / "catalogue.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            identifier = line[8:32]
            if chance.random() < _SAMPLED:
                sample.append(json.loads(line))
            if identifier in wanted:
                named[identifier] = json.loads(line)
    return named, sample


def measure(cases: Iterator[Case]) -> Figures:
    figures = Figures()
    for case in cases:
        figures.count(case)
    return figures


def report(parts: dict[str, Figures]) -> Table:
    table = Table("", *parts)
    table.add_row(
        "faithful texts flagged", *(share(each.flagged, each.faithful) for each in parts.values())
    )
    for kind in sorted({kind for each in parts.values() for kind in each.altered}):
        table.add_row(
            f"{kind}: named",
            *(share(each.named[kind], each.altered[kind]) for each in parts.values()),
        )
    table.add_row(
        "ms a text",
        *(
            f"{1000 * each.seconds / (each.faithful + each.altered.total()):.1f}"
            for each in parts.values()
        ),
    )
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=2_000, help="records read for sentences")
    arguments = parser.parse_args()
    if not (DATA / "catalogue.jsonl.gz").exists():
        print(f"Skipped: {DATA} is absent.")
        return
    named, sample = _catalogue({row["id"] for row in _lines(OWN_CASES)})
    parts = {
        "dev": measure(dev_cases()),
        **{name: measure(own_cases(sets, named)) for name, sets in _OWN.items()},
        "sentences": measure(sentence_cases(sample, arguments.sentences)),
    }
    Console(width=150).print(report(parts))


if __name__ == "__main__":
    main()
