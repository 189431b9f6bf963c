import pytest

from eclaireur.guards.personal_data.mailbox import (
    bears_a_given_name,
    is_personal_account,
    is_personal_mailbox,
    names_a_person,
)


@pytest.mark.parametrize(
    "local", ["jeanne.kerbrat", "j.kerbrat", "jkerbrat", "kerbrat", "lea33", "m-c.le.gall+data"]
)
def test_a_persons_mailbox(local: str) -> None:
    assert is_personal_mailbox(local, "ville-exemple.fr")


@pytest.mark.parametrize(
    "local",
    [
        "opendata",
        "sig",
        "service.eau",
        "dpo",
        "etat-civil",
        "codis",
        "contact.presse",
        "12",
        "ville",
    ],
)
def test_a_services_mailbox(local: str) -> None:
    assert not is_personal_mailbox(local, "ville-exemple.fr")


def test_a_free_mailbox_is_a_persons_unless_it_names_a_service() -> None:
    assert is_personal_mailbox("xx33", "gmail.com")
    assert not is_personal_mailbox("mairie.plougastel", "orange.fr")


@pytest.mark.parametrize("name", ["lou_cartographe", "maelig_trz", "jules_hydro", "C_Lebigre"])
def test_a_persons_account(name: str) -> None:
    assert is_personal_account(name)


@pytest.mark.parametrize("name", ["Etalab", "datagouvfr", "VilledeParis", "SDIS_35", "INSEE"])
def test_a_bodys_account(name: str) -> None:
    assert not is_personal_account(name)


def test_an_account_with_a_repository_must_name_a_person_by_itself() -> None:
    assert names_a_person("jbeauchemin")
    assert names_a_person("n.oukaci")
    assert not names_a_person("eureka2")


def test_a_site_is_a_persons_when_its_label_bears_a_given_name() -> None:
    assert bears_a_given_name("elodie-fait-des-cartes")
    assert not bears_a_given_name("clermont-ferrand")
    assert not bears_a_given_name("saint-jean")
    assert not bears_a_given_name("martigues")


@pytest.mark.parametrize("local", ["hydrometrie", "topographie", "ichtyologie", "recrutement"])
def test_the_mailbox_of_an_activity(local: str) -> None:
    assert not is_personal_mailbox(local, "barrages-exemple.fr")


@pytest.mark.parametrize("local", ["clement", "lallement", "diakite", "dominique"])
def test_a_surname_that_ends_as_an_activity(local: str) -> None:
    assert is_personal_mailbox(local, "barrages-exemple.fr")
