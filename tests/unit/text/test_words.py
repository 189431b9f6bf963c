from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eclaireur.text.words import EMPTY_WORDS, folded, words


def test_a_word_tells_where_it_stands() -> None:
    text = "Réseau d’eaux-usées, 2024"
    assert [text[w.start : w.end] for w in words(text)] == ["Réseau", "d", "eaux", "usées", "2024"]


def test_folding_drops_case_accents_and_ligatures() -> None:
    assert folded("ŒUVRE Éclairée, naïve, ex æquo") == "oeuvre eclairee, naive, ex aequo"


def test_decomposed_accents_stay_in_their_word() -> None:
    assert [w.folded for w in words("donne\u0301es ge\u0301ographiques")] == [
        "donnees",
        "geographiques",
    ]


def test_singular_and_plural_share_a_stem_with_or_without_accents() -> None:
    stems = {w.stem for w in words("bibliothèque bibliothèques bibliotheques BIBLIOTHÈQUE")}
    assert len(stems) == 1


def test_encoded_data_is_one_word_left_as_it_is() -> None:
    (word,) = words("A" * 1_000_000)
    assert word.stem == "a" * 1_000_000


def test_empty_words_are_folded() -> None:
    assert {folded(word) for word in EMPTY_WORDS} == EMPTY_WORDS


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gives_words_in_order_without_overlap(text: str) -> None:
    found = words(text)
    assert all(w.start < w.end for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
