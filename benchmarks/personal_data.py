"""How much of the personal data the masking finds, and how much else it masks.

`python -m benchmarks.personal_data` reads four sets of invented texts:

- `dev`: 90 texts given with the project;
- `development`: those this project wrote while writing the rules;
- `held out`: those it wrote and never looked at the results of;
- `blind`: those that somebody wrote who had not seen the rules. What these missed at the first
  run (`docs/personal-data.md`) was mended since: they no longer measure what comes next.

Each is read by the masking and by anonyfy's own detector, the one that a user would pick for
French. A span counts as found when one of the same type overlaps it; what overlaps no span is
a false alarm.
"""

import json
import re
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from anonyfy import Vault
from rich.console import Console
from rich.table import Table

from benchmarks.grounding import share
from eclaireur.evaluation.subjects.personal_data import Case, observed
from eclaireur.guards.personal_data import PersonalData, PersonalDataType, find
from eclaireur.guards.personal_data.lexicon.published import (
    communes,
    given_names,
    surnames,
    word_shares,
)

DEV = Path(__file__).parents[2] / "shared" / "data" / "pii_dev.jsonl"
OWN = Path(__file__).parents[1] / "tests" / "unit" / "guards" / "personal_data"
_MARK = re.compile(r"\[\[(?P<public>!?)(?P<kind>\w+)\|(?P<value>.*?)\]\]", re.DOTALL)
_PERSONAL = set(PersonalDataType)
_STRUCTURED = "structured"

Detector = Callable[[str], Iterable[PersonalData]]


def marked_texts(path: Path) -> Iterator[Case]:
    r"""Read a file of texts, one a line, where `[[type|…]]` marks personal data.

    `[[!kind|…]]` marks what must be left alone, `\n` and `\t` stand for themselves, and lines
    that begin with `# ` are comments.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            yield _case(line.replace("\\n", "\n").replace("\\t", "\t"))


def _case(marked: str) -> Case:
    text, spans, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        if not mark["public"]:
            kind = PersonalDataType(mark["kind"])
            spans.append(PersonalData(len(text), len(text) + len(mark["value"]), kind))
        text += mark["value"]
        position = mark.end()
    return Case(text + marked[position:], tuple(spans))


def dev_texts() -> Iterator[Case]:
    with DEV.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            spans = (
                PersonalData(each["start"], each["end"], PersonalDataType(each["type"]))
                for each in row["spans"]
            )
            yield Case(row["text"], tuple(spans))


@dataclass
class Figures:
    """What a detector made of a set of texts."""

    spans: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: int = 0
    wrong: int = 0
    characters: int = 0
    seconds: float = 0.0

    def count(self, case: Case, detect: Detector) -> None:
        started = time.perf_counter()
        read = list(detect(case.text))
        self.seconds += time.perf_counter() - started
        self.characters += len(case.text)
        for each in observed(case, read):
            if each.measure == "found" and each.of:
                kinds = [each.of, *([] if each.of == PersonalDataType.PERSON else [_STRUCTURED])]
                self.spans.update(kinds)
                self.found.update(kinds if each.value else [])
            elif each.measure == "precision":
                self.right += bool(each.value)
                self.wrong += not each.value


_ANONYFY_TYPES = {
    "NIR": PersonalDataType.NIR,
    "IBAN": PersonalDataType.IBAN,
    "TELEPHONE": PersonalDataType.PHONE,
    "PLAQUE_SIV": PersonalDataType.PLATE,
    "EMAIL": PersonalDataType.EMAIL,
    "PATRONYME": PersonalDataType.PERSON,
    "PRENOM": PersonalDataType.PERSON,
    "VOIE": PersonalDataType.ADDRESS,
    "DATE": PersonalDataType.BIRTH_DATE,
}
"""Its other types (SIREN, SIRET, VAT, postal codes, communes) are not personal data here."""


def anonyfy(registry: Path) -> Detector:
    vault = Vault(key=bytes(32), scope="benchmark", registry_path=str(registry))

    def detect(text: str) -> Iterator[PersonalData]:
        for span in vault.mask(text, observe=True).entities:
            if kind := _ANONYFY_TYPES.get(span.type.value):
                yield PersonalData(span.start, span.end, kind)

    return detect


def read_lists() -> None:
    """Read the names and the words, and tell what it takes; it is done once a process."""
    started, memory = time.perf_counter(), _memory()
    for language in ("fr", "en"):
        word_shares(language)
    for names in (given_names, surnames, communes):
        names()
    print(
        f"Names and words: read once in {time.perf_counter() - started:.2f} s, "
        f"{_memory() - memory:.0f} MiB more at the peak."
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(cases: Iterable[Case], detect: Detector) -> Figures:
    figures = Figures()
    for case in cases:
        figures.count(case, detect)
    return figures


def report(columns: dict[str, Figures]) -> Table:
    table = Table("", *columns)
    for kind in (*sorted(_PERSONAL - {PersonalDataType.PERSON}), _STRUCTURED, "person"):
        cells = (share(each.found[kind], each.spans[kind]) for each in columns.values())
        table.add_row(f"{kind}: recall", *cells)
    precision = (share(each.right, each.right + each.wrong) for each in columns.values())
    table.add_row("precision", *precision)
    speed = (f"{1e6 * each.seconds / each.characters:.1f}" for each in columns.values())
    table.add_row("ms per 1,000 characters", *speed)
    return table


def main() -> None:
    sets = {
        "development": list(marked_texts(OWN / "development.txt")),
        "held out": list(marked_texts(OWN / "held_out.txt")),
        "blind": list(marked_texts(OWN / "blind.txt")),
    }
    if DEV.exists():
        sets = {"dev": list(dev_texts()), **sets}
    else:
        print(f"Skipped: {DEV} is absent.")
    read_lists()
    with tempfile.TemporaryDirectory() as directory:
        other = anonyfy(Path(directory) / "registry.sqlite")
        measure(sets["development"][:50], other)
        columns = {}
        for name, cases in sets.items():
            columns[name] = measure(cases, find)
            columns[f"{name}, anonyfy"] = measure(cases, other)
    Console(width=260).print(report(columns))


if __name__ == "__main__":
    main()
