"""Whose address it is, when somebody is named before it."""

import pytest

from eclaireur.guards.personal_data import PersonalDataType, find

ADDRESS = "2 rue du Puits, 93200 Saint-Denis"


def found(text: str) -> list[str]:
    return [
        text[span.start : span.end] for span in find(text) if span.type is PersonalDataType.ADDRESS
    ]


@pytest.mark.parametrize(
    "before",
    [
        "Soizic Kerbrat a signé. Le comité siège salle Zetkin, ",
        "Soizic Kerbrat reçoit à la mairie, ",
        "Ce ne sont que des coordonnées de structures (ex. ",
    ],
)
def test_the_address_of_a_body(before: str) -> None:
    assert found(before + ADDRESS) == []


@pytest.mark.parametrize(
    "before",
    [
        "Soizic Kerbrat, ",
        "Soizic Kerbrat, directrice de l'école, ",
        "Soizic Kerbrat loge au-dessus de la mairie, ",
        "Soizic Kerbrat a signé.\n",
        "adresse du demandeur : ",
    ],
)
def test_the_address_of_a_person(before: str) -> None:
    assert found(before + ADDRESS) == [ADDRESS]


def test_the_building_belongs_to_the_address() -> None:
    assert found("Soizic Kerbrat, Tour Iris, " + ADDRESS) == ["Tour Iris, " + ADDRESS]
