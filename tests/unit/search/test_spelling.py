"""A word is corrected by words of the catalogue, unless the catalogue says it already."""

from eclaireur.search.spelling import Spelling

FORMS = {"pistes": 3, "liste": 90, "arbres": 40, "habitat": 50, "eau": 60, "cyclable": 9}
SPELLING = Spelling(FORMS)


def corrected(word: str) -> list[str]:
    return [form for form, _ in SPELLING.corrections(word)]


def test_a_misspelt_word_is_read_as_one_of_the_catalogue() -> None:
    assert corrected("abres") == ["arbres"]
    assert corrected("cylcable") == ["cyclable"]


def test_the_other_number_of_a_word_is_no_misspelling() -> None:
    assert corrected("piste") == []
    assert corrected("listes") == []
    assert Spelling({"liste": 90}).corrections("piste") != []


def test_short_words_and_common_ones_are_left_as_they_are() -> None:
    assert corrected("eaux") == []
    assert corrected("habitat") == []
