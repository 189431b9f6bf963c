"""Numbers told apart by their key, their form and what is said of them."""

import pytest

from eclaireur.guards.personal_data import PersonalDataType, find

RIGHT, WRONG = "283089913900178", "283089913900179"


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        f"un code : {RIGHT}, pas un NIR",
        f"V0871,17-08-1983,{RIGHT}",
        f"V0871,17-08-1983,{RIGHT},35000",
        "2 83 08 2A 139 001 86",
        f"ligne 4 : {WRONG}",
        f"NIR : {WRONG}",
        f"mat,secu\n12,{WRONG}",
        "Le champ `nir` est en clair. Vu ce matin : « 2830899139001 ».",
    ],
)
def test_a_social_security_number(text: str) -> None:
    assert [span.type for span in find(text)] == [PersonalDataType.NIR]


@pytest.mark.parametrize(
    "text",
    [
        f"{WRONG} est un code à quinze chiffres, pas un numéro de sécurité sociale",
        f"longitude 48,{WRONG}",
        f"code affaire {WRONG}",
        "Vu ce matin : 2830899139001.",
    ],
)
def test_another_number_of_fifteen_digits(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "account",
    ["FR00 0000 0000 0000 0000 0000 000", "FR76 1111 1111 1111 1111 1111 111"],
)
def test_an_account_of_zeros_shows_the_format(account: str) -> None:
    assert find(f"IBAN : {account}") == ()
    assert find("RIB : 00000 00000 00000000000 00") == ()


def test_the_letters_of_a_document_belong_to_its_number() -> None:
    text = "passeport tchèque CZ 48120937"
    (span,) = find(text)
    assert text[span.start : span.end] == "CZ 48120937"
