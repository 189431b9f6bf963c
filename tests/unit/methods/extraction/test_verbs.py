import pytest

from eclaireur.methods.extraction.verbs import is_nominal, main_verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Le réseau dessert la commune et permet de circuler.", "permet"),
        ("Les villes qui plantent des arbres ont une aide.", "ont"),
        ("Les villes dont le parc est grand et qui le cultivent reçoivent une aide.", "reçoivent"),
        ("Le plan se compose de zones.", "compose"),
        ("La commune liste les arbres.", "liste"),
        ("Le label s’étend à la région.", "étend"),
    ],
)
def test_finds_the_verb_past_relative_clauses(text: str, verb: str) -> None:
    found = main_verb(text)
    assert found is not None
    assert found[0] == verb


@pytest.mark.parametrize(
    "text",
    [
        "Liste des communes qui plantent des arbres.",
        "Liste des communes qui plantent des arbres et entretiennent des haies.",
        "Zones de référence de la Ville de Lorient.",
        "Localisation des bâtiments du Grand Est ayant fait l’objet de travaux.",
        "Accidents ayant impliqué un véhicule et fait une victime.",
        "Concentrations en chlorophylle a et en nitrates.",
        "Hôtels de 1 à 5 étoile(s) en Aquitaine.",
    ],
)
def test_a_noun_phrase_has_none(text: str) -> None:
    assert is_nominal(text)
