"""What the index reads of a dataset, and of a query."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from eclaireur.core.base import Json
from eclaireur.core.dataset import Dataset
from eclaireur.core.ports import NAMED
from eclaireur.text.words import EMPTY_WORDS, Word, folded, words

LONGEST_DESCRIPTION = 4_000
"""Characters of a description that are indexed: what a dataset is about comes first."""

LONGEST_QUERY = 40
"""Words of a query that count."""

LONG_QUERY = 8
"""Words from which a query is a sentence."""

_YEAR = re.compile(r"[0-9]{4}(-|$)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LATEST = 9999

_RUN = re.compile(r"[^\W_]+")

_NOISE = re.compile(r"<[^<>]{1,300}>|https?://\S+|&#?\w{1,8};")

_ASKING = frozenset(
    """
    aller arrive cherche chercher cherchent connaitre consulter dire dis doit doivent dois donnees
    donnee ecouter existe existent jeu jeux lire peux puis recuperer savoir souhaite telecharger
    trouve trouver trouvent va veux vont voir voudrais
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
"""Folded words by which people ask: they say nothing of what is asked for."""

NUMBERS = ("views", "resources_downloads", "reuses", "followers")
"""The keys of `metric` by which udata tells how much a dataset is used."""


class Texts(NamedTuple):
    """A dataset's words, field by field."""

    title: list[Word]
    labels: list[Word]
    """Its keywords and acronym."""
    publisher: list[Word]
    description: list[Word]


def texts_of(dataset: Dataset) -> Texts:
    """Read the words of a dataset."""
    described = f"{dataset.description[:LONGEST_DESCRIPTION]}\n{dataset.short_description or ''}"
    return Texts(
        title=words(dataset.title[:1_000]),
        labels=words(" ".join([*dataset.keywords, dataset.acronym or ""])[:LONGEST_DESCRIPTION]),
        publisher=words((dataset.publisher or "")[:1_000]),
        description=words(_NOISE.sub(" ", described)),
    )


def stems_of(read: list[Word]) -> Iterator[tuple[str, str]]:
    """The stems to index, each with its word: one of letters and digits also gives its parts."""
    for word in read:
        if len(word.folded) > 1 or word.folded.isdigit():
            yield root(word.stem), word.folded
            for part in _parts(word.folded):
                yield part, word.folded


def form_of(written: str) -> int:
    """What tells apart words of one stem (`air`, `aires`), but for their plural."""
    singular = written[:-1] if len(written) > 3 and written[-1] in "sx" else written
    return crc32(singular.encode("utf-8", "surrogatepass"))


def root(stem: str) -> str:
    """The stem without the plural that Snowball leaves after a, i, o and u (`velos`, `elus`)."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == "s" and stem[-2] in "aiou" else stem


def _parts(word: str) -> Iterator[str]:
    if word.isalpha() or word.isdigit():
        return
    for part in re.findall(r"[^\W\d_]+|\d+", word):
        if len(part) > 1:
            yield part if part.isdigit() else root(words(part)[0].stem)


class Term(NamedTuple):
    """A word of a query that says what is looked for."""

    word: str
    """As typed, folded."""
    stem: str
    parts: tuple[str, ...]
    """The stems of its letters and of its digits, if it has both."""


class Query(NamedTuple):
    """A query as read."""

    terms: tuple[Term, ...]
    asks: bool
    """Whether it is a sentence rather than a few words."""


def read_query(text: str) -> Query:
    """Read what a person typed."""
    read = words(text)[:LONGEST_QUERY]
    said = [each for each in read if len(each.folded) > 1 or each.folded.isdigit()]
    telling = [w for w in said if w.folded not in EMPTY_WORDS and w.folded not in _ASKING]
    terms = {
        root(each.stem): Term(each.folded, root(each.stem), tuple(_parts(each.folded)))
        for each in telling or said
    }
    return Query(tuple(terms.values()), asks="?" in text or len(said) >= LONG_QUERY)


def usage_of(dataset: Dataset) -> list[float]:
    """How much a dataset is used, in the order of `NUMBERS`; 0 where it is unknown."""
    metric = dataset.extras.get("metric")
    return [_count(metric, key) for key in NUMBERS]


def quality_of(dataset: Dataset) -> float:
    """The portal's own score of the metadata, from 0 to 1; 0 where it is unknown."""
    return min(1.0, _count(dataset.extras, "quality_score"))


def is_national(dataset: Dataset) -> bool:
    """Whether it says that it covers a whole country."""
    return (dataset.spatial.granularity if dataset.spatial else None) in {
        "country",
        "country-group",
        "country-subset",
        "fr:pays",
    }


def years_of(dataset: Dataset) -> tuple[int, int]:
    """The first and last years that it concerns: its period, or else the year of its issue on."""
    period = dataset.temporal
    first = _year(period.start if period else None) or _year(dataset.issued)
    last = _year(period.end if period else None) or (_LATEST if first else 0)
    return first, max(first, last)


def day_in(text: str | None) -> int:
    """The day of an ISO 8601 date, as 20260131; 0 where there is none."""
    return int(text[:10].replace("-", "")) if text and _DAY.match(text) else 0


def facets_of(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """By what filters choose it: one of `core.ports.NAMED`, a name as compared, and as written."""
    named: Mapping[str, Iterable[str | None]] = {
        "organisation": [dataset.publisher],
        "format": [each.format for each in dataset.distributions],
        "license": [dataset.license],
        "place": dataset.spatial.zones if dataset.spatial else (),
    }
    for which in NAMED:
        written = {facet(each): " ".join(each.split()) for each in named[which] if each}
        for name in written.keys() - {""}:
            yield which, name, written[name]


def facet(text: str) -> str:
    """The form by which names are compared."""
    return " ".join(folded(text).split())


def begins(name: str, part: str) -> bool:
    """Whether each word of a part begins some word of a name, both as compared."""
    wanted = _words(part)
    return bool(wanted) and all(
        any(word.startswith(each) for word in _words(name)) for each in wanted
    )


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_RUN.findall(name))


def _year(text: str | None) -> int:
    return int(text[:4]) if text and _YEAR.match(text) else 0


def _count(mapping: Json | Mapping[str, Json], key: str) -> float:
    value = mapping.get(key) if isinstance(mapping, Mapping) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        return 0.0
    return min(float(value), 1e12)
