import pytest

from eclaireur.methods.extraction.fitness import is_well_formed, opens_well


@pytest.mark.parametrize(
    "text",
    [
        "Liste des arbres de la Ville.",
        "« Zones rouges » du plan de prévention.",
        "2 000 arbres plantés par la Ville.",
        "Ensemble des sites de la Ville.",
        "Produits vendus par les coopératives.",
        "Salariés par commune et par secteur.",
    ],
)
def test_a_name_of_data_may_open_a_description(text: str) -> None:
    assert opens_well(text)


@pytest.mark.parametrize(
    "text",
    [
        "liste des arbres.",
        "(liste des arbres).",
        "Il contient les arbres de la Ville.",
        "Celui-ci contient les arbres.",
        "Ces arbres sont plantés.",
        "Ce jeu de données contient des arbres.",
        "Leur essence est donnée.",
        "Contient la liste des arbres.",
        "Recenser les arbres de la Ville.",
        "Créé en 2014 par la Ville, le service plante des arbres.",
        "Décerné pour cinq ans, ce label valorise les villes.",
        "Par conséquent, les arbres sont taillés.",
        "A, à terme, vocation à couvrir la Ville.",
        "Du plus ancien au plus récent, chaque arbre de la Ville.",
        "Tout d’abord les arbres de la Ville.",
        "Le fichier contient les arbres de la Ville.",
        "1 les arbres de la Ville.",
        "1) Les arbres de la Ville.",
        "Vous trouverez ici les arbres.",
    ],
)
def test_what_leans_on_something_else_may_not(text: str) -> None:
    assert not opens_well(text)


@pytest.mark.parametrize(
    "text",
    [
        "Arbres de la Ville, voir https://exemple.fr.",
        "Arbres de la Ville | Parcs | Jardins de la Ville.",
        "Fichier associé des arbres : vil_arb_2024_pol.",
        "Type : arbre planté Source : Ville de Valmorel.",
        "Pour télécharger les arbres de la Ville de Valmorel.",
        "Arbres de la Ville.",
        "« Arbres de la Ville de Valmorel ».",
        "Service des arbres, Études et résultats n° 931.",
        "Arbres ** de la Ville de Valmorel.",
        "A" * 30,
        "Arbres de la Ville de Valmorel " * 8,
    ],
)
def test_refuses_what_is_no_description(text: str) -> None:
    assert not is_well_formed(text)
