"""Where a person's name is not personal data: places, works, laws and the people they honour."""

import re

from eclaireur.guards.personal_data.context import Context
from eclaireur.guards.personal_data.lexicon import fold, is_commune, is_eponym
from eclaireur.text.regex import regex

_BEARERS = frozenset(
    """
    rue avenue av boulevard bd place square allee impasse chemin route quai cours passage
    esplanade promenade parvis sente sentier venelle ruelle mail clos corniche montee traverse
    faubourg placette rampe hent straed giratoire carrefour passerelle skatepark rond-point voie
    pont viaduc tunnel barrage port phare parc jardin bois foret ile lac mont pic col riviere
    gorge cap pointe baie plage grotte source fontaine puits ecole college lycee ces cet lep lp
    mjc cite universite campus faculte iut cfa maternelle elementaire primaire groupe creche
    halte hopital hopitaux chu chr chru ch clinique centre ehpad residence foyer dispensaire
    maison atelier villa chateau manoir abbaye eglise chapelle cathedrale basilique statue
    monument buste stade gymnase piscine complexe salle espace dojo boulodrome patinoire
    velodrome terrain halle marche musee theatre cinema opera conservatoire bibliotheque
    mediatheque ludotheque auditorium amphitheatre amphi galerie gare station arret metro
    aeroport aerodrome terminal terminaux pole batiment tour immeuble quartier zac zone
    lotissement site domaine caserne camp fort fondation institut association societe
    laboratoire labo club comite fonds legs donation ets etablissement entreprise usine prison
    cimetiere prix medaille bourse trophee coupe challenge label loi plan decret circulaire
    rapport accord amendement dispositif programme base logiciel outil modele methode indice
    echelle coefficient test theoreme algorithme diagramme projection formule courbe nombre
    effet maladie syndrome virus tempete ouragan cyclone typhon navire bateau ferry ferries
    paquebot chalutier patrouilleur remorqueur drague baleinier cargo voilier fregate vedette
    sous-marin peniche canot satellite supercalculateur calculateur rame ligne train chien chat
    vache taureau ours ourse loup lynx phoque girafe panda cheval chevaux jument etalon vautour
    tigre elephant baleine aigle tortue marque enseigne magasin restaurant variete cepage rosier
    campagne federation ligue amicale mutuelle goelette trimaran catamaran brise-glace corvette
    porte-avions aerogare heliport belvedere refuge chalet canton secteur ecluse jetee digue
    crematorium kiosque antenne
    cultivar pomme poire saint sainte fete festival tournoi promotion hall emission projet
    operation concours transport autocar garage boulangerie pharmacie menuiserie maconnerie
    charpente plomberie travaux construction btp sarl sas sasu eurl scea earl gaec vin
    imprimerie edition optique ambulance taxi auto-ecole scierie peinture electricite couverture
    terrassement cabinet collection corpus gouvernement ministere affaire proces
    """.split()  # noqa: SIM905 - a list of strings would hide the words
)
"""What bears somebody's name, folded and most often in the singular."""
_BEARERS_IN_E_ACUTE = frozenset({"cite", "universite", "societe", "variete", "marche", "comite"})
"""Those that end so: `marqué`, `placé` and the like are no `marque` and no `place`."""
_OCCUPATIONS = regex(
    r"(?:assistant|agent|conseiller|conseillere|chef|cheffe|gardien|gardienne|patron|patronne"
    r"|directeur|directrice|professeure?|conducteur|conductrice|chauffeur|pilote|capitaine"
    r"|technicien|technicienne|animateur|animatrice|educateur|educatrice|mediateur|mediatrice"
    r"|medecin|infirmiere?|maitresse|ingenieure?|chargee?|gerante?|presidente?|elus?|eleves?"
    r"|surveillante?|secretaire|employee?|ouvriere?|aide|auxiliaire|coordinateur|coordinatrice"
    r"|commandante?|maitre|mecanicien|mecanicienne)e?s?"
)
"""Whose trade a word of `_BEARERS` may complete: `directrice d'école`. Folded."""
_SCHOOL_ADJECTIVES = frozenset({"maternelle", "primaire", "elementaire"})
_BETWEEN = frozenset(
    """
    docteur dr professeur pr general gal marechal mal colonel col commandant cdt capitaine cne
    lieutenant lt amiral sergent adjudant abbe pere mere soeur frere cardinal mgr monseigneur
    pasteur chanoine president st ste roi reine prince princesse duc comte marquis baron
    empereur imperatrice senateur depute le la les l du de des d au aux a en municipal
    municipale publique public national nationale departemental departementale regional
    regionale communal communale intercommunal intercommunale omnisport sportif culturel social
    sociale sociaux scolaire hospitalier universitaire prive privee polyvalent polyvalente
    superieur superieure medical medicale dit dite nomme nommee baptise baptisee ancien ancienne
    nouveau nouvelle petit petite grand grande heli polytechnique professionnel prevention sante
    loisir convivialite musique art recherche tri animation spectacle histoire accueil
    """.split()  # noqa: SIM905
)
"""What may stand between the bearer and the name, folded and in the singular."""
_TRAILING_WORDS = regex(r"(?:[^\W\d_]+(?:-[^\W\d_]+)?\.?[ '’\u00a0«\"-]{1,3}){1,6}$")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_PART = regex(r"[^\W\d_]+")
_REACH = 60

_SUBJECTS = """
    ecrivain poete poeme romancier romanciere roman peintre peinture toile sculpteur sculpture
    tirage gravure estampe aquarelle partition compositeur symphonie cineaste dramaturge manuscrit
    correspondance oeuvre exposition retrospective edifice architecte philosophe savant inventeur
    personnage resistant resistante laureat heros hommage denomination siecle empereur dynastie
    navire bateau chalutier patrouilleur remorqueur voilier paquebot ferry ferries flotte escale
    tempete ouragan cyclone prenom station terminus musicien chanteur chanteuse artiste maquette zoo
    vautour ours loup bapteme espece plante variete rosier oiseau oiseaux poisson insecte mammifere
    isbn issn doi these revue journal theorie decouvert pianiste violoniste clarinettiste soliste
    choregraphe illustrateur illustratrice musicologue metteur
"""
_PLURAL_SUBJECTS = """
    lycees colleges ecoles rues mediatheques bibliotheques gymnases stades piscines hopitaux creches
    salles parcs squares places empruntes lus
"""
_WORKS = regex(
    rf"\b(?:(?:{'|'.join(_SUBJECTS.split())})s?|{'|'.join(_PLURAL_SUBJECTS.split())}"
    r"|auteurs? (?:les? plus|du|de la|des|d'|comme|tels|francais|classiques?|emprunt)"
    r"|autrices? (?:les? plus|des|comme)|realisat(?:eur|rice)s? de|rois? de|realisateurs"
    r"|(?:tableau|dessin|portrait|affiche|cliche|photographie|film|piece|lettre|chanson|opera"
    r"|livre|ouvrage|vedette|arret|musique|parole|memoire)s?x? d[e'’]"
    r"|(?:film|documentaire|clip|livre|album|disque|opera|ballet|spectacle|piece)s? (?:realise"
    r"|ecrit|compose|mis|dirige|illustre|cree|traduit)e?s? par|mises? en scene"
    r"|(?:peinte?|ecrite?|compose|composee|dessine|dessinee)s? par|figures? historiques?"
    r"|\d{1,7} (?:prets|emprunts|exemplaires) (?:de|d')"
    r"|prix nobel|bandes? dessinees?|collections? permanentes?|voies nomm|port(?:e|ant|ent) le nom"
    r"|nommee?s? d|rebaptis|baptis|toponym|odonym|et al|bibliograph|cite|actes du colloque"
    r"|etudes et resultats)\b",
)
"""What a sentence is about when the people it names are known by their works. Folded."""
_REFERENCE = regex(r"\b(?:[a-z]\. ?){1,3}[a-z' -]{2,20}.{0,200}\((?:19|20)\d{2}[a-z]?\)|\bet al\b")
"""A reference to a publication: initials, names and a year between brackets. Folded."""
_LONG_AGO = regex(
    r"[ ,.]{0,2}(?:[-–—] ?)?\((?:18|19|20)\d{2}[a-z]?\)"
    r"|\s?\(?(?:n[ée]e?s? (?:en|vers|le [\w\s]{3,15}) )?(?:en )?\(?1[0-8]\d{2}\b"
    r"|\s?\((?:\d{3}|1[0-8]\d{2}|19[0-3]\d)\s?[-–—/]\s?\d{3,4}\)",
    re.IGNORECASE,
)
"""The year of a publication, a birth long ago, or the dates of a life."""
_FIRM = regex(
    r"[ ,]{1,2}(?:SAS|SASU|SARL|SA|EURL|SCP|SELARL|SNC|GmbH|Ltd|Inc|(?:&|et) (?:[Ff]ils|[Cc]ie"
    r"|[Aa]ssoci[ée]s)"
    r"|Fr[èe]res|Architect(?:es|ure)|Autocars|Transports|Paysages?|TP|BTP)\b"
)
"""What follows the name of a firm."""
_NUMBERED = regex(r" (?:I{2,3}|IV|VI{1,3}|IX)$")
"""The number of a ship, a building or a king that ends a name."""
_TITLE = regex(r"\b(?:Madame|Mme|Monsieur|Abbé|Docteur) $")
_NEXT_WORD = regex(r"\s((?:d['’])?[A-ZÀ-Ý][^\W\d_]{1,20})")
_LIST_LINK = regex(
    r"[ \u00a0]?(?:,|;|/|&|\bet\b|\bou\b|[-–—])?[ \u00a0]?(?:(?:et|ou|de|du|d['’]|le|la) ?){0,3}",
    re.IGNORECASE,
)


def is_public(
    context: Context, start: int, end: int, honoured: int | None, *, in_sentence: bool = True
) -> bool:
    """Whether the name at `start` is one that a place, a work or a law bears, or a famous one.

    `honoured` is where the last such name ended: those listed after it follow it.
    `in_sentence` is whether the subject of the whole sentence counts.
    """
    text = context.text
    if _NUMBERED.search(text, start, end):
        return True
    if _is_known(text, start, end) or _LONG_AGO.match(text, end) or _FIRM.match(text, end):
        return True
    if _is_borne(context.before(start, _REACH)):
        return True
    if honoured is not None and _LIST_LINK.fullmatch(text, honoured, start):
        return True
    return context.says(_REFERENCE, start) or (in_sentence and context.says(_WORKS, start))


def bears_names(column: str) -> bool:
    """Whether a column holds what bears people's names: `nom_voie`, `Arrêt`, `école`."""
    words = _PART.findall(fold(column))
    return any(word in _BEARERS or word.rstrip("s") in _BEARERS for word in words)


def _is_known(text: str, start: int, end: int) -> bool:
    """Whether the name, or it and the next word, is a famous person's or a commune's."""
    name = " ".join(fold(text[start:end]).split())
    names = [name]
    if following := _NEXT_WORD.match(text, end):
        names.append(f"{name} {fold(following[1])}")
    if title := _TITLE.search(text, max(0, start - 10), start):
        names.append(f"{fold(title[0])}{name}")
    return any(
        is_eponym(known) or (len(_PART.findall(known)) > 1 and is_commune(known)) for known in names
    )


def _is_borne(before: str) -> bool:
    """Whether what precedes a name ends with what bears it: `rue du Docteur `."""
    trailing = _TRAILING_WORDS.search(before)
    words = _WORD.findall(trailing[0]) if trailing else []
    for index, word in reversed(list(enumerate(words))):
        folded = fold(word)
        singular = folded.rstrip("sx")
        if folded in _BEARERS or singular in _BEARERS:
            return not _is_a_participle(word) and not _completes_a_trade(words[: index + 1])
        if folded not in _BETWEEN and singular not in _BETWEEN:
            return False
    return False


def _is_a_participle(word: str) -> bool:
    low = word.lower()
    return low.endswith(("é", "és")) and fold(word).rstrip("s") not in _BEARERS_IN_E_ACUTE


def _completes_a_trade(words: list[str]) -> bool:
    """Whether the last word says what somebody does: `chef de gare`, `assistante maternelle`.

    An article would point to one place: in `directrice de l'école`, the school bears the name.
    """
    *before, last = map(fold, words)
    if last not in _SCHOOL_ADJECTIVES and (not before or before.pop() not in ("d", "de")):
        return False
    return bool(before) and _OCCUPATIONS.fullmatch(before[-1]) is not None
