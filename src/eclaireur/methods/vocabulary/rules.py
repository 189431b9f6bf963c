"""What is never worth proposing as a keyword, wherever it was found."""

from eclaireur.methods.vocabulary.subjects import singular
from eclaireur.text.words import EMPTY_WORDS

RESERVED = frozenset({"hvd", "inspire"})
"""udata grants a badge to a dataset that carries one: only its producer may claim it."""

_GENERAL = """
donnees-ouvertes zone zones ville villes commune communes departement
departements region regions territoire territoires
"""
"""Say nothing of a subject, but have a use on a portal: harvesters sort by `donnees-ouvertes`."""

_EMPTY = """
open-data opendata donnees donnee data dataset datasets donnees-publiques
donnees-publiques-ouvertes jeu-de-donnees jeux-de-donnees base-de-donnees bases-de-donnees
metadonnees fichier fichiers tableau tableaux liste listes autre autres divers information
informations ressource ressources document documents service services non-renseigne donnees-brutes
donnee-ouverte data-gouv data-gouv-fr datagouv france-open-data portail catalogue grand-public
passerelle-inspire carte cartes couche couches nombre numero type types
"""
"""Say nothing of what a dataset is about: everything on the portal is one."""

_FORMATS = """
csv tsv json geojson topojson xml gml kml kmz shp shapefile esri-shapefile gpkg geopackage
geotiff xls xlsx ods odt doc docx pdf zip rar txt html rdf turtle json-ld parquet wms wfs wmts
wcs ogc-wms ogc-wfs api rest excel arcgis qgis
"""
_LICENCES = """
licence-ouverte licence-ouverte-open-licence licence-ouverte-2-0 open-licence etalab lov2 lov1
odbl open-database-license cc-by cc-by-sa cc0 creative-commons
"""
"""Formats and licences have fields of their own."""

EMPTY_KEYWORDS = frozenset(f"{_EMPTY}{_FORMATS}{_LICENCES}".split())
GENERAL_KEYWORDS = frozenset(_GENERAL.split())

_CALENDAR = """
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
lundi mardi mercredi jeudi vendredi samedi dimanche
jour semaine mois trimestre semestre annee date
journalier journaliere quotidien quotidienne hebdomadaire mensuel mensuelle bimestriel
bimestrielle trimestriel trimestrielle semestriel semestrielle annuel annuelle pluriannuel
pluriannuelle ponctuel ponctuelle regulier reguliere irregulier irreguliere
"""
"""When a dataset holds and how often it is published have fields of their own."""

_PROCESS = """
actualisation brouillon conclusion contact contexte cours essai exemple introduction maj mise
name null preambule provisoire publication redaction relecture remarque resume test text title
undefined untitled
"""
"""How a record is written, not what it is about; and what an export leaves unfilled."""

_PASSING_WORDS = frozenset(map(singular, f"{_CALENDAR}{_PROCESS}".split()))


def says_something(keyword: str) -> bool:
    """Whether a keyword can tell a dataset from others.

    A bare number (a year, a postal code) has its field in the metadata: the period or the
    territory covered. So have months and frequencies, alone or together (`mars-2024`).
    """
    return (
        keyword not in RESERVED
        and keyword not in EMPTY_KEYWORDS
        and keyword not in GENERAL_KEYWORDS
        and not all(map(is_passing, keyword.split("-")))
    )


def may_be_proposed(keyword: str) -> bool:
    """Whether a keyword may be proposed where the portal's habits ask for it."""
    return keyword in GENERAL_KEYWORDS or says_something(keyword)


def is_passing(word: str) -> bool:
    """Whether a folded word only dates a dataset, or tells of its record."""
    return word.isdigit() or word in EMPTY_WORDS or singular(word) in _PASSING_WORDS
