"""Names that a greeting, a trade or a list brings, and what only looks like one."""

import pytest

from eclaireur.guards.personal_data import PersonalDataType, find


def names(text: str) -> list[str]:
    return [
        text[span.start : span.end] for span in find(text) if span.type is PersonalDataType.PERSON
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salut Wassim, la clé est là.", ["Wassim"]),
        ("Bonjour Ttoulbix,\nmerci.", ["Ttoulbix"]),
        ("Bonjour,\nle fichier est vide.\nTugdual", ["Tugdual"]),
        ("membres : R. Pélissou, M.-Th. Guéhennec", ["R. Pélissou", "M.-Th. Guéhennec"]),
        ("Ph. Ollivaud a signé", ["Ph. Ollivaud"]),
        ("L'assistante maternelle Bérangère Wojtkowiak", ["Bérangère Wojtkowiak"]),
        ("La directrice d'école Maëva Rigollet", ["Maëva Rigollet"]),
        ("c'est marqué Odon Berthelemot", ["Odon Berthelemot"]),
        ("demande de mme le gallou", ["le gallou"]),
        ("mkerouanton@exemple.net, Kerouanton", ["Kerouanton"]),
    ],
)
def test_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Lannion, le site est en panne.",
        "Bonjour Etalab, le schéma échoue.",
        "Quimper\nTugdual",
        "Mme la rectrice, présidente",
        "M. le bâtonnier, Monsieur le vice-recteur",
        "la directrice de l'école Maëva Rigollet",
        "le gardien du stade Maëva Rigollet",
        "Campagne Marion Dufresne II.",
        "le Maëva Rigollet III appareille",
        "Les mesures de Vaulx-en-Velin Georges-Dimitrov",
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert names(text) == []
