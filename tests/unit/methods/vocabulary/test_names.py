from collections import Counter

import pytest

from eclaireur.methods.vocabulary.names import (
    acronyms,
    inner_words,
    is_capitalised,
    is_part_of_a_name,
    proper_names,
)


def names(*texts: str) -> frozenset[str]:
    return proper_names(Counter(word for text in texts for word in inner_words(text)))


def test_a_name_keeps_its_capital_within_sentences() -> None:
    assert names("Forêts de l’Étang", "Les forêts d'Étang") == {"etang"}


def test_a_word_that_opens_a_text_or_follows_a_mark_tells_nothing() -> None:
    assert names("Forêts publiques", "Inventaire. Forêts privées", "Cartes : Forêts") == frozenset()


def test_one_capital_among_many_is_no_name() -> None:
    small = ["de la santé"] * 3
    assert names(*small, "de la Santé", "de la Santé") == frozenset()


def test_a_word_seen_once_and_an_acronym_are_no_names() -> None:
    assert names("les zones GTFS", "les zones GTFS", "vers Brume") == frozenset()


@pytest.mark.parametrize(
    ("word", "expected"), [("Brume", True), ("brume", False), ("PLU", False), ("É", False)]
)
def test_capitalised(word: str, expected: bool) -> None:  # noqa: FBT001
    assert is_capitalised(word) is expected


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("Saint-Pierre-de-Brume", "Saint-Pierre", True),
        ("Saint-Pierre-de-Brume", "Pierre", True),
        ("Saint-Pierre-de-Brume", "Saint-Pierre-de-Brume", False),
        ("écoles de Saint-Pierre", "Saint-Pierre", False),
        ("Cap-d'Aval", "Cap", True),
        ("AVAL-LES-BAINS", "AVAL", True),
        ("comptage-velo", "velo", False),
        ("Comptage-velo", "velo", False),
        ("Aval - Brume", "Aval", False),
        ("Budget-2024", "Budget", False),
    ],
)
def test_hyphens_join_a_name_to_a_longer_one(text: str, words: str, part: bool) -> None:  # noqa: FBT001
    start = text.index(words)
    assert is_part_of_a_name(text, start, start + len(words)) is part


def test_acronyms_are_written_in_capitals() -> None:
    counts = Counter({"GTFS": 5, "EAU": 3, "eau": 9, "Aval": 4})
    assert acronyms(counts) == {"gtfs"}
