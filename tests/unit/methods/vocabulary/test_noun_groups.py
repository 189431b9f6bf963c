import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.methods.vocabulary.noun_groups import noun_groups, nouns
from eclaireur.methods.vocabulary.subjects import content_words


def groups(text: str) -> list[str]:
    return [
        text[each.words[0].start : each.words[-1].end]
        for each in noun_groups(content_words(text), text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Points lumineux de l'éclairage public", ["Points lumineux", "éclairage public"]),
        ("Bureaux de vote", ["Bureaux", "Bureaux de vote", "vote"]),
        ("Arbres d’alignement", ["Arbres", "Arbres d’alignement", "alignement"]),
        ("Qualité de l'air", ["Qualité de l'air", "air"]),
        ("Collecte des déchets", ["Collecte", "Collecte des déchets", "déchets"]),
        ("Budget primitif 2025", ["Budget primitif"]),
        ("Subventions versées aux associations", ["Subventions", "associations"]),
        ("Lieux accessibles au public", []),
        ("Lignes aériennes reliant l’île", ["Lignes aériennes", "île"]),
        ("Liste de marchés", ["marchés"]),
        ("Liste électorale", ["Liste électorale"]),
        ("Équipements de la commune", ["Équipements"]),
        ("Musée de Brume", ["Musée"]),
        ("Plan canopée", ["Plan canopée"]),
        ("Zones et communes", []),
        ("Les sites Natura 2000", []),
        ("Selon l'indice Lden", []),
        ("Agence de l'eau Loire-Bretagne", ["Agence"]),
        ("Commune de Saint-Pierre-de-Brume", []),
        ("Équipe de l'AGD", ["Équipe", "AGD"]),
        ("Cartographie des cours d'eau", ["cours", "cours d'eau", "eau"]),
        ("Conclusion de l'enquête", ["Conclusion", "enquête"]),
        ("2024", []),
        ("", []),
    ],
)
def test_what_names_something(text: str, expected: list[str]) -> None:
    assert groups(text) == expected


def test_two_nouns_joined_by_an_article_may_not_be_one_name() -> None:
    text = "Collecte des déchets, bureau de vote"
    loose = {each.key: each.loose for each in noun_groups(content_words(text), text)}
    assert loose["collecte dechet"]
    assert not loose["bureau vote"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voirie communale", ["voirie"]),
        ("données GTFS", ["données", "GTFS"]),
        ("ils comptent les vélos", ["vélos"]),
        ("les prêts ne sont pas comptés", ["prêts"]),
        ("n'ouvre que la nuit", ["nuit"]),
    ],
)
def test_where_a_noun_may_stand(text: str, expected: list[str]) -> None:
    found = nouns(content_words(text), text)
    assert [text[word.start : word.end] for word in found] == expected


@given(st.text(max_size=200))
def test_any_text_gives_groups_of_its_own_words_without_figures(text: str) -> None:
    words = content_words(text)
    for group in noun_groups(words, text):
        assert 1 <= len(group.words) <= 3
        assert set(group.words) <= set(words)
        assert not any(char.isdigit() for word in group.words for char in word.folded)
