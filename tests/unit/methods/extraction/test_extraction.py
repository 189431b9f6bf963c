import asyncio
import gzip
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eclaireur.core.dataset import Dataset
from eclaireur.core.proposal import Proposal, Withheld
from eclaireur.methods.extraction import LONGEST, SHORTEST, Extraction, substance, unsupported

CATALOGUE = Path(__file__).parents[5] / "shared" / "data" / "catalogue.jsonl.gz"
FILLER = " La Ville en replante une centaine chaque hiver, selon le plan adopté par le conseil."


def dataset(description: str, title: str = "Patrimoine") -> Dataset:
    return Dataset(identifier="d", title=title, description=description)


def outcome(description: str, title: str = "Patrimoine") -> Proposal | Withheld:
    return asyncio.run(Extraction().propose(dataset(description, title)))


def proposed(description: str, title: str = "Patrimoine") -> str:
    result = outcome(description, title)
    assert isinstance(result, Proposal), result
    return str(result.value)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        (
            "Ce jeu de données contient la liste des arbres d'alignement de la Ville d'Albi.",
            "Liste des arbres d’alignement de la Ville d’Albi.",
        ),
        (
            "Ce jeu de données, publié par la Ville, recense les arbres remarquables d'Albi.",
            "Arbres remarquables d’Albi.",
        ),
        (
            "Cette couche représente l'emprise au sol des bâtiments publics de Valmorel.",
            "Emprise au sol des bâtiments publics de Valmorel.",
        ),
        (
            "Les données concernent le nombre de bourses et les montants attribués en 2024.",
            "Le nombre de bourses et les montants attribués en 2024.",
        ),
        (
            "Il s'agit des points d'arrêt du réseau de bus de la métropole de Valmorel.",
            "Points d’arrêt du réseau de bus de la métropole de Valmorel.",
        ),
        (
            "En application de la loi de 2016, ce tableau précise les subventions versées en 2024 "
            "aux associations de la commune.",
            "Subventions versées en 2024 aux associations de la commune.",
        ),
        (
            "Cette cartographie des habitats marins du golfe, publiée en 2018, a été réalisée par "
            "un bureau d'études.",
            "Cartographie des habitats marins du golfe, publiée en 2018.",
        ),
        (
            "Description : Localisation des bornes de recharge du département de la Valmorelle",
            "Localisation des bornes de recharge du département de la Valmorelle.",
        ),
        (
            "Ce jeu de données recense et localise les bornes de recharge de la Ville d'Albi.",
            "Bornes de recharge de la Ville d’Albi.",
        ),
        (
            "En application de l'article R.111-3 du code, ces couches délimitent les risques "
            "d'affaissement dus au sel de Valmorel.",
            "Risques d’affaissement dus au sel de Valmorel.",
        ),
        (
            "Recense les aménagements cyclables du département de la Valmorelle depuis 2020.",
            "Aménagements cyclables du département de la Valmorelle depuis 2020.",
        ),
        (
            "Le fichier des élus présente les conseillers municipaux de la Ville d'Albi.",
            "Conseillers municipaux de la Ville d’Albi.",
        ),
        (
            "Ces données sont relatives au budget primitif du département de la Valmorelle.",
            "Budget primitif du département de la Valmorelle.",
        ),
        (
            "Ce fichier contient les horaires du réseau et donne la position des arrêts de bus.",
            "Horaires du réseau.",
        ),
    ],
)
def test_keeps_the_phrase_that_names_the_data(sentence: str, value: str) -> None:
    description = sentence + "\n\n" + FILLER
    if len(value) < SHORTEST:
        assert isinstance(outcome(description), Withheld)
    else:
        assert proposed(description) == value


def test_shortens_a_sentence_where_french_allows_it() -> None:
    description = (
        "Liste des communes du département de la Valmorelle (arrêtée par le préfet) où la pêche "
        "est ouverte depuis le printemps 2023, qui comprend le nom des rivières, celui des "
        "associations agréées, les dates d'ouverture et les espèces dont la prise est limitée."
    )
    value = proposed(description)
    assert value.startswith("Liste des communes du département de la Valmorelle")
    assert len(value) <= LONGEST


def test_adds_a_second_sentence_to_a_short_one() -> None:
    assert proposed(
        "Inventaire des composteurs de quartier réalisé par une association. "
        "Localisation, typologie, adresse et horaires d'ouverture de chaque composteur collectif."
    ) == (
        "Inventaire des composteurs de quartier réalisé par une association. "
        "Localisation, typologie, adresse et horaires d’ouverture de chaque composteur collectif."
    )


def test_it_stands_alone_where_only_a_heading_comes_before() -> None:
    assert (
        proposed(
            "Description\n\nIl s'agit du montant des aides versées aux clubs de sport de la Ville."
        )
        == "Montant des aides versées aux clubs de sport de la Ville."
    )


def test_it_leans_where_something_else_comes_before() -> None:
    result = outcome(
        "Le service des sports de la commune a été créé en 1982 par le conseil municipal. "
        "Il recense les équipements sportifs de la commune de Valmorel depuis cette date."
    )
    assert isinstance(result, Withheld) or "Équipements sportifs" not in str(result.value)


def test_a_second_sentence_says_something_else() -> None:
    assert proposed(
        "Localisation des lieux climatisés de la Ville. Lieux climatisés de la Ville ouverts au "
        "public."
    ) == ("Localisation des lieux climatisés de la Ville.")


def test_does_not_cut_away_a_restriction() -> None:
    description = (
        "Liste des établissements scolaires publics et privés de la région Valmorelle ouverts à la "
        "rentrée, de l'école maternelle au lycée général, technologique ou professionnel compris, "
        "sauf ceux des communes du littoral et de la montagne."
    )
    result = outcome(description)
    assert isinstance(result, Withheld) or "sauf" in str(result.value)


@pytest.mark.parametrize(
    ("description", "code"),
    [
        (
            "This dataset provides the index score and the datasheet for this notebook model, "
            "which was assessed by the laboratory.",
            "not-in-french",
        ),
        (
            "Les plans de prévention des risques ont été institués par la loi du 2 février 1995. "
            "Ils réglementent l'occupation du sol.",
            "no-sentence-on-content",
        ),
        (
            "Localisation des points de prélèvement d'eau de la Valmorelle autres que ceux :\n\n"
            "- de l'irrigation\n- de l'industrie",
            "no-sentence-on-content",
        ),
        ("Source : DDT\nFormat : CSV\nMise à jour : 2024", "no-sentence-on-content"),
        ("Écrivez à sig@exemple.fr ou voyez https://exemple.fr.", "no-sentence-on-content"),
        ("Données de {{commune}} : liste des {{objets}} de la ville.", "no-sentence-on-content"),
        ("", "no-sentence-on-content"),
    ],
)
def test_withholds_what_does_not_say_what_the_data_are(description: str, code: str) -> None:
    result = outcome(description)
    assert isinstance(result, Withheld)
    assert result.reason.code == code


@pytest.mark.parametrize(
    "warning",
    [
        "Ce plan n'est plus opposable depuis le 27 mars 2017.",
        "Attention : ce jeu de données est obsolète.",
        "Cette couche est remplacée par celle de la région.",
    ],
)
def test_withholds_where_a_warning_would_be_lost(warning: str) -> None:
    sentence = "Ce fichier recense les arbres d'alignement de la Ville de Valmorel. "
    assert isinstance(outcome(sentence), Proposal)
    result = outcome(sentence + warning)
    assert isinstance(result, Withheld)
    assert result.reason.code == "warning-lost"


def test_a_warning_may_be_kept_or_stand_in_the_title() -> None:
    kept = "Ancien classement des rivières de la Valmorelle, devenu obsolète en 2017."
    assert proposed(kept) == kept
    warned = "Localisation des arbres de la Ville de Valmorel. Ce jeu de données est obsolète."
    assert isinstance(outcome(warned, "Patrimoine (archive)"), Proposal)


@pytest.mark.parametrize(
    "description",
    [
        "Ces données sont annuelles et détaillées par territoire (commune, région, France).",
        "La commune de Valmorel publie les données relatives à ses missions.",
        "Ce jeu de données décrit les zones réglementées du plan une fois approuvé.",
        "Plan de Prévention des Risques Technologiques.",
        "Portion de territoire communal d'un seul tenant située dans un lieu-dit.",
        "Seules les éoliennes situées dans les zones de Valmorel bénéficient de cette obligation.",
        "Modèle couche HABITAT de l'Office de Valmorel.",
        "Le terme rue scolaire recouvre plusieurs situations communément appelées rues fermées.",
        "Une voie verte est une rue dans laquelle les voitures de la Ville ne passent pas.",
        "Les rues scolaires ont été instituées par la loi du 2 février 1995 sur les communes.",
        "Du matin au soir, chaque rue scolaire de Valmorel offre aux enfants un air meilleur.",
        "Description de la table attributaire (liste des champs et définition de chacun).",
        "Zone homogène selon des critères qui conditionnent la production de l'herbe et du foin.",
        "Les rues scolaires sont élaborées par le service de la voirie de la Ville de Valmorel.",
        "Pour la rentrée 2018, la Ville a procédé à une concertation sur les rues scolaires.",
        "Données détaillées sur cette application de la Ville de Valmorel.",
    ],
)
def test_withholds_what_would_say_too_little_alone(description: str) -> None:
    assert isinstance(outcome(description, "Rues scolaires"), Withheld)


@pytest.mark.parametrize(
    "definition",
    [
        "Une rue scolaire est une rue dans laquelle est située l’entrée d’une école de la Ville.",
        "Les rues scolaires permettent aux enfants de venir à pied dans les écoles de la Ville.",
        "La rue scolaire de Valmorel a été approuvée par le conseil municipal le 3 mai 2023.",
    ],
)
def test_takes_what_tells_of_what_the_title_names(definition: str) -> None:
    assert proposed(definition, "Rues scolaires") == definition
    assert isinstance(outcome(definition, "Budget"), Withheld)


def test_prefers_what_the_data_are_to_what_the_title_means() -> None:
    definition = "Une rue scolaire est une rue fermée aux voitures à l'entrée de l'école. "
    data = "Ce fichier localise les rues scolaires ouvertes par la Ville de Valmorel en 2023."
    assert proposed(definition + data, "Rues scolaires") == (
        "Rues scolaires ouvertes par la Ville de Valmorel en 2023."
    )


def test_completes_a_sentence_that_repeats_the_title() -> None:
    title = "Rues scolaires de la Ville de Valmorel"
    definition = "Les rues scolaires sont fermées aux voitures à l’heure de l’école."
    assert proposed(f"{title}. {definition}", title) == f"{title}. {definition}"


def test_the_second_part_may_come_before_the_first() -> None:
    source = dataset(
        "Le plan de prévention de Valmorel a été approuvé par arrêté du 3 mai 2010. "
        "Cette couche représente le zonage réglementaire du plan.",
        "Zonage réglementaire du plan de prévention de la commune de Valmorel",
    )
    result = asyncio.run(Extraction().propose(source))
    assert isinstance(result, Proposal)
    assert str(result.value).startswith("Zonage réglementaire du plan. Le plan de prévention")
    _check(str(result.value), result, source)


def test_it_stands_alone_after_sentences_on_the_data() -> None:
    assert proposed(
        "Cette donnée a été produite à partir de la documentation du cadastre de la commune. "
        "Elle permet d'identifier les parcelles des lycées de la région Valmorelle."
    ) == ("Parcelles des lycées de la région Valmorelle.")


@pytest.mark.parametrize(
    ("description", "title"),
    [
        ("Découpage du territoire en secteurs.", "Secteurs des bureaux"),
        ("Emprise des aires de jeux.", "Aires de jeux"),
    ],
)
def test_a_short_text_must_say_more_than_the_title(description: str, title: str) -> None:
    taken = isinstance(outcome(description + FILLER, title), Proposal)
    assert taken == (title == "Secteurs des bureaux")


def test_a_thin_sentence_stands_with_another() -> None:
    thin = "Localisation des avaloirs du réseau d’eaux pluviales."
    other = "Diamètre, matériau et profondeur de chaque ouvrage relevé sur le terrain."
    title = "Avaloirs du réseau d'eaux pluviales"
    assert proposed(f"{thin} {other}", title) == f"{thin} {other}"
    assert isinstance(outcome(thin, title), Withheld)


def test_a_sentence_said_again_is_no_second_one() -> None:
    sentence = "Carte des zones de Valmorel où le bruit est fort (selon l'indicateur de nuit). "
    assert proposed(sentence * 3).count("Carte") == 1


def test_does_not_propose_another_year_than_the_title_s() -> None:
    description = "Couche des communautés de communes de la Valmorelle au 1er janvier 2021."
    assert isinstance(outcome(description, "Communautés au 1er janvier 2024"), Withheld)
    assert isinstance(outcome(description, "Communautés au 1er janvier 2021"), Proposal)


def test_does_not_repeat_the_title() -> None:
    title = "Liste des arbres d'alignement de la Ville d'Albi"
    result = outcome(
        "Ce fichier contient la liste des arbres d'alignement de la Ville d'Albi.", title
    )
    assert isinstance(result, Withheld)


def test_points_each_part_to_the_field_as_published() -> None:
    source = dataset(
        "<p>Ce fichier recense les <b>arbres d&#39;alignement</b> (hors parcs) de la Ville.</p>"
    )
    result = asyncio.run(Extraction().propose(source))
    assert isinstance(result, Proposal)
    for each in result.evidence:
        assert each.support.kind == "passage"
        assert source.description[each.support.start : each.support.end] == each.support.text
    assert unsupported(str(result.value), result.evidence, source) == ()


def test_counts_what_tells_of_the_data() -> None:
    told = "Liste des arbres de la Ville."
    noise = "\n\nPour plus d'informations, écrivez-nous.\n\n![](data:image/png;base64,AAAA)"
    assert substance(told + noise) == len(told)
    assert substance("{{description}}") == 0


WORDS = (
    *("Ce jeu de données contient ", "la liste ", "des arbres ", "de la Ville ", "d'Albi", "qui "),
    *("(hors parcs) ", ", ", ". ", " : ", "; ", "\r\n", "\n\n", "- ", "**", "<b>", "</b>", "<p>"),
    *("&eacute;tat ", "2024 ", "https://exemple.fr ", '"zone" ', "« ", " »", "(", ")", "\x00"),
    *(
        "\ud800",
        "🌳 ",
        "Localisation ",
        "avec ",
        "ainsi que ",
        "Il ",
        "est ",
        "![",
        "](x)",
        "etc. ",
    ),
)


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join) | st.text())
def test_whatever_the_description_a_proposal_is_well_formed_and_supported(description: str) -> None:
    source = dataset(description)
    result = asyncio.run(Extraction().propose(source))
    if isinstance(result, Proposal):
        _check(str(result.value), result, source)


@pytest.mark.parametrize(
    "description",
    [
        "Liste des arbres de la Ville de Valmorel. " * 25_000,
        "![](data:image/png;base64," + "iVBORw0KGgo" * 90_000 + ") Liste des arbres de la Ville.",
        "arbres, " * 130_000,
        "<td>Arbre</td>" * 70_000,
        "a" * 1_000_000,
        "(" * 1_000_000,
        "« " * 500_000,
    ],
    ids=["sentences", "image", "endless", "cells", "word", "open", "quotes"],
)
def test_reads_a_megabyte(description: str) -> None:
    source = dataset(description)
    result = asyncio.run(Extraction().propose(source))
    if isinstance(result, Proposal):
        _check(str(result.value), result, source)


def _check(value: str, result: Proposal, source: Dataset) -> None:
    assert SHORTEST <= len(value) <= LONGEST
    assert value[-1] == "."
    assert value.lstrip("«\xa0")[0].isupper() or value[0].isdigit()
    assert "http" not in value
    assert value.count("(") == value.count(")")
    for each in result.evidence:
        assert each.support.kind == "passage"
        assert source.description[each.support.start : each.support.end] == each.support.text
    assert unsupported(value, result.evidence, source) == ()


@pytest.mark.skipif(not CATALOGUE.exists(), reason="the catalogue of data.gouv.fr is absent")
def test_real_descriptions_give_supported_proposals() -> None:
    with gzip.open(CATALOGUE, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in itertools.islice(lines, 0, 12_000, 60)]
    for record in records:
        source = dataset(record["description"] or "", record["title"] or "")
        result = asyncio.run(Extraction().propose(source))
        if isinstance(result, Proposal):
            _check(str(result.value), result, source)
