"""Numbers of services, and sites named as their owner."""

import pytest

from eclaireur.guards.personal_data import PersonalDataType, find


def found(text: str, kind: PersonalDataType) -> list[str]:
    return [text[span.start : span.end] for span in find(text) if span.type is kind]


@pytest.mark.parametrize(
    "text",
    [
        "Contact RH : recrutement@ville-exemple.fr, 04 65 71 00 55.",
        "Contact : observatoire@aurg-exemple.org ou 04 65 71 12 38.",
        "02 61 91 12 38 / observatoire@aurg-exemple.org",
        "joindre l'adjudant (brigade 04 65 71 12 17)",
        "un identifiant à dix chiffres, par exemple 0631004425",
        "0261914477 est une référence de vanne",
    ],
)
def test_a_number_that_is_nobodys(text: str) -> None:
    assert found(text, PersonalDataType.PHONE) == []


@pytest.mark.parametrize(
    "text",
    [
        "recrutement@ville-exemple.fr, 06 39 98 00 55",
        "Soizic Kerbrat, recrutement@ville-exemple.fr, 04 65 71 12 55",
        "mon fixe, pas recrutement@ville-exemple.fr : 04 65 71 12 55",
        "soizic.kerbrat@ville-exemple.fr, 04 65 71 12 55",
        "Soizic Kerbrat, pôle SIG, 04 65 71 12 55",
    ],
)
def test_a_number_of_somebody(text: str) -> None:
    assert len(found(text, PersonalDataType.PHONE)) == 1


def test_a_site_named_as_the_person_that_the_text_names() -> None:
    site = "https://ilanbetsch.example/projets"
    assert found(f"Ilan Betsch-Moreno : {site}", PersonalDataType.HANDLE) == [site]
    assert found(f"Odon Berthelemot : {site}", PersonalDataType.HANDLE) == []
