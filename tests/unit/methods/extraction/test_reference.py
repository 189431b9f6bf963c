import pytest

from eclaireur.methods.extraction.reference import (
    is_of_other_years,
    names_something,
    refers_outside,
)


@pytest.mark.parametrize(
    "text",
    [
        "Données relatives à ses missions.",
        "Résultats détaillés sur cette application.",
        "Liste de ses écoles.",
        "Indicateurs publiés à compter de ce jour.",
    ],
)
def test_sees_what_is_named_nowhere(text: str) -> None:
    assert refers_outside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Arbres de la Ville, avec leur essence.",
        "Aides aux clubs de sport et date de ces aides.",
        "Ensemble de ce qui est planté.",
        "Arbres plantés par la Ville, et ce depuis 2020.",
    ],
)
def test_sees_what_is_named_before(text: str) -> None:
    assert not refers_outside(text)


@pytest.mark.parametrize(
    "text", ["Arbres de Valmorel.", "Arbres plantés depuis 1998.", "Arbres de VALMOREL."]
)
def test_a_place_or_a_number_names_something(text: str) -> None:
    assert names_something(text)


@pytest.mark.parametrize(
    "text",
    ["Plan de Prévention des Risques Technologiques.", "État du PAPI.", "Liste des arbres."],
)
def test_a_kind_of_thing_names_nothing(text: str) -> None:
    assert not names_something(text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Communes au 1er janvier 2021.", True),
        ("Communes au 1er janvier 2024.", False),
        ("Communes de 2019 à 2025.", False),
        ("Communes fusionnées depuis 2016.", False),
        ("Communes de 2025 à 2026.", True),
        ("Communes de la région.", False),
    ],
)
def test_sees_other_years_than_those_of_the_title(text: str, *, other: bool) -> None:
    assert is_of_other_years(text, frozenset({2024})) is other
