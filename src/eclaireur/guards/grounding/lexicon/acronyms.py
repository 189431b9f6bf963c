"""Acronyms of French public data whose expansion a dataset rarely spells out."""

from functools import cache

from eclaireur.text.words import folded

_TABLE = """
ABF architecte des bâtiments de France
ADEME agence de la transition écologique
AEP alimentation en eau potable
ANCT agence nationale de la cohésion des territoires
ANJ autorité nationale des jeux
AOM autorité organisatrice de la mobilité
ARCEP autorité de régulation des communications électroniques
ARS agence régionale de santé
BAL base adresse locale
BAN base adresse nationale
BPE base permanente des équipements
BRGM bureau de recherches géologiques et minières
CA communauté d'agglomération
CAF caisse d'allocations familiales
CAUE conseil d'architecture d'urbanisme et de l'environnement
CC communauté de communes
CD conseil départemental
CNIL commission nationale de l'informatique et des libertés
COG code officiel géographique
CU communauté urbaine
CR conseil régional
DCE directive cadre sur l'eau
DDT direction départementale des territoires
DDTM direction départementale des territoires et de la mer
DECP données essentielles de la commande publique
DGFIP direction générale des finances publiques
DGAC direction générale de l'aviation civile
DPE diagnostic de performance énergétique
DREAL direction régionale de l'environnement de l'aménagement et du logement
DVF demandes de valeurs foncières
ENS espace naturel sensible
EPCI établissement public de coopération intercommunale
EPN espace public numérique
ERP établissement recevant du public
FINESS fichier national des établissements sanitaires et sociaux
GES gaz à effet de serre
IA intelligence artificielle
ICPE installation classée pour la protection de l'environnement
IGN institut national de l'information géographique et forestière
INSEE institut national de la statistique et des études économiques
IRVE infrastructures de recharge pour véhicules électriques
MNT modèle numérique de terrain
OFB office français de la biodiversité
ONF office national des forêts
OSM openstreetmap
PAC politique agricole commune
PAV point d'apport volontaire
PCAET plan climat air énergie territorial
PCI plan cadastral informatisé
PCRS plan de corps de rue simplifié
PDIPR plan départemental des itinéraires de promenade et de randonnée
PLU plan local d'urbanisme
PLUI plan local d'urbanisme intercommunal
PMI protection maternelle et infantile
PMR personnes à mobilité réduite
PMSI programme de médicalisation des systèmes d'information
PNR parc naturel régional
POS plan d'occupation des sols
PPR plan de prévention des risques
PPRI plan de prévention du risque inondation
PPRN plan de prévention des risques naturels
PPRT plan de prévention des risques technologiques
QPV quartier prioritaire de la politique de la ville
RGPD règlement général sur la protection des données
RNE répertoire national des élus
RPG registre parcellaire graphique
SAGE schéma d'aménagement et de gestion des eaux
SCOT schéma de cohérence territoriale
SDIS service départemental d'incendie et de secours
SDAGE schéma directeur d'aménagement et de gestion des eaux
SIAE structures d'insertion par l'activité économique
SIG système d'information géographique
SUP servitude d'utilité publique
TRI territoire à risque important d'inondation
UE union européenne
VL véhicules légers
ZAC zone d'aménagement concerté
ZAE zone d'activités économiques
ZFE zone à faibles émissions
ZNIEFF zone naturelle d'intérêt écologique faunistique et floristique
ZPS zone de protection spéciale
ZPPAUP zone de protection du patrimoine architectural urbain et paysager
ZSC zone spéciale de conservation
"""


@cache
def expansions() -> dict[str, str]:
    """What each acronym, folded, stands for."""
    return {
        folded(acronym): meaning
        for acronym, _, meaning in (line.partition(" ") for line in _TABLE.split("\n")[1:-1])
    }
