"""What was read of each dataset of a catalogue: all that its vocabulary is made of.

Reading is most of what learning takes. Each dataset is read alone, so that when some change, what
was read of the others serves again.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import IO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary.names import inner_words
from eclaireur.methods.vocabulary.ragged import Ragged
from eclaireur.methods.vocabulary.rules import may_be_proposed
from eclaireur.methods.vocabulary.subjects import content_words, subject
from eclaireur.methods.vocabulary.texts import Texts
from eclaireur.text.markup import readable

VERSION = 1
"""Of what is kept, and of how texts are read: change it when either changes."""

# Enough for the opening words of a description, by which subjects are compared.
_DESCRIPTION_READ = 1_000
_NAMES = ("identifiers", "titles", "publishers")
_TEXTS = ("keywords", "stems", "words")


class UnusableReadings(ValueError):
    """What was kept is damaged, or of another version: it is to be read again."""


class Readings(NamedTuple):
    """What was read, a row a dataset, in the order of their identifiers."""

    sequence: int
    """The number of the last change of the catalogue that is in them."""
    identifiers: list[str]
    titles: list[str]
    publishers: list[str]
    """Empty where there is none."""
    keywords: Texts
    """Those that may be proposed."""
    stems: Texts
    """What each dataset is about."""
    weights: NDArray[np.float32]
    """How much each stem says of it."""
    words: Texts
    """The words within its sentences, as written."""

    @staticmethod
    def of(uses: Iterable[KeywordUse], sequence: int = 0) -> "Readings":
        """Read datasets. An identifier that comes again is left out."""
        first: dict[str, KeywordUse] = {}
        for use in uses:
            first.setdefault(use.identifier, use)
        read = [first[each] for each in sorted(first)]
        keywords, stems, words = [], [], []
        weights: list[float] = []
        for use in read:
            description = readable(use.description, _DESCRIPTION_READ).text
            weighed = subject(
                content_words(use.title),
                content_words(description),
                content_words(use.publisher or ""),
            )
            keywords.append([*filter(may_be_proposed, dict.fromkeys(use.keywords))])
            stems.append([*weighed])
            weights += weighed.values()
            words.append([*inner_words(use.title), *inner_words(description)])
        return Readings(
            sequence,
            [each.identifier for each in read],
            [each.title for each in read],
            [each.publisher or "" for each in read],
            Texts.of(keywords),
            Texts.of(stems),
            np.array(weights, np.float32),
            Texts.of(words),
        )

    def with_changes(
        self, changed: Iterable[KeywordUse], gone: Iterable[str], sequence: int
    ) -> "Readings":
        """What reading the whole catalogue would give after some changes."""
        added = self.of(changed, sequence)
        both = _joined(self.without({*gone, *added.identifiers}), added)
        return _chosen(both, sorted(range(len(both.identifiers)), key=both.identifiers.__getitem__))

    def without(self, identifiers: Collection[str]) -> "Readings":
        """What was read, as if some datasets had never been there."""
        rows = [row for row, each in enumerate(self.identifiers) if each not in identifiers]
        return _chosen(self, rows)

    def write(self, file: IO[bytes]) -> None:
        """Write what `read` reads."""
        texts = {name: getattr(self, name) for name in _NAMES}
        texts |= {name: getattr(self, name).distinct for name in _TEXTS}
        header = json.dumps({"version": VERSION, "sequence": self.sequence, **texts})
        rows = {name: getattr(self, name).rows for name in _TEXTS}
        np.savez(
            file,
            header=np.frombuffer(header.encode("ascii"), np.uint8),
            weights=self.weights,
            **{f"{name}_offsets": each.offsets for name, each in rows.items()},
            **{f"{name}_items": each.items.astype(np.int32) for name, each in rows.items()},
        )

    @staticmethod
    def read(file: IO[bytes]) -> "Readings":
        """Read what was written. Arrays are numbers alone: nothing in them is run.

        Raises:
            UnusableReadings: it is damaged, or of another version.
        """
        try:
            with np.load(file, allow_pickle=False) as kept:
                header = json.loads(kept["header"].tobytes())
                identifiers, titles, publishers = (list(map(str, header[n])) for n in _NAMES)
                keywords, stems, words = (
                    Texts(
                        list(map(str, header[name])),
                        Ragged(
                            kept[f"{name}_offsets"].astype(np.int64),
                            kept[f"{name}_items"].astype(np.int64),
                        ),
                    )
                    for name in _TEXTS
                )
                readings = Readings(
                    int(header["sequence"]),
                    identifiers,
                    titles,
                    publishers,
                    keywords,
                    stems,
                    kept["weights"].astype(np.float32),
                    words,
                )
        except Exception as error:
            # A damaged archive fails in as many ways as it has layers.
            raise UnusableReadings from error
        if header["version"] != VERSION or not _is_sound(readings):
            raise UnusableReadings
        return readings


def _is_sound(readings: Readings) -> bool:
    rows = len(readings.identifiers)
    return bool(
        len(readings.titles) == len(readings.publishers) == rows
        and len(set(readings.identifiers)) == rows
        and readings.weights.shape == readings.stems.rows.items.shape
        and np.isfinite(readings.weights).all()
        and all(
            each.rows.is_sound(rows, len(each.distinct))
            for each in (readings.keywords, readings.stems, readings.words)
        )
    )


def _chosen(readings: Readings, rows: Sequence[int]) -> Readings:
    numbers = np.array(rows, np.int64)
    where, _ = readings.stems.rows.gathered(numbers)
    return Readings(
        readings.sequence,
        [readings.identifiers[each] for each in rows],
        [readings.titles[each] for each in rows],
        [readings.publishers[each] for each in rows],
        readings.keywords.chosen(numbers),
        readings.stems.chosen(numbers),
        readings.weights[where],
        readings.words.chosen(numbers),
    )


def _joined(some: Readings, others: Readings) -> Readings:
    return Readings(
        others.sequence,
        some.identifiers + others.identifiers,
        some.titles + others.titles,
        some.publishers + others.publishers,
        some.keywords.followed_by(others.keywords),
        some.stems.followed_by(others.stems),
        np.concatenate([some.weights, others.weights]),
        some.words.followed_by(others.words),
    )
