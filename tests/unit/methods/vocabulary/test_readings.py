"""What was read of a catalogue, kept and brought up to date."""

import io
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaireur.core.ports import KeywordUse
from eclaireur.methods.vocabulary import Readings, UnusableReadings
from eclaireur.methods.vocabulary.readings import VERSION

WORDS = st.sampled_from(["Vélo", "vélos", "eau", "Eau", "Loire", "de la", "budget", "\ud800"])
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
USES = st.builds(
    KeywordUse,
    identifier=st.sampled_from("abcdef"),
    title=TEXTS,
    description=TEXTS,
    publisher=st.none() | TEXTS,
    keywords=st.lists(st.sampled_from(["velo", "eau", "2024", "csv"]), max_size=3).map(tuple),
)


def written(readings: Readings) -> bytes:
    file = io.BytesIO()
    readings.write(file)
    return file.getvalue()


def same(one: Readings, other: Readings) -> bool:
    return written(one) == written(other)


EXAMPLE = Readings.of(
    [
        KeywordUse(
            identifier="v",
            title="Comptages de vélos",
            description="Relevés du Port de Brume.",
            publisher="Ville de Brume",
            keywords=("velo", "mobilite", "2024"),
        ),
        KeywordUse(identifier="e", title="Eau", description="", publisher=None, keywords=("eau",)),
    ],
    sequence=12,
)


def test_a_row_holds_what_was_read_of_a_dataset() -> None:
    assert (EXAMPLE.sequence, EXAMPLE.identifiers) == (12, ["e", "v"])
    assert EXAMPLE.publishers == ["", "Ville de Brume"]
    # A bare year is never proposed.
    assert EXAMPLE.keywords.distinct == ["eau", "mobilite", "velo"]
    assert EXAMPLE.keywords.rows.list(1).tolist() == [2, 1]
    held = [EXAMPLE.stems.distinct[each] for each in EXAMPLE.stems.rows.list(1)]
    assert {"comptag", "vélo", "brum@"} & set(held) == {"comptag", "brum@"}
    assert "Port" in EXAMPLE.words.distinct


def test_what_was_written_is_read_again() -> None:
    assert same(Readings.read(io.BytesIO(written(EXAMPLE))), EXAMPLE)


@settings(deadline=None)
@given(
    st.lists(USES, max_size=6),
    st.lists(USES, max_size=4, unique_by=lambda use: use.identifier),
    st.sets(st.sampled_from("abcdef")),
)
def test_after_changes_it_is_what_reading_the_whole_catalogue_gives(
    before: list[KeywordUse], changed: list[KeywordUse], gone: set[str]
) -> None:
    gone -= {use.identifier for use in changed}
    catalogue: dict[str, KeywordUse] = {}
    for use in before:
        catalogue.setdefault(use.identifier, use)
    catalogue = {each: use for each, use in catalogue.items() if each not in gone}
    catalogue |= {use.identifier: use for use in changed}
    followed = Readings.of(before).with_changes(changed, gone, 9)
    assert same(followed, Readings.of(catalogue.values(), 9))


def damaged(**changes: object) -> bytes:
    with np.load(io.BytesIO(written(EXAMPLE))) as kept:
        arrays = dict(kept) | changes
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def header(**changes: object) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    with np.load(io.BytesIO(written(EXAMPLE))) as kept:
        told = json.loads(kept["header"].tobytes()) | changes
    return np.frombuffer(json.dumps(told).encode(), np.uint8)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 nothing",
        written(EXAMPLE)[:-200],
        damaged(header=header(version=VERSION + 1)),
        damaged(header=header(titles=["one"])),
        damaged(header=header(identifiers=["e", "e"])),
        damaged(header=np.array(b"{")),
        damaged(weights=np.full(len(EXAMPLE.weights), np.nan, np.float32)),
        damaged(weights=EXAMPLE.weights[1:]),
        damaged(weights=np.array([{}], object)),
        damaged(keywords_items=EXAMPLE.keywords.rows.items + 1),
        damaged(keywords_items=EXAMPLE.keywords.rows.items - 1),
        damaged(stems_offsets=EXAMPLE.stems.rows.offsets[::-1]),
        damaged(words_offsets=EXAMPLE.words.rows.offsets[:-1]),
    ],
)
def test_what_is_damaged_or_of_another_version_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableReadings):
        Readings.read(io.BytesIO(content))
