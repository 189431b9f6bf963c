import pytest

from eclaireur.text.wording import (
    ends_dangling,
    holds_contact,
    holds_placeholder,
    is_balanced,
    is_boilerplate,
    is_french,
    is_notice,
    warns,
    without_addresses,
)


@pytest.mark.parametrize(
    "text",
    [
        "This dataset provides the score of the notebook model and its datasheet.",
        "Dieser Datensatz enthält die Grenzen der Gemeinden und ist für alle.",
        "Ya d’ar brezhoneg zo ur raktres evit ar yezh hag ar vro.",
        "Los datos de los centros para el año con las direcciones.",
    ],
)
def test_tells_other_languages_from_french(text: str) -> None:
    assert not is_french(text)


@pytest.mark.parametrize(
    "text", ["Liste des arbres de la ville.", "Zonage PPRN Albi 2024", "", "IRVE on-street, Nantes"]
)
def test_takes_for_french_what_may_be(text: str) -> None:
    assert is_french(text)


@pytest.mark.parametrize(
    "text",
    [
        "Voir https://exemple.fr",
        "Écrire à sig@exemple.fr",
        "Tél. 01 99 00 12 34",
        "Le site www.exemple.org",
        "Sur exemple.fr",
        "21 bis, rue des Arbres",
    ],
)
def test_sees_how_to_reach_someone(text: str) -> None:
    assert holds_contact(text)


def test_figures_are_no_contact() -> None:
    assert not holds_contact("Plan des 21 rues piétonnes.")
    assert not holds_contact("Plus de 23 000 arbres relevés en 2024, soit 12,5 % du total.")


def test_sees_templates_notices_and_boilerplate() -> None:
    assert holds_placeholder("Données de {{commune}}")
    assert is_notice("Ces données n’ont pas de valeur juridique.")
    assert is_boilerplate("Pour plus d’informations, écrivez-nous.".replace("’", "'"))
    assert not is_notice("Liste des arbres de la ville.")


@pytest.mark.parametrize(
    "text",
    [
        "Pour télécharger les arbres",
        "Ces données ne sont pas garanties",
        "Documentation : cf. la fiche",
        "Accès restreint aux services",
    ],
)
def test_sees_a_notice(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Conditions d’ouverture des parcs",
        "Note globale par organisme",
        "Parcelles en lien avec la forêt",
        "Communes de plus d’un millier d’habitants",
    ],
)
def test_takes_no_description_for_a_notice(text: str) -> None:
    assert not is_notice(text)


def test_addresses_are_taken_out() -> None:
    assert without_addresses("Voir https://exemple.fr/a?b=c ici").split() == ["Voir", "ici"]


def test_an_address_is_not_looked_for_farther_than_one_reaches() -> None:
    local = "a" * 64
    assert without_addresses(f"Voir {local}@exemple.fr").strip() == "Voir"
    assert without_addresses(f"Voir a{local}@exemple.fr").startswith(f"Voir a{local}@")


@pytest.mark.parametrize("marks", ["{{%s}}", "${%s}", "[[%s]]", "<%%%s%%>"])
def test_a_blank_to_fill_is_not_looked_for_farther_than_a_line(marks: str) -> None:
    assert holds_placeholder(marks % "commune")
    assert not holds_placeholder(marks % ("a" * 201))


@pytest.mark.parametrize(
    "text", ["Arbres de la", "Arbres mais aussi", "Arbres,", "Arbres situés dans", "d’", ""]
)
def test_sees_a_dangling_end(text: str) -> None:
    assert ends_dangling(text)


@pytest.mark.parametrize("text", ["Arbres de la ville", "Observés depuis 2000."])
def test_lets_a_whole_end_be(text: str) -> None:
    assert not ends_dangling(text)


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("« a (b) »", True),
        ("(a", False),
        ("a)", False),
        ("« a ( » )", False),
        ('"a"', False),
        ("", True),
    ],
)
def test_pairs_close_in_their_turn(text: str, *, balanced: bool) -> None:
    assert is_balanced(text) is balanced


@pytest.mark.parametrize(
    "text",
    [
        "Ce plan n'est plus opposable.",
        "Ces données ne sont plus mises à jour.",
        "Jeu de données obsolète",
        "Le plan a été abrogé en 2019.",
        "Couche archivée des pistes cyclables",
        "Zonage (abrogé) de la commune",
        "Description.\nARCHIVE : zonage de la commune",
        "Ce plan est caduc",
    ],
)
def test_sees_a_warning(text: str) -> None:
    assert warns(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fonds des archives départementales.",
        "Couche mise à jour en 2024.",
        "Date de remplacement des lampes.",
        "Il n’est plus grand que celui de la commune.",
    ],
)
def test_takes_no_description_for_a_warning(text: str) -> None:
    assert not warns(text)
