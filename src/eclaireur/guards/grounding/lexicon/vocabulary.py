"""Words of the same meaning, words that exclude each other, and words that limit.

Written by hand for the subjects of French public data, and compared by their stems.
"""

from functools import cache

from eclaireur.guards.grounding.reading import key
from eclaireur.text.words import words

_FAMILIES = """
localisation position emplacement situation géolocalisation coordonnées lieu adresse site
liste recensement inventaire répertoire catalogue annuaire recueil référentiel
palmarès classement top
prix tarif tarification coût montant
montant total somme valeur coût
taux part proportion pourcentage ratio
effectif nombre compte total comptage quantité
commune communal ville municipal municipale mairie municipalité
intercommunalité intercommunal epci communauté agglomération
département départemental
région régional
national nationale France pays
école scolaire établissement élève
véhicule voiture automobile auto
vélo cyclable bicyclette cycle cycliste
foot football
logement habitation habitat résidence immeuble habité
habitant population démographie démographique
entreprise société établissement
parking stationnement
bibliothèque médiathèque
livre ouvrage document
route routier voirie rue chaussée voie autoroute
bus autobus car autocar
train ferroviaire
transport réseau ligne mobilité
vente commercialisé vendu commercialisation
achat acquis acquisition
élection scrutin électoral vote votant élu
femme féminin féminisation parité
nuit nocturne
jour journée quotidien journalier
incendie feu
forêt forestier bois
mer marin maritime
hôpital hospitalier hospitalisation
naissance natalité né
décès mortalité mort
soin santé sanitaire médical
médecin médical praticien
enfant enfance petit
jeune jeunesse mineur
personne individu
employé salarié emploi agent personnel
électricité électrique
énergie énergétique
eau aquatique hydrique hydraulique hydrologique
cours rivière fleuve
pluie précipitation pluviomètre
sol terrain foncier
bâtiment construction bâti immeuble édifice
plante végétal végétation flore
animal faune
oiseau avifaune ornithologique
texte acte document
arrêté décret règlement réglementaire
loi législatif législation
subvention aide financement
budget budgétaire finance financier dépense
marché commande
capacité place
tri collecte déchet ordure
pratique activité
équipement installation infrastructure aménagement
image photo photographie cliché
caméra vidéosurveillance vidéoprotection
caserne centre
pompier sapeur caserne
internet web ligne
dispositif mesure
entité organisation organisme
participant partenaire
identité nom prénom civilité
année an annuel
mois mensuel
semaine hebdomadaire
trimestre trimestriel
évènement manifestation agenda
musée muséal
patrimoine patrimonial
vieux ancien
senior âgé âge
handicap handicapé accessibilité PMR
restauration restaurant
hébergement hébergé
tourisme touristique
sport sportif
culture culturel
agriculture agricole exploitation
élevage troupeau
danger risque aléa
modification révision évolution
voyageur passager
vitesse rapidité
propriétaire propriété
jardin parc
bureau office
particule PM10 PM25 poussière
pollution polluant émission
relief topographie topographique altitude courbe
potable AEP
suffrage voix exprimé
superficie surface aire étendue
tarif gratuit payant
horaire ouverture
photovoltaïque solaire
aérien aérienne avion aéroport
routier route automobile
ferré ferroviaire rail train
médiathèque bibliothèque
long longueur distance kilomètre km
large largeur
chanson musique musical
géant grand
pied piéton piétonnier
recyclage recyclé tri
achat commande marché
littoral côte côtier mer
submersible inondable submersion inondation
effluent rejet
contrat marché convention
consommateur consommation
comptable comptabilité compte
association associatif
citoyen habitant
urbain ville
rural campagne
climat climatique météo météorologique
chaleur thermique
bruit sonore acoustique
nitrate azote
vente vendu commercialisation
cours eau hydrographique
risque aléa danger
"""

_RIVALS = """
public privé
urbain rural interurbain
municipal législatif régional départemental européen présidentiel cantonal sénatorial
routier ferré ferroviaire fluvial maritime aérien
exhaustif incomplet
premier second
primaire secondaire supérieur
homme femme
provisoire définitif
théorique réel
électrique thermique hybride hydrogène
collectif individuel
gratuit payant
"""

RESTRICTIONS = frozenset(
    ["exclusivement", "uniquement", "seulement", "seul", "seuls", "seule", "seules"]
)
"""Words that narrow: they need one of their own in the source."""

_RESTRICTED = "exclusivement uniquement seulement seul limite limitee strictement reserve que"
COMPLETENESS = frozenset(["exhaustif", "exhaustive", "exhaustifs", "exhaustives", "integralite"])
"""Words that say that nothing is missing."""
_COMPLETE = "exhaustif integralite integral totalite complet ensemble tous toutes"
GRANULARITIES = (
    "commune canton département région quartier arrondissement iris epci intercommunalité pays"
    " parcelle bassin circonscription rue adresse académie établissement station"
)


@cache
def families() -> dict[str, frozenset[str]]:
    """For each stem that has some, the stems of the same meaning."""
    return _related(_FAMILIES)


@cache
def rivals() -> dict[str, frozenset[str]]:
    """For each stem that has some, the stems of what excludes it."""
    return _related(_RIVALS)


@cache
def granularities() -> frozenset[str]:
    """The stems of what figures may be broken down by."""
    return frozenset(key(word) for word in words(GRANULARITIES))


@cache
def restricted() -> frozenset[str]:
    """The forms by which a source says that it keeps to a part."""
    return frozenset(_RESTRICTED.split())


@cache
def complete() -> frozenset[str]:
    """The forms by which a source says that nothing is missing."""
    return frozenset(_COMPLETE.split())


def _related(table: str) -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = {}
    for line in table.split("\n")[1:-1]:
        stems = {key(word) for word in words(line)}
        for stem in stems:
            related.setdefault(stem, set()).update(stems - {stem})
    return {stem: frozenset(others) for stem, others in related.items()}
