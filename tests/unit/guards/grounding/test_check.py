"""What the check knows, one fact at a time, on datasets invented for it."""

import pytest

from eclaireur.core.dataset import Dataset, Location, PeriodOfTime
from eclaireur.guards.grounding import Claim, How, Kind, check


def dataset(description: str = "", **fields: object) -> Dataset:
    return Dataset.model_validate({"identifier": "d", "description": description, **fields})


def claim(text: str, of: Dataset, part: str) -> Claim:
    """The claim that touches the given part of the text."""
    start = text.index(part)
    found = [c for c in check(text, of).claims if c.start < start + len(part) and start < c.end]
    assert found, f"no claim on {part!r}"
    return next((c for c in found if not c.supported), found[0])


SUPPORTED = [
    # Years, dates, periods.
    ("Bilan 2024", "Bilan de deux mille vingt-quatre.", "2024", How.NORMALISED),
    ("Bilan deux mille vingt-quatre", "Bilan 2024.", "deux mille vingt-quatre", How.NORMALISED),
    ("Relevés de 2021", "Relevés 2019-2023.", "2021", How.DERIVED),
    ("Relevés de 2019 à 2023", "Relevés 2019-2023.", "2019 à 2023", How.NORMALISED),
    ("Saison 2024", "Saison 2023/24.", "2024", How.NORMALISED),
    ("Au 1er janvier 2019", "Arrêté le 01/01/2019.", "1er janvier 2019", How.NORMALISED),
    ("Au 12 janvier 2021", "Validité : 12/01/21.", "12 janvier 2021", How.NORMALISED),
    ("En mars 2024", "Mesures du 2024-03-15.", "mars 2024", How.DERIVED),
    ("Arrêté du 3 mars", "Arrêté du 3 mars 2020.", "3 mars", How.NORMALISED),
    # Numbers.
    ("Plus de 3 500 habitants", "Plus de 3500 hab.", "3 500", How.NORMALISED),
    ("1,5 million de lignes", "1 500 000 lignes.", "1,5 million", How.NORMALISED),
    ("Une douzaine de ponts", "Il y a 12 ponts.", "douzaine", How.NORMALISED),
    ("Quinze communes", "Les 15 communes.", "Quinze", How.NORMALISED),
    ("Carte au 1:25000", "Carte au 1/25 000.", "25000", How.NORMALISED),
    ("Les trois écluses", "Les écluses : Amont, Aval et Centre.", "trois", How.DERIVED),
    ("Émis à 9 h 30", "Émis à 9h30.", "9 h 30", How.NORMALISED),
    # Frequencies.
    ("Paraît six fois par an", "Six numéros par an.", "six fois par an", How.DERIVED),
    ("Mis à jour chaque année", "Mise à jour annuelle.", "chaque année", How.NORMALISED),
    ("Publié chaque semaine", "Publié tous les mercredis.", "chaque semaine", How.DERIVED),
    ("Trois fois par jour", "Relevé 3 fois par jour.", "Trois fois par jour", How.NORMALISED),
    # Places.
    ("Les ponts du Val-d'Oise", "Les ponts du Val d’Oise.", "Val-d'Oise", How.EXACT),
    ("Les ponts de Normandie", "Les ponts du Calvados.", "Normandie", How.DERIVED),
    ("Ponts d'Ille-et-Vilaine", "Ponts de la DDT 35.", "Ille-et-Vilaine", How.DERIVED),
    ("Les ponts bretons", "Les ponts de Bretagne.", "bretons", How.EXACT),
    ("Les ponts de Bretagne", "Les ponts bretons.", "Bretagne", How.DERIVED),
    # Organisations and their acronyms, both ways.
    (
        "Données de l'AIPM",
        "Données de l'Agence interurbaine des ponts mobiles.",
        "AIPM",
        How.DERIVED,
    ),
    (
        "Ponts de l'Agence interurbaine des ponts mobiles",
        "Données de l'AIPM.",
        "Agence interurbaine des ponts mobiles",
        How.DERIVED,
    ),
    ("Extrait d'OpenStreetMap", "Issu d'Open Street Map.", "OpenStreetMap", How.NORMALISED),
    # Contents.
    ("Les ponts lillois", "Les ponts de Lille.", "lillois", How.DERIVED),
    ("Les ponts de Lille", "Les ponts lillois.", "Lille", How.DERIVED),
    ("Ponts du Calvados et de l'Orne", "Ponts (14-50-61).", "Calvados", How.DERIVED),
    ("Données du CNIG", "Standard CNIG2014.", "CNIG", How.NORMALISED),
    # A number in another unit, as a rank, in a series, or as the length of a list.
    ("Images à 10 cm", "Résolution de 0.10m par pixel.", "10", How.NORMALISED),
    ("Sixième avenant", "Avenant 6 au marché.", "Sixième", How.DERIVED),
    ("Dans les deux ans", "La deuxième année.", "deux", How.DERIVED),
    ("Ponts à quatre dates", "Ponts en 2001, 2010, 2014 et 2021.", "quatre", How.DERIVED),
    ("Ponts de trois communes", "Ponts (Trignac, Besné, Donges).", "trois", How.DERIVED),
    ("Mesure en continu", "Réseau permanent de mesure.", "en continu", How.DERIVED),
    ("Relevé quotidien", "Une mesure quotidienne.", "quotidien", How.NORMALISED),
    # Contents: the same word inflected, a wider one, one of an acronym, one written otherwise.
    ("Hauteur des ponts", "La hauteur de chaque pont.", "ponts", How.NORMALISED),
    ("Diverses opinions", "Affichage d'opinion.", "opinions", How.NORMALISED),
    ("Les métaux lourds", "Plomb et cadmium.", "métaux", How.DERIVED),
    ("Élections au Sénat, sénateurs", "Élections du Sénat.", "sénateurs", How.DERIVED),
    ("Plan pour les inondations", "PPRI de la Morge.", "inondations", How.DERIVED),
    ("Âge socioprofessionnel", "Groupe socio-professionnel.", "socio", How.NORMALISED),
    ("Relevé non exhaustif", "Ces relevés ne sont pas exhaustifs.", "exhaustif", How.NORMALISED),
    ("Subventions accordées", "Les aides accordées.", "Subventions", How.DERIVED),
]


@pytest.mark.parametrize(("text", "description", "part", "how"), SUPPORTED)
def test_what_the_dataset_says_otherwise_is_supported(
    text: str, description: str, part: str, how: How
) -> None:
    found = claim(text, dataset(description), part)
    assert found.supported
    assert found.evidence is not None
    assert found.evidence.how is how


UNSUPPORTED = [
    ("Bilan 2022", "Bilan 2024.", "2022", Kind.YEAR),
    ("Prénoms depuis 1946", "Prénoms de 1900 à 2020.", "1946", Kind.YEAR),
    ("Plan approuvé en 2012", "Relevés de 2005 à 2020.", "2012", Kind.YEAR),
    ("Relevés de 2016 à 2018", "Relevés de 2019 à 2021.", "2016 à 2018", Kind.PERIOD),
    ("Relevés de 2016 à 2021", "Relevés de 2019 à 2021.", "2016", Kind.YEAR),
    ("Arrêté du 3 mars 2021", "Arrêté du 3 mars 2020, revu en 2021.", "mars", Kind.DATE),
    ("5 000 habitants", "3 500 habitants.", "5 000", Kind.NUMBER),
    ("Cinq lignes de bus", "Deux lignes de bus et 5 gares.", "Cinq", Kind.NUMBER),
    ("Premier tour", "Résultats du second tour.", "Premier", Kind.NUMBER),
    ("Mis à jour chaque mois", "Mise à jour annuelle.", "chaque mois", Kind.FREQUENCY),
    ("Moyennes horaires", "Moyennes mensuelles.", "horaires", Kind.FREQUENCY),
    ("Les ponts du Cantal", "Les ponts du Calvados.", "Cantal", Kind.PLACE),
    ("Ponts de la Savoie", "Ponts de la Haute-Savoie.", "Savoie", Kind.PLACE),
    ("Ponts de Haute-Savoie", "Ponts de la Savoie.", "Haute-Savoie", Kind.PLACE),
    ("Ponts du Calvados", "Ponts de Normandie.", "Calvados", Kind.PLACE),
    ("Ponts de la Ligue", "Ponts du Cercle.", "Ligue", Kind.PLACE),
    (
        "Codes lus par France Travail",
        "Codes du travail en France.",
        "France Travail",
        Kind.ORGANISATION,
    ),
    ("Émis à 9 h 30", "Émis à 9h15, en 30 minutes.", "9 h 30", Kind.NUMBER),
    ("Paraît six fois par an", "Six numéros par mois.", "six fois par an", Kind.FREQUENCY),
    ("Géré par la DREMA", "Géré par la DRUVA.", "DREMA", Kind.ORGANISATION),
    (
        "Plan voté par le conseil municipal",
        "Plan pris par arrêté préfectoral.",
        "conseil municipal",
        Kind.ORGANISATION,
    ),
    ("Tiré de la base Ponto", "Tiré de la base Viado.", "Ponto", Kind.SOURCE),
    ("D'après un questionnaire", "D'après un levé GPS.", "questionnaire", Kind.SOURCE),
    ("Figures par commune", "Chiffres par département.", "commune", Kind.SCOPE),
    ("Secteur privé", "Secteur public.", "privé", Kind.SCOPE),
    ("Relevé exhaustif", "Relevé non exhaustif.", "exhaustif", Kind.SCOPE),
    ("Longueur et tarifs des ponts", "Longueur des ponts.", "tarifs", Kind.CONTENT),
    ("Les ponts bordelais", "Les ponts de Lille.", "bordelais", Kind.PLACE),
    ("Pont de Lorient Bretagne Sud", "Pont de Quimper Bretagne Sud.", "Lorient", Kind.PLACE),
    ("Images à 10 cm", "Résolution de 10 m par pixel.", "10", Kind.NUMBER),
    ("Douze ponts", "Ponts au 12 janvier 2022.", "Douze", Kind.NUMBER),
    ("Directive de 2014", "Directive de 2007, ponts de 2010 à 2020.", "2014", Kind.YEAR),
    ("Ponts de 2016", "Directive 2008/50/CE.", "2016", Kind.YEAR),
    ("Les seuls ponts tournants", "Les ponts tournants.", "seuls", Kind.SCOPE),
    ("Bruit diurne", "Bruit nocturne.", "diurne", Kind.SCOPE),
]


@pytest.mark.parametrize(("text", "description", "part", "kind"), UNSUPPORTED)
def test_what_the_dataset_does_not_say_is_named(
    text: str, description: str, part: str, kind: Kind
) -> None:
    found = claim(text, dataset(description), part)
    assert (found.supported, found.kind) == (False, kind)
    assert found.evidence is None
    assert not check(text, dataset(description)).supported


def test_a_foreign_word_is_a_claim_only_in_a_text_that_keeps_to_its_source() -> None:
    of = dataset("Longueur, largeur et couleur des ponts tournants de la ville.")
    close = "Longueur et chamfrein des ponts tournants de la ville."
    reworded = "Panorama de la longueur et du chamfrein des ponts tournants de la ville."
    assert not claim(close, of, "chamfrein").supported
    assert all(each.text != "chamfrein" for each in check(reworded, of).claims)


def test_only_some_uses_of_alone_narrow() -> None:
    of = dataset("Résultats du scrutin, sur papier.")
    assert check("Résultats du scrutin, le papier restant seul, en un seul tour.", of).supported


def test_the_words_of_a_dataset_in_english_are_not_compared() -> None:
    of = dataset("Prices of the bridges of the town for the year 2020 and for the year 2021.")
    verdict = check("Longueur des ponts de la ville en 2019.", of)
    assert [each.text for each in verdict.claims if not each.supported] == ["2019"]


def test_the_other_fields_are_a_source_too() -> None:
    of = dataset(
        title="Ponts mobiles",
        publisher="Ville de Port-Fictif",
        frequency="quarterly",
        temporal=PeriodOfTime(start="2019-01-01", end="2023-12-31"),
        spatial=Location(zones=("Finistère",)),
        keywords=("ecluse",),
    )
    text = "Ponts et écluses de Port-Fictif, Finistère, en 2021, mis à jour chaque trimestre."
    verdict = check(text, of)
    assert verdict.supported
    fields = {c.evidence.passage.field for c in verdict.claims if c.evidence}
    assert fields == {
        "title",
        "keywords[0]",
        "publisher",
        "spatial.zones[0]",
        "temporal.start",
        "frequency",
    }


def test_its_own_short_description_is_not_a_source() -> None:
    of = dataset("Les ponts.", short_description="Les 12 ponts.")
    assert not check("Les 12 ponts.", of).supported


def test_evidence_points_into_the_field_as_published() -> None:
    of = dataset("<p>Les <b>12&nbsp;ponts</b> de la ville.</p>")
    found = claim("Les douze ponts", of, "douze")
    assert found.evidence is not None
    passage = found.evidence.passage
    assert passage.text == of.description[passage.start : passage.end] == "12"


def test_a_text_that_states_nothing_is_supported() -> None:
    verdict = check("Ce jeu de données est disponible.", dataset("Autre chose."))
    assert verdict.supported


def test_an_empty_text_has_no_claim() -> None:
    assert check("", dataset("Autre chose.")).claims == ()
