"""How often the themes proposed are those that a person gave.

`python -m benchmarks.themes [--errors]` learns the whole catalogue, as a portal does, then proposes
themes for the 150 records of `theme_cases.jsonl`, of which it holds identifiers and codes alone. A
session of the project read their titles and descriptions and gave each the themes that a
documentalist may give, the main one first, before the method was written. They are drawn by a hash,
at most two of an organisation. Weights were chosen on one half; the other is blind. Nobody from
outside has checked them.

Each record is seen as it is, then without its keywords, then without a catalogue around it.
Right: the share of the themes proposed that the person gave. Found: the share of records whose main
theme is proposed. What is compared: the theme given most often, for all.
"""

import argparse
import asyncio
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.keywords import CATALOGUE, EUROVOC, interval
from eclaireur.catalogues.read import read_catalogue
from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import KeywordUse
from eclaireur.core.proposal import Proposal
from eclaireur.core.theme import theme_code
from eclaireur.methods.themes import ThemesOfWords
from eclaireur.methods.vocabulary import ControlledTerms, PortalVocabulary
from eclaireur.vocabularies import read_vocabulary

CASES = Path(__file__).with_name("theme_cases.jsonl")
SETS = ("tuning", "blind")
SPEED = 2_000
"""Records of the catalogue by which coverage and speed are told."""


@dataclass(frozen=True)
class Case:
    """A record, and the themes that a person gave it, the main one first."""

    dataset: Dataset
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """What was proposed for some cases."""

    right: list[float]
    """For each theme proposed, whether the person gave it."""
    first: list[float]
    """For each record that got some, whether the first is the main one or another given."""
    found: list[float]
    """For each record, whether its main theme is proposed."""
    proposed: list[float]
    """For each record, whether anything is."""


def cases(catalogue: Mapping[str, Dataset]) -> dict[str, list[Case]]:
    """The records that were given themes and that the catalogue holds, by set."""
    found: dict[str, list[Case]] = {each: [] for each in SETS}
    for line in CASES.read_text("utf-8").splitlines():
        told = json.loads(line)
        if told["id"] in catalogue:
            found[told["set"]].append(Case(catalogue[told["id"]], tuple(told["themes"])))
    return found


def method(vocabulary: PortalVocabulary, controlled: ControlledTerms) -> ThemesOfWords:
    async def learned() -> PortalVocabulary:
        return vocabulary

    return ThemesOfWords(learned, controlled)


async def proposed(by: ThemesOfWords, dataset: Dataset) -> tuple[str, ...]:
    """The codes of the themes proposed."""
    answer = await by.propose(dataset)
    return tuple(map(code, answer.value)) if isinstance(answer, Proposal) else ()


def code(uri: str) -> str:
    told = theme_code(uri)
    if told is None:
        raise ValueError(uri)
    return told


def score(some: Sequence[Case], answers: Sequence[Sequence[str]]) -> Figures:
    pairs = list(zip(some, answers, strict=True))
    return Figures(
        right=[float(each in case.themes) for case, answer in pairs for each in answer],
        first=[float(answer[0] in case.themes) for case, answer in pairs if answer],
        found=[float(case.themes[0] in answer) for case, answer in pairs],
        proposed=[float(bool(answer)) for _, answer in pairs],
    )


async def compare(*, errors: bool) -> Table:
    catalogue = {
        each.identifier: each
        for each in read_catalogue(str(CATALOGUE))
        if isinstance(each, Dataset)
    }
    vocabulary = PortalVocabulary.learn(map(KeywordUse.of, catalogue.values()))
    nothing = ControlledTerms(())
    eurovoc = ControlledTerms((read_vocabulary(str(EUROVOC)),))
    of = cases(catalogue)
    table = Table("set", "records", "seen", "got some", "right", "first right", "main found")
    for name, some in of.items():
        bare = [
            replace(each, dataset=each.dataset.model_copy(update={"keywords": ()})) for each in some
        ]
        alone = method(PortalVocabulary.learn(()), nothing)
        for seen, by, shown in (
            ("as it is", method(vocabulary, nothing), some),
            ("as it is, EuroVoc", method(vocabulary, eurovoc), some),
            ("without its keywords", method(vocabulary, nothing), bare),
            ("without a catalogue", alone, some),
            ("text alone", alone, bare),
        ):
            answers = [await proposed(by, each.dataset) for each in shown]
            _add_row(table, name, seen, score(shown, answers))
            if errors and name == "tuning":
                _show_errors(seen, shown, answers)
        commonest = Counter(each.themes[0] for each in of["tuning"]).most_common(1)[0][0]
        _add_row(table, name, f"always {commonest}", score(some, [(commonest,)] * len(some)))
    table.caption = await _speed(method(vocabulary, nothing), list(catalogue.values()))
    return table


async def _speed(by: ThemesOfWords, catalogue: Sequence[Dataset]) -> str:
    some = catalogue[:: max(1, len(catalogue) // SPEED)][:SPEED]
    start = time.process_time()
    answers = [await proposed(by, each) for each in some]
    seconds = time.process_time() - start
    given = Counter(answer[0] for answer in answers if answer)
    return (
        f"{len(some)} records spread over the catalogue: {sum(given.values()) / len(some):.1%} get "
        f"a theme, {sum(len(each) > 1 for each in answers) / len(some):.1%} two; "
        f"{len(some) / seconds:.0f} records/s of one core; first themes: "
        + ", ".join(f"{theme} {count / len(some):.0%}" for theme, count in given.most_common())
    )


def _add_row(table: Table, name: str, seen: str, figures: Figures) -> None:
    table.add_row(
        name,
        str(len(figures.found)),
        seen,
        f"{sum(figures.proposed) / len(figures.proposed):.0%}",
        interval(figures.right),
        interval(figures.first),
        interval(figures.found),
    )


def _show_errors(seen: str, some: Sequence[Case], answers: Sequence[Sequence[str]]) -> None:
    for case, answer in zip(some, answers, strict=True):
        if set(answer) - set(case.themes) or case.themes[0] not in answer:
            given, title = ",".join(case.themes), case.dataset.title[:70]
            print(f"{seen}: {given} <- {','.join(answer) or 'nothing'}: {title}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", action="store_true", help="show what is wrong in the half that is not blind"
    )
    arguments = parser.parse_args()
    for place in (CATALOGUE, EUROVOC):
        if not place.exists():
            print(f"Skipped: {place} is absent.")
            return
    Console(width=160).print(asyncio.run(compare(errors=arguments.errors)))


if __name__ == "__main__":
    main()
