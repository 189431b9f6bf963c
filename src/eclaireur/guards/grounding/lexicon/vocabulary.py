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
département départemental dpt dept
catégorie classe type groupe
niveau concentration
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

_NARROWER = """
député parlementaire: Assemblée législature législatif
sénateur parlementaire: Sénat
bénévole contributeur: crowdsourcing participatif citoyen collaboratif communautaire association
    OpenStreetMap Wikidata
usager utilisateur visiteur: fréquentation accueil
fréquentation affluence: visiteur usager utilisateur accueil fréquenter comptage
migrant immigré étranger: séjour titre migration asile
montant somme: euro dépense recette exportation budget comptabilisé subvention crédit aide
    financement
débordement crue: inondation inondable submersion
sentier chemin itinéraire: randonnée circuit parcours piste
expérience: expérimental expérimentation essai
lobbyiste lobby: intérêts représentant HATVP
banque: bancaire prêteur emprunt
marée: intertidal estran littoral
nuit nocturne: Ln Lnight Lden
virus: SARS CoV Covid épidémie
bus autocar car: GTFS arrêt navette
solaire: photovoltaïque agrivoltaïsme
fossile: paléontologique
base: BD
nappe aquifère: souterrain souterraine
usine fabrique: établissement industriel technologique entreprise SEVESO PPRT
eau hydrique: inondation inondable crue submersion rivière fleuve ruisseau lac étang nappe
    aquifère hydrologie hydrologique hydraulique hydrographie pluie marée mer littoral
    assainissement potable barrage hauteur débit irrigation étiage forage piscine mare
milieu naturel nature environnement: biodiversité habitat espèce faune flore écologie écologique
    pollution forêt paysage Natura
énergie énergétique: électricité électrique gaz solaire éolien hydrogène photovoltaïque chaleur
    biomasse MWh GWh kWh TWh nucléaire carburant
électricité électrique: MWh GWh kWh TWh interconnexion photovoltaïque éolien nucléaire RTE Enedis
    volt kilovolt
transport mobilité déplacement circulation: bus tramway métro train car vélo voiture ferroviaire
    routier route voirie avion aérien navette covoiturage GTFS SIRI stationnement trafic gare
    autoroute infrastructure
gare arrêt station quai: stops stop GTFS halte
horaire: GTFS timetable calendar
ligne trajet itinéraire parcours: routes trips GTFS
véhicule flotte: voiture automobile camion autobus bus car utilitaire moto scooter vélo
polluant pollution: dioxyde azote ozone particule PM10 PM25 soufre benzène ammoniac nitrate
    pesticide plomb NO2 NOx SO2 carbone émission
métal: plomb cadmium nickel arsenic mercure zinc cuivre chrome fer aluminium
azote azoté: NO2 NOx nitrate nitrite ammoniac
gaz: GES CO2 méthane carbone butane propane biogaz
particule: PM10 PM25 poussière
concentration teneur: niveau dose taux microgramme moyenne
bruit sonore acoustique nuisance: dB décibel Lden isophone Ln bruyant
plante végétal végétation flore botanique: arbre fougère bryophyte mousse orchidée herbe algue
    zostère forêt haie lichen taxon
arbre: chêne hêtre sapin pin forêt forestier essence boisement Quercus semis platane
algue herbier: zostère macroalgue maërl angiosperme posidonie phanérogame
animal faune bétail cheptel: oiseau mammifère poisson insecte troupeau bovin ovin brebis chèvre
    vache chat chien loup abeille
troupeau bétail élevage: bovin ovin caprin brebis vache chèvre porc volaille cheptel
prédateur: loup ours lynx
poisson: saumon truite anguille callionyme pêche piscicole
coquillage mollusque: huître moule palourde bivalve
hôpital clinique: sanitaire hospitalier hospitalisation SAE FINESS
santé médical sanitaire soin: hôpital médecin clinique maladie infirmier vaccin patient pharmacie
    épidémie hospitalier salubrité consommation
maladie: pathogène épidémie virus cancer pathologie pathologique infection grippe covid affection
    diabète
malade patient: cancer hospitalisation pathologie
malformation lésion: tumeur cancer
senior âgé retraite vieillesse: EHPAD dépendant gériatrie retraité
retraite maison: EHPAD
aliment alimentaire alimentation nourriture denrée: restaurant viande lait légume fruit pain repas
    cantine restauration
restaurant cantine repas: restauration réfectoire
commerce magasin boutique: commerçant commercial détail artisan boulangerie supermarché marché
école scolaire enseignement éducation scolarité élève: lycée collège maternelle élémentaire
    université étudiant formation académie rentrée classe
étudiant élève: scolaire universitaire formation apprenant enseignement école inscription
diplôme bac baccalauréat: licence master brevet CAP BTS doctorat baccalauréat
sport sportif: football rugby tennis natation stade gymnase piscine athlétisme olympique randonnée
culture culturel: musée théâtre bibliothèque médiathèque cinéma spectacle concert patrimoine
    festival livre archive
loisir divertissement: sport jeu piscine tourisme animation vacances
spectacle: concert théâtre danse festival cirque opéra
logement habitation habitat: maison appartement immeuble résidence foyer HLM locatif
bâtiment édifice local construction: maison immeuble église école hôpital gymnase mairie usine
    logement
chantier travaux: construction aménagement rénovation réhabilitation
route voie voirie rue chemin: autoroute départementale chaussée boulevard avenue RD RN tronçon
    filaire axe
voiture automobile: véhicule
monument patrimoine: église château abbaye historique
risque danger menace aléa: inondation séisme avalanche incendie submersion PPR mouvement PPRT PPRI
    érosion
déchet ordure poubelle conteneur bac: tri recyclage PAV collecte compost verre déchèterie
agricole agriculture culture: parcelle RPG élevage PAC exploitation vigne céréale irrigation bio
culture production: céréale vigne verger maraîchage
exploitant agriculteur: exploitation agricole
élection électoral scrutin vote votant: candidat législatives municipales présidentielle
    régionales cantonales européennes référendum suffrage
participation: votant abstention inscrit suffrage
élu: maire conseiller député sénateur mandat
impôt fiscal taxe: taxation TVA foncier CFE
argent dépense financement finance financier budget budgétaire: crédit subvention dotation recette
    investissement emprunt montant euro
dépense recette: budget budgétaire finance
marché commande achat contrat: accord-cadre lot fourniture avenant attributaire titulaire
    prestation adjudicateur
vente commercialisation: exportation livraison marché commerce cession acheteur vendeur
entreprise société firme: SARL SAS Sirene SIRET SIREN industriel commerce
administration collectivité public: commune département région État préfecture mairie
loi texte règle réglementation: décret arrêté directive code ordonnance article
texte document: loi décret délibération convention
convention accord: avenant contrat conventionnel
personne individu gens: habitant résident homme femme enfant usager
sexe genre: homme femme masculin féminin
âge: enfant jeune senior ans
militaire armée défense: soldat marine légion militaire
police sécurité: gendarmerie DCPAF policier délinquance
image photo photographie vue: numérisé représentation orthophotographie orthoimage
    orthomosaïque cliché orthophoto ortho scan
aérien aérienne: orthophotographie orthophoto avion vol aéroport PVA
maille grille carroyage carreau: dalle pixel quadrillage assemblage pas
relief terrain topographie: géomorphologique altitude MNT altimétrie pente
altitude: altimétrique NGF cote isocote
niveau: cote classe échelle seuil
météo temps climat: pluie température précipitation vent neige
monde mondial international: pays mondiale planète
population habitant démographie: recensement résident ménage individu
lampadaire éclairage: luminaire candélabre
numéro identifiant: code SIRET SIREN FINESS INSEE
contact téléphone courriel mail: coordonnées email
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
nord sud
diurne nocturne
naturel technologique minier
initial continu
fort faible
moyen extrême fréquent
souterrain aérien
propriétaire locataire
ponctuel linéaire surfacique
oral écrit
avéré potentiel
bénéficiaire déficitaire
concédé
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
_INCOMPLETE = "incomplet incomplete incomplets incompletes manquer manque partiel partielle"
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


@cache
def incomplete() -> frozenset[str]:
    """The forms by which a source says that something is missing."""
    return frozenset(_INCOMPLETE.split())


@cache
def narrower() -> dict[str, frozenset[str]]:
    """For each stem of a wider meaning, the stems of what it covers."""
    covered: dict[str, set[str]] = {}
    for line in _NARROWER.replace("\n    ", " ").split("\n")[1:-1]:
        wide, _, narrow = line.partition(":")
        stems = {key(word) for word in words(narrow)}
        same = {key(word) for word in words(wide)}
        for stem in same:
            covered.setdefault(stem, set()).update(stems | same - {stem})
    return {stem: frozenset(others) for stem, others in covered.items()}


def _related(table: str) -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = {}
    for line in table.split("\n")[1:-1]:
        stems = {key(word) for word in words(line)}
        for stem in stems:
            related.setdefault(stem, set()).update(stems - {stem})
    return {stem: frozenset(others) for stem, others in related.items()}
