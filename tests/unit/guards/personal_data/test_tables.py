"""Names in cells: under a column, or beside a way to reach the person."""

import pytest

from eclaireur.guards.personal_data.span import PersonalDataType
from eclaireur.guards.personal_data.tables import cells


def names(text: str) -> list[str]:
    return [
        text[span.start : span.end]
        for span in cells(text).personal
        if span.type is PersonalDataType.PERSON
    ]


@pytest.mark.parametrize(
    "row",
    [
        "INSERT INTO users VALUES (17,'Kerouanton','Maïlys','mk@exemple.net');",
        "INSERT INTO users VALUES (1,'a'),\n(17,'Kerouanton','Maïlys',NULL,'0639983377');",
        "INSERT INTO users (id, nom, prenom) VALUES (17,'Kerouanton','Maïlys');",
        "17;Kerouanton;Maïlys;mk@exemple.net",
        '"Kerouanton","Maïlys","06 39 98 33 77"',
        '{"last_name": "Kerouanton", "first_name": "Maïlys"}',
    ],
)
def test_a_surname_and_a_given_name_in_two_cells(row: str) -> None:
    assert names(row) == ["Kerouanton", "Maïlys"]


@pytest.mark.parametrize(
    "row",
    [
        "17;Kerouanton;Maïlys;oui",
        "INSERT INTO users VALUES (18,'admin','','no-reply@exemple.net','');",
        "3;Quimper;Lannion;contact@exemple.net",
        "INSERT INTO users (nom, prenom) VALUES (NULL, NULL);",
    ],
)
def test_cells_that_name_nobody(row: str) -> None:
    assert names(row) == []
