"""What is never worth proposing as a keyword, wherever it was found."""

RESERVED = frozenset({"hvd", "inspire"})
"""udata grants a badge to a dataset that carries one: only its producer may claim it."""

_EMPTY = """
donnees donnee data dataset datasets open-data opendata donnees-ouvertes donnees-publiques
donnees-publiques-ouvertes jeu-de-donnees jeux-de-donnees base-de-donnees bases-de-donnees
metadonnees fichier fichiers tableau tableaux liste listes autre autres divers information
informations ressource ressources document documents service services non-renseigne
donnees-brutes donnee-ouverte data-gouv data-gouv-fr datagouv france-open-data portail
catalogue grand-public passerelle-inspire carte cartes couche couches nombre numero type types
zone zones ville villes commune communes departement departements region regions territoire
territoires
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


def says_something(keyword: str) -> bool:
    """Whether a keyword can tell a dataset from others.

    A bare number (a year, a postal code) has its field in the metadata: the period or the
    territory covered.
    """
    return (
        keyword not in RESERVED
        and keyword not in EMPTY_KEYWORDS
        and not keyword.replace("-", "").isdigit()
    )
