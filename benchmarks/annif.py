"""Éclaireur's keywords beside Annif's, taught by the same records and asked about the same others.

`python -m benchmarks.annif [--limit N] [--teach M]` draws M records out of those that
`benchmarks.keywords` learns from, teaches them to both, and asks both about N of the records that
it keeps aside in each part: of organisations that taught others, and of organisations never seen.
The scores are those of `benchmarks.keywords`.

Annif (tfidf, omikuji, mllm, and an ensemble of 3, 1 and 1) runs in an environment of its own, made
the first time from `requirements/annif.lock`. Sentences and words are told by regular expressions,
because NLTK's tokenizer is a download. It is given the title, the beginning of the description and
the publisher's name, and its vocabulary is the keywords of the records that teach. It always gives
five keywords. Éclaireur gives fewer where it is less sure, so each of Annif's is also shown with
the threshold that suits it best, chosen on the very records counted: this flatters it. A quarter of
the records carry `inspire` or `open-data`, which Éclaireur never proposes: Annif is shown without
them too, and "allowed" counts none of the producer's keywords that say nothing.
"""

import argparse
import asyncio
import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks.keywords import (
    CATALOGUE,
    Figures,
    Method,
    Split,
    eclaireur,
    interval,
    measure,
    split,
)
from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary, learn
from eclaireur.methods.vocabulary.rules import may_be_proposed
from eclaireur.methods.vocabulary.source import Source
from eclaireur.tasks.keywords import KEYWORDS_PROPOSED

LOCK = Path(__file__).parents[1] / "requirements" / "annif.lock"
ENVIRONMENT = Path(sys.prefix) / "annif"
WORKER = Path(__file__).with_name("_annif_worker.py")
HASHED = ("--disable-pip-version-check", "--require-hashes", "-r")
ADDRESS = "https://keyword.invalid/"
THRESHOLDS = tuple(number / 100 for number in range(0, 60, 3))
_SEED = 7


class Cannot(Exception):
    """Annif's environment cannot be made."""


class Answer(NamedTuple):
    """What one of Annif's projects suggests for each record, best first, and what that took."""

    project: str
    suggested: list[list[tuple[str, float]]]
    seconds: float
    """Of processor, for all of them."""
    training: float
    """Seconds."""


@dataclass(frozen=True)
class Row:
    """What one method gave on one part."""

    part: str
    method: str
    figures: Figures


def environment() -> Path:
    """The Python of Annif's environment, made where there is none. Raises Cannot."""
    python, stamp = ENVIRONMENT / "bin" / "python", ENVIRONMENT / "installed"
    if not stamp.exists() or stamp.stat().st_mtime < LOCK.stat().st_mtime:
        print(f"Making {ENVIRONMENT} from {LOCK.name}…", flush=True)
        commands = (
            [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)],
            [str(python), "-m", "pip", "install", "--quiet", *HASHED, str(LOCK)],
        )
        for command in commands:
            if subprocess.run(command, check=False).returncode:  # noqa: S603
                raise Cannot(" ".join(command))
        stamp.touch()
    return python


def taught(parts: Split, number: int) -> Split:
    """The same records kept aside, and a few of those that teach, drawn by chance."""
    carrying = [each for each in parts.learned if each.keywords]
    drawn = random.Random(_SEED).sample(carrying, min(number, len(carrying)))  # noqa: S311
    publishers = {each.publisher for each in drawn}
    return Split(
        drawn,
        known=[each for each in parts.known if each.publisher in publishers],
        unseen=[each for each in parts.unseen if each.publisher not in publishers],
    )


def ask_annif(python: Path, parts: Split, asked: Sequence[Dataset]) -> list[Answer]:
    """Teach Annif and ask it, in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        keywords = sorted({keyword for use in parts.learned for keyword in use.keywords})
        with (folder / "keywords.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("uri", "label_fr"))
            rows.writerows((ADDRESS + each, each.replace("-", " ")) for each in keywords)
        with (folder / "taught.jsonl").open("w", encoding="utf-8") as file:
            for use in parts.learned:
                uris = [ADDRESS + each for each in use.keywords]
                dataset = Dataset.model_validate(use.model_dump())
                file.write(json.dumps({"text": text_of(dataset), "uris": uris}) + "\n")
        with (folder / "asked.jsonl").open("w", encoding="utf-8") as file:
            for dataset in asked:
                file.write(json.dumps({"text": text_of(dataset)}) + "\n")
        # `-P`: beside the worker, `annif` would be this module.
        command = [str(python), "-P", str(WORKER), place]
        ran = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
        if ran.returncode:
            # Its progress bars come before, on one line.
            print(ran.stderr[-2_000:], file=sys.stderr)
            ran.check_returncode()
        answers = (folder / "answers.jsonl").read_text("utf-8").splitlines()
    return [Answer(**json.loads(each)) for each in answers]


def text_of(dataset: Dataset) -> str:
    return "\n".join((*Source(dataset).texts.values(), dataset.publisher or ""))


def as_method(
    answer: Answer, asked: Sequence[Dataset], threshold: float, *, all_of_them: bool
) -> Method:
    """One of Annif's projects as it answered, without what it is less sure of.

    Args:
        answer: what it answered.
        asked: about what.
        threshold: the least score.
        all_of_them: whether to keep the keywords that Éclaireur never proposes.
    """
    of = {
        dataset.identifier: [
            keyword
            for uri, score in suggested
            if score >= threshold
            and (may_be_proposed(keyword := uri.removeprefix(ADDRESS)) or all_of_them)
        ][:KEYWORDS_PROPOSED]
        for dataset, suggested in zip(asked, answer.suggested, strict=True)
    }

    async def propose(dataset: Dataset) -> Sequence[str]:
        return of[dataset.identifier]

    return propose


async def annif_rows(answer: Answer, asked: Sequence[Dataset], parts: Split) -> list[Row]:
    rows = []
    for part, datasets in (("known", parts.known), ("unseen", parts.unseen)):
        seconds = answer.seconds * len(datasets) / len(asked)
        for all_of_them, suffix in ((True, ""), (False, ", held to our rules")):
            measured = [
                replace(
                    await measure(
                        as_method(answer, asked, each, all_of_them=all_of_them), datasets
                    ),
                    seconds=seconds,
                )
                for each in THRESHOLDS
            ]
            best = max(measured, key=lambda each: statistics.fmean(each.exact))
            if all_of_them:
                rows.append(Row(part, f"Annif, {answer.project}", measured[0]))
            rows.append(Row(part, f"Annif, {answer.project}, best threshold{suffix}", best))
    return rows


async def compare(python: Path, limit: int, teach: int) -> Table:
    parts = taught(split(_datasets(), limit), teach)
    asked = [*parts.known, *parts.unseen]
    start = time.process_time()
    vocabulary = PortalVocabulary.learn(parts.learned)
    trees, _ = learn(parts.learned, vocabulary, lambda: None)
    training = time.process_time() - start
    ours = eclaireur(vocabulary, trees, ControlledTerms(()))
    rows = [
        Row(part, "Éclaireur", await measure(ours, datasets))
        for part, datasets in (("known", parts.known), ("unseen", parts.unseen))
    ]
    answers = ask_annif(python, parts, asked)
    for answer in answers:
        rows += await annif_rows(answer, asked, parts)
    table = Table("part", "method", "records", "proposed", "F1@5", "F1@5, allowed", "F1@5, stems")
    table.add_column("records/s")
    for row in sorted(rows, key=lambda each: each.part):
        figures = row.figures
        table.add_row(
            row.part,
            row.method,
            str(len(figures.exact)),
            f"{statistics.fmean(figures.proposed):.1f}",
            interval(figures.exact),
            interval(figures.allowed),
            interval(figures.stems),
            f"{len(figures.exact) / figures.seconds:.0f}",
        )
    trained = ", ".join(f"{each.project} {each.training:.0f} s" for each in answers[:-1])
    table.caption = (
        f"{len(parts.learned)} records taught; Éclaireur learned in {training:.0f} s of processor, "
        f"Annif in: {trained}. Records/s are of processor; the ensemble's hold those of its parts."
    )
    return table


def _datasets() -> list[Dataset]:
    return [each for each in read_catalogue(str(CATALOGUE)) if isinstance(each, Dataset)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=400, help="records asked about in each part")
    parser.add_argument("--teach", type=int, default=10_000, help="records that teach")
    arguments = parser.parse_args()
    if not CATALOGUE.exists():
        print(f"Skipped: {CATALOGUE} is absent.")
        return
    try:
        python = environment()
    except (Cannot, OSError) as error:
        print(f"Skipped: the environment of Annif cannot be made: {error}")
        return
    Console(width=170).print(asyncio.run(compare(python, arguments.limit, arguments.teach)))


if __name__ == "__main__":
    main()
