"""The index itself: arrays, with a row for each dataset.

A row is never rewritten: a dataset that changes gets a new row and its former one dies, until
the index is made again.
"""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from eclaireur.core.errors import SearchIndexUnreadable
from eclaireur.core.ports import NAMED, DatasetChange, Lacking, NameCount, SearchFilters
from eclaireur.search.reading import (
    Texts,
    begins,
    day_in,
    facet,
    facets_of,
    form_of,
    is_national,
    quality_of,
    stems_of,
    texts_of,
    usage_of,
    years_of,
)
from eclaireur.search.word_table import DIMENSIONS, word_table

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Rows = NDArray[np.int32]
Bits = NDArray[np.uint8]
Forms = NDArray[np.uint32]

TITLE, LABELS, PUBLISHER, DESCRIPTION = 1, 2, 4, 8
"""The bits of the fields: keywords and acronym are the labels."""
EVERYWHERE = TITLE | LABELS | PUBLISHER | DESCRIPTION

ONCE, MOST_TIMES = 16, 15
"""The other bits of a posting count the times that the description says the stem, up to 15."""

MEANING_WEIGHTS = (3.0, 1.0, 0.7, 0.15)
"""How much a word of each field counts in what a dataset means."""

_TITLED, _DESCRIBED = map(Texts._fields.index, ("title", "description"))

_COMMON = 1e-3
"""SIF (Arora, Liang and Ma, 2017): a word of this frequency counts half."""

Number = TypeVar("Number", bound=np.generic)

Facets = dict[str, dict[str, list[int]]]
"""For each filter that is set to a name, the rows that bear each name, as compared."""


@dataclass
class Records:
    """The arrays."""

    sequence: int = 0
    """The number of the last change of the catalogue that is in them."""
    checked: int = 0
    token: str = ""
    """The last number up to which it was sure that they follow this catalogue, and its token."""
    identifiers: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    """Every stem of the catalogue: a stem is known by its place here."""
    spoken: list[str] = field(default_factory=list)
    """The first word, folded, that each stem was read in."""
    forms: dict[str, int] = field(default_factory=dict)
    """Every word of the catalogue, folded, with how often it was read."""
    facets: Facets = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    """By their compared form, names as they are first written."""
    ends: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    """Where the postings of each stem end."""
    rows: Rows = field(default_factory=lambda: np.zeros(0, np.int32))
    """The rows that say each stem, in order, stem after stem."""
    fields: Bits = field(default_factory=lambda: np.zeros(0, np.uint8))
    """Where they say it, and how often."""
    title_ends: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    title_stems: Rows = field(default_factory=lambda: np.zeros(0, np.int32))
    """The stems of each title, in order."""
    numbers: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    """The number of the change that each row was read from."""
    title_forms: Forms = field(default_factory=lambda: np.zeros(0, np.uint32))
    """The form of each of these, by `reading.form_of`."""
    label_ends: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    label_forms: Forms = field(default_factory=lambda: np.zeros(0, np.uint32))
    """The forms of the words of each dataset's keywords and acronym."""
    living: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    usage: Floats = field(default_factory=lambda: np.zeros((0, 4), np.float32))
    """How much each dataset is used, after `reading.NUMBERS`."""
    standing: Floats = field(default_factory=lambda: np.zeros((0, 2), np.float32))
    """Its quality, and whether it is national."""
    days: Ints = field(default_factory=lambda: np.zeros((0, 3), np.int64))
    """The first and last years it concerns, and the day of its last change, as 20260131."""
    likeness: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    """The same for titles that differ by their figures alone."""
    meanings: NDArray[np.float16] = field(
        default_factory=lambda: np.zeros((0, DIMENSIONS), np.float16)
    )

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each stem is."""
        return {stem: place for place, stem in enumerate(self.stems)}

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The living row of each dataset."""
        return {self.identifiers[row]: int(row) for row in np.flatnonzero(self.living)}

    def postings(self, stem: int) -> tuple[Rows, Bits]:
        """The rows that say a stem, and where they do."""
        span = slice(int(self.ends[stem - 1]) if stem else 0, int(self.ends[stem]))
        return self.rows[span], self.fields[span]

    def fields_of(self, stem: int, rows: Ints) -> Bits:
        """Where each of some rows says a stem; 0 where it does not."""
        saying, fields = self.postings(stem)
        at = saying.searchsorted(rows)
        there = at < len(saying)
        there[there] = saying[at[there]] == rows[there]
        said = np.zeros(len(rows), np.uint8)
        said[there] = fields[at[there]]
        return said

    def saying(self, stems: Iterable[int]) -> NDArray[np.bool_]:
        """Whether each row says any of some stems."""
        said = np.zeros(len(self.identifiers), np.bool_)
        for stem in stems:
            said[self.postings(stem)[0]] = True
        return said

    @cached_property
    def headline_counts(self) -> Ints:
        """How many titles, keywords or acronyms say each stem."""
        said = np.cumsum((self.fields & (TITLE | LABELS)) > 0, dtype=np.int64)
        at_end = np.concatenate([[0], said])[self.ends]
        return np.diff(at_end, prepend=0)

    @cached_property
    def wordiness(self) -> Floats:
        """The length of each description, against their mean."""
        lengths = np.bincount(self.rows, self.fields // ONCE, minlength=len(self.identifiers))
        described = lengths[lengths > 0]
        return (lengths / (described.mean() if len(described) else 1)).astype(np.float32)

    @cached_property
    def rarity(self) -> Floats:
        """How much a stem tells: BM25's inverse document frequency."""
        counts = np.diff(self.ends, prepend=0)
        total = max(1, len(self.identifiers))
        return np.log1p((total - counts + 0.5) / (counts + 0.5)).astype(np.float32)

    @cached_property
    def statics(self) -> Floats:
        """What ranks a dataset whatever the query: the last columns of `features.FEATURES`."""
        codes: dict[str, int] = {}
        publisher = np.array([codes.setdefault(name, len(codes)) for name in self.publishers], int)
        totals = np.bincount(publisher, self.usage[:, 0] * self.living)
        counts = np.bincount(publisher, self.living)
        _, alike, times = np.unique(
            self.likeness[self.living], return_inverse=True, return_counts=True
        )
        twins = np.ones(len(self.identifiers))
        twins[self.living] = times[alike]
        changed = self.days[:, 2] // 10_000
        age = np.clip(changed.max(initial=1) - changed, 0, 20)
        return np.column_stack(
            [
                np.log1p(self.usage),
                np.log1p(totals)[publisher],
                np.log1p(totals / np.maximum(1, counts))[publisher],
                np.log(twins),
                self.standing,
                age,
            ]
        ).astype(np.float32)

    def titles_among(self, rows: Ints) -> tuple[Ints, Rows, Forms]:
        """The stems and forms of some titles' words, and which of `rows` each is of."""
        places, held = _among(self.title_ends, rows)
        return places, self.title_stems[held], self.title_forms[held]

    def labels_among(self, rows: Ints) -> tuple[Ints, Forms]:
        """The forms of some datasets' keywords and acronym, and which of `rows` each is of."""
        places, held = _among(self.label_ends, rows)
        return places, self.label_forms[held]

    @cached_property
    def vectors(self) -> Floats:
        """The meanings, ready to be multiplied."""
        return self.meanings.astype(np.float32)

    @cached_property
    def _named(self) -> dict[str, tuple[list[str], Ints, Ints]]:
        """For each filter, its names, then the rows that bear one and the place of that name."""
        found = {}
        for which, names in self.facets.items():
            rows = np.array([row for bearers in names.values() for row in bearers], np.int64)
            places = np.repeat(np.arange(len(names)), [len(each) for each in names.values()])
            found[which] = list(names), rows, places
        return found

    def commonest(self, kept: NDArray[np.bool_], most: int) -> dict[str, tuple[NameCount, ...]]:
        """The names that most of some rows bear, for each filter."""
        found = {}
        for which in NAMED:
            names, rows, places = self._named.get(which, ([], *np.zeros((2, 0), np.int64)))
            counts = np.bincount(places[kept[rows]], minlength=len(names))
            first = sorted(np.flatnonzero(counts), key=lambda at: (-counts[at], names[at]))[:most]
            found[which] = tuple(
                NameCount(name=self.written[names[at]], count=int(counts[at])) for at in first
            )
        return found

    def chosen(self, filters: SearchFilters) -> NDArray[np.bool_]:
        """Which rows are what filters ask for; what is lacking is not known here."""
        kept = np.ones(len(self.identifiers), np.bool_)
        for which in NAMED:
            if wanted := facet(getattr(filters, which)):
                bearing = np.zeros_like(kept)
                bearing[self._bearing(self.facets.get(which, {}), wanted)] = True
                kept &= bearing
        since, until = filters.period
        if since is not None:
            kept &= self.days[:, 1] >= since
        if until is not None:
            kept &= (self.days[:, 0] <= until) & (self.days[:, 1] > 0)
        return kept

    @staticmethod
    def _bearing(names: Mapping[str, list[int]], wanted: str) -> list[int]:
        if wanted in names:
            return names[wanted]
        return [row for name, rows in names.items() if begins(name, wanted) for row in rows]

    def lacking(self, told: Lacking) -> NDArray[np.bool_]:
        """Which rows lack something."""
        numbers = np.fromiter(told.numbers, np.int64, len(told.numbers))
        listed = np.zeros(self.numbers.max(initial=0) + 1, np.bool_)
        # A change that is not taken in yet is of no row.
        listed[numbers[numbers < len(listed)]] = True
        return np.asarray(listed[self.numbers] == told.are_lacking)

    def with_changes(self, changes: Sequence[DatasetChange], sequence: int) -> "Records":
        """The arrays after some changes, up to that of a number; these stay as they are."""
        changed = [each.dataset for each in changes if each.dataset]
        first = len(self.identifiers)
        stems, places, forms = list(self.stems), dict(self.places), Counter(self.forms)
        spoken, written = list(self.spoken), dict(self.written)
        bearers: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        said: list[dict[int, int]] = []
        titles: list[list[int]] = []
        title_forms: list[list[int]] = []
        label_forms: list[list[int]] = []
        likeness = []
        for row, dataset in enumerate(changed, first):
            texts = texts_of(dataset)
            where: dict[int, int] = {}
            for at, found in enumerate(texts):
                read = []
                for stem, word in stems_of(found):
                    place = places.get(stem)
                    if place is None:
                        place = places[stem] = len(stems)
                        stems.append(stem)
                        spoken.append(word)
                    read.append(place)
                    said_there = where.get(place, 0) | 1 << at
                    if at == _DESCRIBED and said_there < ONCE * MOST_TIMES:
                        said_there += ONCE
                    where[place] = said_there
                if at == _TITLED:
                    titles.append(read)
                forms.update([each.folded for each in found if 3 < len(each.folded) < 40])
            said.append(where)
            title_forms.append([form_of(each) for _, each in stems_of(texts.title)])
            label_forms.append([form_of(each) for _, each in stems_of(texts.labels)])
            likeness.append(_likeness(texts))
            for which, name, as_written in facets_of(dataset):
                bearers[which][name].append(row)
                written.setdefault(name, as_written)
        living = np.concatenate([self.living, np.ones(len(changed), np.bool_)])
        for identifier in {each.identifier for each in changes}:
            if identifier in self.row_of:
                living[self.row_of[identifier]] = False
        ends, rows, fields = self._with_postings(said, len(stems))
        return Records(
            sequence=sequence,
            checked=self.checked,
            token=self.token,
            identifiers=self.identifiers + [each.identifier for each in changed],
            titles=self.titles + [each.title for each in changed],
            publishers=self.publishers + [each.publisher or "" for each in changed],
            stems=stems,
            spoken=spoken,
            forms=dict(forms),
            facets={
                which: {
                    **self.facets.get(which, {}),
                    **{
                        name: self.facets.get(which, {}).get(name, []) + rows
                        for name, rows in bearers[which].items()
                    },
                }
                for which in self.facets.keys() | bearers.keys()
            },
            written=written,
            ends=ends,
            rows=rows,
            fields=fields,
            title_ends=_ends_after(self.title_ends, titles),
            title_stems=np.concatenate([self.title_stems, _flat(titles).astype(np.int32)]),
            title_forms=np.concatenate([self.title_forms, _flat(title_forms).astype(np.uint32)]),
            label_ends=_ends_after(self.label_ends, label_forms),
            label_forms=np.concatenate([self.label_forms, _flat(label_forms).astype(np.uint32)]),
            living=living,
            numbers=_after(self.numbers, [each.sequence for each in changes if each.dataset]),
            usage=_after(self.usage, [usage_of(each) for each in changed]),
            standing=_after(
                self.standing, [[quality_of(each), float(is_national(each))] for each in changed]
            ),
            days=_after(self.days, [[*years_of(each), day_in(each.modified)] for each in changed]),
            likeness=_after(self.likeness, likeness),
            meanings=np.concatenate([self.meanings, _meanings(said, stems)]),
        )

    def _with_postings(self, said: Sequence[dict[int, int]], stems: int) -> tuple[Ints, Rows, Bits]:
        """The postings, with those of new rows put after the others of each stem."""
        added = _flat([list(each) for each in said])
        rows = np.repeat(
            np.arange(len(self.identifiers), len(self.identifiers) + len(said), dtype=np.int32),
            [len(each) for each in said],
        )
        fields = _flat([list(each.values()) for each in said]).astype(np.uint8)
        order = np.argsort(added, kind="stable")
        former = np.concatenate(
            [self.ends, np.full(stems - len(self.ends), len(self.rows), np.int64)]
        )
        at = former[added[order]]
        counts = np.bincount(added, minlength=stems)
        return (
            former + np.cumsum(counts),
            np.insert(self.rows, at, rows[order]),
            np.insert(self.fields, at, fields[order]),
        )

    def save(self, place: Path) -> None:
        """Write the arrays, whole or not at all."""
        texts = json.dumps({name: getattr(self, name) for name in _TEXTS}).encode("utf-8")
        beside = place.with_suffix(".new")
        try:
            with beside.open("wb") as file:
                np.savez(
                    file,
                    texts=np.frombuffer(texts, np.uint8),
                    **{name: getattr(self, name) for name in _ARRAYS},
                )
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            # What is left of it would take the room that others lack.
            beside.unlink(missing_ok=True)
            raise
        beside.replace(place)

    @classmethod
    def load(cls, place: Path) -> Self:
        """Read the arrays. Raises SearchIndexUnreadable when they are not there, or broken."""
        try:
            with place.open("rb") as file, np.load(file) as held:
                texts = json.loads(held["texts"].tobytes())
                return cls(**texts, **{name: held[name] for name in _ARRAYS})
        except Exception as error:
            raise SearchIndexUnreadable(place=str(place), problem=type(error).__name__) from error


_TEXTS = (
    "sequence",
    "checked",
    "token",
    "identifiers",
    "titles",
    "publishers",
    "stems",
    "spoken",
    "forms",
    "facets",
    "written",
)
_ARRAYS = (
    "ends",
    "rows",
    "fields",
    "title_ends",
    "title_stems",
    "numbers",
    "title_forms",
    "label_ends",
    "label_forms",
    "living",
    "usage",
    "standing",
    "days",
    "likeness",
    "meanings",
)


def _flat(lists: Sequence[Sequence[int]]) -> Ints:
    return np.fromiter((each for one in lists for each in one), np.int64)


def _ends_after(ends: Ints, added: Sequence[Sequence[int]]) -> Ints:
    """Where each list ends, once more of them follow."""
    last = int(ends[-1]) if len(ends) else 0
    return np.concatenate([ends, last + np.cumsum([len(each) for each in added], dtype=np.int64)])


def _among(ends: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Where the lists of some rows are, one after another, and which of `rows` each place is of."""
    starts = np.where(rows > 0, ends[rows - 1], 0)
    sizes = ends[rows] - starts
    places = np.repeat(np.arange(len(rows)), sizes)
    offsets = np.arange(len(places)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return places, np.repeat(starts, sizes) + offsets


def _after(array: NDArray[Number], added: Sequence[object]) -> NDArray[Number]:
    """The array with more rows."""
    if not added:
        return array
    return np.concatenate([array, np.array(added, array.dtype)])


def _likeness(texts: Texts) -> int:
    said = sorted({each.folded for each in texts.title if each.folded.isalpha()})
    return crc32(" ".join(said).encode("utf-8", "surrogatepass"))


def _meanings(said: Sequence[dict[int, int]], stems: list[str]) -> NDArray[np.float16]:
    """The mean of the vectors of a dataset's words, rare ones counting more."""
    vectors, telling = word_table().of(stems), word_weights(stems)
    counting = [
        max(weight for at, weight in enumerate(MEANING_WEIGHTS) if bits >> at & 1) if bits else 0.0
        for bits in range(16)
    ]
    means = np.zeros((len(said), DIMENSIONS), np.float32)
    for row, where in enumerate(said):
        if where:
            found = np.fromiter(where, np.int64)
            weights = np.array([counting[bits & EVERYWHERE] for bits in where.values()], np.float32)
            means[row] = (weights * telling[found]) @ vectors[found]
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    return np.asarray(means / np.maximum(lengths, 1e-6), np.float16)


def word_weights(stems: Sequence[str]) -> Floats:
    """How much each stem tells, from its rank among French words (Zipf's law)."""
    rows = word_table().rows
    frequencies = np.array([0.1 / (1 + rows.get(stem, 20_000)) for stem in stems])
    return (_COMMON / (_COMMON + frequencies)).astype(np.float32)
