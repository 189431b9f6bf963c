from eclaireur.guards.personal_data.lexicon import (
    fold,
    is_commune,
    is_eponym,
    is_given_name,
    is_ordinary,
    is_surname,
)


def test_a_letter_with_a_stroke_is_folded_as_a_plain_one() -> None:
    assert fold("Bronisław Sønderby") == "bronislaw sonderby"


def test_a_word_is_ordinary_when_it_is_written_more_than_it_is_borne() -> None:
    assert all(map(is_ordinary, ("maire", "parking", "eau", "eaux", "qu'il", "saint-malo", "csv")))
    assert not any(map(is_ordinary, ("kerbrat", "jean", "fatou", "wojciechowski")))


def test_in_lower_case_a_given_name_that_is_a_word_is_rather_the_word() -> None:
    assert not is_ordinary("marine")
    assert is_ordinary("marine", capitalised=False)
    assert not is_ordinary("jean", capitalised=False)


def test_given_names_and_their_compounds() -> None:
    assert all(map(is_given_name, ("soizic", "jean-phi", "marie-ange", "mohamed")))
    assert not any(map(is_given_name, ("sainte", "france", "kerbrat", "sous-prefecture")))


def test_a_surname_may_be_an_ordinary_word() -> None:
    assert is_surname("petit")
    assert is_ordinary("petit")
    assert not is_surname("kerlann-bihan")


def test_communes_and_the_famous_are_known_however_they_are_joined() -> None:
    assert is_commune("saint-brieuc")
    assert is_commune("saint brieuc")
    assert is_eponym("jean-jacques rousseau")
