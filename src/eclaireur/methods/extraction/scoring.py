"""How well a phrase says what the data are."""

import re
from dataclasses import dataclass

from eclaireur.methods.extraction.phrasing import CARRIER, VERBS
from eclaireur.methods.extraction.reference import names_something
from eclaireur.methods.extraction.verbs import is_nominal, main_verb
from eclaireur.text.regex import regex
from eclaireur.text.words import EMPTY_WORDS, Word, words

_OPENS_ON_DATA = regex(
    r"(?:(?:le|la|les|l['’])\s?)?(?:liste|carte|cartographie|localisation|emplacements?|périmètres?"
    r"|contours?|limites?|zonages?|inventaire|recensement|répertoire|annuaire|catalogue|base"
    r"|données|résultats?|statistiques?|nombre|indicateurs?|historique|horaires|tracés?|réseau"
    r"|plan|zones?|ensemble|informations|évolution|montants?|budget|délibérations|subventions"
    r"|marchés|effectifs?|taux|registre|référentiel|description|positions?|géolocalisation|atlas"
    r"|tables?|tableau|relevés?|mesures?|séries?|enquête|observations?|recueil|extraction"
    r"|représentation|découpage|délimitation|calendrier|tarifs?|état|suivi|bilan|typologie"
    r"|couches?|caractérisation|classification|photographies?|images?|orthophoto\w*|menus|agenda"
    r"|synthèse|extraits?|traces?|modèle|comptes?|cartes"
    r"|classement|part|proportion|caractéristiques|adresses?|points?|lieux|sites?|arrêts)\b",
    re.IGNORECASE,
)
_DEFINES = regex(
    r"(?P<subject>[^,;:]{3,90}?)\s(?:est|sont|constituent?|désignent?|correspond(?:ent)? à)\s"
    r"(?:(?:une?|des|les?|la)\s|l['’])(?P<what>(?:\w+[\s’'-]){0,3})",
    re.IGNORECASE,
)
# What holds data and nothing else: a plan or a map is first of all what it is a plan of.
_IS_HOLDER = regex(
    r"\b(?:jeu|base|fichier|inventaire|référentiel|table|tableau|enquête|catalogue|répertoire"
    r"|annuaire|atlas|registre|données?|couche|recensement|liste|baromètre|observatoire|collection"
    r"|mosaïque|indicateurs?|orthophoto\w*)\b",
    re.IGNORECASE,
)
_ORIGIN = regex(
    r"(?:les?\s|la\s)?(?:données?|fichiers?|couches?|informations?|jeux?|tables?)\s"
    r"(?:(?:sont|est|ont été|a été)\s)?(?:non )?(?:brutes )?(?:\w+ment )?"
    r"(?:à jour|utilisé|distribu"
    r"|produit|issu|collecté|extrait|saisi|fourni|transmis|numéris|élaboré|réalisé|créé|diffusé|mis"
    r"|agrég|provenant|compilé|obtenu|récupéré|établi|constitué|présent)",
    re.IGNORECASE,
)
_IS_DATA = regex(rf"\b{CARRIER}\b", re.IGNORECASE)
_LAW = regex(
    r"\b(?:articles?\s[LRD\d]|loi|lois|décret|ordonnance|directive|code d[eu]|circulaire|règlement"
    r"|réglementation|législation)",
    re.IGNORECASE,
)
_HANDLING = regex(
    r"\b(?:mises? à jour|mis à jour|actualis|formats?|csv|geojson|shapefile|xlsx?|lambert|wgs|rgf"
    r"|epsg|projection|api|encodage|séparateur|colonnes?|champs?|disponibles?|accessibles?|qualité"
    r"|précision|méthod|numéris|saisie?|digitalis|géoréférenc|version|portail|plateforme|site"
    r"|data\.gouv|open ?data|réutilis|utilisateurs?|fiabilité|exhausti|erreurs?|standard|covadis"
    r"|schéma|échelle|licence|cnig|moissonn|scan|ppi|vecteur|wms|wfs|flux|sig)\b",
    re.IGNORECASE,
)
_MODAL = regex(
    r"\b(?:ne|n['’]\w+|doi(?:t|vent)|faut|peu(?:t|vent)|pourra|devra|convient|conseillé|si|afin)\b",
    re.IGNORECASE,
)
_CONTEXT = regex(
    r"(?:dans le cadre|en application|conformément|depuis|afin|suite|en vertu|pour|selon|créée?"
    r"|l['’]objectif|le but|cependant|toutefois|néanmoins|ainsi|en effet|par ailleurs|en outre"
    r"|de plus|enfin|il|ils|elle|elles|en|au|à|lors|ce|cette|ces|cet|on|ceci|cela|chaque|certain"
    r"|plusieurs|mais|et|ou|car|donc|or|or,|lorsque|quand|si|parmi|d['’]autres?|leurs?|ses|son|sa"
    r"|[aà] partir|des|également|aussi|notamment|tous deux|les deux|le second|la première"
    r"|le premier"
    r"|l['’]utilis\w+|(?:plus )?\w+ment,)(?!\w)",
    re.IGNORECASE,
)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_EXTENT = regex(
    r"\b(?:19|20)\d\d\b|\b(?:communes?|départements?|région|territoire|ville|métropole|France)\b"
)


_SAYS = regex(rf"{VERBS}|compose(?:nt)?|porte(?:nt)?", re.IGNORECASE)
_IS_MADE = regex(
    r"(?:est|sont|a été|ont été) (?:mise?s? à disposition|(?:publié|diffusé|réalisé|recensé"
    r"|collecté|produit|élaboré|issu|composé|constitué)e?s?|le (?:fruit|résultat))\b"
)
_HAPPENED = regex(r"(?:a|ont) été\b")
_REFLEXIVE = regex(r"\bs(?:e\s|['’])$")
_AIMS = regex(r"(?:vise|permet|a pour (?:but|obje)|porte sur|ont pour (?:but|obje))")
_ARTICLE = regex(r"(?:les?\s|la\s|une?\s|l['’])", re.IGNORECASE)
_OPENS_ON_LAW = regex(
    r"(?:les?\s|la\s|l['’]|une?\s)?(?:articles?|loi|décret|directive|code|arrêté|règlement"
    r"|instruction|circulaire|ordonnance|législat\w+|réglementation)\b",
    re.IGNORECASE,
)


# A list whose last items went, and their "et" with them.
_CUT_LIST = regex(
    r"(?:,\s(?:(?:leurs?|les?|la|des|du)\s|l['’])|\b(?:comprenant|incluant|notamment|avec)\s)"
    r"(?:(?!\b(?:et|ou|etc)\b)[^,])*,(?:(?!\b(?:et|ou|etc)\b)[^,])*\.$"
)
# The form that data take, and not the data.
_OPENS_ON_MODEL = regex(
    r"(?:modèle|standard|schéma|géostandard)\s(?:des?\s)?(?:données|couche|table|covadis|cnig)"
    r"|(?:description|liste|définition|signification|dictionnaire)\s(?:de la|du|des)\s"
    r"(?:tables?|champs?|attributs?|colonnes?|variables?)\b",
    re.IGNORECASE,
)
# One thing of a kind, and no set of things before it.
_DEFINED = regex(
    r"(?P<head>[^\W\d_]+)\b(?:(?!\b(?:des|les|aux|chaque|chacune?)\b)[^.])*?"
    r"\b(?:d|à|par|dans|en|ou)(?:['’]|\s)une?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """Where a sentence stands in its description."""

    rank: int
    """How many sentences come before it."""
    kind: str
    """The kind of its block."""


@dataclass(frozen=True)
class Title:
    """The words of a title that bear meaning, as stems."""

    stems: frozenset[str]
    head: str
    """The first that names no form that data take."""


# Stems of what data come in, which says little of them.
_HOLDERS = frozenset(
    {word.stem for word in words("ensemble liste données carte informations table couche fichier")}
)


def merit(text: str, *, names_data: bool) -> float:
    """Weigh what a text says, whatever the dataset.

    Args:
        text: a sentence ready to publish.
        names_data: whether it came out of "Ce jeu de données contient…" or the like.
    """
    total = 2.7 * names_data
    total += 0.4 * (_EXTENT.search(text) is not None)
    total -= 3.0 * (_OPENS_ON_LAW.match(text) is not None)
    total -= 1.2 * (_LAW.search(text) is not None)
    total -= (0.7 if len(text) > 60 else 1.2) * min(3, len(_HANDLING.findall(text)))
    total -= 5.0 * (_ORIGIN.match(text) is not None)
    total -= 0.8 * (_CUT_LIST.search(text) is not None)
    total -= 3.0 * (_OPENS_ON_MODEL.match(text) is not None)
    total -= 1.2 * (_MODAL.search(text) is not None)
    if not names_data:
        total -= 3.5 * (_CONTEXT.match(text) is not None)
    if is_nominal(text):
        total += 1.5 * (_OPENS_ON_DATA.match(text) is not None)
    if len(text) < 60:
        total -= (60 - len(text)) / 20
    return total


def standing(
    text: str,
    stems: frozenset[str],
    setting: Setting,
    title: Title,
    *,
    names_data: bool,
) -> float:
    """Weigh a text in its description and under its title."""
    new = len(stems - title.stems)
    shared = len(stems & title.stems) / max(1, len(title.stems))
    total = 2.5 * shared + min(2.0, 0.2 * new) + _by_rank(setting.rank)
    total -= 1.5 * max(0, (3 if names_data else 4) - len(stems - _HOLDERS))
    total -= {"paragraph": 0.0, "heading": 1.5, "item": 2.5, "cell": 3.0}[setting.kind]
    verb = main_verb(text)
    if defines(text, stems, title):
        return total - _DEFINITION
    if verb is None and is_definition(text):
        total -= 5.0
    if verb is not None:
        return total + _by_subject(text, verb)
    # A noun phrase seldom opens on an article, a sentence whose verb is not known often does.
    if names_data:
        return total
    if _ARTICLE.match(text):
        return total - 1.6 * (_OPENS_ON_DATA.match(text) is None)
    return total + (1.5 if setting.rank < 4 else 0.0)


def says_more(stems: frozenset[str], title: Title) -> bool:
    """Whether words are on what the title names, and two or more of them are new."""
    return len(stems - title.stems - _HOLDERS) >= 2 and not stems.isdisjoint(title.stems)


def is_about_title(text: str, title: Title) -> bool:
    """Whether the title names a sentence's subject: most of its words, or half and the head."""
    verb = main_verb(text)
    stems = content_stems(text[: verb.start()]) if verb else frozenset()
    shared = len(stems & title.stems)
    return bool(stems) and (
        3 * shared >= 2 * len(stems) or (2 * shared >= len(stems) and title.head in stems)
    )


def _is_dated(text: str) -> bool:
    return _YEAR.search(text) is not None and _LAW.search(text) is None


# A thing of which the data hold many.
_ONE_THING = regex(
    r"(?:zone|surface|portion|partie|espace|secteur|lieu|bâtiment|parcelle|ouvrage|compte|tronçon"
    r"|acte|document|personne|établissement|équipement)\b",
    re.IGNORECASE,
)


def opens_on_article(text: str) -> bool:
    """Whether it opens on a definite or indefinite article."""
    return _ARTICLE.match(text) is not None


def is_definition(text: str) -> bool:
    """Whether it tells what one thing of a kind is: "Portion de territoire d'un seul tenant"."""
    defined = _DEFINED.match(text)
    one = (
        defined is not None
        and not defined["head"].endswith(("s", "x"))
        and not _OPENS_ON_DATA.match(text)
    )
    return (
        (one or _ONE_THING.match(text) is not None)
        and not names_something(text)
        and is_nominal(text)
    )


# What a sentence says of its subject that tells what it is, rather than what was done about it.
_TELLS = regex(
    rf"(?:{VERBS}|constitue(?:nt)?|désigne(?:nt)?|correspond(?:ent)?|permet(?:tent)?|vise(?:nt)?"
    r"|(?:a|ont) (?:pour|vocation)|compte|couvre(?:nt)?|étend(?:ent)?|inscrit)\b"
    r"|(?:est|sont) (?:une?\s|les?\s|la\s|des\s|l['’]|(?:constitué|composé|destiné|situé|délimité"
    r"|défini|installé|implanté|piloté|géré|attribué|accordé)e?s?\b)"
)
_DEFINITION = 2.5
"""What is taken off a definition of what the title names: it serves where nothing better stands."""


def defines(text: str, stems: frozenset[str], title: Title) -> bool:
    """Whether it tells what the thing that the title names is, rather than what the data are.

    Args:
        text: a sentence ready to publish.
        stems: its stems.
        title: the dataset's title.
    """
    verb = main_verb(text)
    if verb is None:
        return len(stems & title.stems) > 1 and is_definition(text)
    return (
        is_about_title(text, title)
        and _IS_HOLDER.search(text, 0, verb.start()) is None
        and opens_on_article(text)
        and (
            _TELLS.match(text, verb.start()) is not None
            or (_HAPPENED.match(text, verb.start()) is not None and _is_dated(text))
        )
    )


def _by_rank(rank: int) -> float:
    return (1.0, 0.6)[rank] if rank < 2 else -0.15 * min(rank, 10)


def _by_subject(text: str, verb: re.Match[str]) -> float:
    """Weigh a sentence by what it is about: the data, the title's subject or something else."""
    definition = _DEFINES.match(text)
    if definition:
        holds = _IS_HOLDER.search(definition["what"]) or _IS_HOLDER.search(definition["subject"])
        return 1.0 if holds else -5.0
    if _IS_MADE.match(text, verb.start()):
        # Of what is no data, this tells who makes it.
        return -0.8 if _IS_HOLDER.search(text, 0, verb.start()) else -4.0
    if verb.start() <= 90 and _AIMS.match(text, verb.start()):
        return -0.3 if _IS_HOLDER.search(text, 0, verb.start()) else -4.0
    reflexive = _REFLEXIVE.search(text, 0, verb.start())
    if reflexive and not _IS_HOLDER.search(text, 0, verb.start()):
        return -4.0
    if verb.start() > 70 or not _SAYS.fullmatch(verb[0]):
        return -4.0
    if _IS_DATA.search(text, 0, verb.start()):
        return 0.8
    return -3.5


def title_of(text: str) -> Title:
    """Read a title."""
    stems = [word.stem for word in words(text) if _bears_meaning(word)]
    head = next((stem for stem in stems if stem not in _HOLDERS), "")
    return Title(frozenset(stems), head)


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that bear meaning."""
    return frozenset(word.stem for word in words(text) if _bears_meaning(word))


def _bears_meaning(word: Word) -> bool:
    return len(word.folded) > 1 and word.folded not in EMPTY_WORDS
