"""Acronyms of French public data whose expansion a dataset rarely spells out."""

from functools import cache

from eclaireur.guards.grounding.reading import key, significant
from eclaireur.text.words import folded, words

_TABLE = """
ABF architecte des bâtiments de France
ADEME agence de la transition écologique
ADS autorisation du droit des sols
AEP alimentation en eau potable
AFB agence française pour la biodiversité
AMP assistance médicale à la procréation
ANAH agence nationale de l'habitat
ANCT agence nationale de la cohésion des territoires
ANFR agence nationale des fréquences
ANJ autorité nationale des jeux
ANRU agence nationale pour la rénovation urbaine
AOC appellation d'origine contrôlée
AOM autorité organisatrice de la mobilité
AOP appellation d'origine protégée
APB arrêté de protection de biotope
ARCEP autorité de régulation des communications électroniques
ARS agence régionale de santé
ASA association syndicale autorisée
ATMO association de surveillance de la qualité de l'air
AVAP aire de mise en valeur de l'architecture et du patrimoine
BAL base adresse locale
BAN base adresse nationale
BNF bibliothèque nationale de France
BP budget primitif
BPE base permanente des équipements
BRGM bureau de recherches géologiques et minières
BTS brevet de technicien supérieur
CA communauté d'agglomération
CAF caisse d'allocations familiales
CAUE conseil d'architecture d'urbanisme et de l'environnement
CC communauté de communes
CCAS centre communal d'action sociale
CD conseil départemental
CDC caisse des dépôts
CEREMA centre d'études et d'expertise sur les risques l'environnement la mobilité et l'aménagement
CESU chèque emploi service universel
CFA centre de formation d'apprentis
CHU centre hospitalier universitaire
CNIL commission nationale de l'informatique et des libertés
CNRS centre national de la recherche scientifique
COG code officiel géographique
CPAM caisse primaire d'assurance maladie
CR conseil régional
CROUS centre régional des œuvres universitaires et scolaires
CU communauté urbaine
DCE directive cadre sur l'eau
DDFIP direction départementale des finances publiques
DDPP direction départementale de la protection des populations
DDT direction départementale des territoires
DDTM direction départementale des territoires et de la mer
DECP données essentielles de la commande publique
DGAC direction générale de l'aviation civile
DGCL direction générale des collectivités locales
DGFIP direction générale des finances publiques
DILA direction de l'information légale et administrative
DMA déchets ménagers et assimilés
DPE diagnostic de performance énergétique
DRAAF direction régionale de l'alimentation de l'agriculture et de la forêt
DRAC direction régionale des affaires culturelles
DREAL direction régionale de l'environnement de l'aménagement et du logement
DRIEAT direction régionale de l'environnement de l'aménagement et des transports
DVF demandes de valeurs foncières
EHPAD établissement d'hébergement pour personnes âgées dépendantes
ENS espace naturel sensible
EPCI établissement public de coopération intercommunale
EPN espace public numérique
EPT établissement public territorial
ERP établissement recevant du public
ESMS établissement ou service médico-social
ETP équivalent temps plein
FINESS fichier national des établissements sanitaires et sociaux
GES gaz à effet de serre
GIEC groupe d'experts intergouvernemental sur l'évolution du climat
GTFS general transit feed specification transport horaires arrêts lignes
HLM habitation à loyer modéré
HT hors taxes
IA intelligence artificielle
ICPE installation classée pour la protection de l'environnement
IFN inventaire forestier national
IGN institut national de l'information géographique et forestière
IGP indication géographique protégée
INAO institut national de l'origine et de la qualité
INPN inventaire national du patrimoine naturel
INRAE institut national de recherche pour l'agriculture l'alimentation et l'environnement
INSEE institut national de la statistique et des études économiques
INSERM institut national de la santé et de la recherche médicale
IRVE infrastructures de recharge pour véhicules électriques
ISDI installation de stockage de déchets inertes
JO journal officiel
LGV ligne à grande vitesse
LPO ligue pour la protection des oiseaux
MDPH maison départementale des personnes handicapées
MNHN muséum national d'histoire naturelle
MNT modèle numérique de terrain
MOS mode d'occupation du sol
NAF nomenclature d'activités française
OAP orientations d'aménagement et de programmation
OCS occupation du sol
ODRE open data réseaux énergies
OFB office français de la biodiversité
OLD obligations légales de débroussaillement
ONF office national des forêts
ONISEP office national d'information sur les enseignements et les professions
OSM openstreetmap
PAC politique agricole commune
PADD projet d'aménagement et de développement durables
PAGD plan d'aménagement et de gestion durable
PAPI programme d'actions de prévention des inondations
PAV point d'apport volontaire
PCAET plan climat air énergie territorial
PCI plan cadastral informatisé
PCRS plan de corps de rue simplifié
PDIPR plan départemental des itinéraires de promenade et de randonnée
PDU plan de déplacements urbains
PEB plan d'exposition au bruit
PGRI plan de gestion des risques d'inondation
PLH programme local de l'habitat
PLR projet de loi de règlement
PLU plan local d'urbanisme
PLUI plan local d'urbanisme intercommunal
PMI protection maternelle et infantile
PMR personnes à mobilité réduite
PMSI programme de médicalisation des systèmes d'information
PMU pari mutuel urbain
PNR parc naturel régional
PNRU programme national de rénovation urbaine
POS plan d'occupation des sols
PPA plan de protection de l'atmosphère
PPBE plan de prévention du bruit dans l'environnement
PPR plan de prévention des risques
PPRI plan de prévention du risque inondation
PPRIF plan de prévention du risque incendie de forêt
PPRL plan de prévention des risques littoraux submersion
PPRM plan de prévention des risques miniers
PPRMT plan de prévention des risques de mouvements de terrain
PPRN plan de prévention des risques naturels
PPRNI plan de prévention des risques naturels inondation
PPRNP plan de prévention des risques naturels prévisibles
PPRT plan de prévention des risques technologiques
PSS plan des surfaces submersibles inondation
QPV quartier prioritaire de la politique de la ville
RA recensement agricole
RATP régie autonome des transports parisiens
RD route départementale
RGPD règlement général sur la protection des données
RN route nationale
RNE répertoire national des élus
RNU règlement national d'urbanisme
RPG registre parcellaire graphique
RTE réseau de transport d'électricité
SAGE schéma d'aménagement et de gestion des eaux
SAU surface agricole utilisée
SCDL socle commun des données locales
SCOT schéma de cohérence territoriale
SDAGE schéma directeur d'aménagement et de gestion des eaux
SDIS service départemental d'incendie et de secours
SIAE structures d'insertion par l'activité économique
SIG système d'information géographique
SNCF société nationale des chemins de fer
SPANC service public d'assainissement non collectif
SRADDET schéma régional d'aménagement de développement durable et d'égalité des territoires
SRCE schéma régional de cohérence écologique
SRU solidarité et renouvellement urbains logement social
STEP station d'épuration
STEU station de traitement des eaux usées
SUP servitude d'utilité publique
TER train express régional
TGV train à grande vitesse
TRI territoire à risque important d'inondation
TVA taxe sur la valeur ajoutée
TVB trame verte et bleue
UDAP unité départementale de l'architecture et du patrimoine
UE union européenne
VL véhicules légers
ZAC zone d'aménagement concerté
ZAE zone d'activités économiques
ZFE zone à faibles émissions
ZH zone humide
ZICO zone importante pour la conservation des oiseaux
ZNIEFF zone naturelle d'intérêt écologique faunistique et floristique
ZPPAUP zone de protection du patrimoine architectural urbain et paysager
ZPS zone de protection spéciale
ZRE zone de répartition des eaux
ZRR zone de revitalisation rurale
ZSC zone spéciale de conservation
"""


@cache
def expansions() -> dict[str, str]:
    """What each acronym, folded, stands for."""
    return {
        folded(acronym): meaning
        for acronym, _, meaning in (line.partition(" ") for line in _TABLE.split("\n")[1:-1])
    }


@cache
def acronyms_of() -> dict[str, tuple[str, ...]]:
    """The acronyms, folded, that each word helps to make, in the form it is compared by."""
    found: dict[str, tuple[str, ...]] = {}
    for acronym, meaning in expansions().items():
        for word in words(meaning):
            if significant(word):
                found[key(word)] = (*found.get(key(word), ()), acronym)
    return found
