"""From a sentence that says what a dataset holds to the phrase that names it.

"Ce jeu de données contient la liste des arbres." becomes "Liste des arbres." Every rule deletes
words; none adds or moves one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eclaireur.text.markup import Traced
from eclaireur.text.regex import regex

CARRIER = (
    r"(?:jeux?(?: de donn[eé]{1,2}s?)?|dataset|données?"
    r"|fichiers?(?: de données)?|bases?(?: de données)?"
    r"|tables?|tableaux?|couches?|cartes?|cartographies?|listes?|ressources?|documents?|archives?"
    r"|répertoires?|lots?(?: de données)?|séries?|extractions?|exports?|flux|plans?|inventaires?"
    r"|atlas|catalogues?|référentiels?|rapports?|classes d['’]entités|shapefiles?|datas?|pages?"
    r"|informations|produits?|services?|métadonnées|bilans?|enquêtes?|recensements?|zonages?"
    r"|objets?|api|périmètres?|images?|indicateurs?|études?|classeurs?|fiches?|modèles?"
    r"|points|polygones|lignes|entités|ensembles? de données|collections?"
    r"|zones|secteurs|annuaires?|sélections?|compilations?|graphiques?|statistiques"
    r"|registres?|recueils?|chiffres|relevés?|visualisations?|tableurs?|feuilles?"
    r"|orthophoto\w*|mosaïques?|baromètres?|observatoires?)"
)
"""What data come in: a sentence about it is a sentence about them."""

VERBS = (
    r"contien(?:t|nent)|recèle(?:nt)?|géolocalise(?:nt)?|consolide(?:nt)?"
    r"|met(?:tent)? en évidence|présente(?:nt)?|recense(?:nt)?|regroupe(?:nt)?|rassemble(?:nt)?"
    r"|répertorie(?:nt)?|référence(?:nt)?|liste(?:nt)?|décri(?:t|vent)|fourni(?:t|ssent)"
    r"|donne(?:nt)?(?: accès)?|compren(?:d|nent)|comporte(?:nt)?|propose(?:nt)?|inclu(?:t|ent)"
    r"|représente(?:nt)?|localise(?:nt)?|identifie(?:nt)?|indique(?:nt)?|précise(?:nt)?"
    r"|détaille(?:nt)?|concerne(?:nt)?|réuni(?:t|ssent)|énumère(?:nt)?|repren(?:d|nent)"
    r"|restitue(?:nt)?|retrace(?:nt)?|dresse(?:nt)?|offre(?:nt)?|délimite(?:nt)?"
    r"|matérialise(?:nt)?|cartographie(?:nt)?|définis?(?:t|sent)|intègre(?:nt)?|affiche(?:nt)?"
    r"|récapitule(?:nt)?|compile(?:nt)?|agrège(?:nt)?|synthétise(?:nt)?|illustre(?:nt)?"
    r"|quantifie(?:nt)?"
    r"|dénombre(?:nt)?|signale(?:nt)?|tradui(?:t|sent)|centralise(?:nt)?|comptabilise(?:nt)?"
    r"|recueille(?:nt)?|caractérise(?:nt)?|rend(?:ent)? compte|montre(?:nt)?"
    r"|recueille(?:nt)?|répartit|publie|diffuse|renseigne(?:nt)?(?: sur)?|catalogue"
    r"|met(?:tent)? à disposition|informe(?:nt)?(?: sur)?|sui(?:t|vent)"
    r"|expose(?:nt)?|estime(?:nt)?|évalue(?:nt)?|mesure(?:nt)?"
)
NOUNS_TOO = (
    r"(?:liste|offre|catalogue|cartographie|montre|publie|mesure|compte|date|traite|référence"
    r"|applique|reste|influence|confluent|précise|précédent|adresse)"
)
"""Verbs that are far more often nouns, or participles without their accent."""

_SERVES = (
    r"(?:permet(?:tent)?(?: notamment|,[^,.;:]{3,60},)?|vise(?:nt)? à"
    r"|(?:a|ont) (?:notamment )?pour (?:objet|objectif|but|vocation)) "
    r"(?:(?:de |d['’])?(?:visualiser|conna[iî]tre|identifier|localiser|consulter|voir|suivre"
    r"|accéder (?=à|aux?)|situer|découvrir|repérer|retrouver|recenser|disposer|obtenir|trouver"
    r"|r[eé]cup[eé]rer"
    r"|cartographier|comparer|mesurer|représenter|géolocaliser|estimer|afficher|référencer|indiquer"
    r"|délimiter|caractériser|décrire|lister|présenter|fournir|contenir|quantifier|évaluer"
    r"|définir|répertorier|rassembler|regrouper))"
)
"""What introduces the object of data by what it is for: "permet de localiser"."""
_LINKS = (
    r"porte(?:nt)? sur|correspond(?:ent)?(?: à)?|(?:est|sont) (?:constitué|composé)e?s?"
    r"|se compose(?:nt)?|(?:est|sont) relati(?:f|ve)s?(?: à)?|traite(?:nt)?|est|sont"
    r"|(?:est|sont|a été|ont été) (?:constitué|élaboré|établi|réalisé|produit|créé|obtenu)e?s?"
    r" à partir(?= d(?:e la|es|u|e l['’])\s?(?:données|informations|base|fichier|enquête))"
    r"|(?:est|sont) le résultat|résulte(?:nt)?(?= d['’]une)|constitue(?:nt)?"
    rf"|{_SERVES}"
)
_COPULAS = frozenset({"est", "sont"})
_BOTH = rf"(?:(?:{VERBS}|{_LINKS}) (?:et|ou|ainsi que) )?"
"""The first of two verbs that share their object: "recense et localise"."""
_FILLER = r"(?:(?!\b(?:qui|que|dont|où|n['’]|ne)\b)[^.;:!?]){0,90}?"
_ADVERB = (
    r"(?:\s+(?:également|aussi|ainsi|\w{4,}ment|donc|ici|à la fois|en outre|(?:tout )?d['’]abord"
    r"|de (?:manière|façon) [\w-]+(?: [\w-]+)?(?=\s(?:les?|la|des|l['’]))))?"
    r"(?:\s(?:pour|par) [^,.;:]{3,40},|,[^,.;:]{2,60},|,)?"
)

_LEADS = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        # Ce jeu de données (publié par la Ville) contient …
        rf"(?:(?:ce(?:t|tte|s)?|le présent|la présente|les présentes?)\s+"
        rf"(?:(?:deux|trois|quatre|cinq|six|différente?s|\d+)\s)?{CARRIER}"
        rf"|(?:les?\s|la\s|l['’])(?:jeux? de données?|fichiers?|couches?|tables?|bases? de données"
        rf"|données))\b{_FILLER}\s(?:vous )?"
        rf"{_BOTH}(?P<verb>{VERBS}|{_LINKS}){_ADVERB}\s+",
        # Les données contiennent …, Le fichier recense …
        rf"(?:l['’]|les?\s|la\s|un\s|une\s){CARRIER}(?: de données| géographiques?"
        rf"| disponibles?| \w{{4,}}(?:é|i|t|s)e?s?(?: ici)?)*"
        # The name of a table, or of a product.
        rf"(?:\s[«\"]?\s?[\w.-]*(?:_|(?-i:[A-Z]{{2}}))[\w.-]*\s?[»\"]?)?"
        rf"\s{_BOTH}(?P<verb>{VERBS}|porte(?:nt)? sur|correspond(?:ent)?(?: à)?"
        rf"|{_SERVES})"
        rf"{_ADVERB}\s+",
        # La base des équipements recense …
        rf"(?:les?\s|la\s|l['’])(?:bases?|répertoires?|enquêtes?)\b{_FILLER}\s(?:vous )?"
        rf"(?P<verb>{VERBS}|{_SERVES}){_ADVERB}\s+",
        # Il contient …
        rf"(?:ils?|elles?|celui-ci|celle-ci|celles-ci"
        rf"|ceux-ci)\s(?:y )?(?P<verb>{VERBS}|correspond(?:ent)?(?: à)?|{_SERVES}){_ADVERB}\s+",
        # Il s’agit de …
        r"(?:il s['’]agit(?: ici)?\s+|ce sont\s+)",
        # Voici …, On y trouve …
        r"(?:voici|(?:vous (?:y )?(?:trouverez|retrouverez)"
        r"|on (?:y )?(?:trouve|retrouve)(?:ra)?|(?:re)?trouvez|découvrez|y figurent|accédez à"
        rf"|consultez|visualisez)(?: dans (?:ce|cette|cet) (?:{CARRIER}"
        r"|rubrique|section|dossier|espace)| ici| ci-\w+)?)(?:,? ici,?)?"
        r"\s+(?=(?:les?|la|une?|des|du|toute?s?|\d+)\s|l['’])",
        # La Ville met à disposition …
        r"(?:l['’]|les?\s|la\s)?[^.;:!?]{3,120}?\s(?:met(?:tent)? (?:à (?:la )?disposition"
        r"|en ligne)"
        r"|publie(?:nt)?|diffuse(?:nt)?)(?: \w+ement)?(?: en open data)?\s+(?=(?:les?|la|l['’]"
        r"|une?|des)\b)",
        # La DREES a mené une enquête …
        r"(?:l['’]|les?\s|la\s)?[^.;:!?]{3,120}?\s(?:a|ont) (?:\w+ment )?(?:réalisé|collecté|mené"
        r"|publié|recensé|recueilli|établi|constitué|élaboré|produit|conduit|lancé)\s"
        rf"(?=(?:les?\s|la\s|l['’]|une?\s|des\s)(?:\w+\s)?{CARRIER}\b)",
        # Dans ce jeu de données figurent …
        rf"(?:dans|avec|sur|via|[àa] travers) (?:ce|cette|cet|ces) {CARRIER}\b[^.;:!?]{{0,40}}?,?\s"
        r"(?:vous (?:y )?(?:trouverez|retrouverez|pouvez (?:trouver|retrouver|consulter))"
        r"|on (?:y )?(?:trouve|retrouve)(?:ra)?|figure(?:nt)?"
        r"|(?:est|sont) (?:présent|recens|répertori|list|regroup|référenc|indiqu)ée?s?)"
        rf"{_ADVERB}\s+",
        # Recense les …
        rf"(?!{NOUNS_TOO}\s)(?P<verb>{VERBS})\s(?=(?:les?|la|l['’]|une?|des?|du)\b)",
        # Jeu de données contenant …
        r"(?:(?:le|un|la|une)\s)?(?:jeux? de données|lots? de données|dataset|fichiers?|tables?"
        r"|couches?|bases? de données|tableaux?)"
        r"(?: (?:géographiques?|cartographiques?|csv|sig|excel|de données))?\s"
        r"(?:contenant|présentant|recensant|regroupant|listant|répertoriant|décrivant|comprenant"
        r"|rassemblant|représentant|comportant|donnant|localisant|référençant|fournissant"
        r"|correspondant(?: à)?|concernant|relati(?:f|ve)s? à"
        rf"|qui (?:{VERBS}))\s+",
        # Jeu de données des …
        r"(?:jeux? de données|dataset)\s(?:sur\s)?(?=des\s|les\s)",
    )
)
_LEANING = _LEADS[3:5]
_ARTICLE = regex(
    r"(?:(?:à|de|d['’])\s*(?:la\s|l['’]|une?\s)|(?:les?|la|des?|du|aux?|une?|d['’]une?)\s|[dl]['’])"
    r"(?=[^\W_])",
    re.IGNORECASE,
)
_PLAIN = regex(r"(?:les?\s|la\s|l['’]|une?\s)", re.IGNORECASE)
_ADVERBIAL = regex(
    r"[àa] (?:l['’](?:aide|échelle|issue|occasion|intérieur)|partir|travers|titre|la (?:fois|suite)"
    r"|destination|ce|compter)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = regex(
    r"(?:du|des?|la|les?|manière|façon|aux?|que?|qu['’]\w+|si|comment|où|comme|ce qu[ei]?|ceux"
    r"|celles?|quels?"
    r"|quelles?|pas|en|par|pour|dans|sur|sous|à|avec|selon|au|aux"
    r"|son|sa|ses|leurs?|notre|nos|votre|vos|ces?|cet|cette|plus|bien|très|aussi|ainsi|donc|lui"
    r"|issue?s?|mise?s?|disponibles?|publiée?s?|produite?s?|élaborée?s?|réalisée?s?|fournie?s?"
    r"|établie?s?|conforme?s?|créée?s?|destinée?s?|extraite?s?|basée?s?|utilisée?s?|associée?s?"
    r"|liée?s?"
    r"|tirée?s?|accessibles?|diffusée?s?|proposée?s?|organisée?s?|gérée?s?|alimentée?s?|mise?s?"
    r"|construite?s?|relati(?:f|ve)s?|nécessaires?|identiques?|utiles?|complètes?|similaires?|valables?|quant"
    r"|[\w-]+(?:ée?s?|ie?s|ue?s|ments?(?=\s\w+(?:ée?|i|ue?|is|it)e?s?\b)))\b",
    re.IGNORECASE,
)
# "Ce plan concerne la commune de …" tells where, not what.
_WHERE = regex(
    r"(?:communes? d|département d|ville d|région |territoire |(?:ensemble du )?territoire|France)",
    re.IGNORECASE,
)
_ENUMERATES = regex(r"(?:,| et| ou)\s(?:les?\s|la\s|l['’]|une?\s)")
# "Composé du nom, de l'adresse": without its "du", the first item would differ from the others.
_MIXES = regex(r",\s(?:du|de la|de l['’])\s?\w|\set (?:du|de la|de l['’])\s?\w")
_SECOND_VERB = regex(
    rf"\s(?:et|mais|puis)\s(?:(?:n['’]|ne |en |y |les |leur |l['’])?"
    rf"(?:{VERBS}|{_LINKS}|permet(?:tent)?|peut|peuvent|doi(?:t|vent)|sera|seront|sert|ont|a"
    rf"|constitue(?:nt)?|provien(?:t|nent)|figure(?:nt)?|couvre(?:nt)?|vise(?:nt)?))\s",
    re.IGNORECASE,
)
_SENTENCE_AFTER = regex(
    r",\s(?:ils?|elles?|c['’]est|celui-ci|celle-ci|celles-ci|on|nous|cela|ces données)\s"
)
_APPOSED = regex(
    r",\s(?:produit|réalisé|issu|basé|mis|établi|élaboré|extrait|publié|fourni|créé)e?s?\s"
)
_PREAMBLE = regex(
    r"(?:dans le cadre|en application|conformément|depuis|afin|suite|en vertu|[àa] partir"
    r"|[àa] la suite"
    r"|au titre|en vue|en raison|pour|selon|[àa] l['’]occasion|en \d{4}|au \d|[àa] ce titre"
    r"|ainsi|par ailleurs"
    r"|en effet|enfin|de plus|en complément|à travers|grâce|issue?s? d|avec|chaque)\b"
    # An article of law bears a full stop: "R.111-3".
    r"(?:[^.;:!?]|\.(?=\S)){0,260}?(?:,\s|\s(?=(?:ce|cet|cette|ces|le présent|la présente)\s))"
    rf"|(?!si\b|lors|quand|sauf)[^.;:!?]{{3,200}}?,\s(?=(?:ce|cet|cette|ces)\s{CARRIER}\b)",
    re.IGNORECASE,
)
_ADMINISTRATIVE = regex(
    r"(?:dans le cadre|en application|conformément|afin|suite|en vertu|au titre|en vue)\b",
    re.IGNORECASE,
)
_CLAUSE = regex(r"(?:les?|la|l['’]|une?|des)\b")
_DEMONSTRATED = regex(
    rf"(?:ce(?:t|tte|s)?|le présent|la présente)\s(?={CARRIER}\b)(?P<name>[^.;:!?]{{18,}}?),?"
    r"\s(?:a été|ont été|est|sont|provien(?:t|nent)|constitue(?:nt)?|résulte(?:nt)?|vise(?:nt)?"
    r"|permet(?:tent)?|s['’]appuie(?:nt)?|date|a pour|ont pour|fait|font)\s",
    re.IGNORECASE,
)
# A clause, or the beginning of the sentence that "Pour cette étude, …" opens.
_NOT_ONE_NAME = regex(
    r"\b(?:qui|que|dont|où|n['’]|ne)\b|^\w+,|,\s(?:les?|la|des|une?|plusieurs|différente?s)\s"
)
_JEU = regex(
    r"(?:jeux?|lots?|dataset)(?: de données)? (?:(?:relati(?:f|ve)s? (?:aux?|à)|sur"
    r"|concernant)\s)?",
    re.IGNORECASE,
)
_COPULA = regex(
    rf"(?:ces?|cette|cet|les?|la)\s(?=(?P<carrier>{CARRIER})\s(?:d|sur|relati|concern|a|ont|est|sont))"
    r"[^.;:!?,]{3,180}?(?<!données)(?<!donnée)(?<!fichier)(?<!couche)(?<!document)"
    r"(?P<copula>\s(?:sont|est|ont été|a été))\s(?=(?:issu|extrait|relati|tiré|mesuré|collecté"
    r"|recueilli|établi|produit|réalisé|élaboré|constitué|calculé|généré|numérisé|acquis|conduit|mené)\w*\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Phrase:
    """A wording of a sentence, and how sure it is that it names what the data are."""

    text: Traced
    names_data: bool
    """Whether it came out of "Ce jeu de données contient…" or the like."""
    leans: bool = False
    """Whether it needs the sentence before it: "Il contient…" gave it."""


def phrases(sentence: Traced) -> Iterator[Phrase]:
    """Every wording worth weighing, the sentence itself included."""
    after_preamble = _after(_PREAMBLE, sentence)
    for clause in (sentence, *([after_preamble] if after_preamble else [])):
        yield from _named(clause)
    yield Phrase(sentence, names_data=False)
    if (
        after_preamble
        and _ADMINISTRATIVE.match(sentence.text)
        and _CLAUSE.match(after_preamble.text)
    ):
        yield Phrase(after_preamble, names_data=False)


def _named(clause: Traced) -> Iterator[Phrase]:
    for lead in _LEADS:
        match = lead.match(clause.text)
        if match is None:
            continue
        leans = lead in _LEANING
        rest = clause.part(match.end())
        if match.groupdict().get("verb") in _COPULAS and not _ARTICLE.match(rest.text):
            continue  # "Ces données sont annuelles": only what they are like.
        name = _without_article(_one_clause(rest))
        if name is not None:
            yield Phrase(name, names_data=True, leans=leans)
    demonstrated = _DEMONSTRATED.match(clause.text)
    if demonstrated and not _NOT_ONE_NAME.search(demonstrated["name"]):
        name = clause.part(*demonstrated.span("name"))
        carrier = _JEU.match(name.text)
        shorter = _without_article(name.part(carrier.end())) if carrier else name
        if shorter is not None:
            yield Phrase(shorter, names_data=True)
    copula = _COPULA.match(clause.text)
    if copula:
        subject = clause.part(copula.start("carrier"), copula.start("copula"))
        yield Phrase(subject.followed_by(clause.part(copula.end())), names_data=False)


def _after(pattern: re.Pattern[str], text: Traced) -> Traced | None:
    match = pattern.match(text.text)
    return text.part(match.end()) if match else None


def _one_clause(text: Traced) -> Traced:
    """Only what comes before a word that agrees with the subject that went away."""
    ends = (_SECOND_VERB, _SENTENCE_AFTER, _APPOSED)
    cuts = [match.start() for end in ends if (match := end.search(text.text))]
    return text.part(0, min(cuts)) if cuts else text


def _without_article(text: Traced) -> Traced | None:
    """A noun phrase as a title begins it; None if this is no noun phrase."""
    if _ADVERBIAL.match(text.text):
        return None
    article = _ARTICLE.match(text.text)
    if not article and (_NOT_A_NAME.match(text.text) or not re.match(r"[\w«]", text.text)):
        return None
    if article is None:
        return text
    rest = text.part(article.end())
    plain = _PLAIN.fullmatch(article[0])
    if _WHERE.match(rest.text) or (not plain and _MIXES.search(text.text, article.end(), 120)):
        return None
    return text if plain and _ENUMERATES.search(text.text, article.end(), 120) else rest
