import pytest

from eclaireur.methods.extraction.shortening import shortenings
from eclaireur.text.markup import Traced


def forms(text: str, *, limit: int = 199, is_name: bool = False) -> list[str]:
    return [form.text for form in shortenings(Traced.whole(text), limit, is_name=is_name)]


def test_begins_with_the_sentence_itself() -> None:
    assert forms("Liste des arbres, afin de les soigner") == [
        "Liste des arbres, afin de les soigner",
        "Liste des arbres",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Liste des communes qui plantent des arbres",
        "Nombre de places pour les enfants",
        "Équipements gérés par la Ville",
        "Liste des arbres, sauf ceux des parcs",
        "Arbres (hors parcs) de la Ville",
        "Zones ayant bénéficié d’une opération : plantation",
        "Arbres de la Ville, selon leur âge et leur taille, sauf ceux des parcs",
    ],
)
def test_what_says_which_things_are_meant_stays(text: str) -> None:
    assert forms(text) == [text]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Zones du plan établi dans le cadre de la loi", "Zones du plan établi"),
        ("Archives de la Ville - Source : le service", "Archives de la Ville - Source"),
        ("Chiffres de la Ville, détaillant : les arbres", "Chiffres de la Ville, détaillant"),
        ("Les données qui sont en général publiées en mai", "Les données qui sont en général"),
        ("Le fichier recense par commune : les voies", "Le fichier recense par commune"),
        ("Le label permet aux communes, en été, de planter", "Le label permet aux communes"),
    ],
)
def test_never_ends_on_a_word_that_calls_for_another(text: str, cut: str) -> None:
    assert cut not in forms(text)


def test_ends_before_a_parenthesis_that_never_closes() -> None:
    assert "Émissions de polluants" in forms("Émissions de polluants (SO2, NOx, sur la région")


def test_what_is_owned_may_go_with_its_list() -> None:
    assert "Liste des commerces de la Ville" in forms(
        "Liste des commerces de la Ville, leur adresse et les moyens de les joindre"
    )


def test_every_form_keeps_to_the_limit() -> None:
    text = "Liste des arbres, avec leur essence, avec leur hauteur, avec leur âge"
    assert all(len(form) <= 40 for form in forms(text, limit=40))


def test_a_clause_keeps_its_verb() -> None:
    text = "Carte des zones où les limites fixées par la loi sont dépassées"
    assert forms(text) == [text]


def test_a_clause_that_has_its_verb_may_end() -> None:
    assert "Communes où la pêche est ouverte" in forms("Communes où la pêche est ouverte, en été")
